"""Whom a subject names that must be checked before it is green: holders, residents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from focus.modules.search.merging.parts import Part
from focus.modules.search.merging.pivots import question_of, written
from focus.modules.search.questions import Kind
from focus.modules.search.records import Record

OWED: Mapping[Kind, frozenset[str]] = {
    "plate": frozenset({"holder", "owner", "driver", "keeper"}),
    "vin": frozenset({"holder", "owner", "driver", "keeper"}),
    "document": frozenset({"holder"}),
    "phone": frozenset({"holder", "subscriber"}),
    "address": frozenset({"resident", "tenant"}),
    "name": frozenset({"self"}),
    "name_birth": frozenset({"self"}),
}
"""Kind of question → the roles whose bearers are checked with it.

`self`: somebody who was asked by name is asked by number too, which more sources take.
"""
SOMEBODY: Mapping[Kind, str] = {
    "plate": "holder",
    "vin": "holder",
    "document": "holder",
    "phone": "subscriber",
}
"""Kinds whose subject has somebody in this role; where no source says who, nobody was checked."""


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who must be checked, as a question."""

    role: str
    card: str
    """The card that names him."""
    title: str
    kind: Kind | None
    """None: nothing is known by which he can be asked."""
    question: str


def owed_by(parts: Iterable[Part], kind: Kind, registers: Collection[str]) -> tuple[Owed, ...]:
    """Whom these cards, those of one subject, owe; each once, by number where one of the records has it.

    `registers`: of an address the persons whom these sources give are residents as well.
    """
    roles = OWED.get(kind, frozenset())
    found: dict[object, Owed] = {}
    for part in parts:
        for member in part.members.values():
            for one in _named(member.record, part.id, roles, registers if kind == "address" else ()):
                found.setdefault((one.kind, one.question) if one.kind else (one.role, one.title), one)
    numbered = {_called(one) for one in found.values() if one.kind and one.kind.endswith("number")}
    return tuple(
        one
        for one in found.values()
        if (one.kind and not one.kind.startswith("name")) or _called(one) not in numbered
    )


def _named(record: Record, card: str, roles: Collection[str], registers: Collection[str]) -> Iterator[Owed]:
    for relation in record.relations:
        if relation.role in roles:
            kind, question = question_of(relation) or (None, "")
            yield Owed(role=relation.role, card=card, title=relation.title, kind=kind, question=question)
    if record.type == "person" and ("self" in roles or record.source in registers):
        yield from _numbered(record, card, "self" if "self" in roles else "resident")


def _numbered(record: Record, card: str, role: str) -> Iterator[Owed]:
    for identifier in record.identifiers:
        if identifier.kind in {"national_number", "bis_number"}:
            kind: Kind = "bis_number" if identifier.kind == "bis_number" else "national_number"
            title = f"{record.family_name}, {record.given_names}".strip(", ") or record.title
            yield Owed(role=role, card=card, title=title, kind=kind, question=written(identifier))


def _called(one: Owed) -> str:
    return " ".join(sorted(one.title.casefold().replace(",", " ").split()))
