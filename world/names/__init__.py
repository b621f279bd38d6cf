"""The names of the population: ranked tables per culture, gathered in one vocabulary of small numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from world.chance import zipf

from . import arabic, chinese, flemish, other, slavic, turkish, walloon


class Culture(IntEnum):
    FLEMISH = 0
    WALLOON = 1
    ARABIC = 2
    TURKISH = 3
    SLAVIC = 4
    CHINESE = 5
    OTHER = 6


_modules: tuple[ModuleType, ...] = (flemish, walloon, arabic, turkish, slavic, chinese, other)


@dataclass
class Table:
    """Names of one kind in one culture: numbers in the vocabulary and their chances."""

    ids: NDArray[np.uint16]
    chances: NDArray[np.float64]


@dataclass
class Vocabulary:
    """All given names and surnames; a person holds two numbers instead of two strings."""

    given: list[str] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)
    given_ids: dict[str, int] = field(default_factory=dict)
    surname_ids: dict[str, int] = field(default_factory=dict)
    female_form: NDArray[np.uint16] = field(default_factory=lambda: np.zeros(0, np.uint16))
    male: dict[Culture, Table] = field(default_factory=dict)
    female: dict[Culture, Table] = field(default_factory=dict)
    family: dict[Culture, Table] = field(default_factory=dict)

    def given_id(self, name: str) -> int:
        return _number(name, self.given, self.given_ids)

    def surname_id(self, name: str) -> int:
        return _number(name, self.surnames, self.surname_ids)


@cache
def vocabulary() -> Vocabulary:
    """The one vocabulary of this process; the same in every world."""
    words = Vocabulary()
    for culture, module in zip(Culture, _modules, strict=True):
        words.male[culture] = _table([words.given_id(name) for name in _split(module.male)], exponent=0.7)
        words.female[culture] = _table([words.given_id(name) for name in _split(module.female)], exponent=0.7)
        surnames = [*_split(module.surnames), *_tail(module, culture)]
        exponent = 1.0 if culture is Culture.CHINESE else 0.75
        words.family[culture] = _table([words.surname_id(name) for name in surnames], exponent=exponent)
    _add_female_forms(words)
    return words


def _number(name: str, names: list[str], numbers: dict[str, int]) -> int:
    number = numbers.get(name)
    if number is None:
        number = numbers[name] = len(names)
        names.append(name)
    return number


def _split(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _table(ids: list[int], *, exponent: float) -> Table:
    unique = np.array(list(dict.fromkeys(ids)), dtype=np.uint16)
    return Table(ids=unique, chances=zipf(len(unique), exponent=exponent))


def _tail(module: ModuleType, culture: Culture) -> list[str]:
    """Rarer surnames, made of parts: `Van den` + `Broek`, `Öz` + `türk`."""
    made = []
    for stem in _split(module.tail_stems):
        for prefix in _split(module.tail_prefixes):
            made.append(_joined(prefix, stem, culture))
    return made


def _joined(prefix: str, stem: str, culture: Culture) -> str:
    if culture in (Culture.TURKISH, Culture.SLAVIC):
        return prefix + stem
    if prefix in ("Vande", "Vanden", "Vander", "Ver", "Bou", "Del", "Del'"):
        return prefix + (stem if prefix == "Del'" else stem.lower())
    return f"{prefix} {stem}"


_slavic_endings = (
    ("ski", "ska"),
    ("cki", "cka"),
    ("dzki", "dzka"),
    ("ov", "ova"),
    ("ev", "eva"),
    ("in", "ina"),
)


def _add_female_forms(words: Vocabulary) -> None:
    """`female_form[surname id]` is what a daughter or wife of that family bears (Kowalska, Petrova)."""
    forms = list(range(len(words.surnames)))
    for number in words.family[Culture.SLAVIC].ids.tolist():
        name = words.surnames[number]
        for male, female in _slavic_endings:
            if name.endswith(male):
                forms[number] = words.surname_id(name[: -len(male)] + female)
                break
    forms += range(len(forms), len(words.surnames))
    words.female_form = np.array(forms, dtype=np.uint16)
