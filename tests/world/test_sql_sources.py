"""The eight SQL sources through their doors, in health and with faults."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import asyncpg
import pytest

from tests.support.waiting import until
from world.running import Running
from world.serving.faults import Condition, Fault
from world.sql.tables import sql_sources

question = "select naam, feit from feiten_personen where rijksregisternummer = $1 order by datum desc"
jeroen = "85073003328"


@pytest.fixture
async def events(running: Running) -> AsyncIterator[Condition]:
    condition = running.conditions.of("events-persons")
    yield condition
    condition.mend()


async def connect(running: Running, **more: float) -> asyncpg.Connection:
    return await asyncpg.connect(running.sql["WORLD_SQL_EVENTS_PERSONS"], **more)


@pytest.fixture
async def connection(running: Running) -> AsyncIterator[asyncpg.Connection]:
    opened = await connect(running)
    yield opened
    opened.terminate()


@pytest.mark.parametrize("source", sql_sources, ids=lambda source: source.name)
async def test_a_source_holds_rows_and_its_role_may_read_only_them(running: Running, source) -> None:  # type: ignore[no-untyped-def]
    opened = await asyncpg.connect(running.sql[source.variable])
    try:
        assert await opened.fetchval(f"select count(*) from {source.table}") > 0
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await opened.execute(f"delete from {source.table}")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await opened.fetchval("select stamp from public.filled")
    finally:
        await opened.close()


async def test_earlier_events_of_the_cast_are_there(connection: asyncpg.Connection) -> None:
    rows = await connection.fetch(question, jeroen)
    assert [row["feit"] for row in rows] == ["diefstal met braak", "drugs"]


async def test_a_hanging_source_notices_that_its_asker_left(
    running: Running, events: Condition, connection: asyncpg.Connection
) -> None:
    before = events.counters.cancelled
    events.break_down(Fault("hang"))
    asking = asyncio.create_task(connection.fetch(question, jeroen))
    await until(lambda: events.counters.open > 0)
    assert not asking.done()
    connection.terminate()
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
        await asking
    await until(lambda: events.counters.cancelled > before)
    assert events.counters.cancelled == before + 1


async def test_other_columns_come_with_the_wrong_schema(running: Running, events: Condition) -> None:
    events.break_down(Fault("wrong-schema"))
    opened = await connect(running)
    row = await opened.fetchrow(question, jeroen)
    opened.terminate()
    assert row is not None
    assert list(row.keys()) == ["col_0", "col_1"]


async def test_texts_are_no_utf_8_with_the_wrong_charset(
    events: Condition, connection: asyncpg.Connection
) -> None:
    events.break_down(Fault("wrong-charset"))
    with pytest.raises(UnicodeDecodeError):
        await connection.fetch(question, jeroen)


async def test_a_huge_answer_has_more_rows_than_anybody_asked_for(
    events: Condition, connection: asyncpg.Connection
) -> None:
    events.break_down(Fault("huge"))
    rows = await connection.fetch(question, jeroen)
    assert len(rows) > 100_000


async def test_garbage_breaks_the_protocol(running: Running, events: Condition) -> None:
    events.break_down(Fault("garbage"))
    opened = await connect(running, timeout=3)
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError)):
        await asyncio.wait_for(opened.fetch(question, jeroen), 1)
    opened.terminate()


async def test_a_dripping_source_takes_its_time(events: Condition, connection: asyncpg.Connection) -> None:
    events.break_down(Fault("drip", ms=30))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(connection.fetch(question, jeroen), 0.5)


async def test_a_source_that_fails_says_so_and_goes_on_when_mended(
    events: Condition, connection: asyncpg.Connection
) -> None:
    await connection.fetch(question, jeroen)
    events.break_down(Fault("500"))
    with pytest.raises(asyncpg.InternalServerError):
        await connection.fetch(question, jeroen)
    events.mend()
    assert len(await connection.fetch(question, jeroen)) == 2


async def test_nobody_gets_in_with_401(running: Running, events: Condition) -> None:
    events.break_down(Fault("401"))
    with pytest.raises(asyncpg.InvalidPasswordError):
        await connect(running)


@pytest.mark.parametrize("mode", ["reset", "out"])
async def test_open_connections_are_cut_and_new_ones_refused(
    running: Running, events: Condition, connection: asyncpg.Connection, mode: str
) -> None:
    events.break_down(Fault(mode))
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
        await connection.fetch(question, jeroen)
    with pytest.raises((asyncpg.PostgresError, OSError)):
        await connect(running)


async def test_a_slow_source_answers_late(events: Condition, connection: asyncpg.Connection) -> None:
    await connection.fetch(question, jeroen)
    events.break_down(Fault("slow", ms=300))
    began = time.monotonic()
    assert len(await connection.fetch(question, jeroen)) == 2
    assert time.monotonic() - began >= 0.3
