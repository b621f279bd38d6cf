"""The process that has loaded the models, and its children, each of which reads one picture."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import msgspec

from focus.core.confined import bare, command


class _Said(msgspec.Struct):
    process: int = 0
    lines: list[str] = []
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """A process that is shut and waits for its picture; `number` is its own."""

    number: int
    _from: asyncio.StreamReader
    _to: asyncio.StreamWriter

    async def lines(self, jpeg: bytes) -> list[str]:
        """What it reads; nothing where its decoder gave up.

        Raises `OSError`, `asyncio.IncompleteReadError` or `msgspec.DecodeError` when it ends instead.
        """
        self._to.write(len(jpeg).to_bytes(4, "big") + jpeg)
        await self._to.drain()
        return (await _said(self._from)).lines


@dataclass(slots=True)
class Stem:
    """Started by `grown`; each `child` is forked from it."""

    process: asyncio.subprocess.Process
    _control: socket.socket

    @property
    def lives(self) -> bool:
        """Whether children can be had: asked of the connection, which ends first."""
        try:
            return bool(self._control.recv(1, socket.MSG_PEEK))
        except BlockingIOError:
            return self.process.returncode is None
        except OSError:
            return False

    @asynccontextmanager
    async def child(self) -> AsyncIterator[Child]:
        """One that is ended afterwards, if it has not ended by itself.

        Raises `OSError`, `asyncio.IncompleteReadError` or `msgspec.DecodeError` when there is none.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._control, [b"+"], [theirs.fileno()])
        reader, writer = await asyncio.open_connection(sock=ours)
        try:
            number = (await _said(reader)).process
            with _ended_afterwards(number):
                yield Child(number, reader, writer)
        finally:
            writer.close()

    def release(self) -> None:
        """Let it end when its children have."""
        self._control.close()

    async def end(self) -> None:
        """End it now, and with it its children."""
        self._control.close()
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()


async def grown(module: str) -> Stem:
    """A stem that has loaded its models.

    Raises `OSError` when it does not start; when cancelled, it is ended.
    """
    ours, theirs = socket.socketpair()
    with theirs:
        process = await asyncio.create_subprocess_exec(
            *command(module),
            stdin=theirs.fileno(),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env=bare(),
        )
    ours.setblocking(False)
    stem = Stem(process, ours)
    try:
        if not await asyncio.get_running_loop().sock_recv(ours, 1):
            raise ConnectionError("it ended while it started")  # noqa: TRY301 - ended below as others are
    except BaseException:
        await stem.end()
        raise
    return stem


@contextlib.contextmanager
def _ended_afterwards(number: int) -> Iterator[None]:
    """Held by a descriptor, so that nobody who got its number later is ended in its place."""
    held = os.pidfd_open(number)
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(held, signal.SIGKILL)
        os.close(held)


async def _said(reader: asyncio.StreamReader) -> _Said:
    size = int.from_bytes(await reader.readexactly(4), "big")
    return msgspec.json.decode(await reader.readexactly(size), type=_Said)
