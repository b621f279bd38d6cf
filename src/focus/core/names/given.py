"""Given names: which forms belong together, which are known, and of which sex."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import NamedTuple

from focus.core.names.scripts import latin
from focus.core.names.tables import rows


class Tie(IntEnum):
    """How two given names belong together, closest last."""

    NONE = 0
    FAR_LANGUAGE = 1
    BOTH_SHORT = 2
    OTHER_LANGUAGE = 3
    SHORT = 4
    SPELLING = 5


class Place(NamedTuple):
    """Where a form stands: its line, the form within the line (0 the base), and of which kind it is."""

    line: int
    form: int
    kind: str
    """`` of the base, `~` near language, `^` far language, `>` short."""


def tie(one: str, other: str) -> Tie:
    """The closest tie of two names in a–z."""
    book = _book()
    ours, theirs = book.get(one), book.get(other)
    if not ours or not theirs:
        return Tie.NONE
    return max((_between(a, b) for a in ours for b in theirs if a.line == b.line), default=Tie.NONE)


def listed(name: str) -> bool:
    """Whether the forms of a name are known: one that is not among them is another name."""
    return name in _book()


def sex(name: str) -> str:
    """`m`, `f`, `b` for both, or empty when the name is not known as a given name."""
    return _known().get(name, "")


@cache
def families() -> frozenset[str]:
    """Surnames in use, particles joined."""
    return frozenset(rows("known_family.txt")) | frozenset(rows("more_family.txt"))


def same_family(one: str, other: str) -> bool:
    """Whether two surnames, particles joined, are listed as spellings of one."""
    book = _family_book()
    return bool(book.get(one, _NOWHERE) & book.get(other, _NOWHERE))


def lines_of(name: str) -> frozenset[int]:
    """The numbers of the lines that hold a name: names with a common line may be one person's."""
    return frozenset(place.line for place in _book().get(name, ()))


def forms() -> dict[str, frozenset[int]]:
    """Every form of the book with its lines."""
    return {name: frozenset(p.line for p in places) for name, places in _book().items()}


_NOWHERE: frozenset[int] = frozenset()


@cache
def _family_book() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(rows("family.txt")):
        for name in line.split():
            found.setdefault(latin(name), set()).add(number)
    return {name: frozenset(lines) for name, lines in found.items()}


def _between(a: Place, b: Place) -> Tie:
    if a.form == b.form:
        return Tie.SPELLING
    short = (a.kind == ">") + (b.kind == ">")
    if short:
        return Tie.BOTH_SHORT if short == 2 else Tie.SHORT
    return Tie.FAR_LANGUAGE if "^" in (a.kind, b.kind) else Tie.OTHER_LANGUAGE


@cache
def _book() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for number, (_, line) in enumerate(_families_of_forms()):
        kind, form = "", 0
        for word in line.split():
            if word in "~^>":
                kind = word
                continue
            form += bool(kind)
            for spelling in word.split("/"):
                found.setdefault(_key(spelling), []).append(Place(number, form, kind))
    return {name: tuple(places) for name, places in found.items()}


@cache
def _known() -> dict[str, str]:
    known = dict(line.split(" ") for line in rows("known_given.txt"))
    for line in rows("more_given.txt"):
        name, _, own = line.partition(" ")
        known[name] = own if known.get(name, own) == own else "b"
    for own, line in _families_of_forms():
        for spelling in line.replace("/", " ").split():
            if spelling not in "~^>":
                key = _key(spelling)
                known[key] = own if known.get(key, own) == own else "b"
    return known


@cache
def _families_of_forms() -> list[tuple[str, str]]:
    return [(line[0], line[2:]) for line in rows("given.txt")]


def _key(spelling: str) -> str:
    return latin(spelling).replace("-", "").replace("'", "")
