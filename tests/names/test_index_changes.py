"""Loading and changing an index while it is used."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest

from focus.core.database import Database
from focus.core.names.index import Entry, Index, PostgresqlStore, loading
from focus.core.names.index.rebuilding import rebuild
from tests.names.village import EVERYBODY, HARD
from tests.support.cable import on_a_cable
from tests.support.waiting import until
from world.sql import messages


@pytest.fixture
async def index(pool: asyncpg.Pool, schema: str) -> AsyncIterator[Index]:
    """On a schema in which nobody is."""
    store = await PostgresqlStore.open(pool, schema)
    yield Index(store)
    await store.close()


async def found(index: Index, name: str, born: str | None = None) -> list[str]:
    return [candidate.id for candidate in await index.search(name, born)]


async def told(index: Index) -> None:
    """Wait until PostgreSQL has delivered what was committed."""
    store = index.store
    assert isinstance(store, PostgresqlStore)
    await until(lambda: store.behind)


async def test_somebody_added_is_found_by_the_next_search(
    index: Index, connection: asyncpg.Connection, schema: str
) -> None:
    await loading.put(connection, schema, [Entry("new", "Zwyndrecht, Quirina", "1999-09-09")])
    await told(index)
    assert await found(index, "Quirina Zwyndregt") == ["new"]


async def test_somebody_added_is_found_by_known_words_in_a_new_pair(
    index: Index, connection: asyncpg.Connection, schema: str
) -> None:
    await loading.load(connection, schema, "village", lambda first: EVERYBODY[first:])
    await told(index)
    await index.search("Luc Maes")
    await loading.put(connection, schema, [Entry("new", "Scheerlinck, Kathleen", None)])
    await told(index)
    assert (await found(index, "Kathleen Scheerlinck"))[0] == "new"


async def test_somebody_removed_is_not_found(
    index: Index, connection: asyncpg.Connection, schema: str
) -> None:
    await loading.put(connection, schema, HARD)
    assert await loading.remove(connection, schema, ["jan", "nobody"]) == 1
    await told(index)
    assert "jan" not in await found(index, "Jan van den Berghe", "1985-03-02")


async def test_a_changed_name_is_found_and_the_old_one_is_not(
    index: Index, connection: asyncpg.Connection, schema: str
) -> None:
    await loading.put(connection, schema, [Entry("one", "Peeters, Marie", "1980-01-02")])
    await loading.put(connection, schema, [Entry("one", "Vercauteren, Marie", "1980-01-02")])
    await told(index)
    assert await found(index, "Marie Vercauteren") == ["one"]
    assert await found(index, "Marie Peeters") == []


async def test_removal_from_a_list_in_memory() -> None:
    index = Index.of(HARD)
    index.store.remove(["jan"])  # type: ignore[attr-defined]
    assert "jan" not in await found(index, "Jan van den Berghe", "1985-03-02")


async def test_after_a_rebuild_everybody_is_found_as_before(
    index: Index, connection: asyncpg.Connection, schema: str
) -> None:
    await loading.put(connection, schema, HARD)
    await told(index)
    before = await index.search("Pieter Vandenberghe")
    await rebuild(connection, schema)
    await told(index)
    assert await index.search("Pieter Vandenberghe") == before


async def test_searches_go_on_while_the_vocabulary_is_rebuilt(
    index: Index, connection: asyncpg.Connection, schema: str
) -> None:
    await loading.put(connection, schema, EVERYBODY)
    await told(index)
    rebuilding = asyncio.create_task(rebuild(connection, schema))
    answers = []
    while not rebuilding.done():
        answers.append(await found(index, "Wim Willems"))
        await asyncio.sleep(0)
    await rebuilding
    for _ in range(20):
        answers.append(await found(index, "Wim Willems"))
        await asyncio.sleep(0.01)
    assert {answer[0] for answer in answers} == {"willem"}


async def test_what_is_added_during_a_rebuild_is_found_after_it(
    index: Index, pool: asyncpg.Pool, connection: asyncpg.Connection, schema: str
) -> None:
    await loading.put(connection, schema, EVERYBODY)
    rebuilding = asyncio.create_task(rebuild(connection, schema))
    await asyncio.sleep(0)
    async with pool.acquire() as other:
        await loading.put(other, schema, [Entry("new", "Zwyndrecht, Quirina", "1999-09-09")])
    await rebuilding
    fresh = await PostgresqlStore.open(pool, schema)
    assert await found(Index(fresh), "Quirina Zwyndrecht") == ["new"]
    await fresh.close()


class Unplugged(Exception):
    """The source ended in the middle."""


async def test_an_interrupted_load_goes_on_where_it_stopped(
    pool: asyncpg.Pool, connection: asyncpg.Connection, schema: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "BATCH", 20)
    asked_from = []

    def entries(first: int) -> Iterator[Entry]:
        asked_from.append(first)
        for at, entry in enumerate(EVERYBODY[first:], first):
            if at == 50 and len(asked_from) == 1:
                raise Unplugged
            yield entry

    with pytest.raises(Unplugged):
        await loading.load(connection, schema, "village", entries)
    assert await loading.load(connection, schema, "village", entries) == len(EVERYBODY)
    assert asked_from == [0, 40]
    assert await connection.fetchval(f"select count(*) from {schema}.entry") == len(EVERYBODY)
    store = await PostgresqlStore.open(pool, schema)
    assert (await found(Index(store), "Jan van den Berghe"))[0] == "jan"
    await store.close()


async def test_a_load_says_how_far_it_is(
    connection: asyncpg.Connection, schema: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "BATCH", 50)
    said: list[loading.Progress] = []
    await loading.load(connection, schema, "village", lambda first: EVERYBODY[first:], told=said.append)
    assert [(each.stage, each.position) for each in said] == [
        ("entries", 50),
        ("entries", 100),
        ("entries", 111),
        ("indexes", 111),
        ("vocabulary", 111),
        ("done", 111),
    ]


async def test_a_second_load_replaces_those_it_knows(
    index: Index, connection: asyncpg.Connection, schema: str
) -> None:
    await loading.load(connection, schema, "village", lambda first: EVERYBODY[first:])
    changed = [Entry("jan", "Van den Berghe, Jozef", "1985-03-02")]
    await loading.load(connection, schema, "delta", lambda first: changed[first:])
    await told(index)
    assert [c.name for c in await index.search("van den Berghe", "1985-03-02")] == ["Van den Berghe, Jozef"]


async def test_a_search_after_the_connections_were_cut_is_answered(
    index: Index, pool: asyncpg.Pool, connection: asyncpg.Connection, schema: str
) -> None:
    await loading.put(connection, schema, HARD)
    await told(index)
    await index.search("Wim Willems")
    cut = await connection.fetch(
        """select pid, pg_terminate_backend(pid) from pg_stat_activity
           where pid <> pg_backend_pid() and datname = current_database()"""
    )

    async def gone() -> bool:
        pids = [row["pid"] for row in cut]
        return not await connection.fetchval(
            "select count(*) from pg_stat_activity where pid = any($1)", pids
        )

    assert cut
    await until(gone)
    assert (await found(index, "Wim Willems"))[0] == "willem"


async def test_a_search_is_answered_when_the_server_said_farewell_on_a_line_that_is_still_open(
    database: Database, connection: asyncpg.Connection, schema: str
) -> None:
    async with on_a_cable(database.url) as (through, cable):
        async with asyncpg.create_pool(through, min_size=1, max_size=12) as pool:
            store = await PostgresqlStore.open(pool, schema)
            index = Index(store)
            await loading.put(connection, schema, HARD)
            await told(index)
            await index.search("Wim Willems")
            for _ in range(2):
                cable.say(messages.error("57P01", "terminating connection", severity="FATAL"))
                # A later word on another line: what was said before has arrived.
                await (await asyncpg.connect(through)).close()
                store.changed()
                assert (await found(index, "Wim Willems"))[0] == "willem"
            await store.close()
        await cable.pull_out()


@pytest.mark.parametrize("name", ["", "a;drop", "Upper", "1st"])
async def test_a_schema_name_that_is_not_plain_is_refused(connection: asyncpg.Connection, name: str) -> None:
    with pytest.raises(ValueError, match="plain schema name"):
        await loading.create(connection, name)
