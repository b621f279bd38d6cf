"""The database that other tests stand on leaves nothing behind."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest

from tests.database.conftest import NOTEBOOK
from tests.support.database import temporary_database


async def test_on_a_given_server_it_is_new_and_dropped(
    system_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = urlunsplit(urlsplit(system_url)._replace(path="/postgres"))
    monkeypatch.setenv("FOCUS_TEST_DATABASE_URL", server)
    async with temporary_database(tmp_path, [NOTEBOOK]) as database, database.unscoped() as tx:
        role = await tx.fetchval("select current_user::text")
        name = await tx.fetchval("select current_database()")
        assert await tx.fetchval("select count(*) from notebook.colour") == 0
    connection = await asyncpg.connect(server)
    assert await connection.fetchval("select count(*) from pg_roles where rolname = $1", role) == 0
    assert await connection.fetchval("select count(*) from pg_database where datname = $1", name) == 0
    await connection.close()


async def test_two_with_the_same_tables_know_nothing_of_each_other(tmp_path: Path) -> None:
    async with (
        temporary_database(tmp_path / "a", [NOTEBOOK]) as one,
        temporary_database(tmp_path / "b", [NOTEBOOK]) as other,
    ):
        async with one.unscoped() as tx:
            await tx.execute("insert into notebook.colour (name) values ('only here')")
        async with other.unscoped() as tx:
            assert await tx.fetchval("select count(*) from notebook.colour") == 0
