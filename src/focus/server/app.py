"""The ASGI application: every door of every module, the app's files, health."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from litestar import Litestar, asgi

from focus.core.gate import Platform, Settings
from focus.core.registry import Operation, Route
from focus.core.registry.registry import Registry, discover, method_of, path_of
from focus.server.doors import Door, OperationDoor, RouteDoor
from focus.server.health import Health
from focus.server.pages import Pages
from focus.server.paths import Branch, Rest
from focus.server.running import app_folder, running
from focus.server.settings import from_environment, is_loopback

Handler = Callable[[Any, Any, Any], Awaitable[None]]


def create(settings: Settings | None = None, registry: Registry | None = None) -> Litestar:
    """The application; without arguments it is made from environment and installed modules."""
    settings = settings or from_environment()
    registry = registry or discover()
    with_demo = settings.demo and is_loopback(settings.host)
    branches: dict[str, Branch] = defaultdict(Branch)
    folder = app_folder()
    rest = Rest(Pages(folder) if folder.is_dir() else None)
    plan = list(_plan(registry, with_demo=with_demo))
    for path, _, _ in plan:
        if "{" in path and path not in branches:
            rest.add(path, branches[path])
        branches[path]

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        async with running(settings, registry=registry) as platform:
            app.state.platform = platform
            for path, method, make in plan:
                branches[path].doors[method] = make(platform)
                branches[path].texts = platform.texts
            rest.texts = platform.texts
            health.platform = platform
            yield

    health = Health()
    handlers = [
        asgi(path, copy_scope=False)(_handler(branch)) for path, branch in branches.items() if "{" not in path
    ]
    handlers.append(asgi("/api/health", copy_scope=False)(_handler(health)))
    handlers.append(asgi("/", is_mount=True, copy_scope=False)(_handler(rest)))
    return Litestar(
        route_handlers=handlers,
        lifespan=[lifespan],
        openapi_config=None,
        logging_config=None,
        debug=False,
    )


Make = Callable[[Platform], Door]


def _plan(registry: Registry, *, with_demo: bool) -> Iterator[tuple[str, str, Make]]:
    """(path, method, how to make the door) of everything that can be called."""
    for module in registry:
        for operation in (*module.actions, *module.views):
            make: Make = partial(_operation_door, module.name, operation)
            yield path_of(module, operation), method_of(operation), make
        for route in module.routes:
            if with_demo or not route.only_demo:
                yield route.path, route.method, partial(_route_door, module.name, route)


def _operation_door(module: str, operation: Operation, platform: Platform) -> Door:
    return OperationDoor(platform, module, operation)


def _route_door(module: str, route: Route, platform: Platform) -> Door:
    return RouteDoor(platform, module, route)


def _handler(target: Any) -> Handler:
    """A plain function around a callable object, which is what Litestar takes."""

    async def handle(scope: Mapping[str, Any], receive: Any, send: Any) -> None:
        await target(scope, receive, send)

    return handle
