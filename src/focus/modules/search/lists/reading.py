"""Lines of a list → columns for the database: in a thread, for a large file in processes of their own."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Final

import msgspec

from focus.modules.search.lists.entries import Entry, EntryReader, LineDrifts, Prepared, prepare
from focus.modules.search.lists.lines import BadLine, Lines, lines_of
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.list_place import ListPlace
from focus.modules.search.sources.protocol import SourceFailed

KEPT_BAD: Final = 1_000
"""Bad lines that are kept with their reason; all are counted."""
BATCH: Final = 4_000
"""Lines that are read and go in together."""
_PROCESSES_FROM: Final = 3_000_000
"""Bytes of a file from which processes are worth their start."""
_MOST_PROCESSES: Final = 4

Elements = list[tuple[set[str], list[Entry]]]
"""Of each good line: the ids that it speaks of (of a delta alone), its entries."""


class Bad(msgspec.Struct):
    """Bad lines of a piece."""

    count: int = 0
    kept: list[tuple[int, str]] = []

    def add(self, line: int, reason: str) -> None:
        """One more."""
        self.count += 1
        if len(self.kept) < KEPT_BAD:
            self.kept.append((line, reason[:300].replace("\0", "")))


class Piece(msgspec.Struct, frozen=True):
    """Some lines that were read."""

    lines: int
    bad: Bad
    elements: Elements
    """Of a delta; of a full list its columns are made already."""
    columns: Prepared | None = None


class Reader:
    """Reads pieces of one list, one after the other."""

    def __init__(self, config: SourceConfig) -> None:
        if config.listed is None:
            raise ValueError(f"{config.name} is no list")
        self._entries, self._delta = EntryReader(config, config.listed), config.listed.mode == "delta"

    def read(self, chunk: list[tuple[int, Any]], at: datetime) -> Piece:
        """What these lines say; `at`: of the list."""
        bad, good = Bad(), Elements()
        for line, element in chunk:
            if isinstance(element, BadLine):
                bad.add(line, element.reason)
                continue
            drifts = LineDrifts()
            try:
                good.append(self._element(element, at, drifts))
            except (SourceFailed, ValueError) as problem:
                bad.add(line, getattr(problem, "detail", "") or str(problem))
            else:
                if drifts.reasons:
                    bad.add(line, "; ".join(drifts.reasons))
        if self._delta:
            return Piece(len(chunk), bad, good)
        entries = [entry for _, entries in good for entry in entries]
        return Piece(len(chunk), bad, [], prepare(entries))

    def _element(
        self, element: dict[str, Any], at: datetime, drifts: LineDrifts
    ) -> tuple[set[str], list[Entry]]:
        ids = self._entries.ids(element) if self._delta else set[str]()
        if ids and self._entries.gone(element):
            return ids, []
        entries = self._entries.entries(element, at, drifts)
        if any("\0" in entry.record.id for entry in entries):
            raise ValueError("an id with a zero byte")
        return ids, entries


async def pieces(file: Path, config: SourceConfig, at: datetime) -> AsyncGenerator[Piece]:
    """The whole file in order, some pieces ahead of who takes them. Raises `Unreadable`."""
    assert config.listed is not None
    lines, loop = lines_of(file, config.listed), asyncio.get_running_loop()
    waiting: deque[asyncio.Future[Piece]] = deque()
    with _crew(file, config, config.listed) as (executor, read, ahead):
        try:
            while True:
                while len(waiting) < ahead and (chunk := await asyncio.to_thread(_next, lines)):
                    waiting.append(loop.run_in_executor(executor, read, chunk, at))
                if not waiting:
                    return
                yield await waiting.popleft()
        finally:
            for future in waiting:
                future.cancel()


def _next(lines: Lines) -> list[tuple[int, Any]]:
    return list(islice(lines, BATCH))


Read = Callable[[list[tuple[int, Any]], datetime], Piece]


@contextmanager
def _crew(file: Path, config: SourceConfig, place: ListPlace) -> Iterator[tuple[Executor, Read, int]]:
    """Who reads, and how many pieces ahead."""
    many = min(_MOST_PROCESSES, os.cpu_count() or 1)
    if many == 1 or place.mode == "delta" or file.stat().st_size < _PROCESSES_FROM:
        with ThreadPoolExecutor(1) as one:
            yield one, Reader(config).read, 2
        return
    spawn = multiprocessing.get_context("spawn")
    crew = ProcessPoolExecutor(many, spawn, initializer=_begin, initargs=(config,))
    try:
        yield crew, _read, many + 1
    finally:
        crew.shutdown(cancel_futures=True)


_reader: Reader | None = None
"""Of a process of the crew."""


def _begin(config: SourceConfig) -> None:
    global _reader  # noqa: PLW0603 - a process of the crew reads one list in its life
    _reader = Reader(config)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for its next piece for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read(chunk: list[tuple[int, Any]], at: datetime) -> Piece:
    assert _reader is not None
    return _reader.read(chunk, at)
