"""Hit or no hit first, and fields that a purpose may not see, from question to log."""

from __future__ import annotations

from typing import Any

from tests.search.lookups.desk import CASE, Desk, Lookup, Officer

SOURCE = "criminal-record"
TRAFFIC = {"code": "traffic_check", "reference": "C-1109"}


async def with_conviction(desk: Desk) -> tuple[Officer, Lookup, dict[str, Any]]:
    """Somebody whom the criminal record knows: the officer, the lookup, the card with the hit."""
    officer = await desk.officer("Bram Vos")
    shelf = desk.world.world.justice["convictions"]
    people = desk.world.world.people
    for person in sorted({record["person"] for record in shelf.records}):
        number = f"{people.national[person]:011}"
        lookup = await officer.ask(number, purpose=CASE)
        cards = [c for c in lookup.cards.values() if any(h["source"] == SOURCE for h in c.get("hits", ()))]
        if cards:
            return officer, lookup, cards[0]
    raise AssertionError("nobody was ever convicted")


async def details(officer: Officer, lookup: Lookup, card: str, source: str = SOURCE) -> Lookup:
    heard = Lookup(lookup.id)
    body = {"card": card, "source": source}
    async for line in officer.lines(f"/api/search/lookups/{lookup.id}/details", body):
        heard.hear(line)
    return heard


async def test_a_source_in_two_steps_says_only_that_there_is_something(desk: Desk) -> None:
    _, lookup, card = await with_conviction(desk)

    assert lookup.states[SOURCE]["state"] == "answered"
    assert [fact for fact in card["facts"] if fact["source"] == SOURCE] == []


async def test_a_tap_brings_the_details_onto_the_card(desk: Desk) -> None:
    officer, lookup, card = await with_conviction(desk)
    heard = await details(officer, lookup, card["id"])
    now = heard.cards[card["id"]]

    assert [fact["key"] for fact in now["facts"] if fact["source"] == SOURCE] != []
    assert [hit for hit in now.get("hits", ()) if hit["source"] == SOURCE] == []


async def test_the_details_have_an_entry_of_their_own_under_the_same_purpose(desk: Desk) -> None:
    officer, lookup, card = await with_conviction(desk)
    await details(officer, lookup, card["id"])
    await desk.quiet()
    (entry,) = await desk.logged(officer, "DetailsAsked")

    assert entry.what == {"lookup": lookup.id, "card": card["id"], "source": SOURCE}
    assert entry.purpose is not None and entry.purpose.code == "investigation"


async def test_details_of_a_source_without_a_hit_are_refused(desk: Desk) -> None:
    officer, lookup, card = await with_conviction(desk)
    body = {"card": card["id"], "source": "national-register"}
    answer = await officer.post(f"/api/search/lookups/{lookup.id}/details", body)

    assert (answer.status, answer.code) == (404, "search.no_such_hit")


async def test_without_log_no_details_are_asked(desk: Desk) -> None:
    officer, lookup, card = await with_conviction(desk)
    before = desk.started()[SOURCE]
    async with desk.station.without_log():
        body = {"card": card["id"], "source": SOURCE}
        answer = await officer.post(f"/api/search/lookups/{lookup.id}/details", body)

    assert answer.status == 503
    assert desk.started()[SOURCE] == before


async def former_address(desk: Desk, purpose: dict[str, str]) -> tuple[Officer, list[dict[str, Any]]]:
    people = desk.world.world.people
    mover = next(p for p in range(len(people.national)) if people.previous[p] >= 0)
    officer = await desk.officer("Bram Vos")
    lookup = await officer.ask(f"{people.national[mover]:011}", purpose=purpose)
    facts = [fact for card in lookup.cards.values() for fact in card["facts"]]
    return officer, [f for f in facts if (f["key"], f["source"]) == ("former_address", "national-register")]


async def test_a_field_that_is_not_for_this_purpose_is_shown_as_such(desk: Desk) -> None:
    _, (open_one,) = await former_address(desk, CASE)
    _, (closed,) = await former_address(desk, TRAFFIC)

    assert open_one["value"] and "withheld" not in open_one
    assert (closed["value"], closed["withheld"]) == ("", "purpose")


async def test_the_log_says_which_fields_were_withheld(desk: Desk) -> None:
    officer, _ = await former_address(desk, TRAFFIC)
    await desk.quiet()
    (entry,) = await desk.logged(officer, "LookupClosed")

    assert entry.what["withheld"] == {"national-register": ["former_address"]}
