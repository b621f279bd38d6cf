"""Organisations stay apart, also where one statement writes for several of them."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest

from focus.core import clock
from focus.core.database import check_policies
from focus.core.ids import new_id
from focus.core.log import UnknownEvent, prove_inclusion
from tests.log.conftest import note


async def test_concurrent_commits_of_many_organisations_each_land_in_their_own(database, log):
    zones = [new_id() for _ in range(12)]
    events = [note(zones[number % 12], number) for number in range(240)]
    await asyncio.gather(*map(log.commit_now, events))
    for zone in zones:
        async with database.transaction(zone) as tx:
            found = await log.events_of(tx, limit=100)
        assert {event.id for event in found} == {
            event.id for event in events if event.organisation_id == zone
        }


async def test_no_event_of_another_organisation_is_seen(database, log, zone):
    await log.commit_now(note(new_id()))
    async with database.transaction(zone) as tx:
        assert await log.events_of(tx) == []
        assert await tx.fetchval("select count(*) from log.event") == 0


@pytest.mark.parametrize("table", ["event", "leaf", "tile", "checkpoint", "data_key"])
async def test_without_a_scope_every_table_of_the_log_refuses(database, table):
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="no organisation in scope"):
        async with database.unscoped() as tx:
            await tx.fetch(f"select * from log.{table}")


async def test_a_batch_leaves_no_scope_behind_on_its_connection(database, log, zone):
    await log.commit_now(note(zone))
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="no organisation in scope"):
        await log._batcher._connection.fetch("select * from log.event")


async def test_a_batch_inside_a_transaction_restores_its_scope(database, log, zone):
    other = new_id()
    columns = [[new_id()], [clock.now()], ["x.Y"], [None], [b"l" * 32], [1], [b"payload"]]
    async with database.transaction(zone) as tx:
        sql = "select log.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        assert await tx.fetchval(sql, [other], [1], *columns) == 1
        assert await tx.fetchval("select focus.must_scope()") == zone


async def test_an_event_cannot_be_inserted_for_another_organisation(database, zone):
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
        async with database.transaction(zone) as tx:
            await tx.execute(
                "insert into log.event (organisation_id, id, at, kind, leaf, key_version)"
                " values ($1, $1, now(), 'x.Y', $2, 1)",
                new_id(),
                b"l" * 32,
            )


async def test_an_event_of_another_organisation_cannot_be_erased(database, log, zone, behind):
    event = note(zone)
    await log.commit_now(event)
    async with database.transaction(new_id()) as tx:
        assert not await log.erase(tx, event.id, by=None, reason="retention")
    assert await behind.fetchval("select payload is not null from log.event where id = $1", event.id)


async def test_an_event_of_another_organisation_cannot_be_proven(database, log, seal, zone):
    event = note(zone)
    await log.commit_now(event)
    await seal()
    async with database.transaction(new_id()) as tx:
        with pytest.raises(UnknownEvent):
            await prove_inclusion(tx, event.id)


async def test_the_doors_of_the_log_pass_the_self_check_of_policies(database):
    await check_policies(database)


async def test_what_the_door_shows_of_unsealed_events_is_commitments_only(database, log, zone):
    await log.commit_now(note(zone))
    async with database.unscoped() as tx:
        rows = await tx.fetch("select * from log.unsealed(10) where organisation_id = $1", zone)
    shown = ["organisation_id", "size", "id", "epoch", "xid", "seq", "leaf"]
    assert [list(row.keys()) for row in rows] == [shown]
