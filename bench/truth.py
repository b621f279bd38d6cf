"""Records whose people are known: what registers say of the same few thousand, with the errors of life.

Seeded; knows nothing of merging. Names come from the world's tables, errors from here.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Literal

from bench.mistakes import birth_as_written, name_as_written
from focus.modules.search.records import Identifier, Record
from world.names import arabic, chinese, flemish, other, slavic, turkish, walloon

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
_CULTURES = (flemish, walloon, arabic, turkish, slavic, chinese, other)
_SHARES = (48, 24, 12, 5, 7, 2, 2)
_RECORDS = (1, 2, 2, 3, 3, 3, 4, 4, 5, 6)


@dataclass
class Person:
    """One true identity."""

    number: int
    family: str
    given: str
    second: str
    born: date
    sex: Literal["M", "F"]
    culture: str
    national: str = ""
    married: str = ""
    documents: tuple[str, ...] = ()
    phone: str = ""
    plate: str = ""
    spouse: Person | None = field(default=None, repr=False)


def records(count: int, *, seed: int) -> Iterator[tuple[int, Record]]:
    """(number of the person, record), `count` of them in a mixed order."""
    luck = random.Random(seed)
    made: list[tuple[int, Record]] = []
    for person in people(luck, count // 3):
        for at in range(luck.choice(_RECORDS)):
            made.append((person.number, _record(luck, person, at)))
    luck.shuffle(made)
    yield from made[:count]


def people(luck: random.Random, count: int) -> list[Person]:
    """Households, with namesakes, twins, and fathers and sons of one name among them."""
    found: list[Person] = []
    while len(found) < count:
        one = _person(luck, len(found))
        found.append(one)
        event = luck.random()
        if event < 0.25:
            found.append(_spouse(luck, one, len(found)))
        elif event < 0.28:
            found.append(_twin(luck, one, len(found)))
        elif event < 0.31:
            found.append(_like(luck, one, len(found), _birthday(luck)))
        elif event < 0.32:
            son = _like(luck, one, len(found), one.born.replace(year=min(2012, one.born.year + 28), day=1))
            son.phone, son.plate = one.phone, one.plate
            found.append(son)
    return found


@cache
def tabled(names: str) -> list[str]:
    """The names of one of the world's tables."""
    return [name.strip() for name in names.split(",") if name.strip()]


def _pick(luck: random.Random, names: str) -> str:
    """The first are the most frequent, as in life."""
    table = tabled(names)
    return table[min(len(table) - 1, int(luck.paretovariate(0.6)) - 1)]


def _sex(luck: random.Random) -> Literal["M", "F"]:
    return "M" if luck.random() < 0.5 else "F"


def _birthday(luck: random.Random) -> date:
    return date(1940, 1, 1) + timedelta(days=luck.randrange(25_000))


def _person(luck: random.Random, number: int) -> Person:
    culture = luck.choices(_CULTURES, _SHARES)[0]
    sex = _sex(luck)
    given = culture.male if sex == "M" else culture.female
    person = Person(
        number=number,
        family=_pick(luck, culture.surnames),
        given=_pick(luck, given),
        second=_pick(luck, given) if luck.random() < 0.3 else "",
        born=_birthday(luck),
        sex=sex,
        culture=culture.__name__.rpartition(".")[2],
    )
    person.phone, person.plate = f"+3247{luck.randrange(10**7):07}", f"B:1{luck.randrange(10**6):06}"
    return _numbered(luck, person)


def _numbered(luck: random.Random, person: Person) -> Person:
    """With a national number and documents of his own."""
    stem = f"{person.born:%y%m%d}{luck.randrange(1, 998):03}"
    base = int(("2" if person.born.year >= 2000 else "") + stem)
    person.national = f"{stem}{97 - base % 97:02}"
    person.documents = tuple(f"B:59{luck.randrange(10**10):010}" for _ in range(luck.choice((1, 1, 2))))
    return person


def _like(luck: random.Random, one: Person, number: int, born: date) -> Person:
    made = Person(number, one.family, one.given, "", born, one.sex, one.culture)
    made.phone, made.plate = f"+3247{luck.randrange(10**7):07}", f"B:1{luck.randrange(10**6):06}"
    return _numbered(luck, made)


def _twin(luck: random.Random, one: Person, number: int) -> Person:
    twin = _like(luck, one, number, one.born)
    culture = next(c for c in _CULTURES if c.__name__.endswith(one.culture))
    twin.sex = _sex(luck)
    names = [n for n in tabled(culture.male if twin.sex == "M" else culture.female) if n != one.given]
    alike = [name for name in names if name[0] == one.given[0]]
    twin.given = luck.choice(alike if alike and luck.random() < 0.4 else names[:60])
    twin.phone, twin.plate = one.phone, one.plate
    return twin


def _spouse(luck: random.Random, one: Person, number: int) -> Person:
    other_one = _person(luck, number)
    other_one.phone, other_one.plate, other_one.spouse = one.phone, one.plate, one
    one.spouse = other_one
    if other_one.sex == "F":
        other_one.married = one.family
    return other_one


def _record(luck: random.Random, person: Person, at: int) -> Record:
    family, given = name_as_written(luck, person)
    return Record(
        type="person",
        source=f"s{luck.randrange(40)}",
        id=f"{person.number}-{at}",
        at=NOON - timedelta(days=luck.randrange(2_000)),
        title="",
        family_name=family,
        given_names=given,
        born=birth_as_written(luck, person.born),
        sex=person.sex if luck.random() < 0.6 else "",
        identifiers=tuple(_identifiers(luck, person)),
    )


def _identifiers(luck: random.Random, person: Person) -> Iterator[Identifier]:
    if luck.random() < 0.5:
        yield Identifier("national_number", _number_as_written(luck, person))
    if luck.random() < 0.25:
        yield Identifier("document", luck.choice(person.documents))
    if luck.random() < 0.12:
        yield Identifier("plate", person.plate)
    if luck.random() < 0.3:
        yield Identifier("phone", person.phone)


def _number_as_written(luck: random.Random, person: Person) -> str:
    """Now and then a slip, and once in a thousand that of husband or wife."""
    event = luck.random()
    if event < 0.001 and person.spouse:
        return person.spouse.national
    if event < 0.004:
        at = luck.randrange(6, 9)
        return person.national[:at] + str(luck.randrange(10)) + person.national[at + 1 :]
    return person.national
