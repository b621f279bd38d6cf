"""What a human means by a text, and whether a reading of it says the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from world.names.spelling import fold

from .truth import Level

Facts = Mapping[str, str]


@dataclass(frozen=True)
class Meant:
    """One subject: the kinds of question that ask for it, its row in the world, its value in normal form.

    Of a name `value` is the whole name as it was typed, without what stands beside it.
    """

    kinds: tuple[str, ...]
    row: int
    value: str
    family: str = ""
    born: str = ""
    """Year, or a whole date, that was told with a name."""
    streets: tuple[str, ...] = ()
    box: str = ""

    def is_said_by(self, kind: str, facts: Facts) -> bool:
        """Whether a reading of this kind with these facts asks for it."""
        return kind in self.kinds and _SAID[self.kinds[0]](self, facts)


@dataclass(frozen=True)
class Typed:
    """A text as an officer types it, with what is true."""

    text: str
    writing: str
    """The kind of writing, `name with year`."""
    means: tuple[Meant, ...]
    level: Level
    """The gravest about what is meant and whom it owes."""

    def understood(self, readings: Iterable[Mapping[str, Any]]) -> bool:
        """Whether each thing that is meant is among these readings, as the product tells them."""
        said = [(str(one["kind"]), one["facts"]) for one in readings]
        return all(any(meant.is_said_by(kind, facts) for kind, facts in said) for meant in self.means)


def _person(meant: Meant, facts: Facts) -> bool:
    """The same letters, whichever way particles are written, and the family name is the family name."""
    given, family = facts.get("given_names") or facts.get("initials", ""), facts.get("family_name", "")
    whole = sorted(fold(family + given)) == sorted(fold(meant.value))
    parted = not meant.family or fold(family) == fold(meant.family)
    born = f"{facts.get('born', '')} {facts.get('born_years', '')}"
    return whole and parted and meant.born in born


def _plate(meant: Meant, facts: Facts) -> bool:
    if pattern := facts.get("plate_pattern"):
        return bool(re.fullmatch(pattern.replace("_", ".").replace("%", ".*"), meant.value))
    return facts.get("plate") == meant.value


def _address(meant: Meant, facts: Facts) -> bool:
    return (
        fold(facts.get("street", "")) in {fold(street) for street in meant.streets}
        and facts.get("number") == meant.value
        and facts.get("box", "") == meant.box
    )


def _of(fact: str) -> Callable[[Meant, Facts], bool]:
    return lambda meant, facts: fold(facts.get(fact, "")) == fold(meant.value)


_SAID: dict[str, Callable[[Meant, Facts], bool]] = {
    "name": _person,
    "plate": _plate,
    "address": _address,
    "national_number": _of("national_number"),
    "bis_number": _of("bis_number"),
    "vin": _of("vin"),
    "document": _of("document"),
    "phone": _of("phone"),
}
"""First of the kinds → whether a reading says it."""
