"""NDJSON: lines as they come; an end that can be told from a break; closed with the client."""

from __future__ import annotations

import asyncio
import json
import logging
import time

import aiohttp
import pytest

from tests.support.lockers.module import memory_of
from tests.support.station import Station

CLOSED_WITHIN_S = 0.1


async def closed_after(station: Station, left: float, count: int = 1) -> list[float]:
    """Seconds from `left` until each of `count` streams was closed."""
    async with asyncio.timeout(5):
        while True:
            after = [moment - left for moment in memory_of(station.platform).ticks_closed if moment >= left]
            if len(after) >= count:
                return after
            await asyncio.sleep(0.005)


async def test_each_item_is_a_line(station: Station) -> None:
    async with station.http.get(station.base + "/api/lockers/few-lines") as answer:
        lines = [json.loads(line) for line in (await answer.text()).splitlines()]
        kind = answer.headers["content-type"]
    assert (kind, lines) == ("application/x-ndjson", [{"line": 1}, {"line": 2}, {"line": 3}])


async def test_a_line_arrives_before_the_next_is_made(station: Station) -> None:
    async with asyncio.timeout(2), station.http.get(station.base + "/api/lockers/silence") as answer:
        assert json.loads(await answer.content.readline()) == {"kind": "opened"}


@pytest.mark.parametrize("path", ["ticks", "silence"])
async def test_a_stream_is_closed_within_100_ms_of_its_client(station: Station, path: str) -> None:
    async with aiohttp.ClientSession() as leaving:
        answer = await leaving.get(f"{station.base}/api/lockers/{path}")
        await answer.content.readline()
        left = time.monotonic()
        answer.close()
    (after,) = await closed_after(station, left)
    assert after < CLOSED_WITHIN_S


async def test_twenty_streams_left_at_once_are_all_closed(station: Station) -> None:
    async with aiohttp.ClientSession() as leaving:
        answers = [await leaving.get(station.base + "/api/lockers/ticks") for _ in range(20)]
        left = time.monotonic()
        for answer in answers:
            answer.close()
    assert len(await closed_after(station, left, count=20)) == 20


async def test_a_stream_that_fails_is_not_taken_for_whole(station: Station) -> None:
    lines = []
    with pytest.raises(aiohttp.ClientPayloadError):
        async with station.http.get(station.base + "/api/lockers/broken-lines") as answer:
            async for line in answer.content:
                lines.append(json.loads(line))
    assert lines == [{"line": 1}, {"line": 2}]


async def test_a_stream_that_fails_logs_no_value(station: Station, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(aiohttp.ClientPayloadError):
        async with station.http.get(station.base + "/api/lockers/broken-lines") as answer:
            await answer.read()
    assert "RuntimeError" in caplog.text and "Grietje" not in caplog.text
