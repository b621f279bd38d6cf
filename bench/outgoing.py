"""Which client asks 60 sources with the least CPU? The measurement behind docs/decisions/0013.

`python -m bench.outgoing`: one server process with 60 addresses, then each client that is installed asks all
of them side by side, 25 rounds, 5 rounds at once; CPU of the asking process per round of 60 calls, on the
loop that the server runs on.
"""

from __future__ import annotations

import asyncio
import importlib.util
import multiprocessing
import random
import time
from collections.abc import Awaitable, Callable
from statistics import median

import uvloop
from aiohttp import ClientSession, TCPConnector, web

from focus.modules.search.connectors.http import Address, Pool
from focus.modules.search.connectors.http.address import request

SOURCES, ROUNDS, AT_ONCE = 60, 25, 5
BODY = b'{"records":[' + b",".join([b'{"name":"Jan Peeters","born":"1980-01-02"}'] * 3) + b"]}"

Ask = Callable[[str], Awaitable[bytes]]


def serve(ready: multiprocessing.SimpleQueue[int]) -> None:
    """The server: each address answers after 5–40 ms."""

    async def answer(_: web.Request) -> web.Response:
        await asyncio.sleep(random.uniform(0.005, 0.04))
        return web.Response(body=BODY, content_type="application/json")

    async def run() -> None:
        app = web.Application()
        app.router.add_get("/{source}", answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        ready.put(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


async def with_aiohttp(base: str) -> float:
    """aiohttp, one session."""
    async with ClientSession(connector=TCPConnector(limit=0)) as http:

        async def ask(url: str) -> bytes:
            async with http.get(url) as answer:
                return await answer.read()

        return await rounds(base, ask)


async def with_httpx(base: str) -> float:
    """httpx, one client."""
    import httpx

    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(limits=limits, timeout=10) as http:

        async def ask(url: str) -> bytes:
            return (await http.get(url)).content

        return await rounds(base, ask)


async def with_pyreqwest(base: str) -> float:
    """pyreqwest, one client."""
    from pyreqwest.client import ClientBuilder

    async with ClientBuilder().build() as http:

        async def ask(url: str) -> bytes:
            answer = await http.get(url).build().send()
            return bytes(await answer.bytes())

        return await rounds(base, ask)


async def with_ours(base: str) -> float:
    """The product's own connections."""
    address = Address.of(base)
    pool, headers = Pool(address, most=1_000_000), address.beginning({})

    async def ask(url: str) -> bytes:
        octets = request("GET", url.removeprefix(base), headers, None)
        deadline = asyncio.get_running_loop().time() + 10
        return (await pool.ask(octets, readable={200}, deadline=deadline, again=True)).body

    try:
        return await rounds(base, ask)
    finally:
        pool.close()


async def rounds(base: str, ask: Ask) -> float:
    """CPU milliseconds per round of 60 calls, after a warm-up."""

    async def some(count: int) -> None:
        for _ in range(count):
            answers = await asyncio.gather(*(ask(f"{base}/{n}") for n in range(SOURCES)))
            assert all(answer == BODY for answer in answers)

    await some(3)
    before = time.process_time()
    await asyncio.gather(*(some(ROUNDS // AT_ONCE) for _ in range(AT_ONCE)))
    return (time.process_time() - before) * 1000 / ROUNDS


def main() -> None:
    """Measure each client three times, interleaved."""
    ready: multiprocessing.SimpleQueue[int] = multiprocessing.SimpleQueue()
    server = multiprocessing.Process(target=serve, args=(ready,), daemon=True)
    server.start()
    base = f"http://127.0.0.1:{ready.get()}"
    clients = {"aiohttp": with_aiohttp, "httpx": with_httpx, "pyreqwest": with_pyreqwest, "focus": with_ours}
    measured: dict[str, list[float]] = {name: [] for name in clients if importlib.util.find_spec(name)}
    for _ in range(3):
        for name, figures in measured.items():
            figures.append(uvloop.run(clients[name](base)))
    for name, figures in measured.items():
        print(f"{name}: {median(figures):.1f} ms CPU per 60 calls ({', '.join(f'{f:.1f}' for f in figures)})")
    server.terminate()


if __name__ == "__main__":
    main()
