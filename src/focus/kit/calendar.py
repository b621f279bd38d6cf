"""Days as rules count them: `YYYY-MM-DD`, 1900 to 2199, with the legal holidays of Belgium.

The ten legal holidays (royal decree of 18 April 1974, article 1) are applied to every year by today's list,
also to years before the law: deadlines are never that old. Everything raises ValueError with a word that
holds no data when a day is no day, or the answer would lie outside these years.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from focus.core.clock import BRUSSELS

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIXED = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)
"""Easter Monday, Ascension, Whit Monday."""
MOST_WORKING_DAYS: Final = 2000
_SATURDAY = 5
_MORNING, _AFTERNOON, _EVENING, _NIGHT = 6, 12, 18, 22


def read_day(text: str) -> date:
    """The day that a text names, written exactly so."""
    if not _DAY.fullmatch(text):
        raise ValueError("day")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError("day") from None
    return _within(day)


def _within(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("year")
    return day


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, over = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    decade, unit = divmod(rest, 4)
    weekday = (32 + 2 * over + 2 * decade - moon - unit) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=LAST_YEAR - FIRST_YEAR + 1)
def holidays(year: int) -> frozenset[date]:
    """The legal holidays of a year; two of them may fall on one day (1 May 2008)."""
    sunday = easter(year)
    return frozenset(
        [date(year, month, day) for month, day in _FIXED]
        + [sunday + timedelta(days) for days in _AFTER_EASTER]
    )


def is_working_day(day: date) -> bool:
    """Monday to Friday and no holiday."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def days_after(day: str, count: int) -> str:
    """So many days later, or earlier."""
    start = read_day(day)
    try:
        return _within(start + timedelta(count)).isoformat()
    except OverflowError:
        raise ValueError("year") from None


def working_days_after(day: str, count: int) -> str:
    """The working day so many after, or before, a day; 0 gives the day itself, whatever it is."""
    current = read_day(day)
    if abs(count) > MOST_WORKING_DAYS:
        raise ValueError("too many working days")
    step = timedelta(1 if count > 0 else -1)
    left = abs(count)
    while left:
        current = _within(current + step)
        left -= is_working_day(current)
    return current.isoformat()


def months_after(day: str, count: int) -> str:
    """The same day of a later, or earlier, month, or the last of a month that is too short."""
    start = read_day(day)
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError("year")
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)).isoformat()


def days_between(first: str, second: str) -> int:
    """Days from the first to the second: less than nothing when the second is earlier."""
    return (read_day(second) - read_day(first)).days


def age_on(born: str, day: str) -> int:
    """Whole years, less than 0 before birth; 29 February counts as 1 March in other years."""
    start, end = read_day(born), read_day(day)
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def weekday_of(day: str) -> int:
    """1 for Monday to 7 for Sunday."""
    return read_day(day).isoweekday()


def date_of(moment: datetime) -> str:
    """The day in Brussels."""
    return _within(moment.astimezone(BRUSSELS).date()).isoformat()


def part_of_day(moment: datetime) -> str:
    """In Brussels: `morning` from 6:00, `afternoon` from 12:00, `evening` from 18:00, `night` from 22:00."""
    hour = moment.astimezone(BRUSSELS).hour
    if hour < _MORNING or hour >= _NIGHT:
        return "night"
    if hour < _AFTERNOON:
        return "morning"
    return "afternoon" if hour < _EVENING else "evening"
