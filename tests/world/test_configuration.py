"""The files by which FOCUS is told of the world: complete, valid, and right about what comes back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from focus.modules.search.configuration.loader import read_sources
from focus.modules.search.records import Record
from focus.modules.search.sources.protocol import Source
from focus.modules.search.understanding import understand
from world.registers.all import registers
from world.sql.tables import sql_sources

folder = Path(__file__).parents[2] / "world" / "sources"


@pytest.fixture
async def sources(environment: None) -> AsyncIterator[tuple[Source, ...]]:
    loaded = read_sources([folder])
    assert [str(fault) for fault in loaded.faults] == []
    yield loaded.sources
    for source in loaded.sources:
        await source.close()


def test_every_source_of_the_world_has_a_file_and_every_file_a_source() -> None:
    world = {*registers, *(source.name for source in sql_sources)}
    assert {file.stem for file in folder.glob("*.toml")} == world
    assert len(world) == 60


def test_no_file_holds_a_secret() -> None:
    for file in folder.glob("*.toml"):
        written = file.read_text("utf-8")
        assert "fictional-" not in written
        assert "127.0.0.1" not in written


async def records(sources: tuple[Source, ...], question: str, kind: str) -> dict[str, list[Record]]:
    """Source → records; a source that fails fails the test."""
    reading = next(r for r in understand(question).readings if r.kind == kind)
    loop = asyncio.get_running_loop()
    found = {}
    for source in sources:
        if source.accepts(reading):
            answer = await source.ask(reading, deadline=loop.time() + 5, asked_at=datetime.now(UTC))
            found[source.config.name] = list(answer.records)
    return found


async def test_the_caddy_is_red_by_two_sources(sources: tuple[Source, ...]) -> None:
    found = await records(sources, "2-ZKV-318", "plate")
    red = {
        name for name, answers in found.items() if any(w.tone == "red" for r in answers for w in r.warnings)
    }
    assert red == {"wanted-persons", "released-on-conditions"}
    assert len(found) >= 15


async def test_the_clean_car_has_no_warning_at_all(sources: tuple[Source, ...]) -> None:
    found = await records(sources, "1-HKL-407", "plate")
    assert [w for answers in found.values() for r in answers for w in r.warnings] == []
    assert found["plates"]


async def test_the_stolen_car_is_red_as_stolen(sources: tuple[Source, ...]) -> None:
    found = await records(sources, "1-TRB-582", "plate")
    words = {w.word for answers in found.values() for r in answers for w in r.warnings if w.tone == "red"}
    assert words == {"stolen"}


async def test_the_address_with_weapons_is_amber_and_has_its_dog(sources: tuple[Source, ...]) -> None:
    found = await records(sources, "Kapelstraat 41, 5990 Lindebeek", "address")
    codes = {w.code for answers in found.values() for r in answers for w in r.warnings}
    tones = {w.tone for answers in found.values() for r in answers for w in r.warnings}
    assert codes == {"weapon_at_address"}
    assert tones == {"amber"}
    assert found["dogs"] and found["calls"] and found["events-addresses"]


@pytest.mark.parametrize(
    ("question", "kind", "source"),
    [
        ("85.07.30-033.28", "national_number", "criminal-record"),
        ("90.49.24-901.30", "bis_number", "asylum"),
        ("591-1917064-58", "document", "identity-cards"),
        ("WV2ZZZ2KZKX042788", "vin", "plates"),
        ("0999.123.457", "company", "companies"),
        ("Ivan Petrov 05/12/1981", "name_birth", "interpol-nominals"),
        ("Mohamed El Amrani 17/03/1992", "name_birth", "national-register"),
    ],
)
async def test_every_kind_of_question_is_answered_without_a_failure(
    sources: tuple[Source, ...], question: str, kind: str, source: str
) -> None:
    assert (await records(sources, question, kind))[source]
