"""Quotas: counted in the database, so that neither a restart nor a second process begins anew."""

from __future__ import annotations

import asyncio
from uuid import UUID

from focus.core import clock
from focus.core.clock import BRUSSELS
from focus.core.database import Database, Transaction
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.quota import Quota

_COUNT = """insert into search.asked as a (source, day, times) values ($1, $2::text::date, 1)
  on conflict (source, day) do update set times = a.times + 1 where a.times < $3 or $3 = 0
  returning times"""
_COUNT_BY = """insert into search.asked_by as a (organisation_id, source, day, times)
  values (focus.must_scope(), $1, $2::text::date, 1)
  on conflict (organisation_id, source, day) do update set times = a.times + 1 where a.times < $3 or $3 = 0
  returning times"""


class _Spent(Exception):
    """Takes back what the same transaction has counted."""


class KeptQuotas:
    """A question is counted before it is put; called off later, it counts all the same."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._next: dict[str, float] = {}

    async def take(self, source: str, quota: Quota, organisation: UUID | None, deadline: float) -> None:
        """Count a question, waiting for its turn. Raises `SourceFailed`: quota or busy."""
        if quota.per_second:
            await self._turn(source, 1 / quota.per_second, deadline)
        if quota.per_day or quota.per_day_organisation:
            await self._count(source, quota, organisation)

    async def _turn(self, source: str, pause: float, deadline: float) -> None:
        """Turns are given out in order, `pause` apart; one after the deadline is not waited for."""
        now = asyncio.get_running_loop().time()
        turn = max(now, self._next.get(source, 0.0))
        if turn >= deadline:
            raise SourceFailed("busy", "too many questions a second")
        self._next[source] = turn + pause
        if turn > now:
            await asyncio.sleep(turn - now)

    async def _count(self, source: str, quota: Quota, organisation: UUID | None) -> None:
        day = clock.now().astimezone(BRUSSELS).date().isoformat()
        place = self._database.transaction(organisation) if organisation else self._database.unscoped()
        try:
            async with place as tx:
                if quota.per_day_organisation and organisation:
                    await _counted(tx, _COUNT_BY, source, day, quota.per_day_organisation)
                if quota.per_day:
                    await _counted(tx, _COUNT, source, day, quota.per_day)
        except _Spent:
            raise SourceFailed("quota") from None


async def _counted(tx: Transaction, statement: str, source: str, day: str, most: int) -> None:
    if await tx.fetchval(statement, source, day, most) is None:
        raise _Spent
