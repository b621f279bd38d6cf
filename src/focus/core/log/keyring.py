"""The data keys of organisations: opened once per process, made when an organisation first logs."""

from __future__ import annotations

import asyncio
import secrets
from typing import NamedTuple
from uuid import UUID

from focus.core.database import Connection, Database, Transaction
from focus.core.database.transaction import opening
from focus.core.keys import KeyStore

_ALL = "select version, wrapped from log.data_key order by version"
_FIRST = (
    "insert into log.data_key (organisation_id, version, wrapped) values ($1, 1, $2) on conflict do nothing"
)


class DataKey(NamedTuple):
    """A key in clear; `version` stands beside everything it encrypted."""

    version: int
    key: bytes


class Keyring:
    """Newest and older data keys per organisation, in memory only."""

    def __init__(self, database: Database, keys: KeyStore) -> None:
        self._database = database
        self._keys = keys
        self._known: dict[UUID, dict[int, bytes]] = {}
        self._newest: dict[UUID, DataKey] = {}
        self._making: dict[UUID, asyncio.Lock] = {}

    def newest(self, organisation: UUID) -> DataKey | None:
        """The key to encrypt with, when this process has it already."""
        return self._newest.get(organisation)

    async def ensure(self, organisation: UUID) -> DataKey:
        """The key to encrypt with; the first one is made now.

        On a connection of its own: the key must be durable before anything is encrypted with it, also
        when the business transaction that needs it is rolled back. Raises KeyUnknown, DatabaseAway.
        """
        async with self._making.setdefault(organisation, asyncio.Lock()):
            if organisation not in self._newest:
                connection = await self._database.direct()
                try:
                    await self._make(connection, organisation)
                finally:
                    connection.terminate()
        return self._newest[organisation]

    async def versions(self, tx: Transaction, organisation: UUID, *, needed: int) -> dict[int, bytes]:
        """Every key of the organisation by version; looked up again when `needed` is not known."""
        if needed not in self._known.get(organisation, {}):
            await self._load(organisation, await tx.fetch(_ALL))
        return self._known.get(organisation, {})

    async def _make(self, connection: Connection, organisation: UUID) -> None:
        await connection.execute(opening(organisation, readonly=False))
        if not await connection.fetchval("select exists (select from log.data_key)"):
            wrapped = await self._keys.wrap(organisation, secrets.token_bytes(32))
            await connection.execute(_FIRST, organisation, wrapped)
        rows = await connection.fetch(_ALL)
        await connection.execute("commit")
        if not rows:  # another process made it just now, unseen by our statement
            await connection.execute(opening(organisation, readonly=True))
            rows = await connection.fetch(_ALL)
            await connection.execute("commit")
        await self._load(organisation, rows)

    async def _load(self, organisation: UUID, rows: list[tuple[int, bytes]]) -> None:
        known = {version: await self._keys.unwrap(organisation, wrapped) for version, wrapped in rows}
        if known:
            self._known[organisation] = known
            self._newest[organisation] = DataKey(max(known), known[max(known)])
