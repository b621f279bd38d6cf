"""Looking back: under a purpose, in the log, and after a month for judicial police only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus.core import clock
from focus.modules.cameras.month import MONTH, allowed, open_since
from tests.cameras.town import Feed, Member, Town, hit, passage, town_of

CASE = {"purpose": "investigation", "reference": "AN.11.2026/1", "reason": "Ladingdiefstal"}
TRAFFIC = {"purpose": "traffic_check"}


def back(days: float, **more: Any) -> dict[str, Any]:
    """From so many days ago until now."""
    now = clock.now()
    return {"plate": "2 fic 001", "since": now - timedelta(days=days), "until": now, **more}


async def seen(town: Town, feed: Feed) -> None:
    """One plate today and 40 days ago, another today."""
    await feed.tell(passage(timedelta(days=40)))
    await feed.tell(hit(timedelta(hours=1)))
    await feed.tell(passage(plate="2-FIC-002", camera={**passage()["camera"], "id": "LB-08"}))


async def test_in_the_first_month_any_purpose_that_opens_cameras(
    feed: Feed, town: Town, desk: Member
) -> None:
    await seen(town, feed)
    found = await desk.do("history", **back(27, **TRAFFIC))
    assert [(one["plate"], one["listed"]) for one in found] == [("2-FIC-001", True)]
    (entry,) = [one for one in await town.logged() if one.kind == "cameras.Consulted"]
    assert (entry.person_id, entry.purpose.code) == (desk.who.id, "traffic_check")
    assert (entry.what["plate"], entry.what["ids"]) == ("2FIC001", [found[0]["id"]])


async def test_after_it_administrative_police_is_refused_and_that_is_logged(
    feed: Feed, town: Town, desk: Member
) -> None:
    await seen(town, feed)
    answer = await desk.post("history", **back(31, **TRAFFIC))
    assert (answer.status_code, answer.json()["code"]) == (403, "cameras.month_over")
    assert "2-FIC" not in answer.text
    (entry,) = [one for one in await town.logged() if one.kind == "cameras.HistoryRefused"]
    assert (entry.person_id, entry.purpose.code, entry.what["reason"]) == (
        desk.who.id, "traffic_check", "cameras.month_over",
    )  # fmt: skip
    assert "Consulted" not in await town.kinds()


async def test_judicial_police_may_look_back_further(feed: Feed, town: Town, desk: Member) -> None:
    await seen(town, feed)
    found = await desk.do("history", **back(60, **CASE))
    assert [one["listed"] for one in found] == [True, False]
    (entry,) = [one for one in await town.logged() if one.kind == "cameras.Consulted"]
    assert (entry.purpose.code, entry.purpose.reference) == ("investigation", CASE["reference"])


async def test_at_a_camera_all_that_passed(feed: Feed, town: Town, desk: Member) -> None:
    await seen(town, feed)
    found = await desk.do("history", **back(1, plate="", camera="LB-08", **TRAFFIC))
    assert [one["plate"] for one in found] == ["2-FIC-002"]


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (back(1, plate="- ", **TRAFFIC), (422, "cameras.nothing_asked")),
        (back(-1, **TRAFFIC), (422, "cameras.nothing_asked")),
        (back(1), (422, "purposes.missing")),
        (back(1, purpose="nothing"), (422, "purposes.unknown")),
        (back(1, purpose="investigation"), (422, "purposes.reference_missing")),
        (back(1, purpose="identity_check"), (403, "cameras.purpose_not_for_cameras")),
    ],
)
async def test_not_without_a_question_and_a_purpose_for_it(
    desk: Member, body: dict[str, Any], refusal: tuple[int, str]
) -> None:
    assert await desk.refused("history", **body) == refusal


async def test_an_officer_does_not_look_back(ann: Member) -> None:
    assert (await ann.refused("history", **back(1, **TRAFFIC)))[0] == 403


async def test_one_zone_does_not_see_what_another_s_cameras_saw(feed: Feed, town: Town, house: Any) -> None:
    await seen(town, feed)
    other = await (await town_of(house)).member("dispatcher")
    assert await other.do("history", **back(60, **CASE)) == []


# The rule of the month. 2024 to 2032: two leap years, clocks forward and back each year.
moments = st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
near = st.timedeltas(timedelta(days=-40), timedelta(days=40))
SECOND = timedelta(seconds=1)


@given(moments)
def test_a_month_is_28_to_30_days(now: datetime) -> None:
    # A day of 23 hours may lie in it.
    assert timedelta(days=28) - timedelta(hours=1) <= now - open_since(now) <= timedelta(days=30)


@given(moments, st.timedeltas(timedelta(), timedelta(days=400)))
def test_it_never_opens_again(now: datetime, later: timedelta) -> None:
    assert open_since(now) <= open_since(now + later)


@given(moments, near)
def test_the_edge_is_where_it_says(now: datetime, around: timedelta) -> None:
    since = now - MONTH + around
    assert allowed(since, now, judicial=False) is (since >= open_since(now))
    assert allowed(since, now, judicial=True)


@given(moments)
def test_the_zone_in_which_a_time_is_written_changes_nothing(now: datetime) -> None:
    local = now.astimezone(clock.BRUSSELS)
    assert open_since(local) == open_since(now)


@pytest.mark.parametrize(
    ("now", "edge"),
    [
        # 30 days of 24 hours, though the clocks went back on 25 October: 11 o'clock, not 10.
        ("2026-11-10T10:00:00+01:00", "2026-10-11T11:00:00+02:00"),
        # And forward on 29 March: April has a month of 31 days behind it.
        ("2026-04-20T10:00:00+02:00", "2026-03-21T09:00:00+01:00"),
        # After February the same day of the month before comes first.
        ("2026-03-15T10:00:00+01:00", "2026-02-15T10:00:00+01:00"),
        ("2026-02-28T10:00:00+01:00", "2026-01-29T10:00:00+01:00"),
        ("2026-03-01T00:00:00+01:00", "2026-02-01T00:00:00+01:00"),
        ("2026-03-31T10:00:00+02:00", "2026-03-01T09:00:00+01:00"),
    ],
)
def test_the_edge_by_the_calendar(now: str, edge: str) -> None:
    moment, first = datetime.fromisoformat(now), datetime.fromisoformat(edge)
    assert allowed(first, moment, judicial=False)
    assert not allowed(first - SECOND, moment, judicial=False)
