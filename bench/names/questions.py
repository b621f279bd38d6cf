"""Questions with known answers: somebody of the register, written otherwise, in sixteen kinds."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from bench.names import errors, scripts
from bench.names.people import Person, Register
from world.names import Culture

Way = Callable[[Person, random.Random], str | None]


@dataclass(frozen=True)
class Asked:
    """A question, who is meant by it, and what makes it hard."""

    name: str
    born: str
    person: Person
    kind: str
    way: Way

    def fits(self, name: str, born: str) -> bool:
        """Whether somebody of this name and date would have been asked for in the same words.

        Then nobody can tell them apart by the question. Ways that leave room for chance fit one person only,
        unless the question is written exactly as the name.
        """
        surname, _, given = name.partition(", ")
        if self.born and not born.startswith(self.born[: len(born)]) and not born.startswith(self.born):
            return False
        names = tuple(given.split())
        other = Person("", surname, names, born, self.person.culture, tuple(surname.split()))
        ways = (_as_it_is, self.way) if self.way in _CERTAIN and names else (_as_it_is,)
        return any((way(other, random.Random()) or "").lower() == self.name.lower() for way in ways)


def _whole(given: str, surname: str) -> str:
    return f"{given} {surname}"


def _one_slip(person: Person, chance: random.Random) -> str | None:
    if chance.random() < 0.5:
        return _whole(errors.slip(person.given[0], chance), person.surname)
    return _whole(person.given[0], errors.slip(person.surname, chance))


def _two_slips(person: Person, chance: random.Random) -> str | None:
    """In two names, or both in a long one."""
    if chance.random() < 0.5 or len(person.surname) < 7:
        return _whole(errors.slip(person.given[0], chance), errors.slip(person.surname, chance))
    return _whole(person.given[0], errors.slip(errors.slip(person.surname, chance), chance))


def _swapped(person: Person, _: random.Random) -> str | None:
    return f"{person.surname} {person.given[0]}"


def _swapped_slip(person: Person, chance: random.Random) -> str | None:
    return f"{errors.slip(person.surname, chance)} {person.given[0]}"


def _second_given(person: Person, _: random.Random) -> str | None:
    return _whole(person.given[1], person.surname) if len(person.given) > 1 else None


def _all_given(person: Person, _: random.Random) -> str | None:
    return f"{person.surname.upper()} {' '.join(person.given)}" if len(person.given) > 1 else None


def _half_surname(person: Person, chance: random.Random) -> str | None:
    if len(person.surnames) < 2:
        return None
    return _whole(person.given[0], chance.choice(person.surnames))


def _particle(person: Person, chance: random.Random) -> str | None:
    surname = errors.particles(person.surname, chance)
    return _whole(person.given[0], surname) if surname else None


def _short(person: Person, _: random.Random) -> str | None:
    given = errors.short(person.given[0])
    return _whole(given, person.surname) if given else None


def _heard(person: Person, chance: random.Random) -> str | None:
    surname = errors.heard(person.surname, chance)
    return _whole(person.given[0], surname) if surname else None


def _scanned(person: Person, chance: random.Random) -> str | None:
    surname = errors.scanned(person.surname, chance)
    return _whole(person.given[0], surname) if surname else None


def _cyrillic(person: Person, _: random.Random) -> str | None:
    return (
        scripts.cyrillic(_whole(person.given[0], person.surname))
        if person.culture == Culture.SLAVIC
        else None
    )


def _greek(person: Person, _: random.Random) -> str | None:
    return scripts.greek(_whole(person.given[0], person.surname)) if person.culture == Culture.OTHER else None


def _arabic(person: Person, _: random.Random) -> str | None:
    return (
        scripts.arabic(_whole(person.given[0], person.surname)) if person.culture == Culture.ARABIC else None
    )


def _as_it_is(person: Person, _: random.Random) -> str | None:
    return _whole(person.given[0], person.surname)


def _surname_only(person: Person, _: random.Random) -> str | None:
    return person.surname


NAMES: dict[str, Way] = {
    "as it is": _as_it_is,
    "one slip": _one_slip,
    "two slips": _two_slips,
    "swapped": _swapped,
    "swapped and a slip": _swapped_slip,
    "second given name only": _second_given,
    "all given names": _all_given,
    "half of a double surname": _half_surname,
    "particle": _particle,
    "short form": _short,
    "by ear": _heard,
    "scanned": _scanned,
    "Cyrillic": _cyrillic,
    "Greek": _greek,
    "Arabic": _arabic,
}


_CERTAIN = frozenset(
    (_as_it_is, _swapped, _second_given, _all_given, _short, _cyrillic, _greek, _arabic, _surname_only)
)


def _date(born: str, how: str, chance: random.Random) -> str:
    year, month, day = born.split("-")
    if how == "year":
        return year
    if how == "month":
        return f"{year}-{month}"
    if how == "swapped":
        return f"{year}-{day}-{month}"
    if how == "one digit":
        at = chance.choice((2, 3, 6, 9))
        digit = chance.choice([sign for sign in "0123456789" if sign != born[at]])
        return born[:at] + digit + born[at + 1 :]
    return born


def with_dates(register: Register, *, count: int, seed: int) -> list[Asked]:
    """Row 2: every kind of difficulty, the birth date right (70 %) or with one mistake."""
    chance = random.Random(seed)
    hows = ("right",) * 14 + ("swapped", "one digit", "one digit", "month", "year", "year")
    kinds = {**NAMES, "surname only": _surname_only}
    found = []
    for kind, name, person in islice(_drawn(register, kinds, chance), count):
        how = "right" if kind == "surname only" else chance.choice(hows)
        if how == "swapped" and int(person.born[8:]) > 12:
            how = "right"
        if how == "one digit" and kind in ("Arabic", "Greek"):
            how = "right"
        born = _date(person.born, how, chance)
        if how == "one digit" and not ("01" <= born[5:7] <= "12" and "01" <= born[8:] <= "31"):
            born, how = person.born, "right"
        found.append(Asked(name, born, person, _kind(kind, how), kinds[kind]))
    return found


def _kind(kind: str, how: str) -> str:
    return kind if how == "right" else f"birth date: {how}"


def without_dates(register: Register, *, count: int, seed: int) -> list[Asked]:
    """Row 3: the hard kinds, and no birth date."""
    chance = random.Random(seed)
    hard = {
        kind: way for kind, way in NAMES.items() if kind not in ("as it is", "swapped", "all given names")
    }
    return [
        Asked(name, "", person, kind, hard[kind])
        for kind, name, person in islice(_drawn(register, hard, chance), count)
    ]


def _drawn(
    register: Register, kinds: dict[str, Way], chance: random.Random
) -> Iterator[tuple[str, str, Person]]:
    """Each kind in turn, of somebody to whom it can happen and whose birth date is known."""
    while True:
        for kind, way in kinds.items():
            while True:
                person = register.person(chance.randrange(register.persons))
                name = way(person, chance) if len(person.born) == 10 else None
                if name and name != person.name:
                    yield kind, name, person
                    break
