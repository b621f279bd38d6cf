"""Why the records of a card are one: the fewest links that hold them together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from focus.modules.search.cards import Link
from focus.modules.search.merging.members import STRENGTH, Member
from focus.modules.search.merging.names import SAME, Name
from focus.modules.search.records import Identifier

Likeness = Callable[[Name, Name], float]


def links_of(
    members: Sequence[Member], *, common: Collection[Identifier], likeness: Likeness
) -> tuple[Link, ...]:
    """Links that connect all members; `common`: the identifiers that every one of them has."""
    if len(members) < 2:
        return ()
    if common:
        strongest = min(common, key=_strength)
        return (_shared(strongest, sorted(member.key for member in members)),)
    units = {member.key: [member] for member in sorted(members, key=lambda m: m.key)}
    links = _by_identifiers(members, units)
    return (*links, *_by_names(_distinct(units), likeness))


def _strength(identifier: Identifier) -> tuple[int, str]:
    return (STRENGTH.get(identifier.kind, 99), identifier.value)


def _shared(identifier: Identifier, keys: Sequence[str]) -> Link:
    return Link(reason=f"same_{identifier.kind}", records=tuple(keys))


def _by_identifiers(members: Sequence[Member], units: dict[str, list[Member]]) -> list[Link]:
    """Links by identifiers, the strongest first; `units` is joined on the way."""
    having: dict[Identifier, list[str]] = {}
    for member in members:
        for identifier in member.identifiers:
            having.setdefault(identifier, []).append(member.key)
    links = []
    for identifier in sorted(having, key=_strength):
        keys = sorted(having[identifier])
        if len({id(units[key]) for key in keys}) > 1:
            links.append(_shared(identifier, keys))
            for key in keys[1:]:
                _join(units, keys[0], key)
    return links


def _join(units: dict[str, list[Member]], one: str, other: str) -> None:
    kept, lost = units[one], units[other]
    if kept is not lost:
        kept.extend(lost)
        for member in lost:
            units[member.key] = kept


def _distinct(units: dict[str, list[Member]]) -> list[list[Member]]:
    return list({id(unit): unit for unit in units.values()}.values())


def _by_names(units: list[list[Member]], likeness: Likeness) -> list[Link]:
    """Links by name and birth date between what identifiers left apart: each time the likeliest pair."""
    pairs = sorted(
        (-score, a.key, b.key)
        for place, one in enumerate(units)
        for other in units[place + 1 :]
        for a in one
        for b in other
        if (score := _likeness(a, b, likeness)) >= SAME
    )
    joined = {member.key: unit for unit in units for member in unit}
    links = []
    for minus, one, other in pairs:
        if joined[one] is not joined[other]:
            _join(joined, one, other)
            params = {"score": f"{-minus:.2f}"}
            links.append(Link(reason="name_and_birth", records=tuple(sorted((one, other))), params=params))
    return links


def _likeness(a: Member, b: Member, likeness: Likeness) -> float:
    if a.name is None or b.name is None or a.record.born != b.record.born:
        return 0.0
    return likeness(a.name, b.name)
