"""A record as merging sees it: what identifies it, and where it stands among others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

import msgspec

from focus.modules.search.cards import Origin
from focus.modules.search.merging.names import Name, fold
from focus.modules.search.records import Identifier, Record
from focus.modules.search.vocabulary import IDENTIFIERS

STRENGTH: Mapping[str, int] = {
    kind: place
    for place, kind in enumerate(
        (
            "national_number",
            "bis_number",
            "vin",
            "plate",
            "document",
            "company",
            "serial",
            "pv",
            "phone",
            "address",
        )
    )
}
"""The strongest first: a vehicle is its chassis before it is its plate, which follows the holder."""


class Member(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One record, prepared."""

    record: Record
    key: str
    origin: Origin
    """As a card names it."""
    order: tuple[int, float, str]
    """Registers of record first, then the newest."""
    identifiers: tuple[Identifier, ...]
    """Those that name a thing of the record's own type, the strongest first."""
    name: Name | None
    """Only of a person with a whole birth date, or with a chain: a name alone never merges."""
    chains: tuple[Identifier, ...] = ()
    """Documents and plates that a person's record names: with a name they tie it to another."""
    evidence: tuple[Hashable, ...] = ()
    """What another record of the same name must share with this one, to be looked for."""
    called: Hashable = None
    """Records of which this is the same are tied to the same others."""


CHAINS = frozenset({"document", "plate"})


def member_of(record: Record, ranks: Mapping[str, int]) -> Member:
    """Prepare a record; `ranks`: 0 for a register of record, 1 for the others."""
    own = {_true_kind(i) for i in record.identifiers if IDENTIFIERS.get(i.kind) == record.type}
    key = record.key
    chains = tuple(i for i in record.identifiers if i.kind in CHAINS) if record.type == "person" else ()
    provable = len(record.born) == 10 or any(i.kind == "document" or record.born for i in chains)
    named = record.type == "person" and provable and record.family_name and record.given_names
    name = fold(record.family_name, record.given_names, key) if named else None
    chains = chains if named else ()
    whole = (record.born,) if len(record.born) == 10 else ()
    return Member(
        record=record,
        key=key,
        origin=Origin(key, record.source, record.at),
        order=(ranks.get(record.source, 1), -record.at.timestamp(), key),
        identifiers=tuple(sorted(own, key=_strength) if len(own) > 1 else own),
        name=name,
        chains=chains,
        evidence=(*whole, *chains) if named else (),
        called=(name, record.born, chains),
    )


def _strength(identifier: Identifier) -> tuple[int, str]:
    return (STRENGTH.get(identifier.kind, 99), identifier.value)


def _true_kind(identifier: Identifier) -> Identifier:
    """A BIS number often stands where a source keeps national numbers; its month gives it away."""
    if identifier.kind not in {"national_number", "bis_number"} or not identifier.value[2:4].isdigit():
        return identifier
    kind = "bis_number" if int(identifier.value[2:4]) > 12 else "national_number"
    return identifier if identifier.kind == kind else Identifier(kind, identifier.value)


def values_by_kind(members: Iterable[Member]) -> dict[str, set[str]]:
    """The identifiers of several records together."""
    values: dict[str, set[str]] = {}
    for member in members:
        for identifier in member.identifiers:
            values.setdefault(identifier.kind, set()).add(identifier.value)
    return values


def contradict(one: Mapping[str, set[str]], other: Mapping[str, set[str]]) -> bool:
    """Whether two sets of identifiers cannot be of one thing: two national numbers, two chassis."""
    return any(kind in other and values.isdisjoint(other[kind]) for kind, values in one.items())
