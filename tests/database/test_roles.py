"""Setting up a database by URL: which role it takes, and what it leaves behind."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest

from focus.core.database import (
    Connection,
    Database,
    DatabaseUnusable,
    EmbeddedServer,
    check_policies,
    migrate,
)
from focus.core.database.credentials import Login
from focus.core.database.roles import with_login
from tests.database.conftest import NOTEBOOK
from tests.database.postgresql import system_binaries, system_server

Role = tuple[Connection, str]


def at(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


@pytest.fixture
async def role(system_url: str) -> AsyncIterator[Role]:
    """A superuser's connection and the URL of a fresh role on a database that does not exist yet."""
    connection = await asyncpg.connect(at(system_url, "postgres"))
    name, password = f"dba_{secrets.token_hex(4)}", secrets.token_hex(8)
    await connection.execute(f"create role {name} login password '{password}'")
    yield connection, with_login(at(system_url, f"db_{name}"), Login(name, password))
    await connection.execute(f"drop database if exists db_{name} with (force)")
    await connection.close()


async def may_make_roles(superuser: Connection, url: str, attributes: str) -> None:
    """Attributes for the role of a URL, and FOCUS's roles to give on where they are there already."""
    name = urlsplit(url).username
    await superuser.execute(f"alter role {name} {attributes}")
    await superuser.execute(
        "do $$ begin if to_regrole('focus_door') is not null then"
        f" grant focus_owner, focus_app, focus_door to {name} with admin option; end if; end $$"
    )


async def test_a_role_with_createrole_and_createdb_is_enough(role: Role, tmp_path: Path) -> None:
    connection, url = role
    await may_make_roles(connection, url, "createrole createdb")
    async with Database.open(tmp_path, url) as database:
        await migrate(database, [NOTEBOOK])
        await check_policies(database)


async def test_a_role_that_may_not_make_roles_is_told_so(role: Role, tmp_path: Path) -> None:
    connection, url = role
    await connection.execute(f"alter role {urlsplit(url).username} createdb")

    with pytest.raises(DatabaseUnusable, match="needs CREATEROLE"):
        await Database.open(tmp_path, url)


async def test_a_role_that_does_not_own_the_database_is_told_so(role: Role, tmp_path: Path) -> None:
    connection, url = role
    await may_make_roles(connection, url, "createrole")
    await connection.execute(f"create database db_{urlsplit(url).username}")

    with pytest.raises(DatabaseUnusable, match=r"must own the database \(dba_\w+ is not its owner"):
        await Database.open(tmp_path, url)


async def test_a_missing_database_that_may_not_be_made_is_told_so(role: Role, tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="may not create it"):
        await Database.open(tmp_path, role[1])


async def test_a_wrong_password_is_told_without_the_password(role: Role, tmp_path: Path) -> None:
    url = with_login(role[1], Login(urlsplit(role[1]).username or "", "not-the-password"))

    with pytest.raises(DatabaseUnusable) as raised:
        await Database.open(tmp_path, url)
    assert "not-the-password" not in str(raised.value)
    assert raised.value.__cause__ is None


async def test_two_homes_on_one_server_do_not_lock_each_other_out(system: Database, tmp_path: Path) -> None:
    async with Database.open(tmp_path, system.url) as other, other.unscoped() as tx:
        assert await tx.fetchval("select 1") == 1
    async with Database.open(system.home, system.url) as again, again.unscoped() as tx:
        assert await tx.fetchval("select 1") == 1


async def test_the_operator_may_bring_the_login(system: Database, tmp_path: Path, role: Role) -> None:
    connection, _ = role
    name = f"own_{secrets.token_hex(4)}"
    await connection.execute(f"create role {name} login password 'x' in role focus_app")
    app_url = with_login(system.url, Login(name, "x"))
    try:
        async with Database.open(tmp_path, system.url, app_url=app_url) as database:
            await check_policies(database)
            async with database.unscoped() as tx:
                assert await tx.fetchval("select current_user::text") == name
        assert not (tmp_path / "secrets" / "database.json").exists()
    finally:
        await connection.execute(f"drop role {name}")


async def test_secrets_are_readable_by_us_alone(embedded: Database, system: Database) -> None:
    for database in (embedded, system):
        folder = database.home / "secrets"
        assert folder.stat().st_mode & 0o777 == 0o700
        assert (folder / "database.json").stat().st_mode & 0o777 == 0o600


async def test_the_server_never_saw_the_password(system: Database) -> None:
    password = urlsplit(system.app_dsn).password
    connection = await asyncpg.connect(system.url)
    try:
        stored = await connection.fetchval(
            "select rolpassword from pg_authid where rolname = $1", urlsplit(system.app_dsn).username
        )
    finally:
        await connection.close()
    assert stored.startswith("SCRAM-SHA-256$")
    assert password not in stored


@pytest.fixture(params=["embedded", "system"])
async def untouched(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """A superuser's URL of a server on which FOCUS never was."""
    if request.param == "embedded":
        server = EmbeddedServer(tmp_path / "server")
        await asyncio.to_thread(server.ensure)
        yield server.url("focus")
        await asyncio.to_thread(server.release)
    elif (binaries := system_binaries()) is None:
        pytest.skip("this machine has no PostgreSQL of its own")
    else:
        with system_server(binaries) as found:
            yield found.url


async def test_without_superuser_a_server_is_set_up_from_nothing(untouched: str, tmp_path: Path) -> None:
    connection = await asyncpg.connect(at(untouched, "postgres"))
    await connection.execute("create role dba login createrole createdb password 'x'")
    await connection.close()

    url = with_login(untouched, Login("dba", "x"))
    async with Database.open(tmp_path / "home", url) as database:
        await migrate(database, [NOTEBOOK])
        await check_policies(database)
        await migrate(database, [NOTEBOOK])
    async with Database.open(tmp_path / "second", url) as database:
        await check_policies(database)


async def test_databases_set_up_at_once_on_one_server_share_its_roles(untouched: str, tmp_path: Path) -> None:
    async def set_up(number: int) -> None:
        async with Database.open(tmp_path / str(number), at(untouched, f"db{number}")) as database:
            await migrate(database, [NOTEBOOK])
            await check_policies(database)

    await asyncio.gather(*(set_up(number) for number in range(4)))


async def test_a_login_without_a_server_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="only with FOCUS_DATABASE_URL"):
        Database.open(tmp_path, app_url="postgresql://somebody@/focus")
