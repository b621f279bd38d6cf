"""One database with every module's tables, and a fresh list for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from focus.core.database import Database
from focus.core.registry.registry import discover
from focus.server.running import streams
from tests.search.lists.files import Listed, listed
from tests.support.database import temporary_database


@pytest.fixture(scope="session")
async def database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    async with temporary_database(tmp_path_factory.mktemp("lists"), streams(discover())) as opened:
        yield opened


@pytest.fixture
def make(database: Database, tmp_path: Path) -> Callable[..., Listed]:
    """Makes a list with these fields of `[list]`."""

    def made(**changed: Any) -> Listed:
        return listed(database, tmp_path, f"list-{uuid4().hex[:12]}", **changed)

    return made


@pytest.fixture
def persons(make: Callable[..., Listed]) -> Listed:
    """A CSV list of persons that takes half of its lines being bad."""
    return make(bad_share=0.5)
