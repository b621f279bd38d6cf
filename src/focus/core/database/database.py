"""The database as the platform sees it: transactions in a scope, on whatever PostgreSQL there is."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Generator
from pathlib import Path
from types import TracebackType
from typing import Final
from uuid import UUID

import asyncpg

from focus.core.database import roles
from focus.core.database.credentials import Credentials, Login
from focus.core.database.embedded import EmbeddedServer
from focus.core.database.pool import PATIENCE, Connection, Pool
from focus.core.database.problems import DatabaseAway, DatabaseBusy, DatabaseUnusable, means_gone
from focus.core.database.reading import STATEMENTS, Reading, ReadingConnection
from focus.core.database.transaction import TransactionContext

NAME: Final = "focus"
"""The database within the embedded server."""

FIRST_SECONDS: Final = 15.0
"""Seconds that the first connection may take."""

REFUSED: Final = (
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InvalidCatalogNameError,
    asyncpg.InsufficientPrivilegeError,
)
"""What a server answers before the roles and the database were made."""


class Database:
    """Open it once per process and event loop: `async with Database.open(home) as database`."""

    def __init__(self, home: Path, url: str | None, app_url: str | None, *, pool_size: int) -> None:
        if app_url and not url:
            raise DatabaseUnusable("FOCUS_DATABASE_APP_URL is of use only with FOCUS_DATABASE_URL.")
        self.home = home.absolute()
        self._server = None if url else EmbeddedServer(self.home)
        self._given = url
        self._app_given = app_url
        self._credentials = Credentials(self.home)
        self._login: Login | None = None
        self._opened = False
        self._pool = Pool(self._connect, size=pool_size, revive=self._revive)

    @staticmethod
    def open(
        home: Path, url: str | None = None, *, app_url: str | None = None, pool_size: int = 16
    ) -> Opening:
        """The embedded server under `home`, or the PostgreSQL at `url` (superuser, or CREATEROLE and owner).

        `app_url`: the login to work with, where the operator made one. Awaited it gives the open
        Database; as a context it closes it too. Raises DatabaseUnusable, DatabaseAway.
        """
        return Opening(Database(home, url, app_url, pool_size=pool_size))

    @staticmethod
    def from_environment(*, pool_size: int = 16) -> Opening:
        """FOCUS_HOME (default ./var), FOCUS_DATABASE_URL, FOCUS_DATABASE_APP_URL."""
        seen = os.environ
        home = Path(seen.get("FOCUS_HOME") or "var")
        url, app_url = seen.get("FOCUS_DATABASE_URL") or None, seen.get("FOCUS_DATABASE_APP_URL") or None
        return Database.open(home, url, app_url=app_url, pool_size=pool_size)

    @property
    def embedded(self) -> bool:
        return self._server is not None

    @property
    def away(self) -> bool:
        """Whether the database is known to be gone just now."""
        return self._pool.away

    @property
    def url(self) -> str:
        """For migrations and tools of the operator: holds the administrator's password."""
        if self._given is not None:
            return self._given
        return self._embedded.url(NAME)

    @property
    def app_dsn(self) -> str:
        """For tools that work as the platform does: holds its password."""
        if self._app_given is not None:
            return self._app_given
        login = self._login or self._credentials.app_login()
        return roles.with_login(self._given, login) if self._given else self._embedded.url(NAME, login=login)

    def transaction(self, organisation: UUID, *, readonly: bool = False) -> TransactionContext:
        """A transaction that sees and writes rows of this organisation only."""
        if not isinstance(organisation, UUID):
            raise TypeError(f"The scope is a UUID, not {type(organisation).__name__}.")
        return TransactionContext(self._pool, organisation, readonly=readonly)

    def unscoped(self, *, readonly: bool = False) -> TransactionContext:
        """A transaction without scope: a table of organisations' rows answers with an error (42501)."""
        return TransactionContext(self._pool, None, readonly=readonly)

    def reading(self, organisation: UUID) -> Reading:
        """Statements that see this organisation's rows and write nothing, each in one round trip."""
        return Reading(self._pool, organisation)

    async def direct(self) -> Connection:
        """A connection of your own, to LISTEN or to hold a leader's lock; it is yours to watch and close."""
        try:
            return await self._connect()
        except asyncpg.TooManyConnectionsError as error:
            raise DatabaseBusy from error
        except Exception as error:
            if means_gone(error):
                self._pool.suspect()
                raise DatabaseAway from None
            raise

    async def start(self) -> None:
        """What `open` awaits."""
        if self._server is not None:
            await asyncio.to_thread(self._server.ensure)
        if self._app_given is None:
            self._login = await asyncio.to_thread(self._credentials.app_login)
        try:
            await self._start_pool()
        except BaseException:
            await self.close()
            raise
        self._opened = True

    async def _start_pool(self) -> None:
        try:
            try:
                await self._pool.start()
            except REFUSED:
                await roles.prepare(self.url, self._login)
                await self._pool.start()
        except asyncpg.PostgresError as error:
            if means_gone(error):
                raise DatabaseAway from None
            raise DatabaseUnusable(f"The database refuses the platform: {error.message}") from None
        except OSError:
            raise DatabaseAway from None

    async def close(self) -> None:
        """End all connections; an embedded server that nobody else uses stops."""
        await self._pool.close()
        if self._server is not None:
            await asyncio.to_thread(self._server.release)

    async def _connect(self) -> Connection:
        return await asyncpg.connect(
            self.app_dsn,
            connection_class=ReadingConnection,
            timeout=PATIENCE if self._opened else FIRST_SECONDS,
            statement_cache_size=STATEMENTS,
            max_cached_statement_lifetime=0,
            server_settings={"application_name": "focus"},
        )

    async def _revive(self) -> None:
        if self._server is not None:
            await asyncio.to_thread(self._server.ensure)

    @property
    def _embedded(self) -> EmbeddedServer:
        if self._server is None:
            raise DatabaseUnusable("There is no embedded server: FOCUS_DATABASE_URL is set.")
        return self._server


class Opening:
    """A Database about to open: awaitable, and a context that closes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __await__(self) -> Generator[object, None, Database]:
        return self._opened().__await__()

    async def _opened(self) -> Database:
        await self._database.start()
        return self._database

    async def __aenter__(self) -> Database:
        return await self._opened()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._database.close()
