"""Birth dates as officers write them: 30/07/1985, 30.7.85, 1985-07-30, 17 maart 1992, 1985."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from focus.modules.search.understanding.folding import plain

OLDEST = 1900

_NAMES = {
    1: "januari janvier januar january jan",
    2: "februari fevrier februar february feb fev",
    3: "maart mars marz maerz march mrt mar",
    4: "april avril apr avr",
    5: "mei mai may",
    6: "juni juin june jun",
    7: "juli juillet july jul juil",
    8: "augustus aout august aug",
    9: "september septembre sep sept",
    10: "oktober octobre october okt oct",
    11: "november novembre nov",
    12: "december decembre dezember dec dez",
}
MONTHS = {name: month for month, names in _NAMES.items() for name in names.split()}

_MONTHS_ALONE = frozenset(name for name in MONTHS if len(name) > 4) - {"april", "avril", "august"}
"""Months that are taken for one without a day: shorter ones, and these, are names of people as well."""

_DMY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})(?!\d)")
_YMD = re.compile(r"(?<!\d)(\d{4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})(?:er|e|\.)?\s+([a-z]+)\.?\s+(\d{4}|\d{2})(?!\d)")
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{4})(?!\d)")
_MONTH_NAMED = re.compile(r"(?<![a-z])([a-z]+)\.?\s+((?:19|20)\d{2})(?!\d)")
_COMPACT = re.compile(r"(?<![\w.])(\d{2})(\d{2})(\d{4}|\d{2})(?!\w)")
_SHORT_YEAR = re.compile(r"(?<!\w)'(\d{2})(?!\w)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_BORN = re.compile(
    r"[°*]|\(\s*\)|\b(?:geboren|geb|n[eé]e?|born|dob|°)\b\.?(?:\s+(?:op|le|am|on|den)\b)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text: ISO 8601 (perhaps partial), what is left of the text, or why not."""

    born: str
    rest: str
    fault: str = ""
    guessed: bool = False
    """Six or eight digits without separators: they may be anything."""


def find(text: str, today: date) -> Dated | None:
    """The birth date in a text, or None. `fault`: `impossible_date` or `future_date`."""
    folded = plain(text)
    if len(folded) != len(text):
        text = folded
    for pattern, order in ((_YMD, "ymd"), (_DMY, "dmy"), (_WORDS, "dwy")):
        found = pattern.search(folded)
        if found and (parts := _ordered(found.groups(), order, today)):
            rest = _without(text, found)
            return _checked(*parts, rest, today)
    return _day_in_one(text, folded, today) or _partial(text, folded, today)


def _partial(text: str, folded: str, today: date) -> Dated | None:
    """A month and a year, or a year."""
    found = _MONTH.search(folded)
    if found and 1 <= int(found[1]) <= 12 and OLDEST <= int(found[2]) <= today.year:
        return Dated(f"{found[2]}-{int(found[1]):02}", _without(text, found))
    found = _MONTH_NAMED.search(folded)
    if found and found[1] in _MONTHS_ALONE and int(found[2]) <= today.year:
        return Dated(f"{found[2]}-{MONTHS[found[1]]:02}", _without(text, found))
    if found := _SHORT_YEAR.search(folded):
        return Dated(str(_century(found[1], today)), _without(text, found))
    found = _YEAR.search(folded)
    if found and int(found[1]) <= today.year:
        return Dated(found[1], _without(text, found))
    return None


def _ordered(groups: tuple[str, ...], order: str, today: date) -> tuple[int, int, int] | None:
    first, second, third = groups
    if order == "ymd":
        return int(first), int(second), int(third)
    month = MONTHS.get(second, 0) if order == "dwy" else int(second)
    if order == "dwy" and not month:
        return None
    return _century(third, today), month, int(first)


def _day_in_one(text: str, folded: str, today: date) -> Dated | None:
    """`120385`, `12031985`; only when there is such a day."""
    found = _COMPACT.search(folded)
    if not found:
        return None
    year = _century(found[3], today)
    checked = _checked(year, int(found[2]), int(found[1]), _without(text, found), today)
    return None if checked.fault else replace(checked, guessed=True)


def _century(year: str, today: date) -> int:
    """Two digits mean the last such year that is not in the future."""
    if len(year) == 4:
        return int(year)
    full = today.year // 100 * 100 + int(year)
    return full if full <= today.year else full - 100


def _checked(year: int, month: int, day: int, rest: str, today: date) -> Dated:
    try:
        born = date(year, month, day)
    except ValueError:
        return Dated("", rest, "impossible_date")
    if born > today or year < OLDEST:
        return Dated("", rest, "future_date" if born > today else "impossible_date")
    return Dated(born.isoformat(), rest)


def _without(text: str, found: re.Match[str]) -> str:
    rest = text[: found.start()] + " " + text[found.end() :]
    rest = _BORN.sub(" ", rest)
    return re.sub(r"\s+", " ", rest).strip(" ,;-()")
