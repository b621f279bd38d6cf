"""A question that waited for a network runs under its own purpose, and the log says when it was asked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from focus.core import clock
from focus.core.identity.identity import TOPIC as SESSIONS
from focus.core.organisations.public import TOPIC as ORGANISATIONS
from tests.search.lookups.desk import CAR, Desk, Officer, until

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


async def refused(desk: Desk, officer: Officer, **more: Any) -> Any:
    """The answer to a question that no source may hear, and that is in the log."""
    before = desk.started()
    answer = await officer.refused(CAR, **more)
    assert desk.started() == before
    (event,) = await desk.logged(officer)
    assert (event.kind, event.what["reason"]) == ("search.LookupRefused", answer.code)
    return answer


async def test_a_task_that_ended_while_it_waited_is_told_and_nothing_is_asked(desk: Desk) -> None:
    lotte = await desk.officer()
    gone = str(uuid4())
    now = await lotte.refused(CAR, purpose=CONTROL, task=gone)
    assert now.code == "purposes.task_unknown"
    for purpose in (CONTROL, None):
        answer = await lotte.refused(CAR, purpose=purpose, task=gone, asked_at=ago(hours=1))
        assert (answer.status, answer.code) == (422, "search.task_ended")


async def test_a_refused_question_that_waited_is_in_the_log_with_when_it_was_asked(desk: Desk) -> None:
    lotte = await desk.officer()
    asked = ago(hours=3)
    answer = await refused(desk, lotte, purpose=CONTROL, task=str(uuid4()), asked_at=asked)
    assert answer.code == "search.task_ended"
    (event,) = await desk.logged(lotte, "LookupRefused")
    assert event.what["asked_at"][:19] == asked[:19]


async def test_a_permission_that_was_taken_back_meanwhile_holds_for_what_waited(desk: Desk) -> None:
    lotte = await desk.officer()
    await desk.station.owner.execute(
        """insert into organisations.function_rights
           select r.organisation_id, r.function_code, now(), array_remove(r.permissions, 'search.ask')
           from organisations.function_rights r
           where r.organisation_id = $1 and r.function_code = 'officer' order by r.since desc limit 1""",
        lotte.organisation,
    )
    try:
        await refused_by_the_gate(desk, lotte, 403, "gate.not_permitted")
    finally:
        await desk.station.owner.execute(
            """delete from organisations.function_rights r where r.organisation_id = $1
               and r.function_code = 'officer' and not 'search.ask' = any (r.permissions)""",
            lotte.organisation,
        )
        heard(desk)


async def test_a_module_that_was_switched_off_meanwhile_asks_nothing_that_waited(desk: Desk) -> None:
    lotte = await desk.officer()
    switch = (
        "update organisations.module_switch set is_on = $2 where organisation_id = $1 and module = 'search'"
    )
    await desk.station.owner.execute(switch, lotte.organisation, False)
    try:
        await refused_by_the_gate(desk, lotte, 404, "gate.module_off")
    finally:
        await desk.station.owner.execute(switch, lotte.organisation, True)
        heard(desk)
        await until(lambda: answers(lotte, 200))


def heard(desk: Desk) -> None:
    """Every process reads rights, switches and sessions anew."""
    for topic in (ORGANISATIONS, SESSIONS):
        desk.station.platform.bus.publish(topic, "*")


async def refused_by_the_gate(desk: Desk, officer: Officer, status: int, code: str) -> None:
    """Once it is known, a question that waited gets this answer and no source is asked."""
    heard(desk)
    await until(lambda: answers(officer, status))
    before = desk.started()
    answer = await officer.refused(CAR, purpose=CONTROL, asked_at=ago(hours=1))
    assert (answer.status, answer.code) == (status, code)
    assert desk.started() == before


async def answers(officer: Officer, status: int) -> bool:
    """Whether a call that asks nobody gets this answer by now."""
    return bool((await officer.post("/api/search/understand", {"question": CAR})).status == status)


async def test_a_purpose_that_is_no_longer_possible_is_refused(desk: Desk) -> None:
    lotte = await desk.officer()
    await desk.station.owner.execute(
        "update purposes.purpose set active = false where organisation_id = $1 and code = 'investigation'",
        lotte.organisation,
    )
    try:
        purpose = {"code": "investigation", "reference": "D-1", "reason": "Ladingdiefstal"}
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
    before = desk.started()
    answer = await lotte.refused(CAR, purpose=CONTROL, asked_at="2026-11-23T10:00:00")
    assert (answer.status, answer.code, desk.started()) == (422, "core.invalid_input", before)


async def test_a_clock_that_is_a_little_ahead_is_believed(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CAR, purpose=CONTROL, asked_at=ago(minutes=-4))
    assert lookup.verdict["level"] == "red"
