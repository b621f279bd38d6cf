"""A list into the database: a new generation beside the old one, or changes to the one that answers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from datetime import datetime
from hashlib import sha256
from typing import Any, Final, Literal
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.database import Database, Transaction
from focus.core.ids import new_id
from focus.core.names.index import Building, Named, Store
from focus.modules.search.lists import indexing, store
from focus.modules.search.lists.entries import Entry, number, prepare
from focus.modules.search.lists.fetching import Fetched, NotFetched, fetched
from focus.modules.search.lists.indexing import At, Changes
from focus.modules.search.lists.lines import Swallowed, Unreadable
from focus.modules.search.lists.reading import KEPT_BAD, Piece, pieces
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.list_place import ListPlace
from focus.modules.search.sources.settings import Settings
from focus.modules.search.understanding.identify import FORM

_ENOUGH_BAD: Final = 10_000
"""From so many bad lines on, reading stops when the list could only still be refused by a wide margin."""

State = Literal["loaded", "unchanged", "refused", "failed", "busy", "readable"]


class Outcome(msgspec.Struct, frozen=True):
    """How a load ended. `busy`: somebody else is loading this list; `readable`: it would be loaded."""

    state: State
    load: UUID | None = None
    lines: int = 0
    good: int = 0
    removed: int = 0
    bad: int = 0
    reason: str = ""


class _Refused(Exception):
    """The list is not good enough to take the place of the old one."""


class _Tally:
    """What was read so far; `told` hears (lines read, entries, bad lines)."""

    def __init__(self, told: Callable[[int, int, int], None]) -> None:
        self.lines = self.good = self.removed = self.bad = 0
        self.kept: list[tuple[int, str]] = []
        self._told = told

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """Lines, entries, those taken out, bad lines."""
        return self.lines, self.good, self.removed, self.bad

    def add(self, piece: Piece, place: ListPlace) -> None:
        """Some lines more. Raises `_Refused` when there is no need to read on."""
        self.lines += piece.lines
        self.bad += piece.bad.count
        self.kept += piece.bad.kept[: KEPT_BAD - len(self.kept)]
        self.good += len(piece.columns.ids) if piece.columns else sum(len(e) for _, e in piece.elements)
        self._told(self.lines, self.good, self.bad)
        margin = min(2 * place.bad_share, (1 + place.bad_share) / 2)
        if self.bad >= _ENOUGH_BAD and self.bad > self.lines * margin:
            raise _Refused(
                f"{self.bad} of the first {self.lines} lines are bad, far more than {place.bad_share:.2%}; "
                "reading stopped there; the old list stays"
            )

    def judge(self, place: ListPlace) -> None:
        """Raises `_Refused`."""
        if self.bad > self.lines * place.bad_share:
            raise _Refused(
                f"{self.bad} of {self.lines} lines are bad, more than {place.bad_share:.2%}; "
                "the old list stays"
            )
        if place.mode == "full" and self.good < place.least:
            raise _Refused(f"{self.good} entries, fewer than {place.least}; the old list stays")


def mapping_of(config: SourceConfig) -> bytes:
    """Changes when the same list would be read otherwise."""
    read = (config.listed, config.map, config.age, FORM)
    return sha256(msgspec.json.encode(read, order="deterministic")).digest()


class Loader:
    """Loads one list of one scope."""

    def __init__(self, database: Database, config: SourceConfig, settings: Settings, scope: UUID) -> None:
        if config.listed is None:
            raise ValueError(f"{config.name} is no list")
        self._database, self._config, self._settings, self._scope = database, config, settings, scope
        self._place = config.listed

    async def load(
        self, *, again: bool = False, told: Callable[[int, int, int], None] = lambda *_: None
    ) -> Outcome:
        """Load it if it has changed, or `again` in any case; the old generation answers until the end."""
        async with self._alone() as mine:
            if not mine:
                return Outcome("busy")
            await store.sweep(self._database, self._scope, self._config.name)
            outcome = await self._attempt(_Tally(told), again=again)
            await store.sweep(self._database, self._scope, self._config.name)
            return outcome

    async def rehearse(self) -> tuple[Outcome, list[tuple[int, str]]]:
        """What would become of the list as it now lies there, and its bad lines; nothing is written."""
        tally, state, reason = _Tally(lambda *_: None), "readable", ""
        try:
            async with fetched(self._place, self._settings) as list_, self._pieces(list_) as found:
                async for piece in found:
                    tally.add(piece, self._place)
            tally.judge(self._place)
        except (_Refused, Swallowed) as refusal:
            state, reason = "refused", str(refusal)
        except (NotFetched, Unreadable, OSError, UnicodeError, BrokenProcessPool) as problem:
            state, reason = "failed", str(problem)[:500]
        return msgspec.convert(
            {"state": state, "reason": reason, "lines": tally.lines, "good": tally.good, "bad": tally.bad},
            Outcome,
        ), tally.kept

    async def index(self) -> bool:
        """Index the names of a list that was loaded before there were indexes; whether it has one now."""
        async with self._alone() as mine:
            now = await store.current(self._database, self._scope, self._config.name) if mine else None
            if now is not None and not now.version:
                async with self._database.transaction(self._scope) as tx:
                    await indexing.index_again(tx, At(now.generation, 1))
                    await store.switch(tx, self._config.name, msgspec.structs.replace(now, version=1))
            return now is not None

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[bool]:
        """Whether nobody else loads it, in any process: a lock that ends with its connection."""
        connection = await self._database.direct()
        try:
            key = number(f"list:{self._scope}:{self._config.name}")
            yield bool(await connection.fetchval("select pg_try_advisory_lock($1)", key))
        finally:
            await connection.close()

    async def _attempt(self, tally: _Tally, *, again: bool) -> Outcome:
        load, name, mapping = new_id(), self._config.name, mapping_of(self._config)
        before = await store.current(self._database, self._scope, name)
        async with self._database.transaction(self._scope) as tx:
            await store.begin(tx, name, load, self._place.mode, clock.now())
        state, reason, at = "failed", "", None
        try:
            known = before.tag if before and not again and before.mapping == mapping else ""
            async with fetched(self._place, self._settings, known=known) as list_:
                at = list_.at
                if list_.file is None and before is not None:
                    await self._unchanged(load, before, list_)
                    return Outcome("unchanged", load)
                await self._take(load, before, list_, tally)
                return Outcome("loaded", load, *tally.counts)
        except (_Refused, Swallowed) as refusal:
            state, reason = "refused", str(refusal)
        except BrokenProcessPool:
            reason = "a process that read it was ended from outside; there may be too little memory"
        except (NotFetched, Unreadable, OSError, UnicodeError) as problem:
            reason = str(problem)[:500]
        await self._ended(load, state, reason, at, tally)
        lines, _, _, bad = tally.counts
        return Outcome("refused" if state == "refused" else "failed", load, lines, 0, 0, bad, reason)

    async def _ended(self, load: UUID, state: str, reason: str, at: datetime | None, tally: _Tally) -> None:
        async with self._database.transaction(self._scope) as tx:
            await store.end(
                tx, load, state, ended=clock.now(), at=at, counts=tally.counts, reason=reason, bad=tally.kept
            )

    async def _unchanged(self, load: UUID, before: store.Current, list_: Fetched) -> None:
        async with self._database.transaction(self._scope) as tx:
            now = msgspec.structs.replace(before, fresh_at=list_.fresh_at, checked_at=clock.now())
            await store.switch(tx, self._config.name, now)
            await store.end(tx, load, "unchanged", ended=clock.now(), at=before.at)

    async def _take(self, load: UUID, before: store.Current | None, list_: Fetched, tally: _Tally) -> None:
        assert list_.file is not None
        if self._place.mode == "delta":
            async with self._database.transaction(self._scope) as tx:
                now = At(before.generation, before.version + 1) if before else At(load, 1)
                changes = await self._changes(tx, now.generation, list_, tally)
                tally.judge(self._place)
                await indexing.write_changes(tx, now, changes)
                await self._switch(tx, load, now, list_, tally)
            return
        names = await self._generation(load, list_, tally)
        tally.judge(self._place)
        async with self._database.transaction(self._scope) as tx:
            await indexing.write_whole(tx, At(load, 1), names)
            await self._switch(tx, load, At(load, 1), list_, tally)

    async def _switch(self, tx: Transaction, load: UUID, to: At, list_: Fetched, tally: _Tally) -> None:
        entries = await tx.fetchval(
            "select count(*) from search.list_entry where organisation_id = $1 and generation = $2",
            self._scope,
            to.generation,
        )
        now, mapping = clock.now(), mapping_of(self._config)
        made = store.Current(
            to.generation, to.version, entries, list_.at, list_.fresh_at, now, list_.tag, mapping
        )
        await store.switch(tx, self._config.name, made)
        await store.end(tx, load, "loaded", ended=now, at=list_.at, counts=tally.counts, bad=tally.kept)

    async def _generation(self, load: UUID, list_: Fetched, tally: _Tally) -> Store:
        first, names = 1, Building()
        async with self._pieces(list_) as found:
            async for piece in found:
                tally.add(piece, self._place)
                if piece.columns is not None and piece.columns.ids:
                    async with self._database.transaction(self._scope) as tx:
                        await store.add(tx, load, first, piece.columns)
                    await asyncio.to_thread(names.add, piece.columns.named(first))
                    first += len(piece.columns.ids)
        return await asyncio.to_thread(names.store)

    async def _changes(self, tx: Transaction, generation: UUID, list_: Fetched, tally: _Tally) -> Changes:
        first, gone, came = await store.next_number(tx, generation), set[int](), list[Named]()
        if await store.loaded_whole(tx, generation):
            await store.add_ids(tx, generation)
        async with self._pieces(list_) as found:
            async for piece in found:
                tally.add(piece, self._place)
                # The last word about an id counts, within the file too.
                latest = {id_: entries for ids, entries in piece.elements for id_ in sorted(ids)}
                out = await store.take_out(tx, generation, list(latest))
                tally.removed += len(out)
                gone.update(out)
                columns = prepare([entry for entries in _each_once(latest.values()) for entry in entries])
                await store.add(tx, generation, first, columns)
                await store.add_ids(tx, generation, first)
                came += columns.named(first)
                first += len(columns.ids)
        return Changes(sorted(gone), [each for each in came if each.owner not in gone])

    def _pieces(self, list_: Fetched) -> AbstractAsyncContextManager[AsyncGenerator[Piece]]:
        assert list_.file is not None
        return aclosing(pieces(list_.file, self._config, list_.at))


def _each_once(found: Any) -> Iterator[list[Entry]]:
    """An element with two ids stands there twice."""
    seen: set[int] = set()
    for entries in found:
        if id(entries) not in seen:
            seen.add(id(entries))
            yield entries
