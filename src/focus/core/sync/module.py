"""Sync declares itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from focus.core.registry import Job, Module
from focus.core.sync.compacting import COMPACT
from focus.core.sync.hub import HUB, Hub
from focus.core.sync.routes import routes

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """Hear what changes."""
    hub = Hub(platform)
    hub.start()
    platform.offer(HUB, hub)


async def stop(platform: Platform) -> None:
    """Let every phone go; it comes again."""
    await platform.service(HUB).close()


async def beat(platform: Platform) -> None:
    """Say to each phone that its line stands; end those whose session is over."""
    await platform.service(HUB).beat()


module = Module(
    name="sync",
    icon="refresh",
    requires=("identity", "organisations", "feed"),
    routes=routes,
    jobs=(Job(beat, every=timedelta(seconds=20), per_process=True), COMPACT),
    always_on=True,
    start=start,
    stop=stop,
)
