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
_WORDS_GLUED = re.compile(r"(?<![\w])(\d{1,2})(?:er|e|\.)?\s?([a-z]{3,9})\.?\s?('\d{2}|(?:19|20)\d{2})(?!\d)")
"""`17maart1992`, `17 mrt '92`."""
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{4})(?!\d)")
_MONTH_NAMED = re.compile(r"(?<![a-z])([a-z]+)\.?\s+((?:19|20)\d{2})(?!\d)")
_UNKNOWN = re.compile(
    r"(?<!\w)(?:xx|\?\?|--|00)\s?[/.\-]\s?(?:xx|\?\?|--|00)\s?[/.\-]\s?(?=(?:19|20)\d{2}(?!\d))"
)
"""`??/??/1985`: day and month are not known."""
_COMPACT_YMD = re.compile(r"(?<![\w.])((?:19|20)\d{2})(0\d|1[0-2])([0-2]\d|3[01])(?!\w)")
_COMPACT = re.compile(r"(?<![\w.])(\d{2})(\d{2})(\d{4}|\d{2})(?!\w)")
_SHORT_YEAR = re.compile(
    r"(?:(?<!\w)['*°]\s?|\b(?:geb|geboren|nee?|born|anno|jahrgang|geboortejaar)\b\.?(?:\s(?:in|en))?\s*°?'?)(\d{2})(?![\w/.\-]*\d)"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_BORN = re.compile(
    r"[°*]|\(\s*\)|\b(?:geboren|geborene?|geboortedatum|geb|n[eé]e?|born|dob|ddn)\b[.:]*"
    r"(?:\s+(?:op|le|am|on|den|in|en)\b)?|\b(?:op|le|am|on|den)\b\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text: ISO 8601 (perhaps partial), what is left of the text, or why not."""

    born: str
    rest: str
    """Of both sides of the date, without `born` and the like."""
    fault: str = ""
    guessed: bool = False
    """Six or eight digits without separators: they may be anything."""
    before: str = ""
    after: str = ""


def find(text: str, today: date) -> Dated | None:
    """The birth date in a text, or None. `fault`: `impossible_date` or `future_date`."""
    folded = plain(text)
    if len(folded) != len(text):
        text = folded
    if found := _UNKNOWN.search(folded):
        text, folded = (part[: found.start()] + part[found.end() :] for part in (text, folded))
    for pattern, order in ((_YMD, "ymd"), (_DMY, "dmy"), (_WORDS, "dwy"), (_WORDS_GLUED, "dwy")):
        found = pattern.search(folded)
        if found and (parts := _ordered(found.groups(), order, today)):
            return _checked(*parts, _left(text, found), today)
    return _day_in_one(text, folded, today) or _partial(text, folded, today)


def _partial(text: str, folded: str, today: date) -> Dated | None:
    """A month and a year, or a year."""
    found = _MONTH.search(folded)
    if found and 1 <= int(found[1]) <= 12 and OLDEST <= int(found[2]) <= today.year:
        return _told(f"{found[2]}-{int(found[1]):02}", text, found)
    found = _MONTH_NAMED.search(folded)
    if found and found[1] in _MONTHS_ALONE and int(found[2]) <= today.year:
        return _told(f"{found[2]}-{MONTHS[found[1]]:02}", text, found)
    if found := _SHORT_YEAR.search(folded):
        return _told(str(century(found[1], today)), text, found)
    found = _YEAR.search(folded)
    if found and int(found[1]) <= today.year:
        return _told(found[1], text, found)
    return None


def _ordered(groups: tuple[str, ...], order: str, today: date) -> tuple[int, int, int] | None:
    first, second, third = (group.strip("'") for group in groups)
    if order == "ymd":
        return int(first), int(second), int(third)
    month = MONTHS.get(second, 0) if order == "dwy" else int(second)
    if order == "dwy" and not month:
        return None
    return century(third, today), month, int(first)


def _day_in_one(text: str, folded: str, today: date) -> Dated | None:
    """`120385`, `12031985`, `19850312`; only when there is such a day."""
    if found := _COMPACT_YMD.search(folded):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _COMPACT.search(folded):
        year, month, day = century(found[3], today), int(found[2]), int(found[1])
    else:
        return None
    checked = _checked(year, month, day, _left(text, found), today)
    return None if checked.fault else replace(checked, guessed=True)


def century(year: str, today: date) -> int:
    """Two digits mean the last such year that is not in the future."""
    if len(year) == 4:
        return int(year)
    full = today.year // 100 * 100 + int(year)
    return full if full <= today.year else full - 100


def _checked(year: int, month: int, day: int, left: _Left, today: date) -> Dated:
    """A day or month 00 is one that nobody knows."""
    before, after, rest = left
    known = f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}" if month else f"{year:04}"
    try:
        born = date(year, month or (0 if day else 1), day or 1)
    except ValueError:
        return Dated("", rest, "impossible_date")
    if born > today or year < OLDEST:
        return Dated("", rest, "future_date" if born > today else "impossible_date")
    return Dated(known, rest, before=before, after=after)


_Left = tuple[str, str, str]
"""What stands before the date, behind it, and both."""


def _told(born: str, text: str, found: re.Match[str]) -> Dated:
    before, after, rest = _left(text, found)
    return Dated(born, rest, before=before, after=after)


def _left(text: str, found: re.Match[str]) -> _Left:
    before, after = text[: found.start()] + " ", " " + text[found.end() :]
    return _bare(before), _bare(after), _bare(before + after)


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", _BORN.sub(" ", text)).strip(" ,;-()/|")
