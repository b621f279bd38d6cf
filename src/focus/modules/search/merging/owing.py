"""Whom a subject names that must be checked before it is green: holders, residents."""

from __future__ import annotations

import fnmatch
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from focus.modules.search.merging.parts import Part
from focus.modules.search.merging.pivots import question_of, written
from focus.modules.search.questions import Kind
from focus.modules.search.records import Record
from focus.modules.search.understanding.identify import identify

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

    @property
    def what(self) -> tuple[str, str]:
        """What is asked, else who it is: the same for two that are one check."""
        return (self.kind, self.question) if self.kind else (self.role, self.title)


def owed_by(parts: Iterable[Part], kind: Kind, registers: Collection[str], box: str = "") -> tuple[Owed, ...]:
    """Whom these cards, those of one subject, owe; each once, by number where one of the records has it.

    `registers`: of an address the persons whom these sources give are residents as well. `box`: the one that
    was asked of its house; who lives in another is a neighbour.
    """
    asked = _box(f"-|1|{box}|")
    roles = OWED.get(kind, frozenset())
    of_house = registers if kind == "address" else ()
    found: dict[object, Owed] = {}
    for part in parts:
        records = [m.record for m in part.members.values() if not _is_elsewhere(m.record, asked)]
        named = [one for record in records for one in _named(record, part.id, roles, of_house)]
        for one in (*named, *(_bearers(records, part.id) if kind == "document" else ())):
            found.setdefault(one.what, one)
    numbered = {_called(one) for one in found.values() if one.kind and one.kind.endswith("number")}
    return tuple(
        one
        for one in found.values()
        if (one.kind and not one.kind.startswith("name")) or _called(one) not in numbered
    )


def _is_elsewhere(record: Record, box: str) -> bool:
    """Whether all boxes that a record names are others than this; one without any may be anywhere."""
    homes = [i for r in record.relations if r.role == "address" for i in r.identifiers]
    boxes = {_box(i.value) for i in (*record.identifiers, *homes) if i.kind == "address"}
    return bool(box and boxes) and not boxes & {box, ""}


def _box(address: str) -> str:
    """The box of `street|number|box|postcode`, in normal form."""
    normal = identify("address", address)
    return normal.value.split("|")[2] if normal else ""


def plates_of(parts: Iterable[Part], pattern: str) -> tuple[Owed, ...]:
    """The whole plates of these cards that a half seen one may be, each asked by itself.

    A plate of another country cannot be asked by its signs alone: it is told with nothing to ask.
    """
    found: dict[object, Owed] = {}
    for part in parts:
        for member in part.members.values():
            for identifier in member.record.identifiers:
                if identifier.kind == "plate" and is_like(identifier.value, pattern):
                    whole = written(identifier)
                    ours = identifier.value.startswith("B:")
                    one = Owed(
                        role="plate",
                        card=part.id,
                        title=whole,
                        kind="plate" if ours else None,
                        question=whole,
                    )
                    found.setdefault(one.what, one)
    return tuple(found.values())


def is_like(plate: str, pattern: str) -> bool:
    """Whether a plate in normal form has a pattern's signs; `_` is any sign, `%` any number of them."""
    return fnmatch.fnmatchcase(plate.partition(":")[2], pattern.replace("_", "?").replace("%", "*"))


def _named(record: Record, card: str, roles: Collection[str], registers: Collection[str]) -> Iterator[Owed]:
    for relation in record.relations:
        if relation.role in roles:
            kind, question = question_of(relation) or (None, "")
            yield Owed(role=relation.role, card=card, title=relation.title, kind=kind, question=question)
    if record.type == "person" and ("self" in roles or record.source in registers):
        yield from _numbered(record, card, "self" if "self" in roles else "resident")


def _bearers(records: Iterable[Record], card: str) -> list[Owed]:
    """A person on a document's cards bears it: by number where one of his records has it, else by name."""
    persons = [record for record in records if record.type == "person"]
    numbered = [one for record in persons for one in _numbered(record, card, "holder")]
    return numbered or [_by_name(record, card) for record in persons[:1]]


def _by_name(record: Record, card: str) -> Owed:
    title = f"{record.family_name}, {record.given_names}".strip(", ") or record.title
    kind: Kind = "name_birth" if record.born else "name"
    return Owed(role="holder", card=card, title=title, kind=kind, question=f"{title} {record.born}".strip())


def _numbered(record: Record, card: str, role: str) -> Iterator[Owed]:
    for identifier in record.identifiers:
        if identifier.kind in {"national_number", "bis_number"}:
            kind: Kind = "bis_number" if identifier.kind == "bis_number" else "national_number"
            title = f"{record.family_name}, {record.given_names}".strip(", ") or record.title
            yield Owed(role=role, card=card, title=title, kind=kind, question=written(identifier))


def _called(one: Owed) -> str:
    return " ".join(sorted(one.title.casefold().replace(",", " ").split()))
