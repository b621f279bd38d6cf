"""A document that no card is of its own: a register names it with the person who bears it."""

from __future__ import annotations

from typing import Any

import pytest

from focus.modules.search.merging import Merger, SubjectFinder
from focus.modules.search.questions import Reading
from focus.modules.search.records import Identifier, Record, Relation
from tests.search.merging.building import jan, merger, record

NUMBER = "B105654166"
ASKED = Reading(kind="document", normal=NUMBER, facts={"document": NUMBER, "country": ""})
REGISTER = "foreigners-register"
FINDER = SubjectFinder(ASKED, frozenset({REGISTER}))


def bearer(
    source: str = REGISTER, *, number: str = f"BE:{NUMBER}", role: str = "document", **more: Any
) -> Record:
    document = Relation(
        role=role, type="document", title=NUMBER, identifiers=(Identifier("document", number),)
    )
    return jan(source, relations=(document,), **more)


def of(*records: Record) -> Merger:
    made = merger(asked=ASKED)
    for one in records:
        made.add(one)
    return made


def test_who_bears_it_is_the_subject_and_the_register_knows_it() -> None:
    found = of(bearer()).subjects(FINDER)
    assert (len(found.cards), found.identified) == (1, True)


def test_a_source_that_is_no_register_finds_it_and_does_not_identify_it() -> None:
    found = of(bearer("driving-licences")).subjects(FINDER)
    assert (len(found.cards), found.identified) == (1, False)


def test_the_document_and_its_bearer_are_one_subject() -> None:
    lost = record("lost-documents", "document", document=f"BE:{NUMBER}", title=NUMBER)
    assert len(of(bearer(), lost).subjects(FINDER).cards) == 1


@pytest.mark.parametrize(
    "other",
    [bearer(number="BE:B105654167"), bearer(role="passport_of"), jan(REGISTER)],
    ids=["number", "role", "none"],
)
def test_who_bears_another_or_is_named_otherwise_is_none(other: Record) -> None:
    assert of(other).subjects(FINDER).cards == ()


def test_the_same_number_of_two_countries_is_two_documents() -> None:
    foreign = record("sis-documents", "document", document=f"FR:{NUMBER}", title=NUMBER)
    assert len(of(bearer(), foreign).subjects(FINDER).cards) == 2


def owed(*records: Record) -> list[tuple[str | None, str]]:
    made = of(*records)
    cards = [card for cards in made.subjects(FINDER).cards for card in cards]
    return [(one.kind, one.question) for one in made.owed(cards, "document", frozenset())]


def test_the_bearer_is_checked_by_number() -> None:
    assert owed(bearer(national_number="85073003328")) == [("national_number", "85.07.30-033.28")]


def test_a_bearer_without_a_number_is_checked_by_name_and_birth() -> None:
    assert owed(bearer()) == [("name_birth", "Peeters, Jan 1985-07-30")]


def test_two_people_who_bear_it_are_both_checked() -> None:
    other = bearer("driving-licences", family_name="Maes", given_names="An", born="1990-01-01")
    assert len(owed(bearer(national_number="85073003328"), other)) == 2
