"""A worker that spends the same nonces as its brothers: `nonce_worker.py file|table PROOFS HOME [URL]`.

Says "ready", waits for a line, spends, answers with the numbers of those that were accepted.
"""

from __future__ import annotations

import asyncio
import json
import sys
from hashlib import blake2b
from pathlib import Path

from focus.core.database import Database
from focus.core.identity.nonces import NonceFile, Nonces
from focus.core.identity.nonces_table import NonceTable

NOW = 1_800_000_000


async def spend(store: Nonces, proofs: int) -> None:
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    nonces = [blake2b(str(number).encode(), digest_size=16).digest() for number in range(proofs)]
    print(
        json.dumps([i for i, one in enumerate(nonces) if await store.spend(one, at=NOW, now=NOW)]), flush=True
    )
    await store.close()


async def main(kind: str, proofs: str, home: str, url: str | None = None) -> None:
    if kind == "file":
        await spend(NonceFile(Path(home)), int(proofs))
    else:
        async with Database.open(Path(home), url, pool_size=2) as database:
            await spend(NonceTable(database), int(proofs))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
