"""Field asks, Briefing 5: sharing with neighbours, later versions, and a recall that reaches every zone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest

from focus.core.ids import new_id
from focus.core.organisations.store import switches
from focus.modules.briefing import spreading
from focus.modules.briefing.problems import (
    FromElsewhere,
    ItemInvalid,
    NotToBeShared,
    OfferAnswered,
    OfferUnknown,
    RecipientUnknown,
)
from focus.modules.briefing.records import Audience
from tests.briefing.zone import Member, Zone, content, zone_of

WHOLE = {"whole": True}


@pytest.fixture
async def near(zone: Zone) -> Zone:
    """A neighbour."""
    return await zone_of(zone.house)


@pytest.fixture
async def neighbour(near: Zone) -> Member:
    return await near.desk()


async def arrive(zone: Zone, share: UUID | str) -> None:
    """What the queue does, now; it may do it twice."""
    for _ in range(2):
        await spreading.deliver(zone.house.platform.seen_by("briefing"), zone.id, UUID(str(share)))


async def told_back(near: Zone, share: UUID | str) -> None:
    await spreading.tell_answer(near.house.platform.seen_by("briefing"), near.id, UUID(str(share)))


async def shared(zone: Zone, desk: Member, near: Zone) -> tuple[UUID, str]:
    item = await desk.publish()
    (offer,) = (await desk.do("share", item=item, organisations=[near.id]))["offers"]
    await arrive(zone, offer)
    return item, offer


async def accepted(zone: Zone, desk: Member, near: Zone, neighbour: Member) -> tuple[UUID, str, str]:
    item, offer = await shared(zone, desk, near)
    answer = await neighbour.do("answer_share", offer=offer, accept=True, audience=WHOLE)
    await told_back(near, offer)
    return item, offer, answer["item"]


async def test_an_offer_is_nothing_on_phones_until_it_is_accepted(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    item, offer = await shared(zone, desk, near)
    (shown,) = await neighbour.see("offers")
    assert (shown["id"], shown["open"], shown["organisation"]) == (offer, True, str(zone.id))
    assert shown["content"]["title"] == content().title
    assert await neighbour.held("item") == {}
    copy = (await neighbour.do("answer_share", offer=offer, accept=True, audience=WHOLE))["item"]
    held = (await neighbour.held("item"))[copy]
    assert held["origin"]["item"] == str(item) and held["number"].endswith("-00001")


async def test_our_audience_is_not_told(zone: Zone, desk: Member, near: Zone, neighbour: Member) -> None:
    unit = await zone.unit("NORTH")
    item = await desk.publish(content(audience=Audience(units=(unit,))))
    (offer,) = (await desk.do("share", item=item, organisations=[near.id]))["offers"]
    await arrive(zone, offer)
    (shown,) = await neighbour.see("offers")
    assert not shown["content"].get("audience") or not any(shown["content"]["audience"].values())


async def test_a_declined_offer_hears_no_more(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    item, offer = await shared(zone, desk, near)
    await neighbour.do("answer_share", offer=offer, accept=False)
    await told_back(near, offer)
    await desk.do("revise", item=item, content=content("later"), version=1)
    await arrive(zone, offer)
    (shown,) = await neighbour.see("offers", all=True)
    (ours,) = await desk.see("shares", item=item)
    assert (shown["content"]["title"], shown["state"]) == (content().title, "declined")
    assert (ours["state"], ours["reached"]) == ("declined", True)
    with pytest.raises(OfferAnswered):
        await neighbour.do("answer_share", offer=offer, accept=True, audience=WHOLE)


@pytest.mark.parametrize("minor", [False, True])
async def test_a_later_version_follows_and_asks_anew_unless_it_is_minor(
    zone: Zone, desk: Member, near: Zone, neighbour: Member, minor: bool
) -> None:
    item, offer, copy = await accepted(zone, desk, near, neighbour)
    await neighbour.do("acknowledge", item=copy, version=1)
    await desk.do("revise", item=item, content=content("later"), version=1, minor=minor, why="x")
    await arrive(zone, offer)
    held = (await neighbour.held("item"))[copy]
    assert (held["content"]["title"], held["version"]) == ("later", 2)
    assert held["asks"] == (1 if minor else 2)
    assert held["content"]["audience"] == {"whole": True}


async def test_5_a_withdrawal_reaches_every_neighbour_and_those_not_reached_are_listed(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    other = await zone_of(zone.house)
    item, offer, copy = await accepted(zone, desk, near, neighbour)
    (second,) = (await desk.do("share", item=item, organisations=[near.id, other.id]))["offers"]
    await arrive(zone, second)
    await _switch(other, on=False)
    told = (await desk.do("recall", item=item, why="Aangehouden"))["told"]
    assert set(told) == {offer, second}
    for one in told:
        await arrive(zone, one)
    held = (await neighbour.held("item"))[copy]
    assert (held["state"], held["why"]) == ("recalled", "Aangehouden")
    listed = [
        (one["organisation"], one["reached"], one["trouble"]) for one in await desk.see("shares", item=item)
    ]
    assert listed == [(str(other.id), False, "module_off"), (str(near.id), True, "")]


async def test_5_who_was_not_reached_is_tried_again_until_he_is(
    zone: Zone, desk: Member, near: Zone, neighbour: Member, monkeypatch: Any
) -> None:
    item, offer, copy = await accepted(zone, desk, near, neighbour)
    put = _heard(monkeypatch)
    await _switch(near, on=False)
    await desk.do("recall", item=item, why="Aangehouden")
    await arrive(zone, offer)
    again = zone.house.platform.seen_by("briefing")
    put.clear()
    await spreading.deliver_again(again)
    assert UUID(offer) in put
    await _switch(near, on=True)
    await arrive(zone, offer)
    put.clear()
    await spreading.deliver_again(again)
    assert UUID(offer) not in put
    assert (await neighbour.held("item"))[copy]["state"] == "recalled"


async def _switch(zone: Zone, *, on: bool) -> None:
    async with zone.house.platform.database.transaction(zone.id) as tx:
        await switches.switch(tx, "briefing", on=on)


def _heard(monkeypatch: Any) -> list[UUID]:
    """Offers for which work is put into the queue from now on."""
    from focus.core.jobs import Jobs

    put: list[UUID] = []
    own: Callable[..., Awaitable[None]] = Jobs.put

    async def hear(self: Jobs, scope: Any, job: Any, arguments: Any = None, **more: Any) -> None:
        put.append(arguments["share"])
        await own(self, scope, job, arguments, **more)

    monkeypatch.setattr(Jobs, "put", hear)
    return put


async def test_a_recalled_offer_cannot_be_accepted(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    item, offer = await shared(zone, desk, near)
    await desk.do("recall", item=item, why="Vergissing")
    await arrive(zone, offer)
    assert await neighbour.see("offers") == []
    with pytest.raises(OfferAnswered):
        await neighbour.do("answer_share", offer=offer, accept=True, audience=WHOLE)


async def test_what_came_from_elsewhere_is_not_changed_or_passed_on(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    _, _, copy = await accepted(zone, desk, near, neighbour)
    with pytest.raises(FromElsewhere):
        await neighbour.do("revise", item=copy, content=content("mine"), version=1)
    with pytest.raises(FromElsewhere):
        await neighbour.do("share", item=copy, organisations=[zone.id])


@pytest.mark.parametrize("handling", ["unit", "secret"])
async def test_what_is_handled_inside_stays_inside(
    zone: Zone, desk: Member, ann: Member, near: Zone, handling: str
) -> None:
    item = await desk.publish(content(handling=handling, audience=Audience(persons=(ann.id, desk.id))))
    with pytest.raises(NotToBeShared):
        await desk.do("share", item=item, organisations=[near.id])


async def test_nobody_is_offered_to_who_does_not_exist_or_is_oneself(zone: Zone, desk: Member) -> None:
    item = await desk.publish()
    for organisation in (zone.id, new_id()):
        with pytest.raises(RecipientUnknown):
            await desk.do("share", item=item, organisations=[organisation])
    with pytest.raises(OfferUnknown):
        await desk.do("answer_share", offer=new_id(), accept=False)


async def test_accepted_for_nobody_is_refused(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    _, offer = await shared(zone, desk, near)
    with pytest.raises(ItemInvalid) as refused:
        await neighbour.do("answer_share", offer=offer, accept=True)
    assert refused.value.fields[0].path == "audience"


async def test_the_queue_does_it_by_itself(zone: Zone, desk: Member, near: Zone, neighbour: Member) -> None:
    from tests.support.waiting import until

    item = await desk.publish()
    await desk.do("share", item=item, organisations=[near.id])
    seen: list[Any] = []

    async def look() -> bool:
        seen[:] = await neighbour.see("offers")
        return bool(seen)

    await until(look)
    assert seen[0]["name"]


async def test_accepted_for_a_service_that_is_not_here_is_refused(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    theirs = await zone.unit("NORTH")
    _, offer = await shared(zone, desk, near)
    with pytest.raises(ItemInvalid) as refused:
        await neighbour.do("answer_share", offer=offer, accept=True, audience={"units": [str(theirs)]})
    assert [(one.path, one.code) for one in refused.value.fields] == [
        ("audience", "briefing.audience_unknown")
    ]
