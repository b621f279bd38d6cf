"""A phone asks what is new: what it lost, what it newly may hold, what changed. SPEC.md S4–S13.

A place in the feed is a snapshot of PostgreSQL, taken by the statement that reads: new is what was not
visible in it. So nothing is skipped that commits late, and nothing waits for a transaction that stays open.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import asyncpg
import msgspec

from focus.core import clock
from focus.core.sync.wire import Gone, Left, Progress, Record, State

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.registry import Synced

PAGE: Final = 500
NOT_BEGUN: Final = "-"
_NOBODY: Final = UUID(int=0)

_SNAPSHOT: Final = re.compile(r"[0-9]{1,19}:[0-9]{1,19}:([0-9]{1,19}(,[0-9]{1,19}){0,2000})?")
_PLACE: Final = re.compile(r"[a-z_.]{1,80}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_encode = msgspec.json.Encoder().encode

_NOW = """
select feed.epoch() as epoch, pg_current_snapshot()::text as cursor,
  $1::text::pg_snapshot::text as given, $2::text::pg_snapshot::text as given_next,
  (select pg_visible_in_snapshot(p.xid, $1::text::pg_snapshot) from feed.pruned p
   where p.organisation_id = (select focus.must_scope())) as seen
"""
_CHANGED = """
with page as (
  select distinct f.type, f.id from unnest($1::text[]) b (bucket) cross join lateral (
    select f.type, f.id from feed.entry f
    where f.organisation_id = (select focus.must_scope()) and f.bucket = b.bucket
      and f.xid >= pg_snapshot_xmin($2::text::pg_snapshot)
      and not pg_visible_in_snapshot(f.xid, $2::text::pg_snapshot)
      and f.type = any($3) and (f.type, f.id) > ($4, $5)
  ) f order by 1, 2 limit $6)
select p.type, p.id, r.version, r.body, r.buckets, pg_current_snapshot()::text as cursor
from (select 1) one left join page p on true left join feed.record r
  on r.organisation_id = (select focus.must_scope()) and r.type = p.type and r.id = p.id
order by p.type, p.id
"""
_MEMBERS = """
select m.type, m.id, r.version, r.body, r.buckets from (
  select type, id from feed.member
  where organisation_id = (select focus.must_scope()) and bucket = $1 and type = any($2)
    and (type, id) > ($3, $4)
  order by type, id limit $5) m
join feed.record r on r.organisation_id = (select focus.must_scope()) and r.type = m.type and r.id = m.id
order by m.type, m.id
"""

Told = Callable[[Sequence[Record]], Awaitable[None]]
"""Writes to the log which records are about to leave; nothing leaves before it returns."""


@dataclass(slots=True)
class Puller:
    """One phone's question."""

    reading: Transaction
    """Statements in the organisation's scope."""
    mine: frozenset[str]
    kinds: Sequence[Synced]
    """Those that this person may hold."""
    told: Told
    page: int = PAGE
    _state: State = field(default_factory=State)
    _round_over: bool = False
    _named: dict[tuple[str, UUID], int] = field(default_factory=dict)
    """Versions that this answer has given: what stands in several buckets is given once."""

    async def lines(self, before: State | None) -> AsyncIterator[bytes]:
        """Lines to be applied in order; each is whole by itself, several go in one piece.

        The first piece has records already, where there are any: a log that cannot be written is told by the
        answer's status, and not by a stream that breaks off.
        """
        begun, rest = await self._first(sound(before)), self._rest()
        async for piece in rest:
            begun += b"\n" + piece
            if self._named:
                break
        yield begun
        async for piece in rest:
            yield piece

    async def _rest(self) -> AsyncIterator[bytes]:
        if self._state.types:
            # A round that was cut off ends where it began to look: what came since is another one.
            for _ in range(2 if self._state.next else 1):
                self._round_over = False
                while not self._round_over:
                    yield await self._changes()
            for bucket in sorted(self._state.held):
                while self._state.held[bucket]:
                    yield await self._fill(bucket)
        yield _line(Progress(self._state, whole=True))

    async def _first(self, before: State) -> bytes:
        """Where it stands, what it lost, what is to be filled."""
        try:
            now = await self.reading.fetchrow(_NOW, before.cursor or "1:1:", before.next or "1:1:")
        except asyncpg.DataError:  # no snapshot of ours
            return await self._first(State())
        assert now is not None
        types = tuple(sorted(kind.name for kind in self.kinds))
        restart = not before.cursor or before.epoch != now["epoch"] or now["seen"] is False
        if restart:
            held = dict.fromkeys(self.mine, NOT_BEGUN)
            self._state = State(now["epoch"], now["cursor"], held, types)
            left: list[str] = []
        else:
            self._state = self._continued(before, types)
            left = sorted(before.held.keys() - self.mine)
        hours = {kind.name: int(kind.offline.total_seconds() // 3600) for kind in self.kinds}
        return _line(Left(tuple(left), types, hours, restart, self._state, clock.now()))

    def _continued(self, before: State, types: tuple[str, ...]) -> State:
        """A type that is new is looked for in every bucket; a round begun under other buckets begins anew."""
        same = types == before.types and before.held.keys() == self.mine
        gained = not set(types) <= set(before.types)
        kept = {b: NOT_BEGUN if gained else p for b, p in before.held.items() if b in self.mine}
        held = dict.fromkeys(self.mine, NOT_BEGUN) | kept
        return State(
            before.epoch,
            before.cursor,
            held,
            types,
            next=before.next if same else "",
            after=before.after if same else "",
        )

    async def _changes(self) -> bytes:
        state = self._state
        type_, _, id_ = state.after.partition("/")
        rows = await self.reading.fetch(
            _CHANGED,
            list(state.held),
            state.cursor,
            list(state.types),
            type_,
            UUID(id_) if id_ else _NOBODY,
            self.page,
        )
        state.next = state.next or rows[0]["cursor"]
        found = [row for row in rows if row["type"] is not None]
        if len(found) < self.page:
            state.cursor, state.next, state.after = state.next, "", ""
            self._round_over = True
        else:
            state.after = f"{found[-1]['type']}/{found[-1]['id']}"
        return await self._piece(found)

    async def _fill(self, bucket: str) -> bytes:
        state = self._state
        done = state.held[bucket]
        type_, _, id_ = ("", "", "") if done == NOT_BEGUN else done.partition("/")
        rows = await self.reading.fetch(
            _MEMBERS, bucket, list(state.types), type_, UUID(id_) if id_ else _NOBODY, self.page
        )
        last = rows[-1] if rows else None
        whole = last is None or len(rows) < self.page
        state.held[bucket] = "" if whole else f"{last['type']}/{last['id']}"  # type: ignore[index]
        return await self._piece(rows)

    async def _piece(self, rows: Sequence[Any]) -> bytes:
        """Records and what is gone, in the log first; then how far that is."""
        lines = [self._line_of(row) for row in rows if self._is_news(row)]
        records = [line for line in lines if isinstance(line, Record)]
        if records:
            await self.told(records)
        return b"\n".join([_encode(line) for line in lines] + [_line(Progress(self._state))])

    def _is_news(self, row: Any) -> bool:
        key = (row["type"], row["id"])
        known = key in self._named and self._named[key] == row["version"]
        self._named[key] = row["version"]
        return not known

    def _line_of(self, row: Any) -> Record | Gone:
        buckets = self.mine.intersection(row["buckets"] or ())
        if row["body"] is None or not buckets:
            return Gone(row["type"], row["id"])
        body = msgspec.Raw(row["body"])
        return Record(row["type"], row["id"], row["version"], tuple(sorted(buckets)), body)


def sound(state: State | None) -> State:
    """A state that this server may have given; else one from which everything begins anew."""
    if state is None or not _SNAPSHOT.fullmatch(state.cursor):
        return State()
    places = [state.after, *(place for place in state.held.values() if place != NOT_BEGUN)]
    if not all(not place or _PLACE.fullmatch(place) for place in places):
        return State()
    return state if not state.next or _SNAPSHOT.fullmatch(state.next) else State()


def _line(line: Left | Progress) -> bytes:
    return _encode(line)
