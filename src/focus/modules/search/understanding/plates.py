"""Licence plates: all Belgian series, the neighbours' forms, and any other as foreign.

Forms: FPS Mobility's series (domain.md); the plate follows the holder, not the car.
"""

from __future__ import annotations

import re

from focus.modules.search.questions import Reading
from focus.modules.search.understanding.folding import code
from focus.modules.search.understanding.guess import Found, Guess

_BELGIAN = (
    (re.compile(r"([1-9])([A-Z]{3})(\d{3})"), 1.0),
    (re.compile(r"([A-Z]{3})(\d{3})"), 0.9),
    (re.compile(r"(\d{3})([A-Z]{3})"), 0.9),
    (re.compile(r"(CD)(\d{1,4})"), 0.8),
    (re.compile(r"([AEP])(\d{1,3})"), 0.7),
    (re.compile(r"([MSQOZ])([A-Z]{2})(\d{2,3})"), 0.7),
)

_FOREIGN = (
    ("F", re.compile(r"[A-HJ-NP-TV-Z]{2}[- ]?\d{3}[- ]?[A-HJ-NP-TV-Z]{2}"), 0.85),
    (
        "NL",
        re.compile(
            r"[A-Z]{2}-?\d{2}-?\d{2}|\d{2}-?\d{2}-?[A-Z]{2}|\d{2}-?[A-Z]{2}-?\d{2}|[A-Z]{2}-?\d{2}-?[A-Z]{2}"
            r"|[A-Z]{2}-?[A-Z]{2}-?\d{2}|\d{2}-?[A-Z]{2}-?[A-Z]{2}|\d{2}-?[A-Z]{3}-?\d|\d-?[A-Z]{3}-?\d{2}"
            r"|[A-Z]{2}-?\d{3}-?[A-Z]|[A-Z]-?\d{3}-?[A-Z]{2}|[A-Z]{3}-?\d{2}-?[A-Z]|[A-Z]-?\d{2}-?[A-Z]{3}"
        ),
        0.8,
    ),
    ("D", re.compile(r"[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?"), 0.8),
    ("L", re.compile(r"[A-Z]{2}[- ]?\d{4}"), 0.45),
    ("UK", re.compile(r"[A-Z]{2}\d{2} ?[A-Z]{3}"), 0.8),
)

_LIKELY_SLIPS = str.maketrans({"O": "0", "I": "1"})
_LIKELY_SLIPS_BACK = str.maketrans({"0": "O", "1": "I"})


def read(text: str) -> Found:
    """Readings of a text as a plate."""
    upper = re.sub(r"\s+", " ", text.upper().strip())
    if not re.fullmatch(r"[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9 .\-·]{0,11}", upper):
        return []
    plate = code(upper)
    if not 2 <= len(plate) <= 9:
        return []
    found: Found = list(_belgian(plate, separated="-" in upper))
    if not found:
        found += _swapped(plate)
    found += _foreign(upper, plate)
    if not found and any(c.isdigit() for c in plate) and any(c.isalpha() for c in plate) and len(plate) <= 8:
        found.append(Guess(_reading(plate, plate, "B", warnings=("plate_personalised",)), 0.55))
    elif not found and plate.isalpha() and 2 <= len(plate) <= 8 and " " not in upper:
        found.append(Guess(_reading(plate, plate, "B", warnings=("plate_personalised",)), 0.2))
    return found


def _belgian(plate: str, *, separated: bool) -> list[Guess]:
    for pattern, weight in _BELGIAN:
        match = pattern.fullmatch(plate)
        if match:
            dashed = "-".join(match.groups())
            boosted = min(1.0, weight + 0.05 * separated)
            return [Guess(_reading(plate, dashed, "B", certain=weight == 1.0), boosted)]
    return []


def _swapped(plate: str) -> Found:
    """O for 0 and I for 1 where that gives a Belgian plate: offered, never assumed."""
    if len(plate) != 7:
        return []
    repaired = (
        plate[0].translate(_LIKELY_SLIPS)
        + plate[1:4].translate(_LIKELY_SLIPS_BACK)
        + plate[4:].translate(_LIKELY_SLIPS)
    )
    if repaired == plate:
        return []
    return [
        Guess(_reading(repaired, g.reading.normal, "B", warnings=("plate_letters_swapped",)), 0.75)
        for g in _belgian(repaired, separated=False)
    ]


def _foreign(upper: str, plate: str) -> Found:
    return [
        Guess(_reading(plate, upper.replace(" ", "-"), country, warnings=("plate_foreign",)), weight)
        for country, pattern, weight in _FOREIGN
        if pattern.fullmatch(upper)
    ]


def _reading(
    plate: str, dashed: str, country: str, *, certain: bool = False, warnings: tuple[str, ...] = ()
) -> Reading:
    facts = {"plate": plate, "plate_dashed": dashed, "country": country}
    return Reading(
        kind="plate", normal=dashed, facts=facts, country=country, certain=certain, warnings=warnings
    )
