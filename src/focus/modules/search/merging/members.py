"""A record as merging sees it: what identifies it, and where it stands among others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

import msgspec

from focus.modules.search.cards import Origin
from focus.modules.search.merging.births import NUMBERS, WHOLE, births_agree, born_by_number, known_birth
from focus.modules.search.merging.names import Name, fold
from focus.modules.search.records import Identifier, Record
from focus.modules.search.understanding.unknown import identifies, unknown_identifier
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


class Traits(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """What decides about a record, as one key that is looked up often."""

    parts: tuple[Hashable, ...]


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
    born: str = ""
    """As the record writes it; as its national number tells it where it writes less."""
    dates: frozenset[str] = frozenset()
    """Whole birth dates: the record's own, and that of its number."""
    doubtful: bool = False
    """Its number tells another birth date than it does itself: the number may be somebody else's."""
    chains: tuple[Identifier, ...] = ()
    """Documents and plates that a person's record names: with a name they tie it to another."""
    evidence: tuple[Hashable, ...] = ()
    """What another record of the same name must share with this one, to be looked for."""
    called: Hashable = None
    """Records of which this is the same are tied to the same others."""
    traits: Hashable = None
    """All that decides with whom a record stands: whoever has the same stands with it."""

    @property
    def bare(self) -> bool:
        """Whether initials are all that is known of its given names."""
        return self.name is not None and bool(self.name.only)


CHAINS = frozenset({"document", "plate"})
MISREAD = "misread_number"
"""Kind of a number that is another's or has a slip in it: it joins its like and contradicts nothing."""


def member_of(record: Record, ranks: Mapping[str, int]) -> Member:
    """Prepare a record; `ranks`: 0 for a register of record, 1 for the others."""
    source, at, key = record.source, record.at, record.key
    identifiers = _own(record)
    origin, order = Origin(key, source, at), (ranks.get(source, 1), -at.timestamp(), key)
    if record.type == "person" and record.family_name and record.given_names:
        named = _named(record, key, origin, order, identifiers)
        if named:
            return named
    traits = Traits((record.type, identifiers)) if any(map(ties, identifiers)) else key
    return Member(record, key, origin, order, identifiers, None, traits=traits)


def _own(record: Record) -> tuple[Identifier, ...]:
    """The identifiers that name a thing of the record's own type, each once, the strongest first.

    One that stands for "unknown" is none.
    """
    found = record.identifiers
    if not found:
        return ()
    own = [_true_kind(i) for i in found if IDENTIFIERS.get(i.kind) == record.type and not stands_in(i)]
    return tuple(sorted(set(own), key=_strength)) if len(own) > 1 else tuple(own)


def _named(
    record: Record,
    key: str,
    origin: Origin,
    order: tuple[int, float, str],
    identifiers: tuple[Identifier, ...],
) -> Member | None:
    """With its name, where something stands beside it that a name needs to merge."""
    born = written = known_birth(record.born)
    numbers = [
        date for i in identifiers if i.kind in NUMBERS and (date := known_birth(born_by_number(i.value)))
    ]
    doubtful = False
    if numbers:
        doubtful = not any(births_agree(born, date, slip=True) for date in numbers)
        if len(set(numbers)) == 1 and numbers[0].startswith(born):
            (born, *_) = numbers
    dates = frozenset((*numbers, written) if len(written) == WHOLE else numbers)
    chains = tuple([i for i in record.identifiers if i.kind in CHAINS and ties(i)])
    if not dates and not any(i.kind == "document" or born for i in chains):
        return None
    name = fold(record.family_name, record.given_names, key)
    called = Traits((name, written, dates, chains))
    return Member(
        record=record,
        key=key,
        origin=origin,
        order=order,
        identifiers=identifiers,
        name=name,
        born=born,
        dates=dates,
        doubtful=doubtful,
        chains=chains,
        evidence=(*dates, *chains),
        called=called,
        traits=Traits((identifiers, record.sex, called)),
    )


def ties(identifier: Identifier) -> bool:
    """Whether two records that share it are of one thing. One that cannot be (wrong check digits) still
    parts: its owner is not the owner of another."""
    return identifies(identifier.kind, identifier.value)


def stands_in(identifier: Identifier) -> bool:
    """Whether it stands for "unknown": it neither ties nor parts."""
    return unknown_identifier(identifier.kind, identifier.value)


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
    return any(
        kind in other and kind != MISREAD and values.isdisjoint(other[kind]) for kind, values in one.items()
    )
