"""A name with the place that somebody comes from: `jeroen verlinden lindebeek`, `peeters jan, gent`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from focus.core.names import given_sex, is_family
from focus.modules.search.understanding import names, street_words
from focus.modules.search.understanding.folding import plain
from focus.modules.search.understanding.known import Known
from focus.modules.search.understanding.places import LONGEST_NAME

_BEFORE_PLACE = frozenset({"te", "in", "uit", "a", "aus", "zu", "from", "at"})
_LIVING = re.compile(
    r"(\D{4,60}?)[\s,;(]+(?:wonende|woont|woonachtig|gedomicilieerd|domiciliee?|residant|demeurant|habitante?|habite"
    r"|wohnhaft|wohnt|living)(?:\s(?:te|in|a|at|zu))?\s([^\W\d_][^\d,]{2,30}?)\)?"
)
_POSTCODE = re.compile(r"(?:[BL][-\s]?)?[1-9]\d{3}")


class Placed(msgspec.Struct, frozen=True):
    """A name, the place split off from it, and how much that lowers its weight."""

    name: str
    place: str = ""
    weight: float = 1.0


def placed(text: str, known: Known) -> list[Placed]:
    """The likeliest way first; the whole text is a name where no place stands in it."""
    text = text.strip(" ,;")
    if living := _living(text):
        return [living]
    whole = Placed(text)
    split = next(_splits(text, known), None) or _behind_comma(text) or _before_comma(text, known)
    if split is None:
        return _behind_name(text, whole, known)
    first = names.recognised(split.name) == 2 or not _is_name_too(split.place)
    if is_family(split.place) and all(map(given_sex, split.name.split())):
        first = False
    if first and (" " in split.name or split.weight == 1.0 or not given_sex(split.name)):
        given_only = all(map(given_sex, split.name.split()))
        other = 0.6 if _is_name_too(split.place) or given_only else 0.45
        return [split, msgspec.structs.replace(whole, weight=other)]
    return [whole, msgspec.structs.replace(split, weight=0.75)]


def _living(text: str) -> Placed | None:
    """`Claeys Sofie wonende te Lindebeek`, a place or a street."""
    found = _LIVING.fullmatch(plain(text))
    if found is None or len(plain(text)) != len(text):
        return None
    name, place = (text[slice(*found.span(part))].strip(" ,;(") for part in (1, 2))
    return Placed(name, place) if names.recognised(name) == 2 else None


def _behind_name(text: str, whole: Placed, known: Known) -> list[Placed]:
    """A whole name with one word more behind it: a street is none of the name, another may be a place."""
    said = text.split()
    if len(said) < 3 or "," in text:
        return [whole]
    name, last = " ".join(said[:-1]), said[-1]
    if plain(said[-2]) in _BEFORE_PLACE | {"de"} and len(said) > 3:
        name = " ".join(said[:-2])
    if names.recognised(name) < 2 or names.begins_family(name.split()[-1]):
        return [whole]
    if _is_name_too(last) and not known.is_place(last):
        return [whole]
    if street_words.named(last) == 2:
        return [Placed(name, last), msgspec.structs.replace(whole, weight=0.5)]
    return [whole, Placed(name, last, 0.6)] if len(last) > 3 and last.isalpha() else [whole]


def _is_name_too(place: str) -> bool:
    return any(given_sex(word) or is_family(word) for word in place.split()) or is_family(place)


def _splits(text: str, known: Known) -> Iterator[Placed]:
    """Ways to take the end of a text for a place, the longest first; told ones are surer."""
    tokens = text.replace("(", " ").replace(")", " ").split()
    for size in range(min(LONGEST_NAME, len(tokens) - 1), 0, -1):
        place = " ".join(tokens[-size:])
        before = tokens[:-size]
        if "," in place or not known.is_place(place) or _is_unit(place, before[-1]):
            continue
        told = before[-1].endswith(",") or "(" in text
        if _POSTCODE.fullmatch(before[-1].rstrip(",")) and len(before) > 1:
            told, place, before = True, f"{before[-1].rstrip(',')} {place}", before[:-1]
        elif plain(before[-1]) in _BEFORE_PLACE and len(before) > 1:
            told, before = True, before[:-1]
        elif names.begins_family(before[-1]):
            continue
        name = " ".join(before).strip(" ,")
        if name and re.search(r"[^\W\d_]{2}", name):
            yield Placed(name, place, 1.0 if told or len(before) > 1 else 0.9)


def _is_unit(place: str, before: str) -> bool:
    """`41 ans`, though Ans is a municipality."""
    return plain(place) == "ans" and before.strip("(").isdigit() and len(before.strip("(")) < 4


def _behind_comma(text: str) -> Placed | None:
    """`peeters jan, lindebeek`: a given name stands before the comma already."""
    before, comma, after = text.rpartition(",")
    after = after.strip()
    if not comma or "," in before or names.recognised(before) < 2 or not after or re.search(r"[\d.]", after):
        return _told(text)
    return None if any(map(given_sex, after.split())) or len(after) < 3 else Placed(before.strip(), after)


def _before_comma(text: str, known: Known) -> Placed | None:
    """`Lindebeek, Jeroen Verlinden`."""
    place, _, name = (part.strip() for part in text.partition(","))
    whole = known.is_place(place) and "," not in name and names.recognised(name) == 2
    return Placed(name, place) if whole else None


def _told(text: str) -> Placed | None:
    """`Peeters Jan te Lindebeek`: known or not, where a whole name stands before it."""
    found = re.fullmatch(r"(\D{4,60}?) (?:te|à|uit|aus) ([^\W\d_][^\d,]{2,30})", text)
    return Placed(found[1], found[2]) if found and names.recognised(found[1]) == 2 else None
