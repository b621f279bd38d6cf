"""The word over what was asked: whom it is about, who is checked with it, what it says when that fails."""

from __future__ import annotations

import re

import pytest

from tests.search.lookups.desk import CAR, CASE, CLEAN_CAR, Desk, Lookup, missing
from world.columns import text

HOLDER = "holder Goossens, Sofie"


def word(lookup: Lookup) -> tuple[str, str]:
    return lookup.verdict["level"], lookup.verdict["word"]


def adds_up(lookup: Lookup) -> bool:
    """At the end each answer that counts came or is named."""
    verdict = lookup.verdict
    return bool(verdict["answered"] + len(verdict["missing"]) == verdict["expected"])


@pytest.mark.parametrize(
    ("question", "level", "said"),
    [
        (CAR, "red", "wanted"),
        (CLEAN_CAR, "green", "nothing"),
        ("Goossens Sofie 1990-04-12", "green", "nothing"),
        ("90.04.12-902.74", "green", "nothing"),
        ("Lindelaan 20 Lindebeek", "green", "nothing"),
        ("Bosdreef 31 Lindebeek", "red", "wanted"),
        ("591191706458", "red", "wanted"),
        ("verblijfskaart B217753084", "green", "nothing"),
        ("titre de séjour B198220461", "amber", "attention"),
        ("B204816357", "red", "wanted"),
        ("1-ABC-999", "pending", "not_found"),
        ("0470 12 34 56", "pending", "not_found"),
        ("Zevenslaper Quintus", "pending", "not_found"),
        ("Mohamed El Amrani", "amber", "attention"),
        ("Peeters", "pending", "who"),
        ("Thys", "green", "nothing"),
    ],
)
async def test_each_kind_of_question_has_its_word(desk: Desk, question: str, level: str, said: str) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(question, purpose=CASE)
    assert word(lookup) == (level, said)
    assert adds_up(lookup)


async def test_who_fits_a_further_reading_alone_is_not_who_was_meant(desk: Desk) -> None:
    """No Thys has this initial; `THYS-1990` with the sign of Sweden is a plate that is known."""
    lotte = await desk.officer()
    lookup = await lotte.ask("S. Thys 1990", purpose=CASE)
    assert lookup.opened["also"] == ["plate"]
    assert "vehicle" in {card["type"] for card in lookup.cards.values()}
    assert word(lookup) == ("pending", "not_found")
    assert adds_up(lookup)


async def test_somebody_without_a_national_number_is_checked_by_his_bis_number(desk: Desk) -> None:
    """Serhiy Kovalenko: each source that counts for a national number counts for it."""
    lotte = await desk.officer()
    lookup = await lotte.ask("90.49.24-901.30", purpose=CASE)
    assert word(lookup) == ("green", "nothing")
    with desk.broken(wanted_persons="500"):
        lost = await lotte.ask("90.49.24-901.30", purpose=CASE)
    assert (word(lost), missing(lost.verdict)) == (("pending", "not_all"), ["wanted-persons"])


async def test_a_car_is_green_only_after_its_holder_was_checked(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CLEAN_CAR)
    check = lookup.checks[HOLDER]
    assert (check["level"], check["final"], check["answered"]) == ("green", True, check["expected"])
    assert check["card"] in lookup.cards
    said = [line for line in lookup.lines if line["kind"] in {"check", "verdict"}]
    green = next(at for at, line in enumerate(said) if line["kind"] == "verdict" and line["level"] == "green")
    assert all(line["kind"] == "verdict" for line in said[green:])


async def test_a_check_is_a_lookup_of_its_own_in_the_log(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CLEAN_CAR)
    await desk.quiet()
    opened, closed = await desk.checks(lotte)
    assert (opened.kind, closed.kind) == ("search.CheckOpened", "search.CheckClosed")
    assert str(opened.id) == lookup.checks[HOLDER]["id"] == closed.what["lookup"]
    assert opened.what["from_card"]["lookup"] == lookup.id
    assert opened.what["check"] == "owed"
    assert opened.purpose == (await desk.logged(lotte, "LookupOpened"))[0].purpose
    assert set(closed.what["sources"]["answered"]) | set(closed.what["sources"]["empty"]) == set(
        opened.what["asked"]
    )


async def test_somebody_asked_by_name_is_checked_by_number_too(desk: Desk) -> None:
    """`custody` takes numbers alone."""
    lotte = await desk.officer()
    lookup = await lotte.ask("Goossens Sofie 1990-04-12", purpose=CASE)
    assert lookup.checks["self Goossens, Sofie"]["level"] == "green"
    with desk.broken(custody="500"):
        lost = await lotte.ask("Goossens Sofie 1990-04-12", purpose=CASE)
    assert (word(lost), missing(lost.verdict)) == (("pending", "not_all"), ["custody"])


async def test_a_check_by_name_owes_the_check_by_number(desk: Desk) -> None:
    """Who subscribed a phone is told by name and birth date: his number is checked as well."""
    lotte = await desk.officer()
    person = await lotte.ask("Goossens Sofie 1990-04-12", purpose=CASE)
    phone = next(card["title"] for card in person.cards.values() if card["type"] == "phone")
    lookup = await lotte.ask(phone, purpose=CASE)
    await desk.quiet()
    asked = [entry.what["kind"] for entry in await desk.checks(lotte, "CheckOpened")]
    assert asked[-2:] == ["name_birth", "national_number"]
    assert word(lookup) == ("green", "nothing")
    assert adds_up(lookup)


async def test_my_lookups_are_those_that_i_asked(desk: Desk) -> None:
    lotte = await desk.officer()
    await lotte.ask(CLEAN_CAR)
    await desk.quiet()
    mine = (await lotte.get("/api/search/my-lookups")).body
    assert mine[0]["question"] == CLEAN_CAR
    assert "90.04.12-902.74" not in [one["question"] for one in mine[:2]]


async def test_a_warning_on_the_holder_is_the_cars_and_says_whose_it_is(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask("Bosdreef 31 Lindebeek", purpose=CASE)
    reason = lookup.verdict["reasons"][0]
    assert reason["code"] == "wanted_arrest"
    assert reason["check"] == lookup.checks["resident Verlinden, Jeroen"]["id"]


async def test_where_the_register_of_addresses_is_closed_its_residents_are_checked_all_the_same(
    desk: Desk,
) -> None:
    """A traffic check does not open addresses; the national register says who lives there."""
    lotte = await desk.officer()
    lookup = await lotte.ask("Bosdreef 31 Lindebeek")
    assert lookup.opened["purpose"]["code"] == "traffic_check"
    assert "address-register" in missing(lookup.verdict)
    assert word(lookup) == ("red", "wanted")
    clean = await lotte.ask("Lindelaan 20 Lindebeek")
    assert word(clean) == ("pending", "not_all")
    assert adds_up(lookup)
    assert adds_up(clean)


@pytest.mark.parametrize("mode", ["hang", "500", "garbage"])
async def test_a_check_that_is_not_answered_is_named_and_never_green(desk: Desk, mode: str) -> None:
    """`custody` is asked about the holder alone."""
    lotte = await desk.officer()
    desk.forgive()
    with desk.broken(custody=mode):
        lookup = await lotte.ask(CLEAN_CAR, purpose=CASE)
    assert word(lookup) == ("pending", "not_all")
    lost = [one for one in lookup.verdict["missing"] if one["source"] == "custody"]
    assert [one["check"] for one in lost] == [lookup.checks[HOLDER]["id"]]
    assert all(line["level"] != "green" for line in lookup.of("verdict"))
    assert adds_up(lookup)
    assert lookup.seconds < 8.0


async def test_asked_again_the_lost_check_runs_anew(desk: Desk) -> None:
    lotte = await desk.officer()
    with desk.broken(custody="500"):
        lookup = await lotte.ask(CLEAN_CAR, purpose=CASE)
    again = await lotte.retry(lookup.id, "custody")
    assert word(again) == ("green", "nothing")
    assert again.checks[HOLDER]["id"] != lookup.checks[HOLDER]["id"]
    assert adds_up(again)


async def test_a_car_whose_holder_no_register_tells_is_not_green(desk: Desk) -> None:
    lotte = await desk.officer()
    with desk.broken(plates="500", insurance="500", vehicle_tax="500"):
        lookup = await lotte.ask(CLEAN_CAR)
    assert lookup.verdict["level"] != "green"
    assert "plates" in missing(lookup.verdict)


async def test_a_step_that_asks_only_some_sources_is_not_green(desk: Desk) -> None:
    lotte = await desk.officer()
    person = await lotte.ask("Goossens Sofie 1990-04-12", purpose=CASE)
    (card,) = [card for card in person.cards.values() if card["type"] == "person"]
    pivot = next(one for one in card["pivots"] if one["key"] == "vehicles")
    step = {"lookup": person.id, "card": card["id"], "pivot": "vehicles"}
    lookup = await lotte.ask(pivot["question"], reading=pivot["kind"], purpose=CASE, from_card=step)
    assert word(lookup) == ("pending", "not_all")
    assert adds_up(lookup)


def passport(desk: Desk) -> str:
    """The number of a passport that has a digit which is easily taken for a letter."""
    numbers = map(text, desk.world.world.papers.number)
    return next(number for number in numbers if re.fullmatch(r"E[A-Z]\d*[01258]\d*", number))


async def test_a_sign_that_was_taken_for_another_is_offered_where_a_register_knows_it(desk: Desk) -> None:
    lotte, number = await desk.officer(), passport(desk)
    at = next(at for at, sign in enumerate(number) if sign in "01258")
    typed = number[:at] + {"0": "O", "1": "I", "2": "Z", "5": "S", "8": "B"}[number[at]] + number[at + 1 :]
    lookup = await lotte.ask(typed, purpose=CASE, reading="document")
    await desk.quiet()
    assert word(lookup) == ("pending", "not_found")
    offered = [line for line in lookup.of("check") if line["role"] == "repair"]
    assert [(line["question"], line["word"], line["asks"]) for line in offered] == [
        (number, "who", "document")
    ]
    entries = await desk.checks(lotte, "CheckOpened")
    assert {entry.what["check"] for entry in entries} == {"repair"}
    assert number in {entry.what["normal"] for entry in entries}


async def test_nothing_is_put_right_where_a_register_knows_what_was_asked(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CLEAN_CAR)
    assert [line for line in lookup.of("check") if line["role"] == "repair"] == []


async def test_the_exact_name_stands_before_what_is_alike(desk: Desk) -> None:
    lotte = await desk.officer()
    cards = (await lotte.ask("vandenberghe katrien", purpose=CASE)).cards.values()
    people = {card["title"]: card.get("fit", 1.0) for card in cards if card["type"] == "person"}
    assert people["Van den Berghe, Katrien"] == max(people.values()) == 1.0
    assert all(fit < 1 for title, fit in people.items() if title != "Van den Berghe, Katrien")


@pytest.mark.parametrize("question", ["verlinden j.", "J. Verlinden", "verlinden, j"])
async def test_somebody_is_found_by_his_initial(desk: Desk, question: str) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(question, purpose=CASE)
    assert word(lookup) == ("red", "wanted")
    assert "Verlinden, Jeroen" in {card["title"] for card in lookup.cards.values()}
