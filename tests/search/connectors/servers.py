"""A real HTTP server whose every path has a fault of its own, and sources that ask it."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from focus.core import clock
from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.configuration.loader import check_config
from focus.modules.search.questions import Reading
from focus.modules.search.sources.protocol import Answer
from focus.modules.search.sources.settings import Settings

PLATE = Reading(kind="plate", normal="1-ABC-123", facts={"plate": "1ABC123", "country": "B"}, country="B")
FOUND = {"vehicles": [{"plate": "1-ABC-123", "make": "Skoda"}]}

BODIES = {
    "empty": b'{"vehicles": []}',
    "garbage": bytes(range(128, 256)) * 8,
    "truncated": b'{"vehicles": [{"pla',
    "wrong-schema": b'{"v": 9, "rows": [[1, "a", null]]}',
    "null": b'{"vehicles": null}',
    "text-elements": b'{"vehicles": ["1-ABC-123"]}',
    "other-fields": b'{"vehicles": [{"nummer": "1-ABC-123"}]}',
    "wrong-charset": '{"vehicles": [{"plate": "1-ABC-123", "make": "Škoda"}]}'.encode("cp1250"),
    "other-plate": b'{"vehicles": [{"plate": "2-XYZ-999", "make": "Seat"}]}',
    "html": b"<html>Login</html>",
    "number": b"1",
    "nothing": b"",
}


@dataclass
class Server:
    """`asked`: requests by path; `gone`: those whose asker hung up before the answer was out.

    `most`: how many of a path were open at once.
    """

    base: str
    asked: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    most: Counter[str] = field(default_factory=Counter)
    seen: list[dict[str, Any]] = field(default_factory=list)

    def source(self, path: str, **changed: Any) -> ConfiguredSource:
        """A source that asks this path about a plate."""
        return source_of(rest_file(f"{self.base}{path}", **changed))


def rest_file(base: str, **changed: Any) -> dict[str, Any]:
    """The content of a source's file."""
    content: dict[str, Any] = {
        "name": "vehicles", "short": "VEH", "kind": "rest", "legal": ["art. 1"], "deadline_ms": 600,
        "title": {"nl": "V", "fr": "V", "de": "V", "en": "V"},
        "rest": {"base": base},
        "ask": [{"for": ["plate"], "path": "/{plate}", "empty_statuses": [404]}],
        "map": [{"type": "vehicle", "each": "vehicles", "id": "plate", "title": "{plate}",
                 "identifiers": {"plate": "plate"}, "facts": {"make": "make"}}],
    }  # fmt: skip
    return content | changed


def source_of(content: dict[str, Any], home: Path | None = None) -> ConfiguredSource:
    """A source made of the content of a file that has no fault."""
    config, faults = check_config(content)
    assert config is not None, faults
    assert not faults, [str(f) for f in faults]
    return ConfiguredSource(config, Settings(home))


async def ask(source: ConfiguredSource, reading: Reading = PLATE, *, within: float = 5.0) -> Answer:
    """Ask with so many seconds for the lookup."""
    deadline = asyncio.get_running_loop().time() + within
    return await source.ask(reading, deadline=deadline, asked_at=clock.now())


@asynccontextmanager
async def faulty_server() -> AsyncIterator[Server]:
    """On loopback, at a port of its own."""
    server = Server("")
    app = web.Application()
    app.router.add_route("*", "/{way}/{tail:.*}", _handler(server))
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()


def _handler(server: Server) -> Any:
    async def handle(request: web.Request) -> web.StreamResponse:
        way = request.match_info["way"]
        server.asked[way] += 1
        server.open[way] += 1
        server.most[way] = max(server.most[way], server.open[way])
        server.seen.append({"headers": dict(request.headers), "query": dict(request.query),
                            "body": await request.text(), "path": request.raw_path})  # fmt: skip
        try:
            return await _answer(request, way, server)
        except (asyncio.CancelledError, ConnectionError):
            server.gone[way] += 1
            raise
        finally:
            server.open[way] -= 1

    return handle


async def _answer(request: web.Request, way: str, server: Server) -> web.StreamResponse:
    if way == "404-page":
        return web.Response(text="<html>Not here</html>", status=404, content_type="text/html")
    if way.isdigit():
        return web.json_response({"error": way}, status=int(way))
    if way == "hang":
        await asyncio.sleep(60)
    if way.startswith("after"):
        await asyncio.sleep(int(way[5:]) / 1000)
    if way == "reset" or (way == "reset-once" and server.asked[way] == 1):
        _reset(request)
    if way in ("drip", "huge"):
        return await _streamed(request, drip=way == "drip")
    if way in BODIES:
        return web.Response(body=BODIES[way], content_type="application/json")
    if way == "latin-declared":
        body = '{"vehicles": [{"plate": "1-ABC-123", "make": "Citroën"}]}'.encode("latin-1")
        return web.Response(body=body, headers={"Content-Type": "application/json; charset=iso-8859-1"})
    if way == "unknown-charset":
        return web.Response(body=b"{}", headers={"Content-Type": "application/json; charset=klingon"})
    return web.json_response(FOUND)


def _reset(request: web.Request) -> None:
    assert request.transport is not None
    peer = request.transport.get_extra_info("socket")
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()
    raise ConnectionResetError


async def _streamed(request: web.Request, *, drip: bool) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"vehicles":[')
    if drip:
        for _ in range(200):
            await response.write(b" ")
            await asyncio.sleep(0.05)
    for _ in range(160):
        await response.write(b'{"plate":"1-ABC-123","make":"x"},' * 2000)
    await response.write(b'{"plate":"1-ABC-123"}]}')
    return response
