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


async def test_without_one_it_is_embedded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOCUS_TEST_DATABASE_URL", raising=False)
    async with temporary_database(tmp_path, [NOTEBOOK]) as database:
        assert database.embedded
