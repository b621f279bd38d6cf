"""The world and server of the lookups' tests, and one whose sources speak everything that we speak."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.search.lookups.conftest import desk, whole_desk
from tests.search.lookups.desk import SOURCES, Desk, desk_at
from world.running import start

__all__ = ["desk", "every_kind", "whole_desk"]

FOLDERS = (SOURCES, SOURCES.parent / "other", SOURCES.parent / "lists")


@pytest.fixture(scope="session")
async def every_kind(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    """Its lists are loaded."""
    world = await start(persons=300, seed=1, home=tmp_path_factory.mktemp("world"), latency=0.0)
    try:
        async with desk_at(tmp_path_factory.mktemp("focus"), world, sources=FOLDERS) as desk:
            yield desk
            while desk.officers:
                await desk.officers.pop().close()
    finally:
        await world.stop()
