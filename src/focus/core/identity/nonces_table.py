"""Each proof once, over several hosts: an unlogged table. Dearer than the file by a round trip."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from focus.core.database import Database
from focus.core.errors import Problem
from focus.core.identity.problems import ProofUnavailable
from focus.core.identity.proof import WINDOW_S

_KEEP = timedelta(seconds=WINDOW_S * 2)


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
                    "insert into identity.nonce (nonce, expires_at) values ($1, $2) on conflict do nothing",
                    nonce,
                    datetime.fromtimestamp(at, UTC) + _KEEP,
                )
        except Problem:
            raise ProofUnavailable from None
        return bool(status == "INSERT 0 1")

    async def close(self) -> None:
        """Nothing to let go of."""
