"""The list's file on this machine: where it lies already, or fetched over HTTP."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp
import msgspec
from yarl import URL

from focus.core import clock
from focus.modules.search.sources.list_place import ListPlace
from focus.modules.search.sources.settings import Settings

_MOVED = frozenset({301, 302, 303, 307, 308})
_MOST_MOVES = 5
_SLOWEST_S = 60
"""Seconds without a byte after which a server is given up."""


class NotFetched(Exception):
    """The list is not to be had."""


class Fetched(msgspec.Struct, frozen=True):
    """A file to read; None when it is the one that was loaded last."""

    file: Path | None
    at: datetime
    """When its publisher says it was made; the file's own time for a file."""
    fresh_at: datetime
    """When it was last known to be the newest: the moment of asking a server, the time of a file."""
    tag: str
    """Changes when the list does."""


@asynccontextmanager
async def fetched(place: ListPlace, settings: Settings, *, known: str = "") -> AsyncIterator[Fetched]:
    """The list; `known` is the tag of what was loaded last, empty to have it anyway. Raises `NotFetched`."""
    if place.file:
        yield _of_file(settings.folder / settings.fill(place.file), known, place.max_bytes)
        return
    with tempfile.TemporaryDirectory(prefix="focus-list-") as folder:
        yield await _over_http(place, settings, Path(folder) / "list", known)


def _of_file(file: Path, known: str, most: int) -> Fetched:
    try:
        seen = file.stat()
    except OSError as problem:
        raise NotFetched(f"{file}: {problem.strerror}") from None
    if seen.st_size > most:
        raise NotFetched(f"{file}: {seen.st_size} bytes, more than {most}")
    at = datetime.fromtimestamp(seen.st_mtime, UTC)
    tag = f"{file}:{seen.st_mtime_ns}:{seen.st_size}"
    return Fetched(None if tag == known else file, at, at, tag)


async def _over_http(place: ListPlace, settings: Settings, to: Path, known: str) -> Fetched:
    headers = {name: settings.fill(value) for name, value in place.headers.items()}
    if known:
        headers["If-None-Match" if known[:1] in '"W' else "If-Modified-Since"] = known
    limits = aiohttp.ClientTimeout(total=None, sock_connect=30, sock_read=_SLOWEST_S)
    try:
        async with (
            aiohttp.ClientSession(timeout=limits) as http,
            _asked(http, settings.fill(place.url), headers) as answer,
        ):
            now = clock.now()
            if answer.status == 304:
                return Fetched(None, _modified(answer, now), now, known)
            if answer.status != 200:
                raise NotFetched(f"HTTP {answer.status}")
            await _save(answer, to, place.max_bytes)
            tag = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
            return Fetched(to, _modified(answer, now), now, tag)
    except (aiohttp.ClientError, TimeoutError, ValueError) as problem:
        raise NotFetched(settings.hide(f"{type(problem).__name__}: {problem}")[:300]) from None


@asynccontextmanager
async def _asked(
    http: aiohttp.ClientSession, url: str, headers: dict[str, str]
) -> AsyncIterator[aiohttp.ClientResponse]:
    """Followed within its origin only: whoever is elsewhere gets no secret, and gives no list."""
    here = URL(url)
    for _ in range(_MOST_MOVES):
        async with http.get(here, headers=headers, allow_redirects=False) as answer:
            if answer.status not in _MOVED or "Location" not in answer.headers:
                yield answer
                return
            there = here.join(URL(answer.headers["Location"]))
        if there.origin() != here.origin():
            raise NotFetched("it is sent on to another place; write that address into the source's file")
        here = there
    raise NotFetched("it is sent on again and again")


def _modified(answer: aiohttp.ClientResponse, otherwise: datetime) -> datetime:
    try:
        return parsedate_to_datetime(answer.headers["Last-Modified"])
    except (KeyError, ValueError):
        return otherwise


async def _save(answer: aiohttp.ClientResponse, to: Path, most: int) -> None:
    size = 0
    with to.open("wb") as file:
        async for octets in answer.content.iter_chunked(1 << 18):
            size += len(octets)
            if size > most:
                raise NotFetched(f"more than {most} bytes")
            file.write(octets)
