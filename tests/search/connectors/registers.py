"""Registers that want to know who asks, over HTTP on loopback: each path wants something else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Check = Callable[[web.Request, bytes], bool]


@dataclass
class Register:
    """`lets` decides who is answered; the others hear 401."""

    base: str = ""
    lets: Check = lambda _request, _body: True
    seen: list[web.Request] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


@asynccontextmanager
async def register_running(*, tls: Any = None, echo: bool = False) -> AsyncIterator[Register]:
    """`echo`: it repeats what it was told, as careless ones do."""
    register = Register()
    runner = web.AppRunner(web.Application(), access_log=None, shutdown_timeout=0.5)
    runner.app.router.add_route("*", "/{tail:.*}", _handler(register, echo=echo))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    port = runner.addresses[0][1]
    register.base = f"https://localhost:{port}" if tls else f"http://127.0.0.1:{port}"
    try:
        yield register
    finally:
        await runner.cleanup()


def _handler(register: Register, *, echo: bool) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        body = await request.read()
        register.seen.append(request)
        register.bodies.append(body)
        if not register.lets(request, body):
            return web.json_response({"error": "who are you?"}, status=401)
        told = {"told": [str(request.rel_url), dict(request.headers)]} if echo else {}
        return web.json_response({"vehicles": [{"plate": "1-ABC-123", "make": "Skoda"}], **told})

    return handle
