"""Each proof once, over all workers of a host: a fixed table in a memory-mapped file.

The file is a ring of eight buckets of 32 seconds, each of 64 stripes with their own lock, each an
open-addressing table of 16-octet nonces. A bucket is emptied when its turn comes again, 256 seconds later,
when nothing in it could be accepted any more. A stripe that is full refuses: better no service than a replay.
"""

from __future__ import annotations

import fcntl
import mmap
import os
from pathlib import Path
from struct import Struct
from threading import Lock
from typing import Protocol

from focus.core.identity.problems import ProofUnavailable
from focus.core.identity.proof import WINDOW_S

_PERIOD_S = 32
_RING = 8
_STRIPES = 64
_HEADER = Struct("<QQ")  # epoch of the bucket, nonces in it
_WIDTH = 16
_EMPTY = bytes(_WIDTH)


class Nonces(Protocol):
    """Remembers what was used."""

    async def spend(self, nonce: bytes, *, at: int, now: float) -> bool:
        """True the first time; False when spent before; `ProofUnavailable` when that cannot be told.

        `at`: the proof's own time, within `WINDOW_S` of `now`; both in seconds since 1970.
        """
        ...

    async def close(self) -> None:
        """Let go of the store; what was spent stays spent."""
        ...


class NoRoom(OSError):
    """The disk has no room for the table, and the operator must make some; once made it stays."""


class NonceFile:
    """The table of one host. A crash of a worker loses nothing that it had answered.

    All its room is taken at the start: a hole in a mapped file that a full disk cannot fill would end the
    process, not the request.
    """

    def __init__(self, folder: Path, *, slots: int = 4_096) -> None:
        """`slots` per stripe; three quarters may fill: 4,096 carry about 6,000 requests a second."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._slots = slots
        self._limit = slots * 3 // 4
        self._region = _HEADER.size + slots * _WIDTH
        size = self._region * _STRIPES * _RING
        self._file = os.open(folder / f"nonces-1-{slots}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if os.fstat(self._file).st_size != size:
            os.ftruncate(self._file, size)
        try:
            os.posix_fallocate(self._file, 0, size)
        except OSError as failure:
            os.close(self._file)
            raise NoRoom(
                f"{folder}: no room for {size >> 20} MB of used proofs ({failure.strerror})"
            ) from None
        self._map = mmap.mmap(self._file, size)
        self._threads = Lock()

    async def close(self) -> None:
        """Unmap the file."""
        self._map.close()
        os.close(self._file)

    async def spend(self, nonce: bytes, *, at: int, now: float) -> bool:
        """See `Nonces`."""
        if abs(at - now) > WINDOW_S:
            raise ProofUnavailable
        epoch = at // _PERIOD_S
        region = (epoch % _RING * _STRIPES + nonce[0] % _STRIPES) * self._region
        with self._threads:
            fcntl.lockf(self._file, fcntl.LOCK_EX, 1, region)
            try:
                return self._put(region, nonce, epoch)
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN, 1, region)

    def _put(self, region: int, nonce: bytes, epoch: int) -> bool:
        table = self._map
        held, count = _HEADER.unpack_from(table, region)
        first = region + _HEADER.size
        if held != epoch:
            table[first : region + self._region] = bytes(self._region - _HEADER.size)
            count = 0
        elif count >= self._limit:
            raise ProofUnavailable
        slot = int.from_bytes(nonce[1:5], "little") % self._slots
        while True:
            at = first + slot * _WIDTH
            found = table[at : at + _WIDTH]
            if found == nonce:
                return False
            if found == _EMPTY:
                break
            slot = (slot + 1) % self._slots
        table[at : at + _WIDTH] = nonce
        _HEADER.pack_into(table, region, epoch, count + 1)
        return True
