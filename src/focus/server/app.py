"""The ASGI application: every door of every module, the app's files, health."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from focus.core.gate import Platform, Settings
from focus.core.registry import Operation, Route
from focus.core.registry.registry import Registry, discover, method_of, path_of
from focus.server.endpoints import Endpoint, OperationEndpoint, Receive, RouteEndpoint, Send
from focus.server.health import LIVE, Health
from focus.server.pages import Pages
from focus.server.paths import Branch, Rest
from focus.server.running import app_folder, running
from focus.server.settings import from_environment, is_loopback

HEALTH = "/api/health"


def create(settings: Settings | None = None, registry: Registry | None = None) -> App:
    """The application; without arguments it is made from environment and installed modules."""
    return App(settings or from_environment(), registry or discover())


class App:
    """ASGI 3: HTTP and lifespan. A path leads to its branch, the branch to the door of the method."""

    platform: Platform
    """There while the lifespan lasts."""

    def __init__(self, settings: Settings, registry: Registry) -> None:
        self._settings, self._registry = settings, registry
        folder = settings.app or app_folder()
        with_demo = settings.demo and is_loopback(settings.host)
        self._plan = list(_plan(registry, with_demo=with_demo))
        self._branches: dict[str, Branch] = defaultdict(Branch)
        self._rest = Rest(Pages(folder) if folder.is_dir() else None)
        self._health = Health()
        for path, _, _ in self._plan:
            if "{" in path and path not in self._branches:
                self._rest.add(path, self._branches[path])
            self._branches[path]
        fixed = {path: branch for path, branch in self._branches.items() if "{" not in path}
        self._fixed: dict[str, Branch | Health] = {**fixed, HEALTH: self._health, LIVE: self._health}

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        """One connection, as the server hands it over."""
        if scope["type"] == "http":
            path = scope["path"] = "/" + scope["path"].strip("/")
            await self._fixed.get(path, self._rest)(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await _close(receive, send)

    @asynccontextmanager
    async def lifespan(self) -> AsyncIterator[None]:
        """The platform runs within, behind every door."""
        async with running(self._settings, registry=self._registry) as platform:
            self.platform = self._health.platform = platform
            for path, method, make in self._plan:
                self._branches[path].doors[method] = make(platform)
                self._branches[path].texts = platform.texts
            self._rest.texts = platform.texts
            yield

    async def _live(self, receive: Receive, send: Send) -> None:
        """The server's word when to begin and to end; what goes wrong is said to it and raised."""
        await receive()
        stage = "startup"
        try:
            async with self.lifespan():
                await send({"type": "lifespan.startup.complete"})
                stage = "shutdown"
                await receive()
        except BaseException as failure:
            await send({"type": f"lifespan.{stage}.failed", "message": str(failure)})
            raise
        await send({"type": "lifespan.shutdown.complete"})


async def _close(receive: Receive, send: Send) -> None:
    """No door takes a websocket."""
    await receive()
    await send({"type": "websocket.close", "code": 1000})


Make = Callable[[Platform], Endpoint]


def _plan(registry: Registry, *, with_demo: bool) -> Iterator[tuple[str, str, Make]]:
    """(path, method, how to make the door) of everything that can be called."""
    for module in registry:
        for operation in (*module.actions, *module.views):
            make: Make = partial(_operation_endpoint, module.name, operation)
            yield path_of(module, operation), method_of(operation), make
        for route in module.routes:
            if with_demo or not route.only_demo:
                yield route.path, route.method, partial(_route_endpoint, module.name, route)


def _operation_endpoint(module: str, operation: Operation, platform: Platform) -> Endpoint:
    return OperationEndpoint(platform, module, operation)


def _route_endpoint(module: str, route: Route, platform: Platform) -> Endpoint:
    return RouteEndpoint(platform, module, route)
