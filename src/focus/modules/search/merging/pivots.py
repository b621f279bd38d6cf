"""The next questions that a card offers, each a lookup of its own under the same purpose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from focus.modules.search.cards import Pivot
from focus.modules.search.merging.naming import CardHeader
from focus.modules.search.questions import Kind, Reading
from focus.modules.search.records import Identifier, Record, Relation
from focus.modules.search.understanding.unknown import identifies

NARROWED: Mapping[str, frozenset[str]] = {
    "vehicles": frozenset({"vehicles"}),
    "documents": frozenset({"documents", "driving"}),
    "phones": frozenset({"phones"}),
    "events": frozenset({"events", "criminal"}),
    "residents": frozenset({"persons", "addresses"}),
    "weapons_near": frozenset({"weapons"}),
}
"""A pivot that asks only sources with these kinds of data; any other asks all that accept its question."""

_OF_PERSON = ("vehicles", "documents", "phones", "events")
_OF_ADDRESS = ("residents", "weapons_near")
_KIND_OF: Mapping[str, Kind] = {
    "national_number": "national_number",
    "bis_number": "bis_number",
    "plate": "plate",
    "vin": "vin",
    "document": "document",
    "company": "company",
    "phone": "phone",
    "serial": "object",
    "pv": "pv",
}


class Offer(msgspec.Struct, frozen=True):
    """What may be asked next: what was asked now, and which kinds of data each question kind reaches."""

    asked: Reading
    reachable: Mapping[Kind, frozenset[str]]

    def has(self, key: str, kind: Kind) -> bool:
        """Whether a source is open for this pivot."""
        reached = self.reachable.get(kind)
        return reached is not None and (key not in NARROWED or not reached.isdisjoint(NARROWED[key]))


class Leads:
    """What a card's next questions are made of. Records that name the same things count as one."""

    def __init__(self) -> None:
        self._named: dict[object, tuple[Any, Any, Record]] = {}
        """What is named → where the first and the last record that names it stand, and one of them."""
        self._made: tuple[CardHeader, tuple[Pivot, ...]] | None = None

    def add(self, record: Record, order: Any) -> None:
        """Take in what one record names; `order`: where it stands among the card's records."""
        addresses = tuple([fact.value for fact in record.facts if fact.key == "address"])
        named = (record.relations, record.identifiers, addresses)
        known = self._named.get(named)
        if known is None:
            self._named[named] = (order, order, record)
        elif len(self._named) > 1 and (order < known[0] or order > known[1]):
            self._named[named] = (min(order, known[0]), max(order, known[1]), record)
        else:
            return
        self._made = None

    def pivots(self, header: CardHeader, offer: Offer) -> tuple[Pivot, ...]:
        """All next questions of a card, each once."""
        if self._made is None or self._made[0] is not header:
            self._made = (header, tuple(self._pivots(header, offer)))
        return self._made[1]

    def _pivots(self, header: CardHeader, offer: Offer) -> list[Pivot]:
        first = [record for *_, record in sorted(self._named.values(), key=_first)]
        last = [record for *_, record in sorted(self._named.values(), key=_last)]
        found: dict[tuple[str, str], Pivot] = {}
        for pivot in (*_related(first), *_own(last, header)):
            asked_now = pivot.kind == offer.asked.kind and pivot.question == offer.asked.normal
            if not asked_now and offer.has(pivot.key, pivot.kind):
                found.setdefault((pivot.key, pivot.question), pivot)
        return sorted(found.values(), key=lambda p: (_place(p.key), p.key, p.question))


def _first(named: tuple[Any, Any, Record]) -> Any:
    return named[0]


def _last(named: tuple[Any, Any, Record]) -> Any:
    return named[1]


def _place(key: str) -> int:
    order = ("holder", "owner", "driver", "resident", "vehicles", "residents", "weapons_near")
    return order.index(key) if key in order else len(order)


def _related(records: Sequence[Record]) -> Iterator[Pivot]:
    for record in records:
        for relation in record.relations:
            question = question_of(relation)
            if question:
                kind, normal = question
                yield Pivot(relation.role, normal, kind, relation.title, relation.subtitle)


def question_of(relation: Relation) -> tuple[Kind, str] | None:
    """By number if there is one; a person also by name and birth date, an address by its words."""
    for identifier in relation.identifiers:
        kind = _KIND_OF.get(identifier.kind)
        if kind and identifies(identifier.kind, identifier.value):
            return kind, written(identifier)
    if relation.type == "person" and relation.title:
        born = relation.subtitle.removeprefix("°").strip()
        return ("name_birth", f"{relation.title} {born}") if born else ("name", relation.title)
    return ("address", relation.title) if relation.type == "address" and relation.title else None


def _own(records: Sequence[Record], header: CardHeader) -> Iterator[Pivot]:
    kind = records[0].type
    identifiers = {
        i.kind: i
        for record in records
        for i in sorted(record.identifiers, reverse=True, key=_value)
        if identifies(i.kind, i.value)
    }
    number = identifiers.get("national_number") or identifiers.get("bis_number")
    if kind == "person" and number:
        for key in _OF_PERSON:
            yield _pivot(key, _KIND_OF[number.kind], written(number), header.title)
    elif kind == "person" and header.born:
        yield _pivot("person", "name_birth", f"{header.title} {header.born}", header.title)
    if kind in {"vehicle", "document", "phone", "organisation", "object"}:
        for identifier in identifiers.values():
            if identifier.kind in _KIND_OF:
                yield _pivot(identifier.kind, _KIND_OF[identifier.kind], written(identifier), header.title)
    for record in records:
        for fact in record.facts:
            if fact.key == "address" and any(sign.isdigit() for sign in fact.value):
                for key in _OF_ADDRESS:
                    yield _pivot(key, "address", fact.value, fact.value)


def _value(identifier: Identifier) -> str:
    return identifier.value


def _pivot(key: str, kind: Kind, normal: str, title: str) -> Pivot:
    return Pivot(key, normal, kind, title)


def written(identifier: Identifier) -> str:
    """An identifier as an officer writes it, so that it can be asked: `85.07.30-033.28`, `1-ABC-123`."""
    value = identifier.value
    if identifier.kind in {"national_number", "bis_number"}:
        return f"{value[:2]}.{value[2:4]}.{value[4:6]}-{value[6:9]}.{value[9:]}"
    if identifier.kind == "company":
        return f"{value[:4]}.{value[4:7]}.{value[7:]}"
    if identifier.kind == "plate":
        country, _, plate = value.partition(":")
        if country == "B" and len(plate) == 7 and plate[0].isdigit() and plate[1:4].isalpha():
            return f"{plate[0]}-{plate[1:4]}-{plate[4:]}"
        return plate
    return value.partition(":")[2] if identifier.kind == "document" else value
