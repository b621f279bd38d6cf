"""The log as the platform uses it: append, commit now, read back, erase."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import asyncpg

from focus.core import clock
from focus.core.database import Database, DatabaseAway, DatabaseBusy, Transaction
from focus.core.database.problems import means_gone
from focus.core.keys import KeyStore
from focus.core.log.batcher import CALLERS_FAULT, Batcher, Row
from focus.core.log.envelope import seal, unseal
from focus.core.log.errors import AlreadyLogged, LogUnavailable
from focus.core.log.events import LogEvent, canonical, from_canonical
from focus.core.log.jumps import LEAST_S, Jumps
from focus.core.log.keyring import DataKey, Keyring
from focus.core.log.sealer import ENTER, Sealer

SEALED_WITHIN: Final = timedelta(seconds=60)
_INSERT = """
insert into log.event (organisation_id, id, at, kind, person_id, leaf, key_version, payload, epoch)
values ($1, $2, $3, $4, $5, $6, $7, $8, log.epoch_now())
"""

_EVENTS = """
select organisation_id, id, key_version, payload from log.event
where {which} payload is not null order by seq {order} limit $1
"""
_SEALED = """
select l.position, e.organisation_id, e.id, e.key_version, e.payload, e.kind = any ($3) as wanted
from log.leaf l
join log.event e on e.organisation_id = l.organisation_id and e.id = l.event_id
where l.position >= $1 and e.payload is not null order by l.position limit $2
"""
_WHICH = {
    "person": "person_id = ${0} and",
    "kinds": "kind = any (${0}) and",
    "ids": "id = any (${0}) and",
    "before": "seq < (select b.seq from log.event b where b.id = ${0}) and",
    "after": "seq > (select b.seq from log.event b where b.id = ${0}) and",
}


class Log:
    """One per process: a batcher, and a sealer that works when this process leads."""

    def __init__(
        self, database: Database, keys: KeyStore, *, patience: float = 1.5, seal_every: float = 1.0
    ) -> None:
        self._database = database
        self._keyring = Keyring(database, keys)
        self._batcher = Batcher(database, patience=patience)
        self._sealing: asyncio.Task[None] | None = None
        self._patience = patience
        self._jumps = Jumps()
        self.sealer = Sealer(database, keys, every=seal_every)

    @classmethod
    async def open(
        cls, database: Database, keys: KeyStore, *, patience: float = 1.5, seal_every: float = 1.0
    ) -> Log:
        """`patience`: seconds until an event that cannot be written is refused; `seal_every`: seconds.

        Finds out whether the log was moved into another cluster: after a restore, start the server anew.
        """
        async with database.unscoped() as tx:
            await tx.execute(ENTER)
        return cls(database, keys, patience=patience, seal_every=seal_every)

    async def start(self) -> None:
        """Begin to seal, or to wait for being the one who seals; find out whether the clock was set back."""
        async with self._database.unscoped(readonly=True) as tx:
            late = clock.now() + timedelta(seconds=LEAST_S)
            self._jumps.ahead(map(tuple, await tx.fetch("select * from log.ahead($1)", late)))
        if self._sealing is None:
            self._sealing = asyncio.create_task(self.sealer.run(), name="focus log sealer")

    async def stop(self) -> None:
        """Write what waits and stop sealing; what is not sealed is sealed by the next leader."""
        if self._sealing is not None:
            self._sealing.cancel()
            await asyncio.wait([self._sealing])
            self._sealing = None
        await self._batcher.close()

    async def behind(self) -> list[tuple[UUID, datetime]]:
        """Organisations with events that are not sealed for a minute, and since when; the longest first.

        A second is usual. More means that nobody seals, that a transaction stays open, or that a log no
        longer fits its last checkpoint: then somebody changed what was written.
        """
        async with self._database.unscoped(readonly=True) as tx:
            rows = await tx.fetch("select * from log.behind($1)", clock.now() - SEALED_WITHIN)
        return [(row["organisation_id"], row["since"]) for row in rows]

    async def append(self, tx: Transaction, *events: LogEvent) -> None:
        """Log in the business transaction: both commit or neither.

        Raises AlreadyLogged, LogUnavailable; either way the transaction cannot go on.
        """
        if tx.organisation is not None:
            await self._tell_of_jumps(tx.organisation)
        rows = [await self._row(event) for event in events]
        if any(row.organisation_id != tx.organisation for row in rows):
            raise ValueError("an event of another organisation than the transaction's")
        try:
            for row in rows:
                await tx.execute(_INSERT, *row)
        except asyncpg.UniqueViolationError:
            raise AlreadyLogged from None
        except Exception as error:
            refused = isinstance(error, asyncpg.PostgresError) and not isinstance(error, CALLERS_FAULT)
            if refused or means_gone(error):
                raise LogUnavailable from error
            raise

    async def commit_now(self, event: LogEvent) -> None:
        """Return when the event is durable, in a commit of its own shared with others of the moment.

        Raises AlreadyLogged when its id is taken, LogUnavailable within two seconds.
        """
        await self._tell_of_jumps(event.organisation_id)
        await self._batcher.write(await self._row(event))

    async def _tell_of_jumps(self, organisation: UUID) -> None:
        """Where the clock jumped, that stands before what is logged next, in a commit of its own."""
        due = self._jumps.due(organisation)
        try:
            for event in due:
                await self._batcher.write(await self._row(event))
        except BaseException:
            self._jumps.again(organisation, due)
            raise

    async def events_of(
        self,
        tx: Transaction,
        *,
        person: UUID | None = None,
        kinds: Collection[str] = (),
        ids: Collection[UUID] | None = None,
        before: UUID | None = None,
        after: UUID | None = None,
        limit: int = 50,
    ) -> list[LogEvent]:
        """Decrypted events of the scope, the newest first; `before`: id of the last one already seen.

        With `after` those later than that event, the oldest first. `ids`: these at most; none if it is
        empty. Erased events are left out. Raises PayloadChanged when one does not decrypt.
        """
        asked = {"person": person, "kinds": list(kinds) or None, "ids": ids, "before": before, "after": after}
        given = {name: value for name, value in asked.items() if value is not None}
        which = " ".join(_WHICH[name].format(place) for place, name in enumerate(given, 2))
        sql = _EVENTS.format(which=which, order="desc" if after is None else "asc")
        rows = await tx.fetch(sql, limit, *given.values())
        return [await self._event(tx, row) for row in rows]

    async def sealed(
        self, tx: Transaction, *, start: int, kinds: Collection[str], page: int = 1_000
    ) -> AsyncIterator[tuple[int, LogEvent]]:
        """Sealed events of the scope and of these kinds with their positions, from `start` on, in order.

        For work that goes once over the log and keeps the position that it has reached.
        """
        while rows := await tx.fetch(_SEALED, start, page, list(kinds)):
            for row in rows:
                if row["wanted"]:
                    yield row["position"], await self._event(tx, row)
            start = rows[-1]["position"] + 1

    async def erase(self, tx: Transaction, event: UUID, *, by: UUID | None, reason: str) -> bool:
        """Erase an event's content for good, lawfully: the act is logged, every proof stays valid.

        `by`: the person who orders it; `reason`: legal ground, without personal data. False: no such
        event in this organisation, or already erased.
        """
        organisation = tx.organisation
        if organisation is None or not await tx.fetchval("select log.erase($1)", event):
            return False
        what = {"event": str(event), "reason": reason}
        erased = LogEvent(organisation_id=organisation, kind="log.PayloadErased", person_id=by, what=what)
        await self.append(tx, erased)
        return True

    async def _event(self, tx: Transaction, row: asyncpg.Record) -> LogEvent:
        organisation, version = row["organisation_id"], row["key_version"]
        keys = await self._keyring.versions(tx, organisation, needed=version)
        opened = unseal(row["payload"], data_key=keys[version], organisation=organisation, event=row["id"])
        return from_canonical(opened.payload)

    async def _row(self, event: LogEvent) -> Row:
        organisation = event.organisation_id
        return _row(event, self._keyring.newest(organisation) or await self._data_key(organisation))

    async def _data_key(self, organisation: UUID) -> DataKey:
        """The organisation's key, made now if this is its first event."""
        try:
            async with asyncio.timeout(self._patience):
                return await self._keyring.ensure(organisation)
        except (TimeoutError, DatabaseAway, DatabaseBusy) as error:
            raise LogUnavailable from error
        except Exception as error:
            if means_gone(error):
                raise LogUnavailable from error
            raise


def _row(event: LogEvent, key: DataKey) -> Row:
    organisation, id_ = event.organisation_id, event.id
    leaf, payload = seal(canonical(event), data_key=key.key, organisation=organisation, event=id_)
    return Row(organisation, id_, event.at, event.kind, event.person_id, leaf, key.version, payload)
