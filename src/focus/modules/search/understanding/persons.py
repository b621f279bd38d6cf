"""Persons as officers ask for them: a name with a birth date, a year, an age, a place, another name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import msgspec

from focus.core.names import is_family
from focus.modules.search.questions import Reading, Unreadable
from focus.modules.search.understanding import ages, asides, dates, descriptions, names, street_words
from focus.modules.search.understanding.asides import Said
from focus.modules.search.understanding.guess import Found, Guess, Slip
from focus.modules.search.understanding.home import Placed, placed
from focus.modules.search.understanding.known import NOTHING_KNOWN, Known

_EIGHT_DIGITS = re.compile(r"(?<!\d)\d{8}(?!\d)")
_ALIAS, _BORN_AS = 0.5, 0.6
_VERY_LOW = 0.1
_OTHER_PARTICLE = 0.6
"""Of `vd Plas` as another surname in use than the first."""
_DAY_ALONE = re.compile(r"(\D{2,60}?)[\s,]+((?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2]))\.?")
_AS_TITLE = 0.5
"""Of `M. Diallo` as Monsieur Diallo, whose given name nobody said."""


def read(text: str, today: date, known: Known = NOTHING_KNOWN) -> Found:
    """Readings of a text as a name, with whatever stands beside it."""
    first, *others = names.cut_short(text)
    found = _read(first, today, known)
    for other in others:
        found += [
            Guess(one.reading, min(one.weight, _OTHER_PARTICLE))
            for one in _read(other, today, known)
            if isinstance(one, Guess)
        ]
    return found


def _read(text: str, today: date, known: Known) -> Found:
    said = asides.taken(text)
    found = _found(said, today, known)
    if said.title:
        as_title = replace(said, rest=said.rest.removeprefix(said.title).lstrip())
        found += [
            Guess(one.reading, min(one.weight, _AS_TITLE))
            for one in _found(as_title, today, known)
            if isinstance(one, Guess)
        ]
    return found


def _found(said: Said, today: date, known: Known) -> Found:
    if dated := dates.find(said.rest, today):
        return _dated(said, dated, known)
    found: Found = []
    if aged := ages.find(said.rest, today):
        for one in placed(aged.rest, known):
            found += _aged(said, one, aged, today, known)
        return found
    for one in placed(said.rest, known):
        if aged := ages.find(one.name, today):
            found += _aged(said, msgspec.structs.replace(one, name=aged.rest), aged, today, known)
        else:
            found += _named(said, one, known)
    return found


def _dated(said: Said, dated: dates.Dated, known: Known) -> Found:
    if not dated.rest:
        slip = Unreadable(kind="name_birth", code=dated.fault or "name_missing")
        return [] if dated.guessed else [Slip(slip, 0.55)]
    one = _beside_date(dated, known)
    if not names.is_name(one.name):
        return []
    if dated.fault:
        slip = Unreadable(kind="name_birth", code=dated.fault)
        return [Slip(slip, 0.9), Guess(_reading(said, one, ""), 0.4)]
    several = len(one.name.replace(",", " ").split()) > 1
    weight = _weight_of_date(said.rest, dated, several=several)
    if street_words.named(dated.rest) == 2:
        weight /= 2
    return [Guess(_reading(said, one, dated.born), weight), *_other_names(said, one, dated.born, weight)]


def _beside_date(dated: dates.Dated, known: Known) -> Placed:
    """What stands behind the date is a place when it is one or is told as one, else a part of the name."""
    if dated.before and dated.after:
        place = known.is_place(dated.after) or _AT.match(dated.after)
        if place and names.is_name(dated.before):
            return Placed(dated.before, _AT.sub("", dated.after))
        return Placed(dated.rest)
    return placed(dated.rest, known)[0]


_AT = re.compile(r"^(?:te|in|uit|à|a|de|aus|from|zu|at)\s+", re.IGNORECASE)


def _weight_of_date(text: str, dated: dates.Dated, *, several: bool) -> float:
    if not dated.guessed:
        return 0.95 if several else 0.8
    if _EIGHT_DIGITS.search(text):
        return 0.9 if several else 0.8
    return 0.75 if several else 0.5


def _aged(said: Said, one: Placed, aged: ages.Aged, today: date, known: Known) -> Found:
    if not names.is_name(one.name) or street_words.named(one.name) == 2:
        return []
    if descriptions.is_description(one.name, known) or (aged.said and descriptions.is_anybody(one.name)):
        return _described(said, one)
    base = _weight_beside_number(one.name, known, said=aged.said) * one.weight
    by_age = _by_years(_reading(said, one, ""), aged.years)
    if aged.said:
        return [Guess(by_age, base), *_other_names(said, one, "", base)]
    by_year = Guess(_reading(said, one, str(aged.year)), base)
    year, age = _likely_ages(today.year - aged.year, _age(aged, today))
    if year >= age:
        return [by_year, Guess(by_age, base * (0.6 if age >= 0.5 else 0.4))]
    both = _by_years(by_age, (*aged.years, aged.year), shown=aged.years)
    return [Guess(both, base), Guess(by_year.reading, base * (0.6 if year >= 0.5 else 0.4))]


def _age(aged: ages.Aged, today: date) -> int:
    return today.year - max(aged.years)


def _likely_ages(of_year: int, age: int) -> tuple[float, float]:
    """How likely somebody asked for is as old as the year says, and as the age says."""
    return (
        1.0 if 12 <= of_year <= 72 else 0.6 if of_year <= 80 else 0.3,
        0.9 if 14 <= age <= 65 else 0.5 if 10 <= age <= 80 else 0.3,
    )


def _weight_beside_number(name: str, known: Known, *, said: bool) -> float:
    several = " " in name.replace(",", " ").strip()
    if said:
        return 0.9 if several else 0.8
    if known.is_street(name):
        return 0.5 if names.recognised(name) else 0.3
    recognised = names.recognised(name)
    return (0.5, 0.8, 0.85)[recognised] if several or recognised == 0 else 0.75


def _by_years(reading: Reading, years: tuple[int, ...], shown: tuple[int, ...] = ()) -> Reading:
    """By the name alone: a source that compares years would miss whoever has had no birthday yet."""
    first, last = min(shown or years), max(shown or years)
    facts = {**reading.facts, "born_years": " ".join(map(str, dict.fromkeys(years)))}
    name = reading.normal.partition(" · ")[0]
    return msgspec.structs.replace(reading, normal=f"{name} · {first}–{last}", facts=facts)


def _named(said: Said, one: Placed, known: Known) -> Found:
    if names.is_nothing(one.name):
        return [Slip(Unreadable(kind="name", code="unknown_form"), 0.5)]
    if descriptions.is_description(one.name, known):
        return _described(said, one)
    if not names.is_name(one.name):
        return _beside_other_number(said, one)
    weight = names.weight(one.name) * one.weight
    if street_words.named(one.name) == 2 and names.recognised(one.name) < 2:
        weight /= 2
    return [Guess(_reading(said, one, ""), weight), *_other_names(said, one, "", weight)]


def _described(said: Said, one: Placed) -> Found:
    slip = Slip(Unreadable(kind="name", code="description_only"), 0.85)
    return [slip, Guess(_reading(said, one, ""), _VERY_LOW)] if names.is_name(one.name) else [slip]


def _beside_other_number(said: Said, one: Placed) -> Found:
    """`jan peeters 112`, `jan peeters 30/07`: a known name beside a number, or a day without its year."""
    if day := _DAY_ALONE.fullmatch(one.name):
        name = day[1].strip(" ,;-°*")
        known = names.is_name(name) and names.recognised(name) and not street_words.named(name)
        return [Guess(_reading(said, Placed(name, day[2]), ""), 0.7)] if known else []
    found = re.fullmatch(r"(\D{2,60}?)[\s,]+\d{1,3}", one.name)
    if not found or not names.is_name(found[1]) or not names.recognised(found[1]):
        return []
    return (
        []
        if street_words.named(found[1]) == 2
        else [Guess(_reading(said, Placed(found[1], one.place), ""), 0.5)]
    )


def _reading(said: Said, one: Placed, born: str) -> Reading:
    reading = names.reading(one.name, born, sex=said.sex, nationality=said.nationality, alias=said.alias)
    beside = ", ".join(dict.fromkeys(filter(None, (said.place, one.place))))
    return msgspec.structs.replace(reading, beside=beside)


def _other_names(said: Said, one: Placed, born: str, weight: float) -> Iterator[Guess]:
    """An alias and another surname are asked by themselves."""
    _, given, _ = names.parts(one.name)
    born_as = f"{said.born_as}, {given}" if given else said.born_as
    for name, share in ((born_as if said.born_as else "", _BORN_AS), (said.alias, _ALIAS)):
        if name and names.is_name(name):
            reading = names.reading(name, born, sex=said.sex, nationality=said.nationality)
            asks = " ".join(filter(None, (name, "/".join(reversed(born.split("-"))))))
            most = share if is_family(name) or " " in name else 0.45
            yield Guess(msgspec.structs.replace(reading, asks=asks), min(most, weight))
