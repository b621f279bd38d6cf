"""Birth dates as registers hold them: whole, in part or not at all, and how two of them agree."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

UNKNOWN: Final = 0
"""No birth date. Dates are numbers yyyymmdd with 00 for a month or day that is not known."""

_YEAR_FIRST = re.compile(r"(\d{4})(?:-?(\d\d))?(?:-?(\d\d))?|(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-./ ])?(\d{1,2})[-./ ](\d{4})")


class DateWhy(StrEnum):
    """How a birth date agrees with the one that was asked."""

    EQUAL = "born-equal"
    MISSING = "born-missing"
    PARTIAL = "born-partial"
    FIRST_OF_JANUARY = "born-first-of-january"
    SWAPPED = "born-swapped"
    ONE_DIGIT = "born-one-digit"
    NEIGHBOURS = "born-neighbours"
    TWO_OF_THREE = "born-two-of-three"
    OTHER = "born-other"


_ENGLISH = {
    DateWhy.EQUAL: "born on {stored}",
    DateWhy.MISSING: "no birth date is known",
    DateWhy.PARTIAL: "the birth date is known in part and agrees: {stored}",
    DateWhy.FIRST_OF_JANUARY: "the year agrees; 1 January often stands for an unknown day: {stored}",
    DateWhy.SWAPPED: "day and month are swapped: {stored}",
    DateWhy.ONE_DIGIT: "one digit of the birth date differs: {stored}",
    DateWhy.NEIGHBOURS: "two digits of the birth date have changed places: {stored}",
    DateWhy.TWO_OF_THREE: "two of day, month and year agree: {stored}",
    DateWhy.OTHER: "another birth date: {stored}",
}
_FACTORS = {
    DateWhy.EQUAL: 1.0,
    DateWhy.PARTIAL: 0.97,
    DateWhy.SWAPPED: 0.95,
    DateWhy.MISSING: 0.94,
    DateWhy.NEIGHBOURS: 0.93,
    DateWhy.ONE_DIGIT: 0.93,
    DateWhy.FIRST_OF_JANUARY: 0.93,
    DateWhy.TWO_OF_THREE: 0.80,
    DateWhy.OTHER: 0.60,
}


class DateReason(NamedTuple):
    """One observation about two birth dates, in ISO form as far as they are known."""

    why: DateWhy
    asked: str
    stored: str

    def __str__(self) -> str:
        return _ENGLISH[self.why].format(asked=self.asked, stored=self.stored)


def number_of(born: date | str | None) -> int:
    """A date, `1985-03-02`, `1985-03`, `1985`, `02/03/1985`, `3.1985` or nothing, as yyyymmdd.

    00 stands for what is not known: `00.03.1985`. Raises ValueError for anything else; a day that no calendar
    has is kept, for registers hold such.
    """
    if born is None or born == "":
        return UNKNOWN
    if isinstance(born, date):
        return born.year * 10_000 + born.month * 100 + born.day
    return _number_of_text(born)


@lru_cache(maxsize=65_536)
def _number_of_text(born: str) -> int:
    year, month, day = _read(born.strip())
    if not year or month > 12 or day > 31:
        raise ValueError(f"not a birth date, whole or in part: {born!r}")
    return year * 10_000 + month * 100 + (day if month else 0)


def _read(text: str) -> tuple[int, int, int]:
    """Year, month and day, 0 for what is not there; all 0 when it is no date."""
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        whole, apart = found.groups()[:3], found.groups()[3:]
        year, month, day = (int(a or b or 0) for a, b in zip(whole, apart, strict=True))
        return year, month, day
    found = _DAY_FIRST.fullmatch(text)
    return (int(found[3]), int(found[2]), int(found[1] or 0)) if found else (0, 0, 0)


def text_of(number: int) -> str:
    """ISO form as far as known; empty when nothing is."""
    year, month, day = _split(number)
    if not year:
        return ""
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def whole(number: int) -> bool:
    """Whether year, month and day are all known."""
    return number % 100 > 0 and number // 100 % 100 > 0


def agreement(asked: int, stored: int) -> tuple[float, DateReason | None]:
    """A factor from 0 to 1 and the reason; without a question the date says nothing."""
    if not asked:
        return 1.0, None
    why = _why(asked, stored)
    return _FACTORS[why], DateReason(why, text_of(asked), text_of(stored))


def span(asked: int) -> tuple[int, int]:
    """The first and last number that a date known in part may stand for."""
    year, month, _ = _split(asked)
    if month:
        return asked, asked + 99
    return year * 10_000, year * 10_000 + 9_999


@lru_cache(maxsize=1024)
def variants(asked: int) -> tuple[int, ...]:
    """The whole date and every number under which a register may hold it after one mistake, ascending."""
    year, month, day = _split(asked)
    found = {asked, year * 10_000, year * 10_000 + month * 100, year * 10_000 + 101, UNKNOWN}
    digits = f"{asked:08}"
    wrong = {f"{year:04}{day:02}{month:02}"}
    wrong |= {digits[:i] + digit + digits[i + 1 :] for i in range(2, 8) for digit in "0123456789"}
    wrong |= {digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(2, 7)}
    wrong |= {other + digits[2:] for other in ("18", "19", "20")}
    found |= {int(each) for each in wrong if _possible(each)}
    return tuple(sorted(found))


def may_agree(asked: int, born: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Where `agreement` may find more than another birth date."""
    year, month, day = born // 10_000, born // 100 % 100, born % 100
    asked_year, asked_month, asked_day = _split(asked)
    same_month, same_day = month == asked_month, day == asked_day
    part = (
        (year == asked_year)
        & (same_month | (month == 0) | (not asked_month))
        & (same_day | (day == 0) | (not asked_day))
    )
    two = (year == asked_year).astype(np.int8) + same_month + same_day >= 2
    unsure = (year == asked_year) & (asked % 10_000 == 101)  # the first of January
    found: NDArray[np.bool_] = part | (born == UNKNOWN) | unsure
    return found | two | np.isin(born, variants(asked)) if whole(asked) else found


def _why(asked: int, stored: int) -> DateWhy:
    if not stored:
        return DateWhy.MISSING
    if not (whole(asked) and whole(stored)):
        ours, theirs = _split(asked), _split(stored)
        agree = all(a == b for a, b in zip(ours, theirs, strict=True) if a and b)
        return (
            (DateWhy.EQUAL if asked == stored and whole(asked) else DateWhy.PARTIAL)
            if agree
            else DateWhy.OTHER
        )
    if asked == stored:
        return DateWhy.EQUAL
    return _slip(asked, stored)


def _slip(asked: int, stored: int) -> DateWhy:
    (year, month, day), theirs = _split(asked), _split(stored)
    if theirs == (year, day, month):
        return DateWhy.SWAPPED
    mine, other = f"{asked:08}", f"{stored:08}"
    differ = [i for i in range(8) if mine[i] != other[i]]
    if len(differ) == 1:
        return DateWhy.ONE_DIGIT
    i = differ[0]
    if len(differ) == 2 and differ[1] == i + 1 and mine[i] == other[i + 1] and mine[i + 1] == other[i]:
        return DateWhy.NEIGHBOURS
    if year == theirs[0] and (1, 1) in (theirs[1:], (month, day)):
        return DateWhy.FIRST_OF_JANUARY
    same = sum(a == b for a, b in zip((year, month, day), theirs, strict=True))
    return DateWhy.TWO_OF_THREE if same == 2 else DateWhy.OTHER


def _split(number: int) -> tuple[int, int, int]:
    return number // 10_000, number // 100 % 100, number % 100


def _possible(digits: str) -> bool:
    month, day = int(digits[4:6]), int(digits[6:])
    return "1880" <= digits[:4] <= "2040" and 1 <= month <= 12 and 1 <= day <= 31
