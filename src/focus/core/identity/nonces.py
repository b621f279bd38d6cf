"""Each proof once, over all workers of a host: a fixed table in a memory-mapped file.

The file is a ring of eight buckets of 32 seconds, each of 64 stripes with their own lock, each an
open-addressing table of 16-octet nonces. A bucket is emptied when its turn comes again, 256 seconds later,
when nothing in it could be accepted any more. A stripe that is full refuses: better no service than a replay.

A clock that jumps empties buckets before their time. Each stripe therefore remembers which buckets it ever
emptied, and refuses proofs of those: nobody can tell whether they were used.
"""

from __future__ import annotations

import fcntl
import logging
import mmap
import os
from collections.abc import Sequence
from pathlib import Path
from struct import Struct
from threading import Lock
from time import monotonic
from typing import Protocol

from focus.core.identity.problems import ProofUnavailable
from focus.core.identity.proof import WINDOW_S

_PERIOD_S = 32
_RING = 8
_STRIPES = 64
_HEADER = Struct("<QQ8Q")  # epoch of the bucket, nonces in it, spans of what was forgotten
_SPANS = 4
_WIDTH = 16
_EMPTY = bytes(_WIDTH)
_VERSION = 2
_TELL_EVERY_S = 600.0

logger = logging.getLogger("focus.identity")
_told: list[float] = []
"""When this worker last told of a jump; by the steady clock, at most one."""

Span = tuple[int, int]
"""First and last of a run of epochs, both in it."""


def forget(spans: Sequence[Span], epoch: int) -> list[Span]:
    """The spans with one epoch more, in order, at most `_SPANS`: too many are joined where they are nearest.

    What lies between two joined spans counts as forgotten too, so days that a clock jumped over stay open.
    """
    found = sorted([*spans, (epoch, epoch)])
    while len(found) > _SPANS:
        at = min(range(len(found) - 1), key=lambda i: found[i + 1][0] - found[i][1])
        found[at : at + 2] = [(found[at][0], max(found[at][1], found[at + 1][1]))]
    return found


def forgotten(spans: Sequence[Span], epoch: int) -> bool:
    """Whether this epoch's proofs were forgotten, so that a used one looks new."""
    return any(first <= epoch <= last for first, last in spans)


def tell_of_jump() -> None:
    """Tell the operator, at most once in ten minutes of a worker's life."""
    now = monotonic()
    if _told and now - _told[-1] < _TELL_EVERY_S:
        return
    _told[:] = [now]
    logger.error("The clock of this server jumped: proofs of times that it saw before are refused.")


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
        for old in folder.glob("nonces-1-*"):
            old.unlink(missing_ok=True)
        self._slots = slots
        self._limit = slots * 3 // 4
        self._region = _HEADER.size + slots * _WIDTH
        size = self._region * _STRIPES * _RING
        self._file = os.open(
            folder / f"nonces-{_VERSION}-{slots}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600
        )
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
        held, count, *ends = _HEADER.unpack_from(table, region)
        first = region + _HEADER.size
        if held != epoch:
            ends = self._turned(held if count else None, ends, epoch)
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
        _HEADER.pack_into(table, region, epoch, count + 1, *ends)
        return True

    def _turned(self, held: int | None, ends: Sequence[int], epoch: int) -> list[int]:
        """The header's spans once the bucket is given to another epoch; `held`: what it had proofs of."""
        spans = [span for span in zip(ends[::2], ends[1::2], strict=True) if span[1]]
        if forgotten(spans, epoch):
            tell_of_jump()
            raise ProofUnavailable
        if held is not None:
            spans = forget(spans, held)
        after = [end for span in spans for end in span]
        return after + [0] * (2 * _SPANS - len(after))
