"""Why the records of a card are one: the fewest links that hold them together."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import combinations

from focus.core.names import Why
from focus.modules.search.cards import Link, LinkWhy
from focus.modules.search.merging.bonds import Bond, Likeness, bond
from focus.modules.search.merging.members import STRENGTH, Member
from focus.modules.search.merging.names import Name, explained
from focus.modules.search.records import Identifier


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
    """Links by name and what is shared, between what identifiers left apart: each time the likeliest pair."""
    if len(units) < 2:
        return []
    joined = {member.key: unit for unit in units for member in unit}
    called: dict[Hashable, list[Member]] = {}
    for member in sorted((m for unit in units for m in unit), key=_key):
        if member.name is not None:
            called.setdefault(member.called, []).append(member)
    links = []
    for same in called.values():
        keys = [member.key for member in same]
        tie = bond(same[0], same[0], likeness) if len({id(joined[key]) for key in keys}) > 1 else None
        if tie:
            links.append(_alike(tie, keys, same[0], same[0]))
        for key in keys[1:]:
            _join(joined, keys[0], key)
    for _, _, tie, one, other in sorted(_pairs(list(called.values()), likeness), key=_likeliest):
        if joined[one.key] is not joined[other.key]:
            _join(joined, one.key, other.key)
            links.append(_alike(tie, sorted((one.key, other.key)), one, other))
    return links


def _key(member: Member) -> str:
    return member.key


_Pair = tuple[float, tuple[str, str], Bond, Member, Member]


def _likeliest(pair: _Pair) -> tuple[float, tuple[str, str]]:
    return pair[:2]


def _pairs(called: list[list[Member]], likeness: Likeness) -> Iterator[_Pair]:
    for (one, *_), (other, *_) in combinations(called, 2):
        tie = bond(one, other, likeness)
        if tie:
            yield -tie.score, (one.key, other.key), tie, one, other


def _alike(tie: Bond, keys: Sequence[str], one: Member, other: Member) -> Link:
    params = {"score": f"{tie.score:.2f}"}
    return Link(reason=tie.reason, records=tuple(keys), params=params, why=_why(one.name, other.name))


def _why(one: Name | None, other: Name | None) -> tuple[LinkWhy, ...]:
    """What is not simply equal, in the scorer's words."""
    if one is None or other is None or one == other:
        return ()
    reasons = explained(one, other).reasons
    return tuple(LinkWhy(r.why.value, r.a.title(), r.b.title()) for r in reasons if r.why is not Why.EQUAL)
