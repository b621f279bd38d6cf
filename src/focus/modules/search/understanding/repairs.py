"""What a reading may have been, had a sign been taken for another: offered beside it, never in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from focus.modules.search.questions import Reading
from focus.modules.search.understanding import confused, numbers, plates
from focus.modules.search.understanding.folding import code
from focus.modules.search.understanding.guess import Guess

MOST = 6
"""Variants of one reading."""


def repairs(reading: Reading) -> tuple[Reading, ...]:
    """At most `MOST` readings in which confused signs are put right, the likeliest first.

    Of a plate a Belgian form comes before others, of a number the one whose check digit agrees. Each has the
    warning `plate_letters_swapped` or `signs_swapped` and is not certain. Other kinds have none.
    """
    make = _MAKERS.get(reading.kind)
    found: dict[tuple[str, str | None], Reading] = {}
    for one in make(reading) if make else ():
        if one.facts != reading.facts:
            found.setdefault((one.normal, one.country), one)
    return tuple(found.values())[:MOST]


def _plates(reading: Reading) -> Iterator[Reading]:
    written = reading.facts.get("plate_dashed", reading.normal)
    plate = code(written)
    if not plate or "plate_pattern" in reading.facts:
        return
    for shape in plates.SHAPES:
        if right := confused.fitted(plate, shape):
            yield from (_told(g.reading, "plate_letters_swapped") for g in plates.belgian_readings(right))
    variants = confused.swaps(written)
    belgian = [guess for variant in variants for guess in plates.belgian_readings(variant)]
    abroad = [
        guess for variant in variants for guess in plates.foreign_readings(variant, _abroad(reading.country))
    ]
    for guess in (*_likeliest(belgian), *_likeliest(abroad)):
        yield _told(guess.reading, "plate_letters_swapped")


def _abroad(country: str | None) -> str:
    """The country that is told; that a text was taken for Belgian or of none tells nothing."""
    return "" if country in (None, "", "B") else country


def _likeliest(guesses: list[Guess]) -> list[Guess]:
    return sorted(guesses, key=lambda guess: -guess.weight)


def _numbers(reading: Reading) -> Iterator[Reading]:
    """Documents and serial numbers: what is still one with another sign; Belgian first."""
    kind = reading.kind
    fact = "serial" if kind == "object" else kind
    for variant in confused.swaps(reading.facts.get(fact, "")):
        for guess in numbers.read(variant):
            if isinstance(guess, Guess) and guess.reading.kind == kind:
                one = guess.reading
                told = {key: value for key, value in reading.facts.items() if key != fact}
                told[fact] = one.facts[fact]
                same = replace(one, facts=told, country=reading.country or one.country)
                yield _told(same, "signs_swapped")
                break


def _chassis(reading: Reading) -> Iterator[Reading]:
    """With a right check digit before those without."""
    number = reading.facts.get("vin", "")
    straight = re.sub("[OQ]", "0", number).replace("I", "1")
    found = [
        guess.reading
        for variant in (straight, *confused.swaps(straight))
        for guess in numbers.read(variant)
        if isinstance(guess, Guess) and guess.reading.kind == "vin"
    ]
    yield from (_told(one, "signs_swapped") for one in sorted(found, key=lambda one: len(one.warnings)))


def _eleven(reading: Reading) -> Iterator[Reading]:
    """A number with check digits has no variant that is right too, unless it was typed with letters."""
    number = "".join(confused.TO_DIGIT.get(sign, sign) for sign in code(reading.normal))
    for guess in numbers.read(number):
        if isinstance(guess, Guess) and guess.reading.kind in ("national_number", "bis_number"):
            yield _told(guess.reading, "signs_swapped")


def _told(reading: Reading, warning: str) -> Reading:
    kept = tuple(code for code in reading.warnings if code != warning)
    return replace(reading, warnings=(*kept, warning), certain=False)


_MAKERS = {
    "plate": _plates,
    "document": _numbers,
    "object": _numbers,
    "vin": _chassis,
    "national_number": _eleven,
    "bis_number": _eleven,
}
