"""Reading pictures, each in a process of its own that is shut, ended when late, and never used again."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
from collections import Counter
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

import msgspec

from focus.core.gate import Service
from focus.modules.search.scan.problems import ScanBroken, ScanBusy, ScanLate, ScanUnavailable
from focus.modules.search.scan.stem import Stem, grown

LATE_S: Final = 20.0
"""Of wall clock for a picture, on a machine that does other work; of processor time it gets three."""
START_S: Final = 60.0
"""Loading the models is nobody's picture: on a busy machine it may take long, and ends all the same."""
AT_ONCE: Final = 2
"""Pictures that are read side by side: one that takes its whole time holds up nobody else's."""
WAITING: Final = 4
"""Pictures of one organisation that are read or wait; its next is told to come again, nobody else's."""
IDLE_S: Final = 600.0
"""After this the process gives its memory back."""
WORKER: Final = "focus.modules.search.scan.worker"
_FAULTS: Final = (OSError, asyncio.IncompleteReadError, msgspec.DecodeError)


def installed() -> bool:
    """Whether the extra `focus[ocr]` is there."""
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))


@dataclass(slots=True)
class Reader:
    """Keeps the process that has loaded the models (`stem`), whose children read.

    `module`: what that process runs.
    """

    late_s: float = LATE_S
    module: str = WORKER
    stem: Stem | None = None
    waiting: Counter[UUID | None] = field(default_factory=Counter)
    _starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    _idle: asyncio.TimerHandle | None = None
    _waking: asyncio.Task[None] | None = None

    async def lines(self, jpeg: bytes, *, of: UUID | None = None) -> list[str]:
        """The lines of a picture, from top to bottom. `of`: the organisation that asks.

        Raises `ScanUnavailable`, `ScanBusy`, `ScanLate`, `ScanBroken`.
        """
        if not installed():
            raise ScanUnavailable
        if self.waiting[of] >= WAITING:
            raise ScanBusy
        self.waiting[of] += 1
        try:
            async with self._turns:
                return await self._read(jpeg)
        finally:
            self.waiting[of] -= 1
            self.waiting += Counter()  # forgets those of whom nobody waits
            self._rest()

    def wake(self) -> None:
        """Start the process while the officer still aims; whether it came is seen with the first picture."""
        if installed() and (self._waking is None or self._waking.done()):
            self._waking = asyncio.create_task(self._wake(), name="scan: make ready")

    async def _wake(self) -> None:
        with contextlib.suppress(ScanLate, ScanBroken):
            await self._ready()

    async def _read(self, jpeg: bytes) -> list[str]:
        stem, born = await self._ready(), False
        try:
            async with asyncio.timeout(self.late_s), stem.child() as child:
                born = True
                return await child.lines(jpeg)
        except TimeoutError:
            if not born:
                await self._anew(stem)
            raise ScanLate from None
        except _FAULTS:
            if not stem.lives:
                await self._anew(stem)
            raise ScanBroken from None

    async def _ready(self) -> Stem:
        """The process with its models. Raises `ScanLate`, `ScanBroken`."""
        async with self._starting:
            if self.stem is None or not self.stem.lives:
                await self._end()
                try:
                    async with asyncio.timeout(START_S):
                        self.stem = await grown(self.module)
                except TimeoutError:
                    raise ScanLate from None
                except _FAULTS:
                    raise ScanBroken from None
            self._rest()
            return self.stem

    async def _anew(self, broken: Stem) -> None:
        """After a fault of the process itself the next is started before the next picture comes."""
        if self.stem is broken:
            await self._end()
            self.wake()

    def _rest(self) -> None:
        if self._idle:
            self._idle.cancel()
        if self.stem is not None:
            self._idle = asyncio.get_running_loop().call_later(IDLE_S, self.stem.release)

    async def _end(self) -> None:
        stem, self.stem = self.stem, None
        if stem is not None:
            await stem.end()

    async def close(self) -> None:
        """End the process."""
        if self._idle:
            self._idle.cancel()
        if self._waking:
            self._waking.cancel()
            await asyncio.wait([self._waking])
        await self._end()


READER = Service("search", Reader)
