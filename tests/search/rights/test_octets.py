"""A field that may not be seen is in no octet: of any connector, any route, any log or table."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from focus.modules.search.lists.loading import Loader
from focus.modules.search.lists.source import ListSource
from focus.modules.search.vocabulary import FACTS
from tests.search.lookups.desk import MAN, Desk, Lookup
from tests.search.rights.octets import Heard, kept, kind_of, told, values_of
from tests.search.rights.restricting import restricted
from world.other.abroad import staff

KINDS = {"rest", "sql", "soap", "ldap", "list", "yente"}
EVERYTHING = {"fields": sorted(FACTS), "functions": ["nobody"]}


@dataclass
class Planted:
    """What the sources of each kind hold about the questions of this file."""

    questions: tuple[str, ...]
    by_kind: dict[str, set[str]] = field(default_factory=dict)

    @property
    def values(self) -> list[str]:
        return sorted(set().union(*self.by_kind.values()))


@pytest.fixture(scope="session")
async def planted(every_kind: Desk) -> Planted:
    """Learnt by asking while everything is open."""
    desk = every_kind
    for source in desk.search.sources:
        if isinstance(source, ListSource):
            await Loader(desk.station.platform.database, source.config, source.settings, source.scope).load()
    (worker, *_) = staff(desk.world.world).values()
    somebody = f"{worker['sn'][0]}, {worker['givenName'][0]}"
    questions = (MAN, "Ivan Petrov 05/12/1981", "CB 1234 AB", "GV-808-X", somebody)
    found, heard = Planted(questions), Heard(await desk.officer("Bram Vos"))
    kinds = {source.config.name: kind_of(source) for source in desk.search.sources}
    for question in questions:
        lookup = await heard.ask(question)
        for name, values in values_of(lookup, open_words(lookup)).items():
            found.by_kind.setdefault(kinds[name], set()).update(values)
    return found


def open_words(lookup: Lookup) -> str:
    """What is no field: the question, names and titles, and what warnings say."""
    cards = lookup.cards.values()
    said = [str(lookup.opened["reading"])]
    said += [card["title"] + card.get("subtitle", "") + str(card.get("warnings", "")) for card in cards]
    return " ".join(said)


def test_every_connector_holds_something(planted: Planted) -> None:
    assert planted.by_kind.keys() == KINDS


async def test_no_octet_of_any_route_log_or_table_tells_it(
    every_kind: Desk, planted: Planted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="focus")
    officer = await every_kind.officer("Bram Vos")
    heard = Heard(officer)
    async with restricted(every_kind, officer, EVERYTHING), kept(every_kind, officer) as written:
        for question in planted.questions:
            await everything(heard, question)
        for path in ("my-lookups", "sources", "question-box"):
            await heard.send("GET", f"/api/search/{path}")

    assert len(heard.octets) > 30
    assert len(written) > 30
    assert told(heard.octets, planted.values) == []
    assert told([*written, caplog.text.encode()], planted.values) == []


async def test_what_is_withheld_is_named_for_every_connector(every_kind: Desk, planted: Planted) -> None:
    officer = await every_kind.officer("Bram Vos")
    kinds = {source.config.name: kind_of(source) for source in every_kind.search.sources}
    named = set()
    async with restricted(every_kind, officer, EVERYTHING):
        for question in planted.questions:
            lookup = await Heard(officer).ask(question)
            facts = [fact for card in lookup.cards.values() for fact in card["facts"]]
            named |= {kinds[fact["source"]] for fact in facts if fact.get("withheld") == "function"}

    assert named == KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_a_value_that_one_connector_let_through_would_be_found(
    every_kind: Desk, planted: Planted, kind: str
) -> None:
    officer = await every_kind.officer("Bram Vos")
    others = [s.config.name for s in every_kind.search.sources if kind_of(s) != kind]
    heard = Heard(officer)
    async with restricted(every_kind, officer, {**EVERYTHING, "sources": others}):
        for question in planted.questions:
            await heard.ask(question)

    assert set(told(heard.octets, planted.values)) & planted.by_kind[kind]


async def everything(heard: Heard, question: str) -> None:
    """A lookup, and all that can be asked of it afterwards."""
    lookup = await heard.ask(question)
    path = f"/api/search/lookups/{lookup.id}"
    await heard.send("POST", f"{path}/retry", {"sources": lookup.asked})
    for card in lookup.cards.values():
        for hit in card.get("hits", ()):
            await heard.send("POST", f"{path}/details", {"card": card["id"], "source": hit["source"]})
    split = next((card for card in lookup.cards.values() if len(card["records"]) > 1), None)
    if split:
        body = {"lookup": lookup.id, "card": split["id"], "record": split["records"][-1]["id"]}
        await heard.send("POST", "/api/search/split", body)
    for pivot in [p for card in lookup.cards.values() for p in card.get("pivots", ())][:3]:
        await heard.ask(pivot["question"])
