"""Closing entries that the log does not take at once."""

from __future__ import annotations

import asyncio
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.ids import new_id
from focus.core.log import LogEvent
from focus.modules.search.lookups.disclosures import Disclosures
from tests.search.lookups.desk import Desk, Officer, until


def entry(officer: Officer) -> LogEvent:
    return LogEvent(
        id=new_id(),
        organisation_id=officer.organisation,
        at=clock.now(),
        kind="search.LookupClosed",
        session_id=UUID(officer.session["session"]),
        what={"lookup": str(new_id())},
    )


async def test_an_entry_is_written_as_soon_as_the_log_is_back(desk: Desk) -> None:
    lotte, disclosures = await desk.officer(), Disclosures(desk.station.platform.log, again_s=0.05)
    event = entry(lotte)
    async with desk.station.without_log():
        writing = asyncio.create_task(disclosures.write(event))
        await until(lambda: disclosures.waiting == 1)
        await asyncio.sleep(0.1)
    await asyncio.wait_for(writing, 2)
    assert disclosures.waiting == 0
    assert [found.id for found in await desk.logged(lotte)] == [event.id]


async def test_an_entry_whose_commit_took_place_unheard_is_there_once(desk: Desk) -> None:
    lotte, disclosures = await desk.officer(), Disclosures(desk.station.platform.log)
    event = entry(lotte)
    await desk.station.platform.log.commit_now(event)
    await asyncio.wait_for(disclosures.write(event), 2)
    assert [found.id for found in await desk.logged(lotte)] == [event.id]


async def test_a_server_that_ends_while_the_log_is_away_says_which_entry_is_missing(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    lotte, disclosures = await desk.officer(), Disclosures(desk.station.platform.log, again_s=60)
    event = entry(lotte)
    async with desk.station.without_log():
        writing = asyncio.create_task(disclosures.write(event))
        await until(lambda: disclosures.waiting == 1)
        disclosures.close()
        await asyncio.wait_for(writing, 2)
    assert event.what["lookup"] in caplog.text
