"""yente's API: a server in a process of its own, asked through its own kind of source."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.configuration.loader import check_config
from focus.modules.search.questions import Reading
from focus.modules.search.records import Record
from focus.modules.search.sources.protocol import SourceFailed
from tests.search.connectors import broken
from tests.search.connectors.servers import ask, source_of
from world.serving.faults import Condition, Fault
from world.world import World
from world.yente import make_app

ROOT = Path(__file__).resolve().parents[3]
NAMES = {"nl": "Y", "fr": "Y", "de": "Y", "en": "Y"}


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    command = [sys.executable, "-m", "world.yente", "--persons", "600", "--with-parent", str(os.getpid())]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())["url"]
        process.terminate()


def file_of(base: str, **changed: Any) -> dict[str, Any]:
    return {"name": "yente", "short": "YENTE", "kind": "yente", "legal": ["art. 1"], "title": NAMES,
            "yente": {"base": base, "dataset": "lv_sanctions"} | changed}  # fmt: skip


@pytest.fixture
async def source(base: str) -> AsyncIterator[ConfiguredSource]:
    made = source_of(file_of(base))
    yield made
    await made.close()


async def found(source: ConfiguredSource, kind: str, **facts: str) -> list[Record]:
    reading = Reading(kind=kind, normal="", facts=facts, country=facts.get("country"))  # type: ignore[arg-type]
    return list((await ask(source, reading)).records)


async def test_a_sanctioned_person_is_found_by_name(source: ConfiguredSource) -> None:
    (record,) = await found(source, "name_birth", name="Ivan Petrov", born="1981-12-05")

    assert (record.title, record.born, [w.code for w in record.warnings]) == (
        "Petrov, Ivan",
        "1981-12-05",
        ["sanctioned"],
    )


async def test_a_record_says_how_alike_it_is_and_of_which_dataset(source: ConfiguredSource) -> None:
    (record,) = await found(source, "name", name="Vanya Petrof")

    facts = {fact.key: fact.value for fact in record.facts}
    assert facts["dataset"] == "lv_sanctions"
    assert 0.9 < float(facts["score"]) < 1


async def test_what_the_matcher_does_not_call_the_same_is_left_out(base: str) -> None:
    strict = source_of(file_of(base, threshold=0.99))

    assert await found(strict, "name", name="Vanya Petrof") == []
    await strict.close()


async def test_another_birth_date_is_another_person(source: ConfiguredSource) -> None:
    assert await found(source, "name_birth", name="Ivan Petrov", born="1950-01-01") == []


async def test_a_passport_finds_its_holder(source: ConfiguredSource) -> None:
    assert [r.title for r in await found(source, "document", document="BG3841207")] == ["Petrov, Ivan"]


async def test_a_plate_is_searched(source: ConfiguredSource) -> None:
    (record,) = await found(source, "plate", plate="CB1234AB", country="BG")

    assert (record.type, [i.value for i in record.identifiers]) == ("vehicle", ["BG:CB1234AB"])


async def test_a_plate_that_was_half_seen_is_no_question_for_it(source: ConfiguredSource) -> None:
    facts = {"plate_pattern": "2ZK_318", "country": "B"}
    assert not source.accepts(Reading(kind="plate", normal="2-ZK?-318", facts=facts, country="B"))


async def test_a_company_number_finds_the_company(source: ConfiguredSource) -> None:
    assert [r.title for r in await found(source, "company", company="0999123457")] == ["Lotus Lindebeek"]


async def test_nobody_found_is_an_answer(source: ConfiguredSource) -> None:
    assert await found(source, "name", name="Zzyzx Qwghlm") == []


async def test_a_dataset_that_is_not_there_is_a_failure_and_never_nothing(base: str) -> None:
    wrong = source_of(file_of(base, dataset="elsewhere"))

    with pytest.raises(SourceFailed, match="status"):
        await found(wrong, "name", name="Ivan Petrov")
    await wrong.close()


async def test_an_answer_of_another_shape_is_a_failure() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        body = b'{"responses": {}}'
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        writer.write(head % len(body) + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    other = source_of(file_of(f"http://127.0.0.1:{port}"))
    with pytest.raises(SourceFailed, match="wrong_schema"):
        await found(other, "name", name="Ivan Petrov")
    await other.close()
    server.close()


def car(number: int, *owners: str) -> dict[str, Any]:
    """A Bulgarian car whose owners are named by id alone."""
    properties = {"registrationNumber": ["CB 9 ZZ"], "country": ["bg"], "owner": list(owners)}
    key = f"lv-owned-{number}"
    return {"id": key, "caption": "CB 9 ZZ", "schema": "Vehicle", "properties": properties,
            "datasets": ["lv_sanctions"], "last_change": "2026-11-01T00:00:00"}  # fmt: skip


@asynccontextmanager
async def naming(
    *cars: dict[str, Any], condition: Condition | None = None, **changed: Any
) -> AsyncIterator[ConfiguredSource]:
    """A source of a world's yente that has these too."""
    app = make_app(World(seed=1, persons=600), condition, more=cars)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    source = source_of(file_of(f"http://127.0.0.1:{runner.addresses[0][1]}") | changed)
    try:
        yield source
    finally:
        await source.close()
        await runner.cleanup()


OWNED = Reading(kind="plate", normal="", facts={"plate": "CB9ZZ", "country": "BG"}, country="BG")


async def test_an_owner_who_is_named_by_id_is_resolved_by_one_more_request() -> None:
    condition = broken.condition("yente")
    async with naming(car(1, "lv-ivan", "lv-lotus"), condition=condition) as source:
        answer = await ask(source, OWNED)
    (record,) = answer.records
    assert [(r.role, r.type, r.title) for r in record.relations] == [
        ("owner", "person", "Petrov, Ivan"),
        ("owner", "organisation", "Lotus Lindebeek"),
    ]
    assert {warn.code for warn in record.warnings} == {"sanctioned"}
    assert (answer.unread, answer.drifts) == (0, ())
    assert condition.counters.finished == 2


async def test_an_owner_who_is_not_there_is_said_and_the_answer_is_not_whole() -> None:
    async with naming(car(1, "lv-ivan", "lv-gone"), language="en") as source:
        answer = await ask(source, OWNED)
    (record,) = answer.records
    assert [r.title for r in record.relations] == ["Petrov, Ivan"]
    (fact,) = (fact for fact in record.facts if fact.key == "owner")
    assert (fact.value, fact.tone) == ("lv-gone (name not resolved)", "amber")
    assert (answer.unread, [drift.path for drift in answer.drifts]) == (1, ["properties.owner"])


async def test_no_more_than_five_are_asked_for() -> None:
    condition = broken.condition("yente")
    async with naming(*[car(n, "lv-ivan") for n in range(7)], condition=condition) as source:
        answer = await ask(source, OWNED)
    assert condition.counters.started == 6
    assert (len(answer.records), answer.unread) == (7, 2)


async def test_names_that_do_not_come_in_time_are_unresolved() -> None:
    condition = broken.condition("yente")

    async with naming(car(1, "lv-ivan"), condition=condition, deadline_ms=600) as source:
        asking = asyncio.ensure_future(ask(source, OWNED))
        while not condition.counters.finished:
            await asyncio.sleep(0)
        condition.break_down(Fault("hang"))
        answer = await asking
    (record,) = answer.records
    assert (record.relations, answer.unread) == ((), 1)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"yente": {}}, "yente.base: is missing"),
        ({"yente": {"base": "http://127.0.0.1:9", "threshold": 2.0}}, "yente.threshold"),
        ({"yente": {"base": "http://127.0.0.1:9", "limit": 0}}, "yente.limit"),
        ({"ask": []}, "ask: kind is yente"),
    ],
)
def test_a_fault_of_its_file_is_named(changed: dict[str, Any], said: str) -> None:
    content = file_of("http://127.0.0.1:9") | changed

    assert any(said in str(fault) for fault in check_config(content)[1])
