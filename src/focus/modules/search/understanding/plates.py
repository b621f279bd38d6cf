"""Licence plates: all Belgian series, the shapes of other countries, and any other as foreign.

Forms: FPS Mobility's series (domain.md); the plate follows the holder, not the car.
"""

from __future__ import annotations

import re
from itertools import accumulate

from focus.modules.search.questions import Reading
from focus.modules.search.understanding import confused, foreign, signed
from focus.modules.search.understanding.folding import code
from focus.modules.search.understanding.guess import Found, Guess
from focus.modules.search.understanding.identify import german

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
_AS_WELL = 0.78
"""A sign that may as well be the district of a German plate, or the kind of a Belgian one."""
_CHOSEN = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Z0-9]{3,8}")
_AS_CHOSEN = 0.62
"""Of a Belgian sign before what may be a personalised plate."""
_SWAPPED = (("9XXX999", 0.84), ("XXX999", 0.62), ("999XXX", 0.62))
"""Shapes for which confused signs are put right, with the weight."""
SHAPES = tuple(shape for shape, _ in _SWAPPED)
"""Belgian shapes of `9` and `X`, today's first."""
_ABROAD = "AT CH CY CZ DK GB IE IT LT LV MT NL NO PT TN UA UK US"
_NO_DISTRICT = frozenset(_ABROAD.split())
"""Countries of which no German district has the letters."""
_PAPER = re.compile(r"[A-Z]{1,3}\d{5,9}")
"""As likely a passport with the country that issued it."""
_SEAL = re.compile(r"(?<=[A-ZÄÖÜ]):(?=[A-Z]{1,2}[ -]?\d{1,4}[EH]?$)")
"""Where a German plate has its seals."""
_WRITTEN = re.compile(r"[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9 .\-]{0,13}")


def read(text: str) -> Found:
    """Readings of a text as a plate."""
    if len(text) > signed.LONGEST or ".." in text:
        return []
    upper = re.sub(r"\s*([-.·/_ ])\s*", r"\1", text.upper().strip())
    upper = _SEAL.sub("-", re.sub(r"[·/_]", "-", upper))
    found = _with_sign(upper)
    if not _WRITTEN.fullmatch(upper):
        return found
    plate = code(upper)
    if not 2 <= len(plate) <= 10:
        return found
    belgian = belgian_readings(upper)
    if not found and belgian and belgian[0].reading.certain:
        return [*belgian]
    abroad = foreign_readings(upper)
    swapped = [] if belgian else _swapped(upper, alone=not abroad)
    shaped = [*belgian, *abroad, *swapped]
    known = [*_beside(found, belgian or _german(abroad, upper), shaped=bool(shaped)), *shaped]
    if any(one.weight > _WEAK for one in known):
        return known
    return [*known, *_unknown(plate, upper)]


def _german(abroad: list[Guess], upper: str) -> bool:
    return upper[:2] not in _NO_DISTRICT and any(one.reading.country == "D" for one in abroad)


def _beside(found: Found, other: object, *, shaped: bool) -> Found:
    """Readings by a sign, where the text without it may be a plate too."""
    kept = [one for one in found if isinstance(one, Guess) and not (shaped and one.weight == signed.BESIDE)]
    return [Guess(one.reading, min(one.weight, _AS_WELL) if other else one.weight) for one in kept]


def _unknown(plate: str, upper: str) -> Found:
    """No shape that is known: personalised, or from a country whose shapes are not; gaps speak for that."""
    if plate.isdigit():
        return []
    if plate.isalpha():
        return [_personalised(plate, 0.2)] if len(plate) <= 8 and " " not in upper else []
    gaps = len(_gaps(upper))
    abroad = len(plate) >= 4 and gaps and not re.search(r"[A-ZÄÖÜ]{4}", upper)
    found = [_personalised(plate, 0.35 if abroad and gaps > 1 else 0.55)] if len(plate) <= 8 else []
    if abroad:
        dashed = re.sub(r"[ .\-]+", "-", upper)
        reading = _reading(dashed, "", warnings=("plate_foreign",))
        found.append(Guess(reading, 0.56 if gaps > 1 else 0.4))
    return [*found]


def _personalised(plate: str, weight: float) -> Guess:
    return Guess(_reading(plate, "B", warnings=("plate_personalised",)), weight)


def _with_sign(upper: str) -> Found:
    """`NL 12-ABC-3`, `1-ABC-123 (B)`, `BE1ABC123`: a country and a plate of that country's shape."""
    found: Found = []
    for one in signed.signs(upper):
        of = belgian_readings(one.plate) if one.country == "B" else foreign_readings(one.plate, one.country)
        if of:
            found.append(Guess(of[0].reading, _signed_weight(one, of[0])))
        elif one.country != "B":
            found += _of_no_shape(one)
        elif not one.glued and _CHOSEN.fullmatch(code(one.plate)):
            found.append(_personalised(code(one.plate), _AS_CHOSEN))
    return found


def _signed_weight(one: signed.Signed, guess: Guess) -> float:
    glued = 0.9 if one.country == "B" and guess.reading.certain else 0.65
    return glued if one.glued else 0.95


def _of_no_shape(one: signed.Signed) -> list[Guess]:
    """A plate that is not of a known shape, beside a sign that is written apart."""
    plate = code(one.plate)
    german_joined = one.country == "D" and re.fullmatch(r"[A-ZÄÖÜ]{2,5}[ \-]?\d{1,4}[EH]?", one.plate)
    weight = (0.65 if one.glued else 0.95) if german_joined else one.alone
    if not weight or one.short or (one.glued and not german_joined):
        return []
    if not 3 <= len(plate) <= 9 or not re.search(r"\d", plate):
        return []
    if _PAPER.fullmatch(one.plate):
        weight = min(weight, signed.BESIDE)
    dashed = german(one.plate) if german_joined else re.sub(r"[ .\-]+", "-", one.plate)
    return [Guess(_reading(dashed, one.country, warnings=("plate_foreign",)), weight)]


def belgian_readings(written: str) -> list[Guess]:
    """The best series; a separator where the series has one speaks for it, elsewhere against it."""
    plate, gaps = code(written), _gaps(written)
    found: list[Guess] = []
    for pattern, weight in _BELGIAN:
        if match := pattern.fullmatch(plate):
            places = {match.end(number) for number in range(1, len(match.groups()))}
            fits = 0.05 if gaps and gaps <= places else -0.25 if gaps - places else 0.0
            certain = weight == 1.0
            reading = _reading("-".join(match.groups()), "B", certain=certain)
            found.append(Guess(reading, weight if certain else weight + fits))
    return sorted(found, key=lambda guess: -guess.weight)[:1]


def _gaps(written: str) -> set[int]:
    """Behind how many signs of the plate something separates."""
    runs = re.split(r"[^A-ZÄÖÜ0-9]+", written)
    return set(accumulate(map(len, runs[:-1])))


def _swapped(written: str, *, alone: bool) -> list[Guess]:
    """A Belgian plate in which confused signs are put right: offered, never assumed."""
    plate, gaps = code(written), _gaps(written)
    for shape, weight in _SWAPPED:
        if not gaps <= {at for at in range(1, len(shape)) if shape[at] != shape[at - 1]}:
            continue
        if right := confused.fitted(plate, shape, most=2 if shape[0] == "9" and len(shape) == 7 else 1):
            readings = belgian_readings(right)
            swapped = [_reading(g.reading.normal, "B", warnings=("plate_letters_swapped",)) for g in readings]
            return [Guess(reading, weight if alone else 0.5) for reading in swapped]
    return []


def foreign_readings(written: str, country: str = "") -> list[Guess]:
    """One reading for each country whose shape it has; `country`: only of this one."""
    return [
        Guess(_reading(dashed, land, warnings=("plate_foreign",)), weight)
        for land, dashed, weight in foreign.readings(written, country)
    ]


def _reading(dashed: str, country: str, *, certain: bool = False, warnings: tuple[str, ...] = ()) -> Reading:
    """A German plate keeps its umlauts: they are other letters there."""
    plate = re.sub(r"[^A-ZÄÖÜ0-9]", "", dashed) if country == "D" else code(dashed)
    facts = {"plate": plate, "plate_dashed": dashed, "country": country}
    return Reading(
        kind="plate", normal=dashed, facts=facts, country=country or None, certain=certain, warnings=warnings
    )
