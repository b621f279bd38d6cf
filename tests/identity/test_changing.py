"""Going over to another post: the same person, the same device, no new verification."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from focus.core import clock
from focus.core.ids import new_id
from focus.core.organisations.store import people, sharing
from tests.identity.house import House, Someone
from tests.identity.phone import Phone


async def lent(house: House, who: Someone, to: UUID, *, hours: float = 4) -> UUID:
    """A post of somebody in another organisation, for some hours."""
    now = clock.now()
    async with house.platform.database.transaction(who.organisation) as tx:
        await sharing.give(
            tx, recipient=to, what="organisations.person", basis="proef", starts_at=now, ends_at=None
        )
    async with house.platform.database.transaction(to) as tx:
        return await people.add_post(
            tx, person=who.id, home=who.organisation, function="officer",
            starts_at=now, ends_at=now + timedelta(hours=hours),
        )  # fmt: skip


async def both(house: House) -> tuple[Someone, UUID, UUID, Phone]:
    """Somebody signed in at home, with a post elsewhere."""
    home, host = await house.organisation(), await house.organisation()
    who = await house.someone(home)
    phone = await house.signed_in(who)
    return who, host, await lent(house, who, host), phone


async def test_over_and_back_with_one_call_each(house: House) -> None:
    who, host, there, phone = await both(house)
    await phone.change_post(there)
    assert (await phone.me()).json()["organisation"]["id"] == str(host)
    assert (await phone.me(symmetric=True)).status_code == 200
    await phone.change_post(who.post)
    assert (await phone.me()).json()["organisation"]["id"] == str(who.organisation)


async def test_the_session_before_is_over(house: House) -> None:
    _, _, there, phone = await both(house)
    old = phone.opened["token"]
    await phone.change_post(there)
    phone.opened["token"] = old
    answer = await phone.me()
    assert (answer.status_code, answer.json()["code"]) == (401, "identity.signed_out")


async def test_the_verification_and_the_end_stay_those_of_the_session_before(house: House) -> None:
    who, host, there, phone = await both(house)
    async with house.platform.database.transaction(who.organisation) as tx:
        await tx.execute(
            """update identity.session set verified_at = now() - interval '3 hours',
                 expires_at = now() + interval '1 hour' where person_id = $1""",
            who.id,
        )
    until = clock.now() + timedelta(hours=1)
    opened = (await phone.change_post(there)).json()
    assert "store" not in opened, "what opens the device's store is for who was verified just now"
    assert datetime.fromisoformat(opened["expires_at"]) <= until + timedelta(seconds=1)
    async with house.platform.database.transaction(host) as tx:
        verified = await tx.fetchval("select verified_at from identity.session where person_id = $1", who.id)
    assert verified < clock.now() - timedelta(hours=2)


async def test_both_organisations_have_it_in_their_log(house: House) -> None:
    who, host, there, phone = await both(house)
    await phone.change_post(there)
    for organisation, kind in ((who.organisation, "PostChanged"), (host, "SignedIn")):
        async with house.platform.database.transaction(organisation) as tx:
            events = await house.platform.log.events_of(
                tx, person=who.id, kinds=[f"identity.{kind}"], limit=9
            )
        assert len(events) == 1, (kind, events)


async def test_only_a_post_of_his_own_that_counts(house: House) -> None:
    _, host, there, phone = await both(house)
    other = await house.someone(host)
    for post in (other.post, new_id()):
        answer = await phone.change_post(post, expect=403)
        assert answer.json()["code"] == "identity.no_post"
    async with house.platform.database.transaction(host) as tx:
        await people.end_post(tx, there, at=clock.now())
    assert (await phone.change_post(there, expect=403)).json()["code"] == "identity.no_post"
    assert (await phone.me()).status_code == 200


async def test_another_device_s_signature_is_refused_and_a_locked_session_too(house: House) -> None:
    _, _, there, phone = await both(house)
    stranger = house.phone()
    begun = (await phone.post("/api/identity/change-post/begin")).json()
    forged = stranger.stated("focus-change-post-v1", begun, "x" * 87)
    answer = await phone.change_post(there, signature=forged, expect=403)
    assert answer.json()["code"] == "identity.verification_refused"
    await phone.post("/api/identity/lock")
    assert (await phone.post("/api/identity/change-post/begin")).status_code == 423


async def test_a_session_ends_with_its_post_to_the_second(house: House) -> None:
    _, host, there, phone = await both(house)
    await phone.change_post(there)
    async with house.platform.database.transaction(host) as tx:
        await people.set_end(tx, there, ends_at=clock.now() + timedelta(seconds=2))
    house.identity.authenticator.forget("*")
    path = "/api/identity/my-devices"  # does not look for the post by itself, as `me` does
    assert (await phone.call("GET", path)).status_code == 200
    with clock.fixed(clock.now() + timedelta(seconds=3)):
        answer = await phone.call("GET", path)
        assert (answer.status_code, answer.json()["code"]) == (401, "identity.signed_out")
    async with house.platform.database.unscoped() as tx:
        session = UUID(phone.opened["session"])
        later = clock.now() + timedelta(seconds=3)
        assert not await tx.fetchval("select identity.session_open($1, $2)", session, later)
        assert await tx.fetchval("select identity.session_open($1, $2)", session, clock.now())
