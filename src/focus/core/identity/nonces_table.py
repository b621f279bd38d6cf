"""Each proof once, over several hosts: an unlogged table. Dearer than the file by a round trip."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from focus.core.database import Database, Transaction
from focus.core.errors import Problem
from focus.core.identity.problems import ProofUnavailable
from focus.core.identity.proof import WINDOW_S

_SWEEP_S = 30.0
_KEEP = timedelta(seconds=WINDOW_S * 2)


class NonceTable:
    """The table of all hosts; whoever comes by sweeps it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._swept = 0.0

    async def spend(self, nonce: bytes, *, at: int, now: float) -> bool:
        """See `focus.core.identity.nonces.Nonces`."""
        if abs(at - now) > WINDOW_S:
            raise ProofUnavailable
        try:
            async with self._database.unscoped() as tx:
                await self._sweep(tx, now)
                status = await tx.execute(
                    "insert into identity.nonce (nonce, expires_at) values ($1, $2) on conflict do nothing",
                    nonce,
                    datetime.fromtimestamp(at, UTC) + _KEEP,
                )
        except Problem:
            raise ProofUnavailable from None
        return bool(status == "INSERT 0 1")

    async def close(self) -> None:
        """Nothing to let go of."""

    async def _sweep(self, tx: Transaction, now: float) -> None:
        if now - self._swept >= _SWEEP_S:
            self._swept = now
            await tx.execute(
                "delete from identity.nonce where expires_at < $1", datetime.fromtimestamp(now, UTC)
            )
