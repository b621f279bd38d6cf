"""The one process that reads pictures: started when it is needed, ended when it is late, started anew."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Final

import msgspec

from focus.core.gate import Service
from focus.modules.search.scan.problems import ScanBroken, ScanBusy, ScanLate, ScanUnavailable

LATE_S: Final = 10.0
"""Of wall clock for a picture, on a machine that does other work; of processor time it gets three."""
START_S: Final = 60.0
"""Loading the models is nobody's picture: on a busy machine it may take long, and ends all the same."""
WAITING: Final = 4
"""Pictures that may wait for the process; the next is told to come again."""
IDLE_S: Final = 600.0
"""After this the process gives its memory back."""


class _Said(msgspec.Struct):
    lines: list[str] = []
    fault: str = ""
    ready: bool = False


def installed() -> bool:
    """Whether the extra `focus[ocr]` is there."""
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))


@dataclass(slots=True)
class Reader:
    """Reads one picture at a time."""

    late_s: float = LATE_S
    process: asyncio.subprocess.Process | None = None
    waiting: int = 0
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _idle: asyncio.TimerHandle | None = None
    _waking: asyncio.Task[None] | None = None

    async def lines(self, jpeg: bytes) -> list[str]:
        """The lines of a picture, from top to bottom.

        Raises `ScanUnavailable`, `ScanBusy`, `ScanLate`, `ScanBroken`.
        """
        if not installed():
            raise ScanUnavailable
        if self.waiting >= WAITING:
            raise ScanBusy
        self.waiting += 1
        try:
            async with self._turn:
                return await self._read(jpeg)
        finally:
            self.waiting -= 1

    def wake(self) -> None:
        """Start the process while the officer still aims; whether it came is seen with the first picture."""
        if installed() and (self._waking is None or self._waking.done()):
            self._waking = asyncio.create_task(self._wake(), name="scan: make ready")

    async def _wake(self) -> None:
        async with self._turn:
            with contextlib.suppress(ScanLate, ScanBroken):
                await self._ready()

    async def _read(self, jpeg: bytes) -> list[str]:
        process = await self._ready()
        assert process.stdin is not None
        async with self._ended_unless_it_answers(), asyncio.timeout(self.late_s):
            process.stdin.write(len(jpeg).to_bytes(4, "big") + jpeg)
            await process.stdin.drain()
            said = await _answer(process)
        self._rest()
        return said.lines

    async def _ready(self) -> asyncio.subprocess.Process:
        if self.process is not None and self.process.returncode is None:
            return self.process
        environment = {
            name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ
        }
        process = self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "focus.modules.search.scan.worker",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**environment, "OMP_NUM_THREADS": "1"},
        )
        async with self._ended_unless_it_answers(), asyncio.timeout(START_S):
            await _answer(process)
        self._rest()
        return process

    @contextlib.asynccontextmanager
    async def _ended_unless_it_answers(self) -> AsyncIterator[None]:
        """After a fault the process is not used again, and the next is started for the next picture."""
        try:
            yield
        except TimeoutError:
            await self._anew()
            raise ScanLate from None
        except (OSError, asyncio.IncompleteReadError, msgspec.DecodeError):
            await self._anew()
            raise ScanBroken from None
        except BaseException:
            await self._end()  # the answer of a picture that nobody waits for is not the next one's
            raise

    async def _anew(self) -> None:
        await self._end()
        if self._waking is None or self._waking.done():
            self.wake()

    def _rest(self) -> None:
        if self._idle:
            self._idle.cancel()
        if self.process is not None and self.process.stdin is not None:
            close = self.process.stdin.close
            self._idle = asyncio.get_running_loop().call_later(IDLE_S, close)

    async def _end(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            if process.returncode is None:
                process.kill()
            await process.wait()

    async def close(self) -> None:
        """End the process."""
        if self._idle:
            self._idle.cancel()
        if self._waking:
            self._waking.cancel()
            await asyncio.wait([self._waking])
        await self._end()


async def _answer(process: asyncio.subprocess.Process) -> _Said:
    assert process.stdout is not None
    size = int.from_bytes(await process.stdout.readexactly(4), "big")
    return msgspec.json.decode(await process.stdout.readexactly(size), type=_Said)


READER = Service("search", Reader)
