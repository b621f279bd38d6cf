"""A source over HTTP does everything that sources do wrong; each is named, none is "nothing known"."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator

import pytest

from focus.modules.search.questions import Reading
from focus.modules.search.sources.protocol import SourceFailed
from tests.search.connectors.servers import PLATE, Server, ask, faulty_server, rest_file, source_of
from tests.support.waiting import until


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with faulty_server() as running:
        yield running


async def test_what_it_found_becomes_records(server: Server) -> None:
    source = server.source("/found")
    answer = await ask(source)
    assert [(r.type, r.title, r.source, r.facts[0].value) for r in answer.records] == [
        ("vehicle", "1-ABC-123", "vehicles", "Skoda")
    ]
    assert answer.raw_size > 20
    await source.close()


@pytest.mark.parametrize("way", ["empty", "404"])
async def test_what_says_nothing_is_known_is_empty(server: Server, way: str) -> None:
    source = server.source(f"/{way}")
    assert (await ask(source)).records == ()
    await source.close()


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        ("hang", "timeout"),
        ("drip", "timeout"),
        ("garbage", "garbage"),
        ("truncated", "garbage"),
        ("html", "garbage"),
        ("404-page", "garbage"),
        ("nothing", "garbage"),
        ("wrong-schema", "wrong_schema"),
        ("null", "wrong_schema"),
        ("number", "wrong_schema"),
        ("text-elements", "wrong_schema"),
        ("other-fields", "wrong_schema"),
        ("wrong-charset", "charset"),
        ("unknown-charset", "charset"),
        ("huge", "too_large"),
        ("reset", "reset"),
        ("500", "status"),
        ("302", "status"),
        ("204", "status"),
        ("401", "refused_login"),
        ("403", "refused_login"),
        ("429", "busy"),
        ("other-plate", "other_answer"),
    ],
)
async def test_a_fault_is_named(server: Server, way: str, reason: str) -> None:
    source = server.source(f"/{way}")
    with pytest.raises(SourceFailed) as failed:
        await ask(source)
    assert failed.value.reason == reason
    await source.close()


async def test_a_declared_character_set_is_honoured(server: Server) -> None:
    source = server.source("/latin-declared")
    assert (await ask(source)).records[0].facts[0].value == "Citroën"
    await source.close()


async def test_nobody_there_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        source = source_of(rest_file(f"http://127.0.0.1:{taken.getsockname()[1]}"))
        with pytest.raises(SourceFailed) as failed:
            await ask(source)
    assert failed.value.reason == "unreachable"
    await source.close()


async def test_a_cut_connection_is_tried_once_more(server: Server) -> None:
    source = server.source("/reset-once")
    assert len((await ask(source)).records) == 1
    assert server.asked["reset-once"] == 2
    await source.close()


async def test_a_post_is_not_tried_again(server: Server) -> None:
    way = {"for": ["plate"], "method": "POST", "path": "/x", "json": {"p": "{plate}"}}
    source = server.source("/reset", ask=[way])
    with pytest.raises(SourceFailed):
        await ask(source)
    assert server.asked["reset"] == 1
    await source.close()


async def test_the_lookups_deadline_is_the_shorter_one(server: Server) -> None:
    source = server.source("/hang", deadline_ms=5_000)
    began = time.monotonic()
    with pytest.raises(SourceFailed, match="timeout"):
        await ask(source, within=0.15)
    assert time.monotonic() - began < 1.0
    await source.close()


async def test_a_huge_body_is_left_at_the_limit(server: Server) -> None:
    source = server.source("/huge", max_bytes=200_000)
    with pytest.raises(SourceFailed, match="too_large"):
        await ask(source)
    await until(lambda: server.gone["huge"] == 1)
    await source.close()


@pytest.mark.parametrize("way", ["hang", "drip"])
async def test_called_off_the_server_sees_the_connection_go(server: Server, way: str) -> None:
    source = server.source(f"/{way}", deadline_ms=5_000)
    asking = asyncio.create_task(ask(source))
    await until(lambda: server.asked[way] == 1)
    asking.cancel()
    await asyncio.wait([asking], timeout=0.1)
    assert asking.cancelled()
    await until(lambda: server.gone[way] == 1)
    await source.close()


async def test_the_question_goes_out_in_their_form(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOCUS_SECRET_KEY_OF_VEHICLES", "s3cret")
    reading = Reading(
        kind="name_birth",
        normal="",
        facts={"family_name": "D'Hóndt & Co", "born": "1985-07-30", "given_names": ""},
    )
    way = {
        "for": ["name_birth"], "method": "POST", "path": "/zoek/{family_name}",
        "query": {"geb": "{born:%d/%m/%Y}", "voornaam": "{given_names}"},
        "json": {"naam": "{family_name}", "jaar": ["{born:%Y}"], "voornaam": "{given_names}", "max": 5},
    }  # fmt: skip
    rest = {"base": f"{server.base}/found/", "headers": {"X-Key": "${secret:KEY_OF_VEHICLES}"}}
    source = server.source("/found", ask=[way], rest=rest)
    await ask(source, reading)
    seen = server.seen[-1]
    assert seen["headers"]["X-Key"] == "s3cret"
    assert seen["query"] == {"geb": "30/07/1985"}
    assert seen["body"] == '{"naam":"D\'Hóndt & Co","jaar":["1985"],"max":5}'
    assert seen["path"].startswith("/found/zoek/D%27H%C3%B3ndt%20%26%20Co?")
    await source.close()


async def test_a_question_without_what_its_address_needs_does_not_suit(server: Server) -> None:
    source = server.source("/found")
    assert source.accepts(PLATE)
    assert not source.accepts(Reading(kind="plate", normal="", facts={"country": "B"}))
    assert not source.accepts(Reading(kind="vin", normal="", facts={"plate": "1ABC123"}))


async def test_the_first_way_whose_condition_holds_is_used(server: Server) -> None:
    ways = [
        {
            "for": ["plate"],
            "when": [{"path": "country", "in": ["B", "BE"]}],
            "path": "/belgian",
            "echo": False,
        },
        {"for": ["plate"], "when": [{"path": "country", "not": "B"}], "path": "/foreign", "echo": False},
    ]
    source = server.source("/found", ask=ways)
    await ask(source, Reading(kind="plate", normal="", facts={"plate": "1ABC123", "country": "F"}))
    assert server.seen[-1]["path"] == "/found/foreign"
    await source.close()
