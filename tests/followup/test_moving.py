"""Stops that were Search's become the module's own: nothing is lost, and a new database looks the same."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from focus.core.database import Database, check_policies, migrate
from focus.core.ids import new_id
from focus.core.registry.registry import discover
from focus.core.texts import LANGUAGES, Texts
from focus.server.demo import demo_id, seed_demo
from focus.server.running import streams
from tests.support.cluster import fresh_database

ALL = tuple(streams(discover()))
BEFORE = tuple(stream for stream in ALL if stream.name != "followup")
ZONE, NEIGHBOUR = demo_id("organisation", "5999"), demo_id("organisation", "5998")

SHAPE = """
  select 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod) || a.attnotnull
      || coalesce(col_description(c.oid, a.attnum), '')
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = $1::text::regnamespace and c.relkind = 'r' and a.attnum > 0
  union all select 'constraint', c.relname, k.conname, pg_get_constraintdef(k.oid)
    from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = $1::text::regnamespace
  union all select 'index', tablename, indexname, indexdef from pg_indexes where schemaname = $1::text
  union all select 'policy', tablename, policyname, concat(cmd, roles, qual, with_check)
    from pg_policies where schemaname = $1::text
  union all select 'table', relname, relkind::text,
      concat(relacl, relrowsecurity, relforcerowsecurity, relowner::regrole)
    from pg_class where relnamespace = $1::text::regnamespace
  order by 1, 2, 3, 4"""


@asynccontextmanager
async def owner_of(url: str) -> AsyncIterator[asyncpg.Connection[Any]]:
    """A connection that no policy binds."""
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


@pytest.fixture
async def old(tmp_path: Path) -> AsyncIterator[str]:
    """A database as it was before, with organisations that worked with it."""
    async with fresh_database(tmp_path, BEFORE) as url:
        async with Database.open(tmp_path, url, pool_size=2) as database:
            await seed_demo(database, modules=("search",))
        yield url


async def shape(url: str, schema: str) -> list[tuple[str, ...]]:
    """All that PostgreSQL knows of a schema's tables."""
    async with owner_of(url) as owner:
        return [tuple(row) for row in await owner.fetch(SHAPE, schema)]


async def stopped(owner: asyncpg.Connection[Any]) -> UUID:
    """A stop that was put right once, as Search kept it."""
    stop = new_id()
    await owner.execute(
        """insert into search.stop (organisation_id, id, at, recorded_at, person_id, post_id, ground,
             after_lookup, known, described, purpose, basis)
           values ($1, $2, now(), now(), $3, $3, 'traffic', false, false, 'Man, rode jas', 'control', '')""",
        ZONE,
        stop,
        new_id(),
    )
    await owner.execute(
        """insert into search.stop_change (organisation_id, id, stop_id, at, person_id, kind, reason, before)
           values ($1, $2, $3, now(), $2, 'corrected', 'vergeten', '{"place": "Dorp 1"}')""",
        ZONE,
        new_id(),
        stop,
    )
    return stop


async def test_a_new_database_and_one_with_stops_end_alike(old: str, tmp_path: Path) -> None:
    async with owner_of(old) as owner:
        await stopped(owner)
    await migrate(old, ALL)
    async with fresh_database(tmp_path / "new", ALL) as new:
        for schema in ("followup", "search"):
            assert await shape(old, schema) == await shape(new, schema)
    assert {row[1] for row in await shape(old, "followup") if row[0] == "column"} == {"stop", "stop_change"}


async def test_every_stop_and_what_it_said_before_is_still_there(old: str, tmp_path: Path) -> None:
    async with owner_of(old) as owner:
        stop = await stopped(owner)
        await migrate(old, ALL)
        kept = await owner.fetchrow(
            """select s.described, c.reason, c.before from followup.stop s
               join followup.stop_change c on c.stop_id = s.id where s.id = $1""",
            stop,
        )
    assert kept is not None
    assert (kept["described"], kept["reason"]) == ("Man, rode jas", "vergeten")
    assert json.loads(kept["before"]) == {"place": "Dorp 1"}


async def test_the_walls_between_organisations_stand_after_the_move(old: str, tmp_path: Path) -> None:
    async with owner_of(old) as owner:
        await stopped(owner)
    await migrate(old, ALL)
    async with Database.open(tmp_path, old, pool_size=2) as database:
        await check_policies(database)
        for organisation, seen in ((ZONE, 1), (NEIGHBOUR, 0)):
            async with database.transaction(organisation) as tx:
                assert await tx.fetchval("select count(*) from followup.stop") == seen


async def test_whoever_might_register_stops_may_still_also_where_it_was_added_to_a_post(old: str) -> None:
    async with owner_of(old) as owner:
        await owner.execute(
            """insert into organisations.post_rights (organisation_id, post_id, since, added, withdrawn)
               select organisation_id, id, now(), '{search.stop_figures}', '{search.ask,search.stop}'
               from organisations.post where organisation_id = $1 limit 1""",
            ZONE,
        )
        everywhere = """select o.code || f.function_code || f.since as who, r as right
          from organisations.function_rights f join organisations.organisation o using (organisation_id),
            unnest(f.permissions) r"""
        before = [tuple(row) for row in await owner.fetch(everywhere)]
        assert any(right == "search.stop" for _, right in before)
        await migrate(old, ALL)
        after = [tuple(row) for row in await owner.fetch(everywhere)]
        assert sorted(after) == sorted((who, _now(right)) for who, right in before)
        post = await owner.fetchrow(
            "select added, withdrawn from organisations.post_rights order by since desc limit 1"
        )
        assert post is not None
        assert (post["added"], post["withdrawn"]) == (
            ["followup.stop_figures"],
            ["followup.stop", "search.ask"],
        )
        templates = await owner.fetch("select permissions from organisations.function_template")
        assert not [one for row in templates for one in row["permissions"] if one.startswith("search.stop")]


def _now(right: str) -> str:
    return right.replace("search.stop", "followup.stop")


async def test_it_is_on_where_search_was_and_off_where_search_was_off(old: str) -> None:
    async with owner_of(old) as owner:
        await owner.execute(
            "update organisations.module_switch set is_on = false where organisation_id = $1", NEIGHBOUR
        )
        await migrate(old, ALL)
        rows = await owner.fetch(
            "select organisation_id, is_on from organisations.module_switch where module = 'followup'"
        )
    on = {row["organisation_id"]: row["is_on"] for row in rows}
    assert (on[ZONE], on[NEIGHBOUR]) == (True, False)


async def test_what_an_organisation_set_about_stops_is_the_modules_setting_and_no_longer_searchs(
    old: str,
) -> None:
    async with owner_of(old) as owner:
        await owner.execute(
            """insert into organisations.setting (organisation_id, module, value, changed_at)
               values ($1, 'search', '{"stops_days": 30, "recent_questions": false}', now()),
                 ($2, 'search', '{"recent_questions": false}', now())""",
            ZONE,
            NEIGHBOUR,
        )
        await migrate(old, ALL)
        rows = await owner.fetch(
            """select organisation_id, module, value from organisations.setting
               where module in ('search', 'followup')"""
        )
    found = {(row["organisation_id"], row["module"]): json.loads(row["value"]) for row in rows}
    assert found == {
        (ZONE, "followup"): {"stops_days": 30},
        (ZONE, "search"): {"recent_questions": False},
        (NEIGHBOUR, "search"): {"recent_questions": False},
    }


async def test_a_command_that_was_answered_before_is_known_when_a_device_sends_it_once_more(old: str) -> None:
    async with owner_of(old) as owner:
        await owner.execute(
            """insert into gate.command (organisation_id, id, person_id, operation, digest)
               values ($1, $2, $2, 'search.record_stop', ''), ($1, $3, $3, 'search.split', '')""",
            ZONE,
            new_id(),
            new_id(),
        )
        await migrate(old, ALL)
        rows = await owner.fetch("select operation from gate.command order by 1")
    assert [row["operation"] for row in rows] == ["followup.record_stop", "search.split"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("event", ["StopRecorded", "StopCorrected", "StopWithdrawn", "StopsErased"])
def test_entries_of_before_are_called_in_the_log_as_those_of_now(language: str, event: str) -> None:
    texts = Texts(discover().text_folders)
    now = texts.get(language, f"followup-event-{event}")
    assert now != f"followup-event-{event}"
    assert texts.get(language, f"search-event-{event}") == now
