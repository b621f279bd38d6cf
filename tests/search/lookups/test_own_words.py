"""What a source's file says itself, from the file to the officer: own words, and a file that is faulty."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.search.connectors.servers import Server, faulty_server
from tests.search.lookups.desk import CASE, Lookup, missing, officer_at
from tests.search.lookups.sources import FILE, write_own_words, write_source
from tests.support.server import Served, served

KEEPER = "Hanne Peeters"


@pytest.fixture(scope="module")
async def registers() -> AsyncIterator[Server]:
    async with faulty_server() as running:
        yield running


@pytest.fixture(scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory, registers: Server) -> AsyncIterator[Served]:
    """A source with words of its own, one whose file is torn, one that can be read in part."""
    folder = tmp_path_factory.mktemp("sources")
    write_own_words(folder, f"{registers.base}/found")
    write_source(folder, "bikes", f"{registers.base}/found", short="BIKES")
    (folder / "bikes.toml").write_text((folder / "bikes.toml").read_text() + "colour = 7\n")
    (folder / "torn.toml").write_text('name = "torn')
    async with served(tmp_path_factory.mktemp("home"), FOCUS_SOURCES=str(folder)) as running:
        yield running


@pytest.fixture(scope="module")
async def lookup(server: Served) -> Lookup:
    lotte = await officer_at(server.base)
    try:
        return await lotte.ask("1-ABC-123", purpose=CASE)
    finally:
        await lotte.close()


def test_own_words_come_with_the_lookup_in_the_officers_language(lookup: Lookup) -> None:
    assert lookup.opened["words"] == {
        "facts": {"pit_bull_permit": "Vergunning pitbull"},
        "warnings": {"violent_dog": "Agressieve hond"},
    }


def test_an_own_word_stands_on_the_card_and_counts_in_the_verdict(lookup: Lookup) -> None:
    (card,) = lookup.cards.values()
    assert [(fact["key"], fact["value"]) for fact in card["facts"]] == [("pit_bull_permit", "Skoda")]
    assert [one["warn"]["code"] for one in card["warnings"]] == ["violent_dog"]
    assert (lookup.verdict["level"], lookup.verdict["word"]) == ("amber", "danger")
    (reason,) = lookup.verdict["reasons"]
    assert (reason["code"], reason["params"]) == ("violent_dog", {"place": "Skoda"})


def test_a_faulty_file_is_missing_by_name(lookup: Lookup) -> None:
    assert missing(lookup.verdict) == ["bikes", "torn"]
    titles = {source["name"]: source["title"] for source in lookup.opened["sources"]}
    assert (titles["bikes"], titles["torn"]) == ("bikes", "Een bronbestand is fout")
    assert lookup.states["torn"]["reason"] == "unusable"


async def test_nothing_is_green_while_a_file_is_faulty(server: Served) -> None:
    lotte = await officer_at(server.base)
    asked = await lotte.ask("Goossens Sofie 1990-04-12", purpose=CASE)
    await lotte.close()
    assert (asked.verdict["level"], asked.verdict["word"]) == ("pending", "not_all")
    assert missing(asked.verdict) == ["torn"]


async def test_those_who_look_after_sources_see_file_line_and_reason(server: Served) -> None:
    hanne = await officer_at(server.base, KEEPER)
    seen = {one["name"]: one for one in (await hanne.get("/api/search/health")).body}
    await hanne.close()
    assert [(one["good"], one["reason"]) for one in (seen["torn"], seen["bikes"])] == [
        (False, "unusable")
    ] * 2
    assert seen["torn"]["faults"][0]["file"] == "torn.toml"
    assert seen["torn"]["faults"][0]["what"].startswith("no TOML: ")
    (fault,) = seen["bikes"]["faults"]
    assert fault["what"].startswith("map[0].colour: no such field")
    assert fault["line"] == len((FILE + "colour = 7\n").splitlines())
    assert seen["dogs"]["faults"] == []
