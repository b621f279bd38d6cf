"""A station with the feed and the notes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from focus.core.feed.module import module as feed
from tests.support.notes.module import module as notes
from tests.support.station import Station, small_registry, station_at


@pytest.fixture(scope="session")
async def noted(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Station]:
    """Gate, log, feed, notes."""
    registry = small_registry(
        replace(feed, package="focus.core.feed"), replace(notes, package="tests.support.notes")
    )
    async with station_at(tmp_path_factory.mktemp("noted"), registry) as running:
        yield running
