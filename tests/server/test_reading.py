"""Bad requests: refused with the place and never with the value."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from focus.core.gate import Principal
from tests.support.station import Station, somebody

SECRET = "Grietje-Geheim-85.07.30-033-28"
LABEL = "/api/lockers/label"


@pytest.fixture(scope="module")
def ann() -> Principal:
    return somebody("lockers.use", language="en")


def paths(answer: Any) -> list[tuple[str, str]]:
    return [(fault["path"], fault["code"]) for fault in answer.body["fields"]]


async def test_a_body_that_fits_is_read(station: Station) -> None:
    answer = await station.ask("POST", LABEL, {"text": "torches", "lines": ["a", "b"]})
    assert answer.body == {"text": "torches", "lines": ["a", "b"], "size": 1}


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff\xfe\x00",
        b"{'text': 'x'}",
        b'{"text": "\xe9"}',
        b'{"text": "x"} trailing',
        b"[" * 900,
        b'{"text": "x", "size": 1' + b"0" * 800 + b"e}",
        SECRET.encode(),
    ],
    ids=["open", "octets", "quotes", "latin", "trailing", "deep", "number", "text"],
)
async def test_what_is_no_json_is_a_400(station: Station, body: bytes) -> None:
    answer = await station.ask("POST", LABEL, body)
    assert (answer.status, answer.code) == (400, "core.invalid_json")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({}, [("text", "core.field_missing")]),
        ({"text": 5}, [("text", "core.field_invalid")]),
        ({"text": None}, [("text", "core.field_invalid")]),
        ({"text": "x", "lines": ["ok", SECRET]}, [("lines.[1]", "core.field_invalid")]),
        ({"text": "x", "size": "1"}, [("size", "core.field_invalid")]),
        ({"text": "x", "size": 1.5}, [("size", "core.field_invalid")]),
        ({"text": "x", SECRET: 1}, [("", "core.field_unknown")]),
        ({"size": [], "lines": 3}, [
            ("text", "core.field_missing"),
            ("lines", "core.field_invalid"),
            ("size", "core.field_invalid"),
        ]),
        ([SECRET], [("", "core.field_invalid")]),
        (SECRET, [("", "core.field_invalid")]),
    ],
)  # fmt: skip
async def test_every_field_at_fault_is_named(
    station: Station, content: Any, expected: list[tuple[str, str]]
) -> None:
    answer = await station.ask("POST", LABEL, content)
    assert (answer.status, answer.code) == (422, "core.invalid_input")
    assert sorted(paths(answer)) == sorted(expected)


@pytest.mark.parametrize(
    ("content", "query"),
    [
        ({"text": "x", "size": SECRET}, ""),
        ({"text": "x", "lines": [SECRET]}, ""),
        ({"text": "x", SECRET: SECRET}, ""),
        ({"text": {SECRET: SECRET}}, ""),
        (SECRET.encode(), ""),
        (None, f"number={SECRET}"),
        (None, f"number=1&on={SECRET}"),
        (None, f"number=1&{SECRET}={SECRET}"),
        (None, SECRET),
    ],
)
async def test_a_value_is_never_quoted(station: Station, ann: Principal, content: Any, query: str) -> None:
    if content is None:
        answer = await station.ask("GET", f"/api/lockers/count?{query}", who=ann)
    else:
        answer = await station.ask("POST", LABEL, content)
    assert answer.status in {400, 422} and SECRET not in str(answer)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [("number", "core.field_missing")]),
        ("number=ten", [("number", "core.field_invalid")]),
        ("number=10", [("number", "core.field_invalid")]),
        ("number=1&on=2026-02-30", [("on", "core.field_invalid")]),
        ("number=1&colour=red", [("", "core.field_unknown")]),
    ],
)
async def test_a_query_names_its_faults_too(
    station: Station, ann: Principal, query: str, expected: list[tuple[str, str]]
) -> None:
    answer = await station.ask("GET", f"/api/lockers/count?{query}", who=ann)
    assert (answer.status, paths(answer)) == (422, expected)


async def test_a_repeated_name_fills_a_list(station: Station, ann: Principal) -> None:
    answer = await station.ask("GET", "/api/lockers/count?number=1&tags=a&tags=b&on=2026-02-28", who=ann)
    assert answer.body == {"number": 1, "on": "2026-02-28", "tags": ["a", "b"]}


async def test_an_empty_body_is_an_empty_object(station: Station) -> None:
    answer = await station.ask("POST", LABEL, b"")
    assert paths(answer) == [("text", "core.field_missing")]


def of_size(octets: int) -> bytes:
    head, tail = b'{"text":"', b'"}'
    return head + b"x" * (octets - len(head) - len(tail)) + tail


async def test_a_body_of_the_limit_is_taken(station: Station) -> None:
    answer = await station.ask("POST", LABEL, of_size(1_000))
    assert answer.status == 200


async def test_a_body_beyond_the_limit_is_refused(station: Station) -> None:
    answer = await station.ask("POST", LABEL, of_size(1_001))
    assert (answer.status, answer.code) == (413, "core.too_large")


async def test_ten_megabytes_are_refused(station: Station, ann: Principal) -> None:
    answer = await station.ask("POST", "/api/lockers/find", of_size(10_000_000), who=ann)
    assert answer.status == 413


async def _in_parts(*parts: bytes, pause: float = 0.0) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
        await asyncio.sleep(pause)


async def test_a_body_in_chunks_is_read_whole(station: Station) -> None:
    body = _in_parts(b'{"te', b'xt": "tor', b'ches"}', pause=0.02)
    async with station.http.post(station.base + LABEL, data=body) as answer:
        assert (await answer.json())["text"] == "torches"


async def test_chunks_beyond_the_limit_are_refused_before_the_end(station: Station) -> None:
    host, port = urlsplit(station.base).hostname, urlsplit(station.base).port
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"POST {LABEL} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
    writer.write(b"400\r\n" + b"x" * 1024 + b"\r\n")
    await writer.drain()
    first = await asyncio.wait_for(reader.readline(), 2)
    writer.close()
    assert b" 413 " in first


async def test_a_slow_client_holds_up_nobody_and_is_served_at_last(station: Station) -> None:
    half, rest = asyncio.Event(), asyncio.Event()

    async def body() -> AsyncIterator[bytes]:
        yield b'{"text": "tor'
        half.set()
        await rest.wait()
        yield b'ches"}'

    async def post() -> int:
        async with station.http.post(station.base + LABEL, data=body()) as answer:
            return answer.status

    slow = asyncio.create_task(post())
    async with asyncio.timeout(5):
        await half.wait()
    async with asyncio.timeout(0.5):
        quick = await station.ask("GET", "/api/lockers/hello")
    rest.set()
    assert (quick.status, await slow) == (200, 200)


async def test_a_client_that_leaves_in_the_middle_of_an_action_changed_nothing(
    station: Station, ann: Principal
) -> None:
    host, port = urlsplit(station.base).hostname, urlsplit(station.base).port
    _, writer = await asyncio.open_connection(host, port)
    writer.write(b'POST /api/lockers/put-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"item": ')
    await writer.drain()
    writer.close()
    await asyncio.sleep(0.1)  # only time can tell that nothing comes of it
    assert await station.events(ann.organisation_id) == []
    assert (await station.ask("GET", "/api/lockers/hello")).status == 200
