"""Whose list it is: shared by all, or one organisation's own, which no other can read or see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from uuid import UUID, uuid4

import asyncpg
import pytest

from focus.core import clock
from focus.core.database import Database, check_policies
from focus.modules.search.sources.asker import asked_for
from focus.modules.search.sources.protocol import SourceFailed
from tests.search.lists.files import HEADER, JEROEN, Listed, reading

HOME, OTHER = uuid4(), uuid4()
TABLES = ("list_load", "list_current", "list_entry", "list_key", "list_index", "list_bad_line")


@pytest.fixture
async def own(make: Callable[..., Listed]) -> Listed:
    """The own list of HOME, loaded."""
    listed = make(organisation="5999", bad_share=0.5)
    listed.source.attach(listed.database, {"5999": HOME})
    await listed.load(HEADER, JEROEN, "bad\n")
    return listed


async def asked_by(listed: Listed, organisation: UUID | None) -> list[str]:
    token = asked_for.set(organisation)
    try:
        return await listed.named("Jeroen Verlinden")
    finally:
        asked_for.reset(token)


async def test_its_own_officers_find_in_it(own: Listed) -> None:
    assert await asked_by(own, HOME) == ["Verlinden, Jeroen"]


async def test_asked_for_another_organisation_it_fails_and_never_says_nothing(own: Listed) -> None:
    with pytest.raises(SourceFailed, match="not_loaded"):
        await asked_by(own, OTHER)


async def test_asked_for_nobody_it_fails(own: Listed) -> None:
    with pytest.raises(SourceFailed, match="broken"):
        await asked_by(own, None)


async def test_an_organisation_that_there_is_not_opens_its_list_to_nobody(own: Listed) -> None:
    own.source.attach(own.database, {})

    assert own.source.organisation not in (None, HOME, OTHER)


@pytest.mark.parametrize("table", TABLES)
async def test_another_scope_sees_no_row(own: Listed, database: Database, table: str) -> None:
    question = f"select count(*) from search.{table}"
    here = await database.reading(HOME).fetchval(question)
    there = await database.reading(OTHER).fetchval(question)

    assert (here > 0, there) == (True, 0)


@pytest.mark.parametrize("table", TABLES)
async def test_without_a_scope_a_list_is_an_error(own: Listed, database: Database, table: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.unscoped() as tx:
            await tx.fetch(f"select * from search.{table}")


async def test_the_self_check_finds_every_table_behind_its_policy(database: Database) -> None:
    await check_policies(database)


async def test_a_question_is_answered_by_the_index_not_by_reading_the_list(
    make: Callable[..., Listed], database: Database
) -> None:
    listed = make()
    await listed.load(HEADER, JEROEN, *[f"{i},Maes{i},Tom,1970-01-01,,\n" for i in range(10, 4_000)])
    deadline = asyncio.get_running_loop().time() + 10

    before = await scanned(database)
    question = reading("plate", plate="2ZKV318")
    answer = await listed.source.ask(question, deadline=deadline, asked_at=clock.now())

    assert len(answer.records) == 1
    assert await scanned(database) == before


async def scanned(database: Database) -> int:
    """How often the keys were read from end to end."""
    connection = await asyncpg.connect(database.url)
    try:
        await connection.execute("select pg_stat_force_next_flush()")
        found = await connection.fetchval(
            "select seq_scan from pg_stat_user_tables where schemaname = 'search' and relname = 'list_key'"
        )
        return int(found)
    finally:
        await connection.close()
