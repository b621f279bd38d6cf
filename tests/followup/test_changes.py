"""A stop can be put right or withdrawn by who registered it: with a reason, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.followup.stopping import STRANGER, aged, own, record, setting
from tests.search.lookups.desk import Desk, Officer

WHY = "verkeerde rij aangetikt"


async def correct(officer: Officer, stop: str, **given: Any) -> Any:
    return await officer.post("/api/followup/correct-stop", {"stop": stop, "reason": WHY, **given})


async def withdraw(officer: Officer, stop: str, reason: str = WHY) -> Any:
    return await officer.post("/api/followup/withdraw-stop", {"stop": stop, "reason": reason})


async def test_a_corrected_stop_says_what_it_said_and_why_it_was_changed(desk: Desk) -> None:
    lotte = await desk.officer()
    stop = (await record(lotte, place="Ringlaan 4")).body["stop"]
    answer = await correct(lotte, stop, ground="identity_check", place="Ringlaan 40")
    assert (answer.status, answer.body["fields"]) == (200, ["ground", "place"])
    (shown,) = await own(lotte)
    assert (shown["title"], shown["place"], shown["described"]) == (
        "Identiteitscontrole",
        "Ringlaan 40",
        STRANGER,
    )
    assert shown["basis"] == "WPA art. 34 en 44/1"
    (change,) = shown["changes"]
    assert (change["kind"], change["reason"]) == ("corrected", WHY)
    assert change["before"] == {"ground": "Verkeer", "place": "Ringlaan 4"}


async def test_a_withdrawn_stop_stays_to_be_seen_with_its_reason(desk: Desk) -> None:
    lotte = await desk.officer()
    stop = (await record(lotte)).body["stop"]
    assert (await withdraw(lotte, stop)).status == 200
    (shown,) = await own(lotte)
    assert (shown["withdrawn"], shown["changeable"]) == (True, False)
    assert [(change["kind"], change["reason"]) for change in shown["changes"]] == [("withdrawn", WHY)]


async def test_the_log_says_who_changed_which_fields_and_no_words_of_his(desk: Desk) -> None:
    lotte = await desk.officer()
    stop = (await record(lotte)).body["stop"]
    await correct(lotte, stop, described="Vrouw, blauwe jas")
    await withdraw(lotte, stop)
    corrected, withdrawn = await desk.logged(lotte, "StopCorrected", "StopWithdrawn", module="followup")
    assert corrected.what == {"stop": stop, "fields": ["described"], "ground": "traffic"}
    assert withdrawn.what == {"stop": stop}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"reason": "?!", "place": "Dorp 1"}, "followup.change_unexplained"),
        ({"ground": "traffic"}, "followup.nothing_corrected"),
        ({"ground": "curiosity"}, "followup.ground_unknown"),
        ({"ground": "suspicious"}, "followup.ground_unexplained"),
        ({"described": " "}, "followup.nobody_stopped"),
    ],
)
async def test_a_correction_that_lacks_something_changes_nothing(
    desk: Desk, given: dict[str, Any], code: str
) -> None:
    lotte = await desk.officer()
    stop = (await record(lotte)).body["stop"]
    answer = await correct(lotte, stop, **given)
    assert (answer.status, answer.code) == (422, code)
    (shown,) = await own(lotte)
    assert (shown["ground"], shown["described"], shown["changes"]) == ("traffic", STRANGER, [])


async def test_nobody_changes_the_stop_of_a_colleague(desk: Desk) -> None:
    lotte, bram = await desk.officer(), await desk.officer("Bram Vos")
    stop = (await record(lotte)).body["stop"]
    assert (await correct(bram, stop, place="Dorp 1")).code == "followup.stop_unknown"
    assert (await withdraw(bram, stop)).status == 404


async def test_what_was_withdrawn_is_not_changed_any_more(desk: Desk) -> None:
    lotte = await desk.officer()
    stop = (await record(lotte)).body["stop"]
    await withdraw(lotte, stop)
    again = await withdraw(lotte, stop)
    assert (again.status, again.code) == (409, "followup.stop_settled")


async def test_after_the_days_that_the_organisation_sets_a_stop_stays_as_it_is(desk: Desk) -> None:
    lotte = await desk.officer()
    stop = (await record(lotte)).body["stop"]
    await aged(desk, stop, 3)
    (shown,) = await own(lotte)
    assert shown["changeable"]
    await setting(desk, lotte.organisation, stops_change_days=2)
    try:
        (shown,) = await own(lotte)
        assert not shown["changeable"]
        answer = await correct(lotte, stop, place="Dorp 1")
        assert (answer.code, answer.body["params"]["days"]) == ("followup.stop_settled", 2)
    finally:
        await setting(desk, lotte.organisation)
