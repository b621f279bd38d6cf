"""Families in columns: who lives with whom, how old, under which names.

A household's people stand in consecutive rows; role 0 is its first adult, 1 a partner, 2 and up the
children, 9 a flatmate. Families share a surname as Belgian law hands it on: married partners keep their
own, children bear the father's, some born since June 2014 both.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from world.chance import days, stream, today
from world.names import Culture, Vocabulary, vocabulary
from world.town.places import municipalities

Columns = dict[str, NDArray[Any]]

_types = ("single", "couple", "family", "one parent", "flatmates")
_type_shares = (0.37, 0.30, 0.20, 0.08, 0.05)

culture_shares = {
    "V": (0.70, 0.03, 0.10, 0.06, 0.06, 0.02, 0.03),
    "W": (0.05, 0.70, 0.08, 0.03, 0.05, 0.01, 0.08),
    "B": (0.12, 0.28, 0.27, 0.09, 0.08, 0.03, 0.13),
}
"""How the region of a municipality mixes the cultures, in the order of `Culture`."""

nationalities: dict[Culture, tuple[tuple[str, float], ...]] = {
    Culture.FLEMISH: (("BE", 0.98), ("NL", 0.02)),
    Culture.WALLOON: (("BE", 0.95), ("FR", 0.05)),
    Culture.ARABIC: (("BE", 0.70), ("MA", 0.18), ("DZ", 0.03), ("SY", 0.05), ("IQ", 0.04)),
    Culture.TURKISH: (("BE", 0.76), ("TR", 0.24)),
    Culture.SLAVIC: (("BE", 0.25), ("PL", 0.28), ("BG", 0.20), ("UA", 0.17), ("RS", 0.06), ("RU", 0.04)),
    Culture.CHINESE: (("BE", 0.42), ("CN", 0.58)),
    Culture.OTHER: (("BE", 0.45), ("RO", 0.18), ("IT", 0.13), ("CD", 0.10), ("GN", 0.07), ("ES", 0.07)),
}
countries = (
    "BE",
    "NL",
    "FR",
    "MA",
    "DZ",
    "SY",
    "IQ",
    "TR",
    "PL",
    "BG",
    "UA",
    "RS",
    "RU",
    "CN",
    "RO",
    "IT",
    "CD",
    "GN",
    "ES",
)

_no_name = np.uint16(65_535)


def make_households(seed: int, persons: int) -> Columns:
    """Columns of exactly `persons` people in households; `household` counts from 0."""
    chance = stream(seed, "households")
    kind = chance.choice(len(_types), size=persons // 2 + 10, p=_type_shares)
    municipality = chance.choice(len(municipalities), size=len(kind), p=[m.share for m in municipalities])
    culture = _cultures(chance, municipality)
    size = _sizes(chance, kind, culture)
    household = np.repeat(np.arange(len(kind), dtype=np.int32), size)[:persons]
    if len(household) < persons:
        raise ValueError("too few households were drawn")
    first = np.concatenate(([0], np.cumsum(size)[:-1]))
    place_in_house = (np.arange(persons) - first[household]).astype(np.uint8)
    people: Columns = {"household": household, "culture": culture[household].astype(np.uint8)}
    people["municipality"] = municipality[household].astype(np.uint8)
    people["role"] = _roles(kind[household], place_in_house)
    _add_partners_of_another_culture(chance, people)
    _add_sex(chance, people, kind[household])
    _add_births(chance, people, kind[household], first[household])
    _add_names(chance, people, first[household])
    people["nationality"] = _nationalities(chance, people["culture"])
    return people


def _cultures(chance: np.random.Generator, municipality: NDArray[np.int64]) -> NDArray[np.int64]:
    cultures = np.zeros(len(municipality), dtype=np.int64)
    for number, place in enumerate(municipalities):
        here = municipality == number
        cultures[here] = chance.choice(7, size=int(here.sum()), p=culture_shares[place.region])
    return cultures


def _sizes(
    chance: np.random.Generator, kind: NDArray[np.int64], culture: NDArray[np.int64]
) -> NDArray[np.int64]:
    large = np.isin(culture, (Culture.ARABIC, Culture.TURKISH))
    children = 1 + chance.binomial(4, np.where(large, 0.42, 0.22))
    sizes = np.select(
        [kind == 0, kind == 1, kind == 2, kind == 3],
        [1, 2, 2 + children, 1 + np.minimum(children, 3)],
        default=2 + chance.integers(0, 3, size=len(kind)),
    )
    return sizes.astype(np.int64)


def _roles(kind: NDArray[np.int64], place: NDArray[np.uint8]) -> NDArray[np.uint8]:
    child_of_one = np.where(place == 0, 0, place + 1)
    flatmate = np.where(place == 0, 0, 9)
    roles = np.select([kind <= 2, kind == 3], [place, child_of_one], default=flatmate)
    return roles.astype(np.uint8)


def _add_partners_of_another_culture(chance: np.random.Generator, people: Columns) -> None:
    mixed = (people["role"] == 1) & (chance.random(len(people["role"])) < 0.14)
    mixed |= (people["role"] == 9) & (chance.random(len(people["role"])) < 0.5)
    people["culture"][mixed] = chance.choice(7, size=int(mixed.sum()), p=culture_shares["B"])


def _add_sex(chance: np.random.Generator, people: Columns, kind: NDArray[np.int64]) -> None:
    """0 man, 1 woman; one couple in forty is of the same sex; four lone parents in five are mothers."""
    count = len(people["role"])
    sex = (chance.random(count) < 0.5).astype(np.uint8)
    head = people["role"] == 0
    sex[head & (kind == 3)] = (chance.random(int((head & (kind == 3)).sum())) < 0.8).astype(np.uint8)
    partner = np.flatnonzero(people["role"] == 1)
    opposite = chance.random(len(partner)) < 0.975
    sex[partner] = np.where(opposite, 1 - sex[partner - 1], sex[partner - 1])
    people["sex"] = sex


def _add_births(
    chance: np.random.Generator, people: Columns, kind: NDArray[np.int64], first: NDArray[np.int64]
) -> None:
    count = len(kind)
    adult = np.select(
        [kind == 0, kind == 1, kind == 4],
        [
            19 + 76 * chance.beta(1.5, 1.6, count),
            22 + 68 * chance.beta(1.6, 1.5, count),
            18 + 16 * chance.random(count),
        ],
        default=27 + 27 * chance.random(count),
    )
    role = people["role"]
    age = adult.copy()
    partner = np.flatnonzero(role == 1)
    age[partner] = np.maximum(18.5, age[partner - 1] + chance.normal(0, 3.5, len(partner)))
    child = (role >= 2) & (role < 9)
    youngest_parent = np.minimum(age[first], np.where(kind == 2, age[np.minimum(first + 1, count - 1)], 200))
    oldest = np.clip(youngest_parent - 19.5, 0.1, 25)
    age[child] = (oldest * chance.random(count))[child]
    born = np.int64(days(today)) - (age * 365.25).astype(np.int64)
    twin = np.flatnonzero(child & (role >= 3) & (chance.random(count) < 0.03))
    born[twin] = born[twin - 1]
    people["birth"] = np.minimum(born, days(today) - 3).astype(np.int32)
    unknown = (
        np.isin(people["culture"], (Culture.ARABIC, Culture.OTHER))
        & (age > 40)
        & (chance.random(count) < 0.02)
    )
    people["day_unknown"] = unknown.astype(np.uint8)


def _add_names(chance: np.random.Generator, people: Columns, first: NDArray[np.int64]) -> None:
    words = vocabulary()
    count = len(first)
    people["given"], people["given2"] = (_given(chance, words, people) for _ in range(2))
    people["given2"][chance.random(count) < 0.45] = _no_name
    surname = _surnames(chance, words, people["culture"])
    role, sex = people["role"], people["sex"]
    child = (role >= 2) & (role < 9)
    with_partner = np.zeros(count, bool)
    with_partner[np.flatnonzero(role == 1) - 1] = True
    father = np.where(
        with_partner[first] & (sex[first] == 1) & (sex[np.minimum(first + 1, count - 1)] == 0),
        first + 1,
        first,
    )
    alone = child & ~with_partner[first]
    own = alone & (sex[first] == 1) & (np.mod(first * 7919, 100) < 55)
    siblings = own & (role > 2)
    inherited = child & ~own
    surname[inherited] = surname[father[inherited]]
    surname[siblings] = surname[(first + 1)[siblings]]
    recent = people["birth"] > 16_222
    double = inherited & recent & with_partner[first] & (np.mod(first * 104_729, 100) < 12)
    mother = np.where(father == first, first + 1, first)
    second = np.full(count, _no_name)
    second[double] = surname[np.minimum(mother, count - 1)[double]]
    surname[sex == 1] = words.female_form[surname[sex == 1]]
    people["surname"], people["surname2"] = surname, second


def _given(chance: np.random.Generator, words: Vocabulary, people: Columns) -> NDArray[np.uint16]:
    given = np.zeros(len(people["sex"]), dtype=np.uint16)
    for culture in Culture:
        for sex, tables in ((0, words.male), (1, words.female)):
            here = (people["culture"] == culture) & (people["sex"] == sex)
            table = tables[culture]
            given[here] = chance.choice(table.ids, size=int(here.sum()), p=table.chances)
    return given


def _surnames(
    chance: np.random.Generator, words: Vocabulary, cultures: NDArray[np.uint8]
) -> NDArray[np.uint16]:
    surnames = np.zeros(len(cultures), dtype=np.uint16)
    for culture in Culture:
        here = cultures == culture
        table = words.family[culture]
        surnames[here] = chance.choice(table.ids, size=int(here.sum()), p=table.chances)
    return surnames


def _nationalities(chance: np.random.Generator, cultures: NDArray[np.uint8]) -> NDArray[np.uint8]:
    found = np.zeros(len(cultures), dtype=np.uint8)
    for culture in Culture:
        here = cultures == culture
        codes = [countries.index(code) for code, _ in nationalities[culture]]
        chances = [chance_ for _, chance_ in nationalities[culture]]
        found[here] = chance.choice(codes, size=int(here.sum()), p=chances)
    return found
