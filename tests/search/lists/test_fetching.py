"""Lists over HTTP: a real server, that changes, does not change, refuses, or hangs up."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from tests.search.lists.files import HEADER, JEROEN, NELE, Listed


@dataclass
class Publisher:
    """Says what it is told to; `asked`: the headers of each request."""

    url: str = ""
    body: str = HEADER + JEROEN
    status: int = 200
    cut: bool = False
    asked: list[dict[str, str]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(dict(request.headers))
        tag = f'"{hash(self.body)}"'
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304)
        headers = {"ETag": tag, "Last-Modified": "Sun, 22 Nov 2026 08:00:00 GMT"}
        if self.cut:
            response = web.StreamResponse(headers={"Content-Length": "100000"})
            await response.prepare(request)
            await response.write(self.body.encode())
            assert request.transport is not None
            request.transport.abort()
            return response
        return web.Response(text=self.body, status=self.status, headers=headers)


@asynccontextmanager
async def publishing() -> AsyncIterator[Publisher]:
    publisher, app = Publisher(), web.Application()
    app.router.add_get("/list.csv", publisher.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    publisher.url = f"http://127.0.0.1:{runner.addresses[0][1]}/list.csv"
    try:
        yield publisher
    finally:
        await runner.cleanup()


@pytest.fixture
async def publisher() -> AsyncIterator[Publisher]:
    async with publishing() as running:
        yield running


@pytest.fixture
def fetched(make: Callable[..., Listed], publisher: Publisher) -> Listed:
    return make(file="", url=publisher.url, headers={"X-Who": "focus"})


async def test_a_list_is_fetched_and_as_old_as_its_publisher_says(fetched: Listed) -> None:
    await fetched.load()

    assert await fetched.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]
    assert "of 2026-11-22 08:00" in await fetched.status()


async def test_the_headers_of_the_file_are_sent(fetched: Listed, publisher: Publisher) -> None:
    await fetched.load()

    assert publisher.asked[0]["X-Who"] == "focus"


async def test_a_list_that_has_not_changed_is_not_sent_again(fetched: Listed, publisher: Publisher) -> None:
    await fetched.load()

    assert ((await fetched.load(again=False)).state, len(publisher.asked)) == ("unchanged", 2)


async def test_a_list_that_has_changed_is_loaded(fetched: Listed, publisher: Publisher) -> None:
    await fetched.load()
    publisher.body = HEADER + NELE

    assert (await fetched.load(again=False)).state == "loaded"
    assert await fetched.named("Nele Thys") == ["Thys, Nele"]


async def test_a_server_that_refuses_leaves_the_old_list(fetched: Listed, publisher: Publisher) -> None:
    await fetched.load()
    publisher.status = 503

    outcome = await fetched.load(again=True)
    assert (outcome.state, outcome.reason) == ("failed", "HTTP 503")
    assert await fetched.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]


async def test_a_list_that_is_cut_off_is_never_half_loaded(fetched: Listed, publisher: Publisher) -> None:
    await fetched.load()
    publisher.body, publisher.cut = HEADER + NELE, True

    assert (await fetched.load(again=True)).state == "failed"
    assert await fetched.named("Nele Thys") == []


async def test_a_list_that_is_too_large_is_left(make: Callable[..., Listed], publisher: Publisher) -> None:
    listed = make(file="", url=publisher.url, max_bytes=10)

    assert (await listed.load()).reason == "more than 10 bytes"
