"""What a neighbour saw of a shared item comes back; what ends where it comes from ends everywhere."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.ids import new_id
from focus.core.organisations.store import switches
from focus.modules.briefing import keeping, returning, spreading
from tests.briefing.zone import Member, Zone, content, zone_of
from tests.support.waiting import until

WHOLE = {"whole": True}
SOON = timedelta(seconds=2)
SPOT = {"longitude": 4.8, "latitude": 51.0, "accuracy": 500.0}


@pytest.fixture
async def near(zone: Zone) -> Zone:
    return await zone_of(zone.house)


@pytest.fixture
async def neighbour(near: Zone) -> Member:
    return await near.desk()


async def arrive(zone: Zone, share: str) -> None:
    await spreading.deliver(zone.house.platform.seen_by("briefing"), zone.id, UUID(share))


async def back(near: Zone, sighting: UUID) -> None:
    """What the queue does, now; it may do it twice."""
    for _ in range(2):
        await returning.bring_back(near.house.platform.seen_by("briefing"), near.id, sighting)


async def on(zone: Zone, *, on: bool) -> None:
    async with zone.house.platform.database.transaction(zone.id) as tx:
        await switches.switch(tx, "briefing", on=on)


async def copied(
    zone: Zone, desk: Member, near: Zone, neighbour: Member, **more: Any
) -> tuple[UUID, str, str]:
    """The item, the offer, and the copy that the neighbour accepted for all of his."""
    item = await desk.publish(content(**more))
    (offer,) = (await desk.do("share", item=item, organisations=[near.id]))["offers"]
    await arrive(zone, offer)
    copy = (await neighbour.do("answer_share", offer=offer, accept=True, audience=WHOLE))["item"]
    return item, offer, copy


async def seen(near: Zone, copy: str, **said: Any) -> tuple[Member, UUID]:
    officer, sighting = await near.member(), new_id()
    await officer.do("report_sighting", id=sighting, item=copy, **said)
    return officer, sighting


async def name_of(zone: Zone) -> str:
    async with zone.house.platform.database.transaction(zone.id) as tx:
        return await spreading.organisation_name(tx, zone.id) or ""


async def test_a_sighting_of_a_copy_comes_back_with_the_zones_name_and_no_officers(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    item, _, copy = await copied(zone, desk, near, neighbour)
    officer, sighting = await seen(near, copy, text="te voet", place="Markt", spot=SPOT)
    await back(near, sighting)
    (shown,) = (await desk.see("item", item=item))["sightings"]
    assert (shown["id"], shown["by"], shown["text"], shown["place"]) == (
        str(sighting),
        await name_of(near),
        "te voet",
        "Markt",
    )
    assert shown["spot"] == SPOT
    (here,) = (await neighbour.see("item", item=copy))["sightings"]
    async with zone.house.platform.database.transaction(zone.id) as tx:
        row = await tx.fetchrow("select * from briefing.sighting where id = $1", sighting)
    assert row is not None and row["person_id"] is None
    assert (
        here["by"] != shown["by"]
        and here["by"] not in str(dict(row))
        and str(officer.id) not in str(dict(row))
    )


async def test_it_is_on_the_phones_that_hold_the_item(
    zone: Zone, desk: Member, ann: Member, near: Zone, neighbour: Member
) -> None:
    item, _, copy = await copied(zone, desk, near, neighbour)
    _, sighting = await seen(near, copy, place="Markt")
    await back(near, sighting)
    held = await ann.held("sighting")
    assert held[str(sighting)]["item"] == str(item)


async def test_the_log_says_from_where_it_came_and_no_words(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    _, _, copy = await copied(zone, desk, near, neighbour)
    _, sighting = await seen(near, copy, text="Geheimgezien")
    await back(near, sighting)
    (event,) = await zone.log("briefing.SightingReported")
    assert event.what["from"] == str(near.id) and "Geheim" not in str(event.what)


async def test_of_what_was_recalled_meanwhile_the_desk_hears_and_no_phone(
    zone: Zone, desk: Member, ann: Member, near: Zone, neighbour: Member
) -> None:
    item, _, copy = await copied(zone, desk, near, neighbour)
    _, sighting = await seen(near, copy, text="te voet")
    await desk.do("recall", item=item, why="Gevonden")
    await back(near, sighting)
    assert [one["text"] for one in (await desk.see("item", item=item))["sightings"]] == ["te voet"]
    assert await ann.held("sighting") == {}


async def test_where_the_briefing_is_off_it_waits_and_comes_later(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    item, _, copy = await copied(zone, desk, near, neighbour)
    _, sighting = await seen(near, copy, text="te voet")
    await on(zone, on=False)
    await back(near, sighting)
    await on(zone, on=True)
    assert (await desk.see("item", item=item))["sightings"] == []
    await back(near, sighting)
    assert len((await desk.see("item", item=item))["sightings"]) == 1
    async with near.house.platform.database.transaction(near.id) as tx:
        assert await tx.fetchval("select count(*) from briefing.untold") == 0


async def test_the_queue_brings_it_by_itself(zone: Zone, desk: Member, near: Zone, neighbour: Member) -> None:
    item, _, copy = await copied(zone, desk, near, neighbour)
    await seen(near, copy, text="te voet")

    async def arrived() -> bool:
        return bool((await desk.see("item", item=item))["sightings"])

    await until(arrived)


async def test_a_sighting_of_ones_own_item_goes_nowhere_else(zone: Zone, desk: Member, ann: Member) -> None:
    item = await desk.publish()
    await ann.do("report_sighting", id=new_id(), item=item, text="te voet")
    async with zone.house.platform.database.transaction(zone.id) as tx:
        assert await tx.fetchval("select count(*) from briefing.untold") == 0


async def test_an_end_that_was_brought_forward_reaches_a_copy_that_missed_the_version(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    item, offer, copy = await copied(zone, desk, near, neighbour, valid_to=clock.now() + timedelta(days=9))
    await on(near, on=False)
    soon = clock.now() + SOON
    await desk.do("revise", item=item, content=content(valid_to=soon), version=1)
    await arrive(zone, offer)
    await clock_passes(soon)
    await zone.house.platform.jobs.run(keeping.EXPIRE)
    (listed,) = await desk.see("shares", item=item)
    assert (listed["reached"], listed["trouble"]) == (False, "module_off")
    await on(near, on=True)
    await arrive(zone, offer)
    assert copy not in await neighbour.held("item")
    assert (await neighbour.see("item", item=copy))["item"]["state"] == "expired"
    (listed,) = await desk.see("shares", item=item)
    assert listed["reached"]


async def clock_passes(moment: Any) -> None:
    await asyncio.sleep(max(0.0, (moment - clock.now()).total_seconds()) + 0.05)


async def test_an_offer_that_ended_is_no_longer_open(
    zone: Zone, desk: Member, near: Zone, neighbour: Member
) -> None:
    soon = clock.now() + SOON
    item = await desk.publish(content(valid_to=soon))
    (offer,) = (await desk.do("share", item=item, organisations=[near.id]))["offers"]
    await clock_passes(soon)
    await zone.house.platform.jobs.run(keeping.EXPIRE)

    async def reached() -> bool:
        (listed,) = await desk.see("shares", item=item)
        return bool(listed["reached"])

    await until(reached)  # by the queue
    assert [(one["id"], one["open"]) for one in await neighbour.see("offers", all=True)] == [(offer, False)]
    assert await neighbour.see("offers") == []
