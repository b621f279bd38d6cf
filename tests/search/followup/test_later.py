"""A question that waited for a network runs under its own purpose, and the log says when it was asked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from focus.core import clock
from tests.search.lookups.desk import CAR, Desk, Officer

CONTROL = {"code": "traffic_check", "reference": "C-1109"}


def ago(**time: float) -> str:
    return (clock.now() - timedelta(**time)).isoformat()


async def test_the_log_says_when_it_was_asked_and_when_it_ran(desk: Desk) -> None:
    lotte = await desk.officer()
    asked = ago(hours=2)
    lookup = await lotte.ask(CAR, purpose=CONTROL, asked_at=asked)
    assert lookup.verdict["level"] == "red"
    (event,) = await desk.logged(lotte, "LookupOpened")
    assert event.what["asked_at"][:19] == asked[:19]
    assert clock.now() - event.at < timedelta(minutes=1)
    assert event.purpose is not None and event.purpose.reference == "C-1109"


async def test_a_question_of_now_has_no_moment_of_its_own(desk: Desk) -> None:
    lotte = await desk.officer()
    await lotte.ask(CAR)
    (event,) = await desk.logged(lotte, "LookupOpened")
    assert "asked_at" not in event.what


async def test_ones_own_lookups_show_when_it_was_asked(desk: Desk) -> None:
    lotte = await desk.officer()
    asked = ago(hours=1)
    await lotte.ask(CAR, purpose=CONTROL, asked_at=asked)
    mine = (await lotte.get("/api/search/my-lookups")).body
    assert mine[0]["asked_at"][:19] == asked[:19]


async def test_its_task_may_have_ended_when_the_purpose_still_stands(desk: Desk) -> None:
    lotte = await desk.officer()
    gone = str(uuid4())
    now = await lotte.refused(CAR, purpose=CONTROL, task=gone)
    assert now.code == "purposes.task_unknown"
    lookup = await lotte.ask(CAR, purpose=CONTROL, task=gone, asked_at=ago(hours=1))
    assert lookup.opened["purpose"]["code"] == "traffic_check"


async def test_an_ended_task_alone_is_no_purpose(desk: Desk) -> None:
    lotte = await desk.officer()
    answer = await lotte.refused(CAR, task=str(uuid4()), asked_at=ago(hours=1))
    assert answer.code == "purposes.task_unknown"


async def refused(desk: Desk, officer: Officer, **more: Any) -> Any:
    """The answer to a question that no source may hear, and that is in the log."""
    before = desk.started()
    answer = await officer.refused(CAR, **more)
    assert desk.started() == before
    (event,) = await desk.logged(officer)
    assert (event.kind, event.what["reason"]) == ("search.LookupRefused", answer.code)
    return answer


async def test_a_purpose_that_is_no_longer_possible_is_refused(desk: Desk) -> None:
    lotte = await desk.officer()
    await desk.station.owner.execute(
        "update purposes.purpose set active = false where organisation_id = $1 and code = 'investigation'",
        lotte.organisation,
    )
    try:
        purpose = {"code": "investigation", "reference": "D-1"}
        assert (await refused(desk, lotte, purpose=purpose, asked_at=ago(hours=1))).code == "purposes.unknown"
    finally:
        await desk.station.owner.execute(
            "update purposes.purpose set active = true where organisation_id = $1 and code = 'investigation'",
            lotte.organisation,
        )


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (timedelta(hours=8, minutes=1), "search.asked_too_long_ago"),
        (timedelta(minutes=-6), "search.asked_in_future"),
    ],
)
async def test_a_question_past_its_expiry_or_of_a_wrong_clock_is_refused(
    desk: Desk, asked: timedelta, code: str
) -> None:
    lotte = await desk.officer()
    answer = await refused(desk, lotte, purpose=CONTROL, asked_at=(clock.now() - asked).isoformat())
    assert (answer.status, answer.code) == (422, code)


async def test_a_moment_without_time_zone_is_refused(desk: Desk) -> None:
    lotte = await desk.officer()
    assert (await refused(desk, lotte, purpose=CONTROL, asked_at="2026-11-23T10:00:00")).status == 422


async def test_a_clock_that_is_a_little_ahead_is_believed(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CAR, purpose=CONTROL, asked_at=ago(minutes=-4))
    assert lookup.verdict["level"] == "red"
