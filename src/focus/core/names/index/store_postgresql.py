"""Entries in PostgreSQL: every question is a scan of a covering index, every answer packed integers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

import asyncpg
import numpy as np
from numpy.typing import NDArray

from focus.core.names.index.connections import CUT, give_up, lost, once_more
from focus.core.names.index.refreshing import Refreshing
from focus.core.names.index.schema import checked
from focus.core.names.index.store import Numbers, Rows, Stored, Words

# What the planner cannot know: every question is a handful of descents into one index.
_SETTINGS: Final = """
set jit = off; set plan_cache_mode = force_generic_plan; set enable_seqscan = off;
set enable_bitmapscan = off; set enable_hashjoin = off; set max_parallel_workers_per_gather = 0;
"""
_PACKED: Final = (
    "array_send(array_agg(f)), array_send(array_agg(g)), array_send(array_agg(b)), array_send(array_agg(e))"
)
_BY_PAIR: Final = """
select {packed} from (
  select q.f, q.g, p.born as b, p.entry as e from unnest($1::int[], $2::int[]) q(f, g)
  cross join lateral (
    select born, entry from {s}.pair where family = q.f and given = q.g{condition}
    order by born, entry limit ${most}::int
  ) p
) found"""
_STATEMENTS: Final = {
    "born_on": """
        select {packed} from (
          select family as f, given as g, born as b, entry as e from {s}.pair where born = $1
        ) found""",
    "with_pairs": _BY_PAIR.replace("{condition}", "")
    .replace("q(f, g)", "q(f, g, n)")
    .replace("$2::int[]", "$2::int[], $3::int[]")
    .replace("${most}::int", "q.n"),
    "with_pairs_on": _BY_PAIR.replace("{condition}", " and born = any($3::int[])").replace("{most}", "4"),
    "with_pairs_between": """
        select {packed} from (
          select q.f, q.g, p.born as b, p.entry as e from unnest($1::int[], $2::int[]) q(f, g)
          cross join lateral (
            (select born, entry from {s}.pair where family = q.f and given = q.g and born = 0
             order by entry limit $5::int)
            union all
            (select born, entry from {s}.pair where family = q.f and given = q.g and born between $3 and $4
             order by born, entry limit $5::int)
            limit $5::int
          ) p
        ) found""",
    "with_both": """
        select {packed} from (
          select q.f, q.g, p.born as b, p.entry as e
          from unnest($1::int[], $2::int[], $3::int[], $4::int[]) q(f, g, f2, g2)
          cross join lateral (
            select one.born, one.entry from {s}.pair one
            join {s}.pair other on other.born = one.born and other.entry = one.entry
            where one.family = q.f and one.given = q.g and other.family = q.f2 and other.given = q.g2
            order by one.born, one.entry limit $5::int
          ) p
        ) found""",
    # born + 0: an index by birth date must not be thought of.
    "with_family": """
        select {packed} from (
          select p.* from unnest($1::int[]) q(f) cross join lateral (
            select family as f, given as g, born as b, entry as e from {s}.pair
            where family = q.f and born + 0 between $2 and $3
            order by family, given, born, entry limit $4::int
          ) p
        ) found""",
    "entries": "select number, id, name, born from {s}.entry where number = any($1::int[])",
}
_NOTHING: Final = np.zeros(0, np.int32)


class _Lane:
    """A connection that stays ours, with its statements prepared."""

    def __init__(self, connection: Any, statements: dict[str, Any]) -> None:
        self.connection, self.statements = connection, statements


class PostgresqlStore:
    """`lanes` connections of a pool are kept for searches: more at once only make each other slow.

    One more listens for changes made by others.
    """

    def __init__(self, pool: asyncpg.Pool, schema: str, lanes: int) -> None:
        self._pool, self._schema = pool, checked(schema)
        self._free: asyncio.LifoQueue[_Lane | None] = asyncio.LifoQueue()
        for _ in range(lanes):
            self._free.put_nowait(None)
        self._refreshing = Refreshing(pool, self._schema)

    @classmethod
    async def open(cls, pool: asyncpg.Pool, schema: str, *, lanes: int = 2) -> PostgresqlStore:
        """Load the vocabulary. The schema must have been made by `loading.create`."""
        store = cls(pool, schema, lanes)
        await store._refreshing.start()
        return store

    async def close(self) -> None:
        """Give the connections back to the pool."""
        await self._refreshing.stop()
        while not self._free.empty():
            lane = self._free.get_nowait()
            if lane is not None:
                await self._pool.release(lane.connection)

    async def words(self) -> Words:
        """The vocabulary with everything that was committed and told to us."""
        return await self._refreshing.words()

    @property
    def behind(self) -> bool:
        """Whether a change has been told that the next search will read."""
        return self._refreshing.behind

    def changed(self) -> None:
        """Somebody in this process has committed a change: the next search must see it."""
        self._refreshing.changed()

    async def reload(self) -> None:
        """Somebody in this process has rebuilt the vocabulary: the next search must have it."""
        await self._refreshing.reload()

    async def born_on(self, born: int) -> Rows:
        """All pairs of those born on a date."""
        return await self._rows("born_on", born)

    async def with_pairs(self, family: Numbers, given: Numbers, most: Numbers) -> Rows:
        """Entries for each pair."""
        return await self._rows("with_pairs", family.tolist(), given.tolist(), most.tolist())

    async def with_pairs_on(self, family: Numbers, given: Numbers, dates: tuple[int, ...], most: int) -> Rows:
        """The same with one of these birth dates."""
        return await self._rows("with_pairs_on", family.tolist(), given.tolist(), dates, most)

    async def with_pairs_between(
        self, family: Numbers, given: Numbers, first: int, last: int, most: int
    ) -> Rows:
        """The same with a birth date in this span, or none."""
        return await self._rows("with_pairs_between", family.tolist(), given.tolist(), first, last, most)

    async def with_both(
        self, one: tuple[Numbers, Numbers], other: tuple[Numbers, Numbers], most: int
    ) -> Rows:
        """Entries that have both pairs."""
        return await self._rows("with_both", *(column.tolist() for column in (*one, *other)), most)

    async def with_family(self, family: Numbers, first: int, last: int, most: int) -> Rows:
        """Up to `most` entries for each surname."""
        return await self._rows("with_family", family.tolist(), first, last, most)

    async def entries(self, numbers: Numbers) -> list[Stored]:
        """These entries."""
        rows = await self._ask(lambda lane: lane.statements["entries"].fetch(numbers.tolist()))
        found = {row[0]: Stored(*row) for row in rows}
        return [found[each] for each in numbers.tolist() if each in found]

    async def _rows(self, statement: str, *values: object) -> Rows:
        row = await self._ask(lambda lane: lane.statements[statement].fetchrow(*values))
        return Rows(*(_unpacked(column) for column in row))

    async def _ask(self, question: Callable[[_Lane], Awaitable[Any]]) -> Any:
        async def ask() -> Any:
            async with self._lane() as lane:
                return await question(lane)

        return await once_more(self._pool, ask)

    @asynccontextmanager
    async def _lane(self) -> AsyncIterator[_Lane]:
        lane = await self._free.get()
        try:
            if lane is None or lost(lane.connection):
                lane = await self._fresh(lane)
            yield lane
        except CUT:
            if lane is not None:
                give_up(lane.connection)
            raise
        finally:
            self._free.put_nowait(lane)

    async def _fresh(self, old: _Lane | None) -> _Lane:
        if old is not None:
            await self._pool.release(old.connection)
        connection = await self._pool.acquire()
        try:
            await connection.execute(_SETTINGS)
            statements = {
                name: await connection.prepare(text.format(s=self._schema, packed=_PACKED))
                for name, text in _STATEMENTS.items()
            }
        except BaseException:
            await self._pool.release(connection)
            raise
        return _Lane(connection, statements)


def _unpacked(column: bytes | None) -> NDArray[np.int32]:
    """An array as PostgreSQL sends it: five words of head, then length and value of each."""
    if column is None:
        return _NOTHING
    return np.frombuffer(column, ">i4")[6::2].astype(np.int32)
