"""Field asks, Briefing 1, 2 and 7: receipts belong to versions; minor corrections keep them."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from focus.core import clock
from focus.core.gate import Envelope
from focus.core.ids import new_id
from focus.modules.briefing.problems import (
    ItemUnknown,
    MomentImpossible,
    NothingSeen,
    SightingKnown,
    Unexplained,
    VersionUnknown,
)
from focus.modules.briefing.records import Audience
from tests.briefing.zone import OPERATIONS, Member, Zone, content
from tests.sync.phone import Phone


async def tally(who: Member, item: object) -> tuple[int, int]:
    found = (await who.held("tally"))[str(item)]
    return found["read"], found["of"]


async def test_1_a_receipt_belongs_to_a_version_and_an_edit_asks_anew(desk: Member, ann: Member) -> None:
    item = await desk.publish()
    await ann.do("acknowledge", item=item, version=1)
    assert await tally(ann, item) == (1, 2)
    await desk.do("revise", item=item, content=content("anders"), version=1)
    (receipt,) = (await ann.held("receipt")).values()
    shown = (await ann.held("item"))[str(item)]
    assert (receipt["version"], shown["asks"], shown["version"]) == (1, 2, 2)
    assert await tally(ann, item) == (0, 2)
    await ann.do("acknowledge", item=item, version=2)
    assert await tally(ann, item) == (1, 2)


async def test_2_a_minor_correction_keeps_receipts_and_is_logged(
    zone: Zone, desk: Member, ann: Member
) -> None:
    item = await desk.publish()
    await ann.do("acknowledge", item=item, version=1)
    await desk.do("revise", item=item, content=content("Tikfout"), version=1, minor=True, why="tikfout")
    shown = (await ann.held("item"))[str(item)]
    (event,) = await zone.log("briefing.ItemRevised")
    assert (shown["asks"], shown["version"], await tally(ann, item)) == (1, 2, (1, 2))
    assert event.what["minor"] is True and event.person_id == desk.id
    assert shown["changes"][-1]["minor"] is True and shown["changes"][-1]["why"] == "tikfout"


async def test_2_a_minor_correction_says_why(desk: Member) -> None:
    item = await desk.publish()
    with pytest.raises(Unexplained):
        await desk.do("revise", item=item, content=content("b"), version=1, minor=True)


async def test_7_what_was_read_on_one_device_is_read_on_all(desk: Member, ann: Member) -> None:
    tablet = Member(ann.house, ann.principal, Phone())
    item = await desk.publish()
    await ann.do("acknowledge", item=item, version=1)
    assert await tablet.held("receipt") == await ann.held("receipt") != {}


async def test_a_receipt_is_nobody_elses(zone: Zone, desk: Member, ann: Member) -> None:
    bob, item = await zone.member(), await desk.publish()
    await ann.do("acknowledge", item=item, version=1)
    assert (await bob.held("receipt"), await desk.held("receipt")) == ({}, {})


async def test_reading_twice_or_an_earlier_version_afterwards_changes_nothing(
    desk: Member, ann: Member
) -> None:
    item = await desk.publish()
    await desk.do("revise", item=item, content=content("b"), version=1)
    await ann.do("acknowledge", item=item, version=2)
    await ann.do("acknowledge", item=item, version=1)
    (receipt,) = (await ann.held("receipt")).values()
    assert (receipt["version"], await tally(ann, item)) == (2, (1, 2))


async def test_a_version_that_does_not_exist_cannot_be_read(desk: Member, ann: Member) -> None:
    item = await desk.publish()
    with pytest.raises(VersionUnknown):
        await ann.do("acknowledge", item=item, version=2)


async def test_what_is_not_for_somebody_does_not_exist_for_him(zone: Zone, desk: Member, ann: Member) -> None:
    item = await desk.publish(content(audience=Audience(units=(await zone.unit("NORTH"),))))
    with pytest.raises(ItemUnknown):
        await ann.do("acknowledge", item=item, version=1)
    with pytest.raises(ItemUnknown):
        await ann.do("report_sighting", id=new_id(), item=item, text="gezien")
    stranger = await (await _another(zone)).member()
    with pytest.raises(ItemUnknown):
        await stranger.do("acknowledge", item=await desk.publish(), version=1)


async def _another(zone: Zone) -> Zone:
    from tests.briefing.zone import zone_of

    return await zone_of(zone.house)


async def test_a_desk_that_reads_what_is_not_for_it_is_not_counted(
    zone: Zone, desk: Member, ann: Member
) -> None:
    item = await desk.publish(content(audience=Audience(persons=(ann.id,))))
    await desk.do("acknowledge", item=item, version=1)
    assert await tally(ann, item) == (0, 1)


async def test_twenty_at_once_are_all_counted(zone: Zone, desk: Member) -> None:
    shift = [await zone.member() for _ in range(20)]
    item = await desk.publish()
    await asyncio.gather(*(one.do("acknowledge", item=item, version=1) for one in shift))
    assert await tally(desk, item) == (20, 21)


async def test_a_receipt_delivered_late_has_the_moment_of_reading(desk: Member, ann: Member) -> None:
    item, then = await desk.publish(), clock.now() - timedelta(hours=5)
    action = OPERATIONS["acknowledge"]
    given = action.parameters(item=item, version=1)
    envelope = Envelope(new_id(), at=then, device_at=then)
    await ann.house.platform.gate.execute(ann.principal, "briefing", action, given, envelope=envelope)
    (receipt,) = (await ann.held("receipt")).values()
    assert receipt["at"] == then.isoformat().replace("+00:00", "Z")


async def test_a_receipt_that_arrives_after_the_end_is_kept_and_leaves_no_trace_on_phones(
    desk: Member, ann: Member
) -> None:
    item = await desk.publish()
    await desk.do("recall", item=item, why="gevonden")
    await ann.do("acknowledge", item=item, version=1)
    assert await ann.held("receipt") == {}


async def test_a_sighting_reaches_the_desk_and_everybody_the_item_is_for(zone: Zone, desk: Member) -> None:
    north = await zone.unit("NORTH")
    ann, bob, other = (
        await zone.member(units=[north]),
        await zone.member(units=[north]),
        await zone.member(),
    )
    item = await desk.publish(content(audience=Audience(units=(north,))))
    spot = {"longitude": 4.86, "latitude": 51.03, "accuracy": 8.0}
    sighting = new_id()
    await ann.do("report_sighting", id=sighting, item=item, text="rijdt weg", place="Markt", spot=spot)
    seen = (await bob.held("sighting"))[str(sighting)]
    assert (seen["text"], seen["place"], seen["spot"]) == ("rijdt weg", "Markt", spot)
    assert seen["by"] and list(await desk.held("sighting")) == [str(sighting)]
    assert await other.held("sighting") == {}


async def test_a_sighting_says_something_and_lies_in_the_last_72_hours(desk: Member, ann: Member) -> None:
    item, now = await desk.publish(), clock.now()
    with pytest.raises(NothingSeen):
        await ann.do("report_sighting", id=new_id(), item=item, text=" ")
    for moment in (now - timedelta(hours=73), now + timedelta(hours=1)):
        with pytest.raises(MomentImpossible):
            await ann.do("report_sighting", id=new_id(), item=item, text="a", at=moment)


async def test_a_sighting_is_reported_once(desk: Member, ann: Member) -> None:
    item, sighting = await desk.publish(), new_id()
    await ann.do("report_sighting", id=sighting, item=item, text="a")
    with pytest.raises(SightingKnown):
        await ann.do("report_sighting", id=sighting, item=item, text="b")
