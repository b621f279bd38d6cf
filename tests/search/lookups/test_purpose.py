"""Requirement 2: without purpose, basis or required reference a lookup is refused, and that is logged."""

from __future__ import annotations

from typing import Any

import pytest

from tests.search.lookups.desk import CAR, MAN, Desk, Officer


async def refusal(desk: Desk, officer: Officer, question: str, **more: Any) -> tuple[Any, dict[str, Any]]:
    """The answer, and the one entry that it left; no source was asked."""
    before = desk.started()
    answer = await officer.refused(question, **more)
    assert desk.started() == before
    (event,) = await desk.logged(officer)
    assert event.kind == "search.LookupRefused"
    assert event.what["reason"] == answer.code
    assert event.what["question"] == question
    return answer, event.what


async def test_without_task_and_purpose_the_possible_purposes_come_back(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    answer, _ = await refusal(desk, bram, CAR)
    assert (answer.status, answer.code) == (422, "purposes.missing")
    offered = {purpose["code"]: purpose for purpose in answer.body["purposes"]}
    assert offered["incident"]["reference"] == "required"
    assert offered["traffic_check"]["basis"].startswith("WPA art. 16")
    assert "oversight_review" not in offered


async def test_a_purpose_nobody_knows_is_refused(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    answer, what = await refusal(desk, bram, CAR, purpose={"code": "curiosity"})
    assert (answer.status, answer.code, what["purpose"]) == (422, "purposes.unknown", "curiosity")
    assert answer.body["purposes"]


async def test_a_purpose_of_another_function_is_refused(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    purpose = {"code": "oversight_review", "reference": "T-1", "reason": "steekproef"}
    answer, _ = await refusal(desk, bram, CAR, purpose=purpose)
    assert (answer.status, answer.code) == (403, "purposes.not_allowed")


@pytest.mark.parametrize("reference", [None, "", "   "])
async def test_a_purpose_that_needs_a_reference_is_refused_without(desk: Desk, reference: str | None) -> None:
    bram = await desk.officer("Bram Vos")
    answer, _ = await refusal(desk, bram, CAR, purpose={"code": "incident", "reference": reference})
    assert (answer.status, answer.code) == (422, "purposes.reference_missing")


async def test_a_purpose_that_needs_a_reason_is_refused_without(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    answer, _ = await refusal(desk, bram, CAR, purpose={"code": "wanted_search", "reason": " . "})
    assert (answer.status, answer.code) == (422, "purposes.reason_missing")


async def test_the_task_of_somebody_else_is_no_purpose(desk: Desk) -> None:
    lotte, bram = await desk.officer(), await desk.officer("Bram Vos")
    task = (await lotte.get("/api/purposes/my-task")).body["id"]
    answer, _ = await refusal(desk, bram, CAR, task=task)
    assert (answer.status, answer.code) == (422, "purposes.task_unknown")


async def test_an_unreadable_question_says_what_it_could_be_and_what_is_wrong(desk: Desk) -> None:
    lotte = await desk.officer()
    answer, _ = await refusal(desk, lotte, "85.07.30-033.29")
    assert (answer.status, answer.code) == (422, "search.unreadable")
    assert ("national_number", "check_digit") in [(p["kind"], p["code"]) for p in answer.body["problems"]]


async def test_a_question_that_cannot_be_read_as_chosen_is_refused(desk: Desk) -> None:
    lotte = await desk.officer()
    answer, what = await refusal(desk, lotte, CAR, reading="vin")
    assert (answer.status, answer.code, what["kind"]) == (422, "search.no_such_reading", "vin")


async def test_a_question_that_no_source_takes_for_this_purpose_names_the_closed_ones(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    purpose = {"code": "identity_check"}
    answer, _ = await refusal(desk, bram, "0999.123.457", purpose=purpose)
    assert (answer.status, answer.code) == (422, "search.no_sources")
    assert "companies" in answer.body["closed"] or answer.body["closed"]


async def test_of_an_endless_question_the_log_keeps_the_beginning(desk: Desk) -> None:
    lotte = await desk.officer()
    answer = await lotte.refused("9" * 100_000)
    assert (answer.status, answer.code) == (422, "search.unreadable")
    (event,) = await desk.logged(lotte)
    assert event.what["question"] == "9" * 1_000


async def test_somebody_who_may_not_search_is_refused_by_the_gate(desk: Desk) -> None:
    clerk = await desk.officer("An Verlinden")
    before = desk.started()
    assert (await clerk.refused(CAR)).code == "gate.not_permitted"
    assert desk.started() == before


async def test_the_active_task_gives_purpose_and_reference(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CAR)
    assert lookup.opened["purpose"]["code"] == "traffic_check"
    assert lookup.opened["purpose"]["reference"] == "C-1109"


async def test_a_purpose_given_beside_decides_what_is_open(desk: Desk) -> None:
    lotte = await desk.officer()
    control = await lotte.ask(MAN)
    case = await lotte.ask(
        MAN, purpose={"code": "investigation", "reference": "D-1", "reason": "Ladingdiefstal"}
    )
    assert set(control.asked) < set(case.asked)
    closed = {source["name"]: source for source in control.opened["sources"] if source["state"] == "closed"}
    assert closed["weapons-register"]["reason"] == "purpose"
    first, second = await desk.logged(lotte, "LookupOpened")
    assert "weapons-register" in first.what["closed"]
    assert "weapons-register" in second.what["asked"]


async def test_a_source_that_asks_for_more_than_a_post_has_is_closed_and_not_asked(desk: Desk) -> None:
    lotte, before = await desk.officer(), desk.started()
    case = await lotte.ask(
        MAN, purpose={"code": "investigation", "reference": "D-1", "reason": "Ladingdiefstal"}
    )
    shown = {source["name"]: source for source in case.opened["sources"]}
    assert (shown["intelligence"]["state"], shown["intelligence"]["reason"]) == ("closed", "function")
    assert desk.started()["intelligence"] == before["intelligence"]


async def test_a_plate_of_another_country_goes_to_other_sources(desk: Desk) -> None:
    """Whether a source takes a question depends on its values, not only on its kind."""
    lotte = await desk.officer()
    ours = await lotte.ask("1-HKL-407", reading="plate")
    theirs = await lotte.ask("LB-AB 1234", reading="plate")
    assert theirs.opened["reading"]["country"] == "D"
    assert "euro-registrations" in theirs.asked
    assert "euro-registrations" not in ours.asked
