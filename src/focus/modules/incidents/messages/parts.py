"""A message's tree, taken apart: what was taken is mapped, what was not is the rest.

A reader takes values out of a `Part` by name. Whatever nobody took is told by `rest_of` with its path, so
that nothing can be dropped by forgetting it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from focus.modules.incidents.messages.incident import Rest
from focus.modules.incidents.messages.trees import Tree, escaped
from focus.modules.incidents.messages.unreadable import Unreadable

_TAKEN: Final = object()
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2200
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Part:
    """One object of a tree, with where it stands.

    Every method that gives a value takes it. Absent and null give the method's nothing ("" or None), and null
    stays in the rest. A value of another type raises `Unreadable` wrong_type.
    """

    __slots__ = ("_key", "_over", "_tree")

    def __init__(self, tree: Tree, over: Part | None = None, key: str = "") -> None:
        self._tree = tree
        self._over = over
        self._key = key

    def path(self, name: str = "") -> str:
        """JSON pointer to this object, or to the value of that name in it."""
        own = f"{self._over.path()}/{self._key}" if self._over else self._key
        return f"{own}/{escaped(name)}" if name else own

    def has(self, name: str) -> bool:
        """Whether a value, not null, is still there."""
        return self._tree.get(name) not in (None, _TAKEN)

    def names(self) -> tuple[str, ...]:
        """Names of what is not taken yet."""
        return tuple(name for name, value in self._tree.items() if value is not _TAKEN)

    def text(self, name: str) -> str:
        """A text, "" where there is none."""
        return self._value(name, str, "a text") or ""

    def needed(self, name: str) -> str:
        """A text that must be there and say something. Raises `Unreadable` missing."""
        if found := self.text(name):
            return found
        raise Unreadable("missing", self.path(name))

    def flag(self, name: str) -> bool | None:
        """True, false, or None."""
        found: bool | None = self._value(name, bool, "true or false")
        return found

    def integer(self, name: str) -> int | None:
        """A whole number, or None."""
        found = self._tree.get(name)
        if isinstance(found, float) and found.is_integer():
            self._tree[name] = int(found)
        number: int | None = self._value(name, int, "a whole number")
        return number

    def number(self, name: str, least: float, most: float) -> float | None:
        """A number from `least` to `most`, or None. Raises `Unreadable` out_of_range."""
        found = self._value(name, (int, float), "a number")
        if found is None:
            return None
        if not least <= found <= most:
            raise Unreadable("out_of_range", self.path(name), f"from {least} to {most}")
        return float(found)

    def moment(self, name: str) -> datetime | None:
        """A time with its zone (RFC 3339, to the microsecond), or None. Raises `Unreadable`."""
        found = self.text(name)
        return moment_of(found, self.path(name)) if found else None

    def needed_moment(self, name: str) -> datetime:
        """A time that must be there. Raises `Unreadable` missing."""
        return moment_of(self.needed(name), self.path(name))

    def day(self, name: str) -> date | str:
        """A calendar day as YYYY-MM-DD, or the text as it came: a birth date may be known in part only."""
        found = self.text(name)
        try:
            return date.fromisoformat(found) if _DAY.fullmatch(found) else found
        except ValueError:
            return found

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """A text out of `allowed`, "" where there is none. Raises `Unreadable` unknown_value."""
        found = self.text(name)
        if found and found not in allowed:
            raise Unreadable("unknown_value", self.path(name), "one of " + ", ".join(allowed))
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; () where there is none."""
        found = self._list(name)
        for at, value in enumerate(found):
            if not isinstance(value, str):
                raise Unreadable("wrong_type", f"{self.path(name)}/{at}", "a text is expected")
        told = tuple(found)
        found[:] = [_TAKEN] * len(told)
        return told

    def part(self, name: str) -> Part | None:
        """The object of that name, or None."""
        found = self._tree.get(name)
        if found is None or found is _TAKEN:
            return None
        if not isinstance(found, dict):
            raise Unreadable("wrong_type", self.path(name), "an object is expected")
        return Part(found, self, escaped(name))

    def needed_part(self, name: str) -> Part:
        """The object that must be there. Raises `Unreadable` missing."""
        if found := self.part(name):
            return found
        raise Unreadable("missing", self.path(name))

    def parts(self, name: str) -> tuple[Part, ...]:
        """A list of objects; () where there is none."""
        found = self._list(name)
        for at, value in enumerate(found):
            if not isinstance(value, dict):
                raise Unreadable("wrong_type", f"{self.path(name)}/{at}", "an object is expected")
        return tuple(Part(value, self, f"{escaped(name)}/{at}") for at, value in enumerate(found))

    def objects(self, name: str) -> tuple[Part, ...]:
        """Objects of that name where a sender may give one or a list of them; others stay."""
        found = self._tree.get(name)
        if isinstance(found, dict):
            return (Part(found, self, escaped(name)),)
        if not isinstance(found, list):
            return ()
        return tuple(
            Part(value, self, f"{escaped(name)}/{at}")
            for at, value in enumerate(found)
            if isinstance(value, dict)
        )

    def words(self, name: str, inner: str = "#text") -> tuple[str, ...]:
        """Texts of that name where a sender may give one or a list, plain or as `inner` of an object."""
        return tuple(self._loose(name, str, inner))

    def word(self, name: str, inner: str = "#text") -> str:
        """All `words` of that name as one text, "" where there are none."""
        return " ".join(self.words(name, inner))

    def flags(self, name: str) -> tuple[bool, ...]:
        """True and false of that name where a sender may give one or a list, each as it is or as `value`."""
        return tuple(self._loose(name, bool, "value"))

    def restore(self, name: str, value: str | bool) -> None:
        """Gives back what turned out to be unusable, so that it stays in the rest."""
        self._tree[name] = value

    def put(self, name: str, tree: Tree) -> Part:
        """Sets a text that held a tree of its own in its place; what nobody takes of it is rest like any
        other."""
        self._tree[name] = tree
        return Part(tree, self, escaped(name))

    def _value(self, name: str, kind: Any, wanted: str) -> Any:
        found = self._tree.get(name)
        if found is None or found is _TAKEN:
            return None
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
            raise Unreadable("wrong_type", self.path(name), f"{wanted} is expected")
        self._tree[name] = _TAKEN
        return found

    def _loose(self, name: str, kind: type[Any], inner: str) -> Iterator[Any]:
        found = self._tree.get(name)
        spots: list[tuple[Any, Any]] = [(self._tree, name)]
        if isinstance(found, list):
            spots = [(found, at) for at in range(len(found))]
        for holder, key in spots:
            value = holder[key] if name in self._tree else None
            at = (value, inner) if isinstance(value, dict) else (holder, key)
            if isinstance(value, dict):
                value = value.get(inner)
            if isinstance(value, kind):
                at[0][at[1]] = _TAKEN
                yield value

    def _list(self, name: str) -> list[Any]:
        found = self._tree.get(name)
        if found is None or found is _TAKEN:
            return []
        if not isinstance(found, list):
            raise Unreadable("wrong_type", self.path(name), "a list is expected")
        return found


def moment_of(text: str, path: str) -> datetime:
    """A time with its zone. Raises `Unreadable` not_a_time, time_without_zone, out_of_range."""
    found = _TIME.fullmatch(text)
    try:
        moment = datetime.fromisoformat(text.upper()) if found else None
    except ValueError:
        moment = None
    if moment is None:
        raise Unreadable("not_a_time", path, "as in 2026-03-29T03:30:00+02:00")
    if moment.tzinfo is None:
        raise Unreadable("time_without_zone", path, "as in 2026-03-29T03:30:00+02:00")
    return of_our_time(moment, path)


def of_our_time(moment: datetime, path: str) -> datetime:
    """The moment, where every store and zone can hold it. Raises `Unreadable` out_of_range."""
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise Unreadable("out_of_range", path, f"years {_FIRST_YEAR} to {_LAST_YEAR}")
    return moment


def rest_of(part: Part) -> tuple[Rest, ...]:
    """Every value under `part` that nobody took, in the message's order."""
    return tuple(_left(part._tree, part.path()))


def _left(value: Any, path: str) -> Iterator[Rest]:
    if value is _TAKEN:
        return
    if isinstance(value, dict):
        if not value:
            yield Rest(path=path, empty="object")
        for name, inner in value.items():
            yield from _left(inner, f"{path}/{escaped(name)}")
    elif isinstance(value, list):
        if not value:
            yield Rest(path=path, empty="list")
        for at, inner in enumerate(value):
            yield from _left(inner, f"{path}/{at}")
    else:
        yield Rest(path=path, value=value)
