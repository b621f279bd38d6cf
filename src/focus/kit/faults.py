"""Faults of a declaration, all at once, each with the line where it stands in the module's file."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

Where = tuple[str | int, ...]
"""`("fields", "brand", "max")`, `("checks", 0, "that")`, `("steps", "stored", "moves", "store", "to")`."""


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'frame_number'?`, or nothing when none is near."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{found[0]}'?" if found else ""


@dataclass(frozen=True, order=True)
class Fault:
    """`found_bicycles.py:15: brand, required_if: no field 'frame_nr'; did you mean 'frame_number'?`"""

    file: str
    line: int
    where: str
    part: str
    reason: str

    def __str__(self) -> str:
        named = ", ".join(word for word in (self.where, self.part) if word)
        return f"{self.file}:{self.line}: {named}: {self.reason}"


class BadDeclaration(Exception):
    """A case type that cannot be used; `faults` says all that is wrong with it, in the order of its lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


class Lines:
    """The lines of a case type's parts in the file that declares it.

    Without a file, or where it is built otherwise than by one call with `name="..."`, the line is that of
    the nearest part around it that can be found, at worst 1.
    """

    def __init__(self, file: Path | None, case: str) -> None:
        self.file = file.name if file else "?"
        self._names: dict[str, ast.expr] = {}
        self._root: ast.expr | None = None
        if file is not None:
            tree = ast.parse(file.read_text("utf-8"))
            self._names = dict(_assigned(tree))
            calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
            self._root = next((call for call in calls if _names_case(call, case)), None)

    def fault(self, where: Where, reason: str) -> Fault:
        """A fault at a part of the declaration."""
        return Fault(self.file, self._line(where), *shown(where), reason)

    def _line(self, where: Where) -> int:
        node, line = self._root, 1
        for step in where:
            node = self._resolved(node)
            if node is None:
                break
            line = node.lineno
            if isinstance(node, ast.Call):
                node, line = _keyword(node, str(step), line)
            elif isinstance(node, ast.Dict):
                node, line = _entry(node, step, line)
            elif isinstance(node, ast.List | ast.Tuple) and isinstance(step, int) and step < len(node.elts):
                node = node.elts[step]
            else:
                break
        return max(line, 1) if node is None else node.lineno

    def _resolved(self, node: ast.expr | None) -> ast.expr | None:
        """What a name of the module stands for."""
        seen: set[str] = set()
        while isinstance(node, ast.Name) and node.id in self._names and node.id not in seen:
            seen.add(node.id)
            node = self._names[node.id]
        return node


def _assigned(tree: ast.Module) -> Iterable[tuple[str, ast.expr]]:
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name):
                    yield target.id, statement.value
        elif (
            isinstance(statement, ast.AnnAssign)
            and isinstance(statement.target, ast.Name)
            and statement.value
        ):
            yield statement.target.id, statement.value


def _names_case(call: ast.Call, case: str) -> bool:
    return any(
        keyword.arg == "name" and isinstance(keyword.value, ast.Constant) and keyword.value.value == case
        for keyword in call.keywords
    )


def _keyword(call: ast.Call, name: str, line: int) -> tuple[ast.expr | None, int]:
    if name == "label" and call.args:
        return call.args[0], line
    found = next((keyword for keyword in call.keywords if keyword.arg == name), None)
    return (found.value, found.lineno) if found else (None, line)


def _entry(node: ast.Dict, key: str | int, line: int) -> tuple[ast.expr | None, int]:
    for one, value in zip(node.keys, node.values, strict=True):
        if isinstance(one, ast.Constant) and one.value == key:
            return value, one.lineno
    return None, line


_NAMED = ("fields", "steps", "deadlines", "printouts")


def shown(where: Where) -> tuple[str, str]:
    """The thing and its part: `brand`, `max`; `visits.note`, `max`; `steps.stored.give_back`, `when`."""
    words = [word for number, word in enumerate(where) if not _structure(where, number)]
    thing = where[0] in _NAMED and len(where) % 2 == 0
    whole = len(words) if thing or isinstance(words[-1], int) else len(words) - 1
    text = ""
    for word in words[:whole]:
        text += f"[{word}]" if isinstance(word, int) else f".{word}" if text else word
    return text, "".join(map(str, words[whole:]))


def _structure(where: Where, number: int) -> bool:
    """Words between the names: `fields` of fields and groups, `moves` of steps."""
    if where[0] == "fields":
        return number % 2 == 0 and where[number] == "fields"
    return where[0] == "steps" and number == 2 and where[number] == "moves"
