"""Ages and short years beside a name: `41 jaar`, `41 ans`, `41j`, `(41)`, and `85`, which may be either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from focus.modules.search.understanding.dates import century
from focus.modules.search.understanding.folding import plain

OLDEST_AGE = 110
_UNIT = (
    r"(?:jaar(?:\s(?:jong|oud))?|jarige?|jr|j|ans?|a|jahre?(?:\salt)?|years?(?:\sold)?|yrs?|yo|y/o|y)\b\.?"
)
_SAID = (
    r"(?:\b(?:leeftijd|age de|agee de|age|aged|alter|oud|ongeveer|environ|circa|ca|rond)\b[.:]?\s?|[±~]\s?)"
)
_AGED = re.compile(rf"(?<![\w/.\-])\(?{_SAID}?(\d{{1,3}})[ \-]?{_UNIT}\)?(?![\w/])")
_SAID_AGE = re.compile(rf"(?<!\w)\(?{_SAID}(\d{{1,3}})\)?(?![\w/.\-])")
_SHORT = re.compile(r"(?<![\w/.\-'])\(?(\d{2})\)?(?![\w/.\-'])\s*$")


@dataclass(frozen=True, slots=True)
class Aged:
    """Years of birth that a number beside a name can mean, the likeliest first, and what is left."""

    years: tuple[int, ...]
    rest: str
    said: bool
    """Called an age; else two digits without a word."""
    year: int = 0
    """The year that they would be, when they are two digits without a word."""


def find(text: str, today: date) -> Aged | None:
    """An age in a text, or two digits at its end."""
    folded = plain(text)
    if len(folded) != len(text):
        text = folded
    for pattern in (_AGED, _SAID_AGE):
        found = pattern.search(folded)
        if found and 0 < int(found[1]) <= OLDEST_AGE:
            return Aged(years_of(int(found[1]), today), _without(text, found), said=True)
    if found := _SHORT.search(folded):
        year = century(found[1], today)
        return Aged(years_of(int(found[1]), today), _without(text, found), said=False, year=year)
    return None


def years_of(age: int, today: date) -> tuple[int, int]:
    """The two years in which somebody of this age was born, the likelier first."""
    this, before = today.year - age, today.year - age - 1
    return (this, before) if today.timetuple().tm_yday > 182 else (before, this)


def _without(text: str, found: re.Match[str]) -> str:
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return re.sub(r"\s*,[\s,]*,", ",", re.sub(r"\s+", " ", rest)).strip(" ,;-()")
