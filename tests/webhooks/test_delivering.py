"""Messages to other systems: signed, tried again, given up, sent once more."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from focus.core import clock
from focus.core.organisations.retention import erase_due
from focus.modules.webhooks.delivering import TRIES, deliver
from tests.identity.house import House
from tests.webhooks.conftest import KIND, Ear, Zone


async def receiver(zone: Zone, ear: Ear, **more: Any) -> tuple[UUID, str]:
    wanted = {"name": "Parket", "address": ear.address, "kinds": [KIND], **more}
    answer = await zone.post("add-receiver", **wanted)
    assert answer.status_code == 200, answer.text
    given = answer.json()
    return UUID(given["receiver"]), given["secret"]


async def go(zone: Zone, receiver: UUID, *, later: timedelta = timedelta()) -> None:
    """Send what is due, some time later."""
    async with zone.house.platform.database.transaction(zone.id) as tx:
        await tx.execute("update webhooks.receiver set rests_until = rests_until - $1::interval", later)
        await tx.execute(
            "update webhooks.delivery set next_at = next_at - $1::interval where state = 'waiting'", later
        )
    await deliver(zone.house.platform, zone.id, receiver)


async def states(zone: Zone) -> list[tuple[str, int, str]]:
    rows = await zone.rows("select state, tries, failure from webhooks.delivery order by id")
    return [(row["state"], row["tries"], row["failure"]) for row in rows]


async def test_what_is_told_arrives_signed_and_once(zone: Zone, ear: Ear) -> None:
    made, secret = await receiver(zone, ear)
    assert await zone.told({"locker": 7}) == 1
    await go(zone, made)
    await go(zone, made)
    assert len(ear.signed_by(secret, clock.now())) == 1
    body = msgspec.json.decode(ear.heard[0][1])
    assert (body["type"], body["data"]) == (KIND, {"locker": 7})
    assert await states(zone) == [("taken", 1, "")]


async def test_the_queue_sends_by_itself(zone: Zone, ear: Ear) -> None:
    await receiver(zone, ear)
    await zone.house.platform.jobs.start()
    try:
        await zone.told({"locker": 7})
        for _ in range(100):
            if ear.heard:
                break
            await asyncio.sleep(0.1)
    finally:
        await zone.house.platform.jobs.stop()
    assert len(ear.heard) == 1


async def test_only_those_who_want_the_kind_and_the_topic_are_told(zone: Zone, ear: Ear) -> None:
    one, _ = await receiver(zone, ear, topics=["zone-list"])
    everything, _ = await receiver(zone, ear, name="Alles")
    assert await zone.told({}, topic="zone-list") == 2
    assert await zone.told({}, topic="federal-list") == 1
    assert await zone.told({}) == 2
    other = await zone.rows("select receiver_id from webhooks.delivery where topic = 'federal-list'")
    assert [row["receiver_id"] for row in other] == [everything]
    assert one != everything


async def test_a_receiver_that_does_not_answer_rests_and_nothing_is_lost_nor_turned(
    zone: Zone, ear: Ear
) -> None:
    made, secret = await receiver(zone, ear)
    await zone.told({"n": 1}, {"n": 2}, {"n": 3})
    ear.answers = [503]
    await go(zone, made)
    await go(zone, made)  # it rests: nobody is asked
    assert len(ear.heard) == 1
    (shown,) = await zone.see("receivers")
    assert (shown["waiting"], shown["failure"], shown["failing_since"] is None) == (3, "status 503", False)
    await go(zone, made, later=timedelta(seconds=6))
    ids = ear.signed_by(secret, clock.now())
    assert [msgspec.json.decode(body)["data"]["n"] for _, body in ear.heard] == [1, 1, 2, 3]
    assert ids[0] == ids[1]
    (shown,) = await zone.see("receivers")
    assert (shown["waiting"], shown["failure"], shown["failing_since"]) == (0, "", None)


async def test_what_is_refused_holds_up_nothing_is_given_up_and_can_be_sent_once_more(
    zone: Zone, ear: Ear
) -> None:
    made, _ = await receiver(zone, ear)
    await zone.told({"n": 1}, {"n": 2})
    ear.answers = [422]
    await go(zone, made)
    assert [msgspec.json.decode(body)["data"]["n"] for _, body in ear.heard] == [1, 2]
    ear.answers = [422] * TRIES
    for _ in range(TRIES):
        await go(zone, made, later=timedelta(hours=1))
    assert await states(zone) == [("dead", TRIES, "status 422"), ("taken", 1, "")]
    (dead,) = await zone.see("dead")
    assert (dead["kind"], dead["name"], dead["tries"], dead["failure"]) == (
        KIND,
        "Parket",
        TRIES,
        "status 422",
    )
    ear.answers = []
    assert (await zone.post("revive", receiver=str(made), delivery=dead["id"])).status_code == 200
    await go(zone, made)
    assert await zone.see("dead") == []
    assert [state for state, _, _ in await states(zone)] == ["taken", "taken"]
    assert (await zone.post("revive", receiver=str(made))).status_code == 404


async def test_after_a_day_without_an_answer_it_is_given_up_and_logged(zone: Zone, ear: Ear) -> None:
    made, _ = await receiver(zone, ear)
    await zone.told({"n": 1}, {"n": 2})
    ear.answers = [500] * 3
    await go(zone, made)
    await zone.rows("update webhooks.delivery set created_at = created_at - interval '25 hours' returning id")
    await go(zone, made, later=timedelta(hours=1))
    assert [state for state, _, _ in await states(zone)] == ["dead", "dead"]
    platform = zone.house.platform
    async with platform.database.transaction(zone.id) as tx:
        events = await platform.log.events_of(tx, limit=50)
    (given_up,) = [one for one in events if one.kind == "webhooks.DeliveriesGivenUp"]
    assert given_up.what == {"receiver": str(made), "count": 2, "failure": "status 500"}


async def test_a_redirect_is_not_followed(zone: Zone, ear: Ear) -> None:
    made, _ = await receiver(zone, ear)
    await zone.told({})
    ear.answers = [302]
    await go(zone, made)
    assert len(ear.heard) == 1
    assert (await states(zone))[0][0] == "waiting"


async def test_a_rolled_back_change_tells_nobody(zone: Zone, ear: Ear) -> None:
    await receiver(zone, ear)
    with pytest.raises(ZeroDivisionError):
        await zone.told({}, 1 // 0)
    assert await states(zone) == []


async def test_an_ended_receiver_is_told_nothing_more(zone: Zone, ear: Ear) -> None:
    made, _ = await receiver(zone, ear)
    await zone.told({})
    assert (await zone.post("end-receiver", receiver=str(made))).status_code == 200
    await go(zone, made)
    assert (ear.heard, await zone.see("receivers"), await zone.told({})) == ([], [], 0)
    assert (await zone.rows("select secret from webhooks.receiver"))[0]["secret"] == b""
    assert (await zone.post("end-receiver", receiver=str(made))).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/in",
        "https://127.0.0.1/in",
        "https://10.0.0.8/in",
        "https://[::1]/in",
        "https://[::ffff:10.0.0.8]/in",
        "https://localhost/in",
        "https://database/in",
        "https://169.254.169.254/latest",
        "https://2130706433/in",
        "https://user@example.org/in",
        "file:///etc/passwd",
        "no address",
    ],
)
async def test_what_lies_inside_is_no_address(zone: Zone, ear: Ear, address: str) -> None:
    answer = await zone.post("add-receiver", name="Binnen", address=address, kinds=[KIND])
    assert (answer.status_code, answer.json()["code"]) == (422, "webhooks.address_not_allowed")


async def test_a_name_that_leads_inside_is_found_out_when_it_is_called(
    zone: Zone, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = await receiver(zone, ear, address="https://gis.zone.example/in")

    async def leads_inside(host: str, *_: Any, **__: Any) -> list[Any]:
        return [(2, 1, 6, "", ("127.0.0.1", 443))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", leads_inside)
    await zone.told({})
    await go(zone, made)
    (shown,) = await zone.see("receivers")
    assert shown["failure"] == "not_allowed"


async def test_what_nobody_tells_of_and_who_may_not(zone: Zone, ear: Ear, house: House) -> None:
    answer = await zone.post("add-receiver", name="X", address=ear.address, kinds=["lockers.closed"])
    assert (answer.status_code, answer.json()["code"]) == (422, "webhooks.kind_unknown")
    officer = await house.signed_in(await house.someone(zone.id))
    assert (await officer.call("GET", "/api/webhooks/receivers")).status_code == 403
    leader = await house.signed_in(await house.someone(zone.id, function="shift_leader"))
    assert (await leader.call("GET", "/api/webhooks/receivers")).status_code == 200
    refused = await leader.post(
        "/api/webhooks/add-receiver", {"name": "X", "address": ear.address, "kinds": [KIND]}
    )
    assert refused.status_code == 403


async def test_messages_are_erased_when_they_have_ended_long_enough(zone: Zone, ear: Ear) -> None:
    made, _ = await receiver(zone, ear)
    await zone.told({"n": 1}, {"n": 2})
    ear.answers = [204, 503]
    await go(zone, made)
    await zone.rows("update webhooks.delivery set ended_at = ended_at - interval '31 days' returning id")
    await erase_due(zone.house.platform)
    assert [state for state, _, _ in await states(zone)] == ["waiting"]
