"""Days as rules count them.

Easter and holidays below are written out. Both were compared once with other people's, without any
difference: Easter of 1900 to 2199 with python-dateutil, the holidays of 1975 to 2100 with python-holidays
0.109. Which days: royal decree of 18 April 1974 (employment.belgium.be/en/regulation-public-holidays).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from focus.kit import calendar

EASTER = {
    1913: (3, 23),
    1943: (4, 25),
    1961: (4, 2),
    1981: (4, 19),
    2000: (4, 23),
    2008: (3, 23),
    2011: (4, 24),
    2016: (3, 27),
    2019: (4, 21),
    2024: (3, 31),
    2025: (4, 20),
    2026: (4, 5),
    2038: (4, 25),
    2049: (4, 18),
}
OFFICIAL = {
    2008: "01-01 03-24 05-01 05-12 07-21 08-15 11-01 11-11 12-25",
    2024: "01-01 04-01 05-01 05-09 05-20 07-21 08-15 11-01 11-11 12-25",
    2025: "01-01 04-21 05-01 05-29 06-09 07-21 08-15 11-01 11-11 12-25",
    2026: "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25",
}
DAYS = some.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)


@pytest.mark.parametrize("year", EASTER)
def test_easter(year: int) -> None:
    assert calendar.easter(year) == date(year, *EASTER[year])


def test_easter_is_a_sunday_between_22_march_and_25_april() -> None:
    for year in range(calendar.FIRST_YEAR, calendar.LAST_YEAR + 1):
        day = calendar.easter(year)
        assert day.weekday() == 6
        assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize("year", OFFICIAL)
def test_holidays(year: int) -> None:
    """In 2008 Ascension fell on Labour Day, so there were nine days."""
    assert sorted(day.isoformat()[5:] for day in calendar.holidays(year)) == OFFICIAL[year].split()


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-11-10", 1, "2026-11-12"),
        ("2026-11-12", -1, "2026-11-10"),
        ("2026-11-07", 1, "2026-11-09"),
        ("2026-11-07", -1, "2026-11-06"),
        ("2026-11-07", 0, "2026-11-07"),
        ("2026-12-24", 2, "2026-12-29"),
        ("2026-12-31", 1, "2027-01-04"),
        ("2008-04-30", 1, "2008-05-02"),
    ],
)
def test_working_days(start: str, count: int, end: str) -> None:
    assert calendar.working_days_after(start, count) == end


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-05-31", 0, "2026-05-31"),
    ],
)
def test_months(start: str, count: int, end: str) -> None:
    assert calendar.months_after(start, count) == end


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "2026-W01-1",
        "20260101",
        "2026-1-1",
        "1899-12-31",
        "2200-01-01",
        "9999-12-31",
        "２026-01-01",
        "2026-01-01T00:00",
    ],
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"^(day|year)$"):
        calendar.read_day(text)


@pytest.mark.parametrize("count", [1, 10**30, 2**63])
def test_nothing_leaves_the_calendar(count: int) -> None:
    for later in (calendar.days_after, calendar.months_after, calendar.working_days_after):
        with pytest.raises(ValueError, match=r"year|too many"):
            later("2199-12-31", count)
        with pytest.raises(ValueError, match=r"year|too many"):
            later("1900-01-01", -count)


@given(day=DAYS, count=some.integers(1, 300))
def test_working_days_are_those_counted_one_by_one(day: str, count: int) -> None:
    try:
        end = date.fromisoformat(calendar.working_days_after(day, count))
    except ValueError:
        return
    start = date.fromisoformat(day)
    between = [start + timedelta(n) for n in range(1, (end - start).days + 1)]
    assert sum(map(calendar.is_working_day, between)) == count
    assert calendar.is_working_day(end)


@given(first=DAYS, second=DAYS)
def test_days_between_and_days_after_agree(first: str, second: str) -> None:
    assert calendar.days_after(first, calendar.days_between(first, second)) == second


def test_age() -> None:
    assert calendar.age_on("2004-02-29", "2025-02-28") == 20
    assert calendar.age_on("2004-02-29", "2025-03-01") == 21
    assert calendar.age_on("2026-05-01", "2026-04-30") == -1


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (3, "night"),
        (4, "morning"),
        (9, "morning"),
        (10, "afternoon"),
        (15, "afternoon"),
        (16, "evening"),
        (20, "night"),
    ],
)
def test_parts_of_a_summer_day_in_brussels(hour: int, part: str) -> None:
    assert calendar.part_of_day(datetime(2026, 7, 1, hour, tzinfo=UTC)) == part


def test_the_day_in_brussels_begins_earlier() -> None:
    assert calendar.date_of(datetime(2026, 7, 1, 22, tzinfo=UTC)) == "2026-07-02"
    assert calendar.date_of(datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC)) == "2026-12-01"
    assert calendar.weekday_of("2026-11-30") == 1
