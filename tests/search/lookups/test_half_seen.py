"""A half seen plate is asked of sources that can look so; each whole one that fits is asked of the others."""

from __future__ import annotations

import pytest

from focus.modules.search.lookups import checks
from tests.search.lookups.desk import CAR, CASE, CLEAN_CAR, Desk, missing

HALF = "2-ZK?-318"


async def test_only_sources_that_can_look_so_are_asked(desk: Desk) -> None:
    lookup = await (await desk.officer()).ask(HALF)
    assert {"plates"} <= set(lookup.asked) <= {"plates", "events-vehicles"}


async def test_the_plates_that_fit_are_cards(desk: Desk) -> None:
    lookup = await (await desk.officer()).ask(HALF)
    assert CAR in {card["title"] for card in lookup.cards.values()}


async def test_where_none_fits_nobody_asked_whether_it_is_stolen(desk: Desk) -> None:
    lookup = await (await desk.officer()).ask("9-Q?X-000")
    assert lookup.verdict["level"] == "pending"
    stolen = next(source for source in lookup.opened["sources"] if source["name"] == "stolen-vehicles")
    assert (stolen["state"], stolen["reason"]) == ("closed", "pattern")


async def test_a_pattern_with_too_few_signs_is_asked_of_nobody(desk: Desk) -> None:
    answer = await (await desk.officer()).refused("1-???-??3")
    assert (answer.status, answer.body["code"]) == (422, "search.unreadable")


async def test_the_one_plate_that_fits_is_asked_of_those_who_take_whole_plates(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask("1-HKL-40?", purpose=CASE)
    assert f"plate {CLEAN_CAR}" in lookup.checks
    assert (lookup.verdict["level"], lookup.verdict["word"]) == ("green", "nothing")
    assert lookup.verdict["answered"] == lookup.verdict["expected"]
    await desk.quiet()
    asked = {event.what["normal"]: event.what["asked"] for event in await desk.checks(lotte, "CheckOpened")}
    assert {"stolen-vehicles", "sis-vehicles", "plates"} <= set(asked[CLEAN_CAR])


async def test_its_holder_is_checked_with_the_whole_plate(desk: Desk) -> None:
    lookup = await (await desk.officer()).ask("2-ZKV-31?", purpose=CASE)
    assert (lookup.verdict["level"], lookup.verdict["word"]) == ("red", "wanted")


async def test_it_is_not_green_where_one_of_them_is_silent_about_the_whole_plate(desk: Desk) -> None:
    lotte = await desk.officer()
    with desk.broken(stolen_vehicles="500"):
        lookup = await lotte.ask("1-HKL-40?", purpose=CASE)
    assert lookup.verdict["word"] == "not_all"
    assert missing(lookup.verdict) == ["stolen-vehicles"]


async def test_it_is_not_green_where_the_register_of_vehicles_is_silent(desk: Desk) -> None:
    lotte = await desk.officer()
    with desk.broken(plates="500"):
        lookup = await lotte.ask("1-HKL-40?", purpose=CASE)
    assert lookup.verdict["word"] == "not_all"
    assert {"plates", "stolen-vehicles"} <= set(missing(lookup.verdict))


async def test_of_more_than_are_asked_nothing_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "MOST", 0)
    lookup = await (await desk.officer()).ask("1-HKL-40?", purpose=CASE)
    assert lookup.verdict["word"] == "not_all"
    assert "stolen-vehicles" in missing(lookup.verdict)


async def test_of_a_plate_that_may_be_of_any_country_the_others_are_not_relieved(desk: Desk) -> None:
    """Where the form is not Belgian today a register of Belgian vehicles does not know each that fits."""
    lookup = await (await desk.officer()).ask("1HKL40*", purpose=CASE)
    assert lookup.verdict["level"] != "green"
    assert "stolen-vehicles" in missing(lookup.verdict)
