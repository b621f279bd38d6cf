"""A half seen plate is asked of sources that can look so; nothing is green without the others."""

from __future__ import annotations

from tests.search.lookups.desk import CAR, Desk

HALF = "2-ZK?-318"


async def test_only_sources_that_can_look_so_are_asked(desk: Desk) -> None:
    lookup = await (await desk.officer()).ask(HALF)
    assert {"plates"} <= set(lookup.asked) <= {"plates", "events-vehicles"}


async def test_the_plates_that_fit_are_cards(desk: Desk) -> None:
    lookup = await (await desk.officer()).ask(HALF)
    assert CAR in {card["title"] for card in lookup.cards.values()}


async def test_it_is_never_green_as_nobody_asked_whether_it_is_stolen(desk: Desk) -> None:
    lookup = await (await desk.officer()).ask("9-Q?X-000")
    assert lookup.verdict["level"] == "pending"
    stolen = next(source for source in lookup.opened["sources"] if source["name"] == "stolen-vehicles")
    assert (stolen["state"], stolen["reason"]) == ("closed", "pattern")


async def test_a_pattern_with_too_few_signs_is_asked_of_nobody(desk: Desk) -> None:
    answer = await (await desk.officer()).refused("1-???-??3")
    assert (answer.status, answer.body["code"]) == (422, "search.unreadable")
