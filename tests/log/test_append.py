"""Writing and reading back."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest

from focus.core.ids import new_id
from focus.core.log import AlreadyLogged, Log, LogEvent, PurposeStamp
from tests.log.conftest import note


async def test_an_event_appended_in_a_transaction_is_there_after_commit(database, log, zone):
    event = note(zone)
    async with database.transaction(zone) as tx:
        await log.append(tx, event)
    async with database.transaction(zone) as tx:
        assert await log.events_of(tx) == [event]


async def test_an_event_of_a_transaction_rolled_back_is_not_there(database, log, zone):
    with pytest.raises(ZeroDivisionError):
        async with database.transaction(zone) as tx:
            await log.append(tx, note(zone))
            raise ZeroDivisionError
    async with database.transaction(zone) as tx:
        assert await log.events_of(tx) == []


async def test_the_data_key_survives_the_rollback_of_the_transaction_that_first_needed_it(
    database, keys, zone
):
    log = await Log.open(database, keys)
    with pytest.raises(ZeroDivisionError):
        async with database.transaction(zone) as tx:
            await log.append(tx, note(zone))
            raise ZeroDivisionError
    await log.commit_now(note(zone, 1))
    other = await Log.open(database, keys)
    async with database.transaction(zone) as tx:
        assert [event.what["n"] for event in await other.events_of(tx)] == [1]
    await log.stop()


async def test_an_event_committed_now_reads_back_whole(database, log, zone):
    stamp = PurposeStamp(code="check", basis="WPA 34", reference="C-1109", task=new_id())
    event = LogEvent(
        organisation_id=zone, kind="search.LookupOpened", person_id=new_id(), post_id=new_id(),
        session_id=new_id(), device_id=new_id(), purpose=stamp, what={"é": [1, None, {"x": "y"}]},
        recipients=("national_register", "plates"),
    )  # fmt: skip
    await log.commit_now(event)
    async with database.transaction(zone) as tx:
        assert await log.events_of(tx) == [event]


async def test_the_same_id_twice_is_refused_and_the_first_stays(database, log, zone):
    first = note(zone, 1)
    second = LogEvent(organisation_id=zone, id=first.id, kind="search.LookupOpened", what={"n": 2})
    await log.commit_now(first)
    with pytest.raises(AlreadyLogged):
        await log.commit_now(second)
    async with database.transaction(zone) as tx:
        assert await log.events_of(tx) == [first]


async def test_the_same_id_twice_at_once_is_logged_once(database, log, zone):
    event = note(zone)
    outcomes = await asyncio.gather(*(log.commit_now(event) for _ in range(5)), return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["AlreadyLogged"] * 4 + ["NoneType"]


async def test_events_of_many_organisations_share_a_batch_and_each_lands_in_its_own(database, log):
    zones = [new_id() for _ in range(3)]
    for zone in zones:
        await log.commit_now(note(zone))
    await asyncio.gather(*(log.commit_now(note(zones[n % 3], n)) for n in range(1, 31)))
    for place, zone in enumerate(zones):
        async with database.transaction(zone) as tx:
            found = [event.what["n"] for event in await log.events_of(tx)]
        assert found[:-1] == [n for n in range(30, 0, -1) if n % 3 == place]


async def test_a_taken_id_in_a_batch_of_two_organisations_is_refused_to_the_one_who_had_it(
    database, log, zone
):
    other, taken = new_id(), note(zone)
    await log.commit_now(taken)
    await log.commit_now(note(other))
    elsewhere = LogEvent(organisation_id=other, id=taken.id, kind="x.Y")
    outcomes = await asyncio.gather(*map(log.commit_now, [taken, elsewhere]), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [AlreadyLogged, type(None)]


async def test_a_duplicate_in_a_business_transaction_is_refused(database, log, zone):
    event = note(zone)
    await log.commit_now(event)
    with pytest.raises(AlreadyLogged):
        async with database.transaction(zone) as tx:
            await log.append(tx, event)


async def test_one_id_may_be_used_by_two_organisations(database, log, zone):
    other, event = new_id(), note(zone)
    await log.commit_now(event)
    await log.commit_now(LogEvent(organisation_id=other, id=event.id, kind="x.Y"))
    async with database.transaction(other) as tx:
        assert [found.kind for found in await log.events_of(tx)] == ["x.Y"]


async def test_an_event_of_another_organisation_does_not_enter_the_transaction(database, log, zone):
    with pytest.raises(ValueError, match="another organisation"):
        async with database.transaction(zone) as tx:
            await log.append(tx, note(new_id()))


async def test_a_bad_event_does_not_take_the_others_of_its_batch_with_it(database, log, zone):
    good = [note(zone, number) for number in range(20)]
    bad = LogEvent(organisation_id=zone, kind="not a kind")
    outcomes = await asyncio.gather(
        *map(log.commit_now, [*good[:10], bad, *good[10:]]), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes if outcome] == [asyncpg.CheckViolationError]
    async with database.transaction(zone) as tx:
        assert {event.id for event in await log.events_of(tx)} == {event.id for event in good}


async def test_events_of_pages_from_the_newest_back_without_gap_or_repeat(database, log, zone):
    person = new_id()
    written = [note(zone, number, person=person) for number in range(25)]
    for event in written:
        await log.commit_now(event)
        await log.commit_now(note(zone, 99, person=new_id()))
    seen, before = [], None
    async with database.transaction(zone) as tx:
        while page := await log.events_of(tx, person=person, before=before, limit=10):
            seen += page
            before = page[-1].id
    assert seen == written[::-1]


async def test_events_of_one_kind_only(database, log, zone):
    await log.commit_now(note(zone, 1, kind="search.LookupOpened"))
    await log.commit_now(note(zone, 2, kind="search.Disclosed"))
    async with database.transaction(zone) as tx:
        assert [event.what["n"] for event in await log.events_of(tx, kinds=["search.Disclosed"])] == [2]


CHANGES = (
    "update log.event set kind = 'a.B'",
    "update log.event set payload = null",
    "delete from log.event",
    "truncate log.event",
    "update log.leaf set position = 9",
    "delete from log.checkpoint",
)


@pytest.mark.parametrize("statement", CHANGES)
async def test_the_platform_itself_may_not_change_or_remove_anything(database, zone, statement):
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.transaction(zone) as tx:
            await tx.execute(statement)


async def test_no_word_of_an_event_is_stored_in_clear(log, zone, behind):
    await log.commit_now(note(zone))
    sql = "select string_agg(e::text, '') from log.event e where organisation_id = $1"
    row = await behind.fetchval(sql, zone)
    assert b"1-ABC-123".hex() not in row
    assert "1-ABC-123" not in row


async def test_events_after_one_come_the_oldest_first(database, log, zone):
    written = [note(zone, number) for number in range(9)]
    for event in written:
        await log.commit_now(event)
    async with database.transaction(zone) as tx:
        assert await log.events_of(tx, after=written[3].id, limit=3) == written[4:7]
        assert await log.events_of(tx, after=written[3].id, before=written[6].id) == written[4:6]
        assert await log.events_of(tx, after=written[8].id) == []


async def test_events_are_found_by_their_ids_in_the_scope_only(database, log, zone):
    written, foreign = [note(zone, number) for number in range(5)], note(new_id())
    for event in [*written, foreign]:
        await log.commit_now(event)
    async with database.transaction(zone) as tx:
        wanted = [written[1].id, foreign.id, written[3].id, new_id()]
        assert await log.events_of(tx, ids=wanted) == [written[3], written[1]]
        assert await log.events_of(tx, ids=wanted, kinds=("x.Y",)) == []
        assert await log.events_of(tx, ids=()) == []
