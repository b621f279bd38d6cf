"""Each proof once, over several hosts: an unlogged table. Dearer than the file by a round trip."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from focus.core.database import Database, Transaction
from focus.core.errors import Problem
from focus.core.identity.nonces import forget, forgotten, tell_of_jump
from focus.core.identity.problems import ProofUnavailable
from focus.core.identity.proof import WINDOW_S

_KEEP = timedelta(seconds=WINDOW_S * 2)
_SPANS = "select first, last from identity.nonce_forgotten order by first"


class NonceTable:
    """The table of all hosts; a job sweeps it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def spend(self, nonce: bytes, *, at: int, now: float) -> bool:
        """See `focus.core.identity.nonces.Nonces`."""
        if abs(at - now) > WINDOW_S:
            raise ProofUnavailable
        try:
            async with self._database.unscoped() as tx:
                status = await tx.execute(
                    """insert into identity.nonce (nonce, expires_at) select $1, $2
                       where not exists (select from identity.nonce_forgotten where $3 between first and last)
                       on conflict do nothing""",
                    nonce,
                    datetime.fromtimestamp(at, UTC) + _KEEP,
                    at,
                )
                lost = status != "INSERT 0 1" and forgotten(await _spans(tx), at)
        except Problem:
            raise ProofUnavailable from None
        if lost:
            tell_of_jump()
            raise ProofUnavailable
        return bool(status == "INSERT 0 1")

    async def close(self) -> None:
        """Nothing to let go of."""


async def _spans(tx: Transaction) -> list[tuple[int, int]]:
    return [(row["first"], row["last"]) for row in await tx.fetch(_SPANS)]


async def sweep(tx: Transaction, now: datetime) -> None:
    """Forget the proofs whose time is over, but not which times those were: the clock may jump back."""
    await tx.execute("lock table identity.nonce_forgotten in exclusive mode")
    gone = await tx.fetch(
        """with gone as (delete from identity.nonce where expires_at < $1 returning expires_at)
           select distinct extract(epoch from expires_at)::bigint as second from gone order by 1""",
        now,
    )
    if not gone:
        return
    spans = await _spans(tx)
    for row in gone:
        spans = forget(spans, row["second"] - int(_KEEP.total_seconds()))
    await tx.execute("delete from identity.nonce_forgotten")
    await tx.executemany("insert into identity.nonce_forgotten (first, last) values ($1, $2)", spans)
