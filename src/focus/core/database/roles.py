"""The roles of a FOCUS database, made by whoever the operator's URL signs in as.

- `focus_owner` owns schemas and tables and runs migrations; row-level security is forced on it too.
- `focus_app` is what the platform may do; each FOCUS_HOME signs in with a role of its own in it.
- `focus_door` owns the few reviewed functions that look before a scope is known.

None of them is a superuser or passes row-level security. `focus_owner` may become `focus_door` but does
not inherit from it, so its open policies do not open anything for the owner.
"""

from __future__ import annotations

import asyncio
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

import asyncpg

from focus.core.database.credentials import Login, scram_verifier
from focus.core.database.pool import Connection
from focus.core.database.problems import DatabaseUnusable

OWNER: Final = "focus_owner"
APP: Final = "focus_app"
DOOR: Final = "focus_door"

OLDEST: Final = 15
CONNECT_SECONDS: Final = 5.0

APP_SETTINGS: Final = {
    "search_path": "''",
    "statement_timeout": "'60s'",
    "lock_timeout": "'10s'",
    "idle_in_transaction_session_timeout": "'60s'",
    "jit": "off",
    "timezone": "'UTC'",
}

_ROLES: Final = f"""
do $$ begin
  if to_regrole('{OWNER}') is null then create role {OWNER} nologin noinherit; end if;
  if to_regrole('{APP}') is null then create role {APP} nologin; end if;
  if to_regrole('{DOOR}') is null then create role {DOOR} nologin; end if;
  if not exists (select from pg_auth_members
                 where roleid = '{DOOR}'::regrole and member = '{OWNER}'::regrole) then
    grant {DOOR} to {OWNER};
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant {OWNER} to %I', current_user);
  end if;
  execute format('grant connect, create, temporary on database %I to {OWNER}', current_database());
  execute format('grant connect on database %I to {APP}', current_database());
  if not has_database_privilege('{OWNER}', current_database(), 'create') then
    raise insufficient_privilege using message = format('%I is not its owner', current_user);
  end if;
end $$
"""  # noqa: S608

_LARGE_OBJECTS: Final = f"""
do $$ declare made regprocedure; begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    for made in
      select p.oid::regprocedure from pg_proc p
      where p.pronamespace = 'pg_catalog'::regnamespace and has_function_privilege('{APP}', p.oid, 'execute')
        and p.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'lo_open', 'lo_put',
                          'lo_truncate', 'lo_truncate64', 'lo_unlink', 'lowrite', 'lo_export', 'lo_get')
    loop
      execute format('revoke execute on function pg_catalog.%s from public', made);
    end loop;
  end if;
end $$
"""  # noqa: S608
"""Large objects belong to no organisation, and PostgreSQL 15 writes them even where only reading is allowed.
Only a superuser may take them away: where the operator signs in as another, they stay as they are."""


async def connect_admin(url: str) -> Connection:
    """Sign in with the operator's URL; make its database when that is missing."""
    try:
        connection = await asyncpg.connect(url, timeout=CONNECT_SECONDS)
    except asyncpg.InvalidCatalogNameError:
        await _make_database(url)
        connection = await asyncpg.connect(url, timeout=CONNECT_SECONDS)
    version = connection.get_server_version().major
    if version < OLDEST:
        await connection.close()
        raise DatabaseUnusable(f"This is PostgreSQL {version}; FOCUS needs {OLDEST} or newer.")
    return connection


async def _make_database(url: str) -> None:
    name = database_of(url)
    connection = await asyncpg.connect(url, database="postgres", timeout=CONNECT_SECONDS)
    try:
        await connection.execute(f"create database {quoted(name)} template template0 encoding 'UTF8'")
    except (asyncpg.DuplicateDatabaseError, asyncpg.UniqueViolationError):
        pass  # another process was faster
    except asyncpg.InsufficientPrivilegeError as error:
        raise DatabaseUnusable(
            f"Database {name} does not exist and the role of FOCUS_DATABASE_URL may not create it."
        ) from error
    finally:
        await connection.close()


async def prepare(url: str, login: Login | None) -> None:
    """Make the roles, and the login of this FOCUS_HOME when it has no URL of its own for it."""
    connection = await connect_admin(url)
    try:
        await _again(connection, _ROLES)
        await _again(connection, _LARGE_OBJECTS)
        if login is not None:
            await _again(connection, _login_sql(login))
    except asyncpg.InsufficientPrivilegeError as error:
        raise DatabaseUnusable(
            "The role of FOCUS_DATABASE_URL may not set up FOCUS: it needs CREATEROLE and must own "
            f"the database ({error.message})."
        ) from error
    finally:
        await connection.close()


def _login_sql(login: Login) -> str:
    role, verifier = quoted(login.role), scram_verifier(login.password)
    settings = "".join(f"alter role {role} set {name} = {value};" for name, value in APP_SETTINGS.items())
    return f"""
        do $$ begin
          if to_regrole('{role}') is null then create role {role} login in role {APP}; end if;
        end $$;
        alter role {role} login inherit password '{verifier}';
        {settings}
    """


async def _again(connection: Connection, sql: str) -> None:
    """Roles belong to the whole server: two databases being set up at once meet here."""
    for attempt in range(20):
        try:
            await connection.execute(sql)
        except (asyncpg.UniqueViolationError, asyncpg.DuplicateObjectError, asyncpg.InternalServerError):
            # "tuple concurrently updated" comes as an internal error.
            if attempt == 19:
                raise
            await asyncio.sleep(0.05 * (attempt + 1))
        else:
            return


def quoted(name: str) -> str:
    """An SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def database_of(url: str) -> str:
    return urlsplit(url).path.lstrip("/") or "postgres"


def with_login(url: str, login: Login) -> str:
    """The same server and database, signed in as somebody else."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    netloc = f"{quote(login.role, safe='')}:{quote(login.password, safe='')}@{place}"
    return urlunsplit(parts._replace(netloc=netloc))


def socket_url(folder: str, port: int, login: Login, database: str) -> str:
    """A URL through a unix socket, as libpq and asyncpg read it."""
    who = f"{quote(login.role, safe='')}:{quote(login.password, safe='')}"
    return f"postgresql://{who}@/{quote(database, safe='')}?host={quote(folder, safe='')}&port={port}"
