"""Questions with something said besides: `1-ABC-123 red golf`, `Verlinden Jeroen 30-07-1985 Bosdreef 31`.

The plate or the name is asked. What stands besides is asked of nobody: the app compares it with the answers.
An address besides a name is offered as a question of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from focus.modules.search.questions import Reading
from focus.modules.search.understanding import (
    addresses,
    countries,
    dates,
    names,
    persons,
    plates,
    street_words,
)
from focus.modules.search.understanding.guess import Found, Guess
from focus.modules.search.understanding.known import NOTHING_KNOWN, Known

PLATE_SURE = 0.85
_WORDS = re.compile(r"[^\W_][\w'’ \-]{1,60}")
_SEPARATOR = re.compile(r"\s*[,;]\s+|\s+[-–/|]\s+")
_LIVING = re.compile(
    r"[\s,;]+(?:wonende|woont|gedomicilieerd|domiciliée?|résidant|demeurant|habitant|wohnhaft|adres|adresse)\b"
    r"[\s:]*(?:(?:te|in|à)\s)?\s*",
    re.IGNORECASE,
)
_TOGETHER, _ITS_ADDRESS = 0.97, 0.9
_MOST_WORDS = 24
_LONGEST_NAME = 5


def read(text: str, today: date, known: Known = NOTHING_KNOWN) -> Found:
    """Readings of a plate with a description, or of a name with an address."""
    return [*_vehicle(text), *_person(text, today, known)]


def _vehicle(text: str) -> Found:
    tokens = text.split(" ")
    for size in (3, 2, 1):
        best = _plate(" ".join(tokens[:size]))
        rest = " ".join(tokens[size:])
        if rest.isupper() and rest in countries.KNOWN and countries.sign(rest) != "B":
            continue  # `ZKV-318 NL` is no Belgian plate
        if best and _WORDS.fullmatch(rest) and not re.search(r"\d{3}", rest):
            return [Guess(_with(best.reading, rest), 0.97)]
    return []


def _plate(text: str) -> Guess | None:
    """A Belgian plate of today, or one with its dashes: less is no plate beside other words."""
    found = [one for one in plates.read(text) if isinstance(one, Guess)]
    best = max(found, key=lambda one: one.weight, default=None)
    sure = best and (best.reading.certain or ("-" in text and best.weight >= PLATE_SURE))
    return best if sure else None


def _person(text: str, today: date, known: Known) -> Found:
    if not re.search(r"\d", text) or text.count(" ") >= _MOST_WORDS:
        return []
    for name, address in _halves(_LIVING.sub(", ", text), today, known):
        person = _best(persons.read(name, today, known))
        house = _best(addresses.read(address, known))
        if person and house and house.weight >= _ITS_ADDRESS and "number" in house.reading.facts:
            beside = ", ".join(filter(None, (person.reading.beside, address)))
            asked = msgspec.structs.replace(house.reading, asks=address)
            return [Guess(_with(person.reading, beside), _TOGETHER), Guess(asked, _ITS_ADDRESS)]
    return []


def _halves(text: str, today: date, known: Known) -> Iterator[tuple[str, str]]:
    """(what may be a name, what may be an address): on two sides of a date, of a comma, or of a street."""
    dated = dates.find(text, today)
    if dated and dated.born and dated.before and dated.after:
        typed = text.find(dated.after) if dated.after in text else len(text)
        if names.is_name(dated.before):
            yield text[:typed].strip(" ,;-"), dated.after
    for found in list(_SEPARATOR.finditer(text))[:4]:
        before, after = text[: found.start()], text[found.end() :]
        for name, address in ((before, after), (after, before)):
            if _begins_street(address, known) and _is_whole(name, today, known):
                yield name, address
    tokens = text.split(" ")
    for at in range(2, min(_LONGEST_NAME, len(tokens) - 1)):
        name, address = " ".join(tokens[:at]), " ".join(tokens[at:])
        if names.recognised(name) == 2 and names.is_name(name) and _begins_street(address, known):
            yield name, address


def _is_whole(name: str, today: date, known: Known) -> bool:
    """A name that is known as one, or has its date; not the first half of an address."""
    dated = dates.find(name, today)
    rest = dated.rest if dated else name
    if known.is_place(rest) or street_words.named(rest) or not names.is_name(rest):
        return False
    return bool(dated) or names.recognised(rest) > 0


def _begins_street(address: str, known: Known) -> bool:
    """Whether a text begins with a street: its first word is named as one, or the register knows it."""
    words = address.split(" ")
    if street_words.named(words[0]) == 2:
        return True
    ends = (i for i, word in enumerate(words[:6]) if word[:1].isdigit())
    at = next(ends, 0)
    return at > 0 and (
        known.is_street(" ".join(words[:at])) or (at > 1 and street_words.named(words[at - 1]) == 2)
    )


def _best(found: Found) -> Guess | None:
    return max((one for one in found if isinstance(one, Guess)), key=lambda one: one.weight, default=None)


def _with(reading: Reading, beside: str) -> Reading:
    return msgspec.structs.replace(reading, beside=beside)
