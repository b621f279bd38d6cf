"""Sources that answer soon, or later, or never."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.search.connectors.servers import Server, faulty_server
from tests.search.lookups.sources import write_source

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """They wait for what breaks to heal."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.timeout(120))


@pytest.fixture
async def registers() -> AsyncIterator[Server]:
    async with faulty_server() as running:
        yield running


@pytest.fixture
def sources(registers: Server, tmp_path: Path) -> Path:
    """Five sources; the last answers after 0.6 s."""
    folder = tmp_path / "sources"
    folder.mkdir()
    for number, way in enumerate(("found", "after50", "after100", "empty", "after600")):
        write_source(folder, f"cars-{number}", f"{registers.base}/{way}", short=f"C{number}")
    return folder


@pytest.fixture
def hanging(registers: Server, tmp_path: Path) -> Path:
    """One that answers and two that never do."""
    folder = tmp_path / "hanging"
    folder.mkdir()
    for number, way in enumerate(("found", "hang", "hang")):
        write_source(
            folder, f"cars-{number}", f"{registers.base}/{way}", short=f"C{number}", deadline_ms=7_000
        )
    return folder
