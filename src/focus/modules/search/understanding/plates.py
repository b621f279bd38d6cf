"""Licence plates: all Belgian series, the neighbours' forms, and any other as foreign.

Forms: FPS Mobility's series (domain.md); the plate follows the holder, not the car.
"""

from __future__ import annotations

import re
from itertools import accumulate

from focus.modules.search.questions import Reading
from focus.modules.search.understanding import foreign
from focus.modules.search.understanding.folding import code
from focus.modules.search.understanding.guess import Found, Guess

_BELGIAN = (
    (re.compile(r"([1-9])([A-Z]{3})(\d{3})"), 1.0),
    (re.compile(r"([A-Z]{3})(\d{3})"), 0.9),
    (re.compile(r"(\d{3})([A-Z]{3})"), 0.9),
    (re.compile(r"([GMOQSTUVWXYZ])([A-Z]{3})(\d{3})"), 0.85),
    (re.compile(r"(CD|TX|TL)([A-Z]{2})(\d{3})"), 0.85),
    (re.compile(r"(CD)(\d{1,4})"), 0.8),
    (re.compile(r"(EUR)(\d{3,4})"), 0.75),
    (re.compile(r"([AEP])(\d{1,3})"), 0.7),
    (re.compile(r"([MSQOZ])([A-Z]{2})(\d{2,3})"), 0.7),
)
"""Series with their weight. A letter before three others is a kind: motorcycle, trailer, dealer …"""

_WEAK = 0.6
"""Up to here a series leaves room for a personalised plate."""

_LIKELY_SLIPS = str.maketrans({"O": "0", "I": "1"})
_LIKELY_SLIPS_BACK = str.maketrans({"0": "O", "1": "I"})
_SIGN = "|".join(sorted({"B", *foreign.COUNTRIES}))
_SIGN_BEFORE = re.compile(rf"({_SIGN})[- ](.+)")
_SIGN_AFTER = re.compile(rf"(.+?) ?\(({_SIGN})\)")


def read(text: str) -> Found:
    """Readings of a text as a plate."""
    upper = re.sub(r"\s*([-.·/ ])\s*", r"\1", text.upper().strip()).replace("·", "-").replace("/", "-")
    found = _with_sign(upper)
    if not re.fullmatch(r"[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9 .\-]{0,13}", upper):
        return found
    plate = code(upper)
    if not 2 <= len(plate) <= 9:
        return found
    belgian = _belgian(upper) or _swapped(plate)
    known = [*found, *belgian, *_foreign(upper)]
    if any(one.weight > _WEAK for one in known):
        return known
    return [*known, *_personalised(plate, spaced=" " in upper)]


def _personalised(plate: str, *, spaced: bool) -> Found:
    if len(plate) > 8 or (plate.isalpha() and spaced) or plate.isdigit():
        return []
    reading = _reading(plate, plate, "B", warnings=("plate_personalised",))
    return [Guess(reading, 0.2 if plate.isalpha() else 0.55)]


def _with_sign(upper: str) -> Found:
    """`NL 12-ABC-3`, `1-ABC-123 (B)`: a country's sign and a plate of that country's shape."""
    signed = []
    if match := _SIGN_BEFORE.fullmatch(upper):
        signed.append((match[1], match[2]))
    if match := _SIGN_AFTER.fullmatch(upper):
        signed.append((match[2], match[1]))
    found: Found = []
    for sign, rest in signed:
        of = _belgian(rest) if sign == "B" else [g for g in _foreign(rest) if g.reading.country == sign]
        found += [Guess(guess.reading, 0.95) for guess in of]
    return found


def _belgian(written: str) -> list[Guess]:
    """The best series; a separator where the series has one speaks for it, elsewhere against it."""
    plate, gaps = code(written), _gaps(written)
    found: list[Guess] = []
    for pattern, weight in _BELGIAN:
        if match := pattern.fullmatch(plate):
            places = {match.end(number) for number in range(1, len(match.groups()))}
            fits = 0.05 if gaps and gaps <= places else -0.25 if gaps - places else 0.0
            certain = weight == 1.0
            reading = _reading(plate, "-".join(match.groups()), "B", certain=certain)
            found.append(Guess(reading, weight if certain else weight + fits))
    return sorted(found, key=lambda guess: -guess.weight)[:1]


def _gaps(written: str) -> set[int]:
    """Behind how many signs of the plate something separates."""
    runs = re.split(r"[^A-ZÄÖÜ0-9]+", written)
    return set(accumulate(map(len, runs[:-1])))


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
        for g in _belgian(repaired)
    ]


def _foreign(written: str) -> list[Guess]:
    return [
        Guess(_reading(code(dashed), dashed, country, warnings=("plate_foreign",)), weight)
        for country, dashed, weight in foreign.readings(written)
    ]


def _reading(
    plate: str, dashed: str, country: str, *, certain: bool = False, warnings: tuple[str, ...] = ()
) -> Reading:
    facts = {"plate": plate, "plate_dashed": dashed, "country": country}
    return Reading(
        kind="plate", normal=dashed, facts=facts, country=country, certain=certain, warnings=warnings
    )
