"""Why the records of a card are one: the fewest links that hold them together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations

from focus.modules.search.cards import Link
from focus.modules.search.merging.members import STRENGTH, Member
from focus.modules.search.merging.names import SAME, Name
from focus.modules.search.records import Identifier

Likeness = Callable[[Name, Name], float]


def links_of(
    members: Sequence[Member], *, keys: Sequence[str], common: Collection[Identifier], likeness: Likeness
) -> tuple[Link, ...]:
    """Links that connect all members; `keys`: theirs, sorted; `common`: identifiers that all of them have."""
    if len(members) < 2:
        return ()
    if common:
        strongest = min(common, key=_strength)
        return (_shared(strongest, keys),)
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
    if len(units) < 2:
        return []
    joined = {member.key: unit for unit in units for member in unit}
    having: dict[tuple[str, Name], list[str]] = {}
    for member in sorted((m for unit in units for m in unit), key=_key):
        if member.name is not None:
            having.setdefault((member.record.born, member.name), []).append(member.key)
    links = [_alike(1.0, keys) for keys in having.values() if len({id(joined[key]) for key in keys}) > 1]
    for keys in having.values():
        for key in keys[1:]:
            _join(joined, keys[0], key)
    for minus, one, other in sorted(_pairs(having, likeness)):
        if joined[one] is not joined[other]:
            _join(joined, one, other)
            links.append(_alike(-minus, sorted((one, other))))
    return links


def _key(member: Member) -> str:
    return member.key


def _pairs(having: dict[tuple[str, Name], list[str]], likeness: Likeness) -> Iterator[tuple[float, str, str]]:
    """(minus the likeness, a record with the one name, a record with the other)."""
    for (one, keys), (other, others) in combinations(having.items(), 2):
        if one[0] == other[0] and (score := likeness(one[1], other[1])) >= SAME:
            yield -score, keys[0], others[0]


def _alike(score: float, keys: Sequence[str]) -> Link:
    return Link(reason="name_and_birth", records=tuple(keys), params={"score": f"{score:.2f}"})
