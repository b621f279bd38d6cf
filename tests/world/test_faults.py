"""Each fault does on the wire what its name says, and who goes away is counted."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import aiohttp
import pytest

from tests.support.waiting import until
from world.running import Running

path = "/plates/div/v3/kentekens/2-ZKV-318"
key = {"X-DIV-Key": "fictional-federal-key"}


async def break_plates(http: aiohttp.ClientSession, mode: str, **more: Any) -> None:
    async with http.post("/_world/faults/plates", json={"mode": mode, **more}) as answer:
        assert answer.status == 200


async def counters(http: aiohttp.ClientSession, name: str = "plates") -> dict[str, int]:
    async with http.get("/_world/sources") as answer:
        told = await answer.json()
    return next(source for source in told["sources"] if source["name"] == name)


async def until_cancelled(http: aiohttp.ClientSession, before: int, name: str = "plates") -> int:
    async def one_more() -> bool:
        return (await counters(http, name))["cancelled"] > before

    await until(one_more)
    return (await counters(http, name))["cancelled"]


async def test_a_source_in_health_answers(http: aiohttp.ClientSession) -> None:
    async with http.get(path, headers=key) as answer:
        body = await answer.json()
    assert body["inschrijvingen"][0]["voertuig"]["merk"] == "Volkswagen"


async def test_a_hanging_source_says_nothing_and_notices_that_its_asker_left(
    http: aiohttp.ClientSession,
) -> None:
    before = (await counters(http))["cancelled"]
    await break_plates(http, "hang")
    with pytest.raises(TimeoutError):
        await http.get(path, headers=key, timeout=aiohttp.ClientTimeout(total=0.2))
    assert await until_cancelled(http, before) == before + 1


async def test_a_dripping_source_sends_byte_by_byte(http: aiohttp.ClientSession) -> None:
    before = (await counters(http))["cancelled"]
    await break_plates(http, "drip", ms=40)
    got = b""
    with pytest.raises(TimeoutError):
        async with http.get(path, headers=key, timeout=aiohttp.ClientTimeout(total=0.5)) as answer:
            async for chunk in answer.content.iter_any():
                got += chunk
    assert 1 <= len(got) < 20
    assert await until_cancelled(http, before) == before + 1


async def test_garbage_is_no_json(http: aiohttp.ClientSession) -> None:
    await break_plates(http, "garbage")
    async with http.get(path, headers=key) as answer:
        body = await answer.read()
        assert answer.status == 200
    with pytest.raises(ValueError):
        json.loads(body)


async def test_the_wrong_schema_is_json_of_another_shape(http: aiohttp.ClientSession) -> None:
    await break_plates(http, "wrong-schema")
    async with http.get(path, headers=key) as answer:
        body = await answer.json()
    assert "inschrijvingen" not in body
    assert body["rows"]


async def test_a_huge_answer_has_ten_megabytes_of_valid_json(http: aiohttp.ClientSession) -> None:
    await break_plates(http, "huge")
    async with http.get(path, headers=key) as answer:
        body = await answer.read()
    assert len(body) > 10 * 1024 * 1024
    assert len(json.loads(body)["records"]) > 1_000


async def test_the_wrong_charset_says_utf_8_and_is_not(http: aiohttp.ClientSession) -> None:
    await break_plates(http, "wrong-charset")
    async with http.get(path, headers=key) as answer:
        body = await answer.read()
        assert "utf-8" in answer.headers["Content-Type"]
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


async def test_a_reset_cuts_the_connection(http: aiohttp.ClientSession) -> None:
    await break_plates(http, "reset")
    with pytest.raises((aiohttp.ClientOSError, aiohttp.ServerDisconnectedError)):
        await http.get(path, headers=key)


@pytest.mark.parametrize(("mode", "status"), [("500", 500), ("401", 401), ("out", 503)])
async def test_a_source_refuses_with_a_status(http: aiohttp.ClientSession, mode: str, status: int) -> None:
    await break_plates(http, mode)
    async with http.get(path, headers=key) as answer:
        assert answer.status == status


async def test_a_slow_source_answers_late(http: aiohttp.ClientSession) -> None:
    await break_plates(http, "slow", ms=300)
    began = time.monotonic()
    async with http.get(path, headers=key) as answer:
        assert answer.status == 200
    assert time.monotonic() - began >= 0.3


async def test_a_fault_can_end_by_itself(http: aiohttp.ClientSession) -> None:
    await break_plates(http, "500", seconds=0.1)
    async with http.get(path, headers=key) as answer:
        assert answer.status == 500

    async def mended() -> bool:
        async with http.get(path, headers=key) as answer:
            return answer.status == 200

    await until(mended)


async def test_a_fault_breaks_one_source_and_delete_mends_it(http: aiohttp.ClientSession) -> None:
    await break_plates(http, "500")
    async with http.get(
        "/insurance/polissen/2-ZKV-318", headers={"X-Api-Key": "fictional-regional-key"}
    ) as answer:
        assert answer.status == 200
    async with http.delete("/_world/faults/plates") as answer:
        assert answer.status == 204
    async with http.get(path, headers=key) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("wanted", [{"mode": "sulk"}, {"mode": "slow", "ms": -1}, {}, [], "hang"])
async def test_a_fault_that_does_not_exist_is_refused(http: aiohttp.ClientSession, wanted: Any) -> None:
    async with http.post("/_world/faults/plates", json=wanted) as answer:
        assert answer.status == 422


async def test_an_unknown_source_is_refused(http: aiohttp.ClientSession) -> None:
    async with http.post("/_world/faults/horoscopes", json={"mode": "hang"}) as answer:
        assert answer.status == 422


async def test_a_wrong_key_opens_nothing(http: aiohttp.ClientSession) -> None:
    async with http.get(path, headers={"X-DIV-Key": "guess"}) as answer:
        assert answer.status == 401


async def test_latency_is_as_in_life_at_scale_one_and_none_at_scale_zero(running: Running) -> None:
    condition = running.conditions.of("interpol-nominals")
    running.conditions.scale = 1.0
    try:
        drawn = [running.conditions.latency(condition) for _ in range(200)]
    finally:
        running.conditions.scale = 0.0
    assert all(0.020 <= seconds <= 0.300 for seconds in drawn)
    assert max(drawn) > 1.2 * min(drawn)
    assert running.conditions.latency(condition) == 0


async def test_every_request_is_counted_once(http: aiohttp.ClientSession) -> None:
    before = await counters(http)
    await asyncio.gather(*(_read(http) for _ in range(5)))
    after = await counters(http)
    assert after["started"] - before["started"] == after["finished"] - before["finished"] == 5
    assert after["open"] == before["open"] == 0


async def _read(http: aiohttp.ClientSession) -> None:
    async with http.get(path, headers=key) as answer:
        await answer.read()
