"""Why the records of a card are one: the fewest links that hold them together."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from itertools import chain, combinations, product

from focus.core.names import Why
from focus.modules.search.cards import Link, LinkWhy
from focus.modules.search.merging.match_rules import Likeness, Match, bond
from focus.modules.search.merging.members import STRENGTH, Member
from focus.modules.search.merging.names import Name, explained
from focus.modules.search.records import Identifier


class Kind:
    """The records of a card that have the same traits: what ties one of them to others ties all of them."""

    __slots__ = ("first", "keys")

    def __init__(self, first: Member) -> None:
        self.first = first
        self.keys = [first.key]

    def add(self, key: str) -> None:
        """One more of them."""
        insort(self.keys, key)

    @property
    def key(self) -> str:
        """The first by name, whoever came first."""
        return self.keys[0]


def links_of(
    kinds: Sequence[Kind], *, common: Collection[Identifier], likeness: Likeness
) -> tuple[Link, ...]:
    """Links that connect all records; `common`: identifiers that all of them have."""
    if len(kinds) == 1 and len(kinds[0].keys) == 1:
        return ()
    if common:
        strongest = min(common, key=_strength) if len(common) > 1 else next(iter(common))
        return (_shared(strongest, kinds),)
    units = {kind.first.key: [kind] for kind in kinds}
    links = _by_identifiers(kinds, units)
    if len(kinds) > 1 and len({id(unit) for unit in units.values()}) == 1 and not _loose(kinds):
        return tuple(links)
    return (*links, *_by_names(kinds, units, likeness))


def _loose(kinds: Sequence[Kind]) -> bool:
    """Whether some kind holds several records that no identifier makes one."""
    return any(len(kind.keys) > 1 and not kind.first.identifiers for kind in kinds)


def _strength(identifier: Identifier) -> tuple[int, str]:
    return (STRENGTH.get(identifier.kind, 99), identifier.value)


def _keys(kinds: Iterable[Kind]) -> tuple[str, ...]:
    return tuple(sorted([key for kind in kinds for key in kind.keys]))


def _shared(identifier: Identifier, kinds: Iterable[Kind]) -> Link:
    return Link(reason=f"same_{identifier.kind}", records=_keys(kinds))


def _by_identifiers(kinds: Sequence[Kind], units: dict[str, list[Kind]]) -> list[Link]:
    """Links by identifiers, the strongest first; `units` is joined on the way."""
    having: dict[Identifier, list[Kind]] = {}
    for kind in kinds:
        for identifier in kind.first.identifiers:
            having.setdefault(identifier, []).append(kind)
    links = []
    for identifier in sorted(having, key=_strength):
        sharing = having[identifier]
        joined = [_join(units, sharing[0], kind) for kind in sharing[1:]]
        if any(joined) or (len(sharing) == 1 and _holds(sharing[0], identifier)):
            links.append(_shared(identifier, sharing))
    return links


def _holds(kind: Kind, identifier: Identifier) -> bool:
    """Whether it is this identifier that makes one of the records of a kind."""
    return len(kind.keys) > 1 and kind.first.identifiers[0] == identifier


def _join(units: dict[str, list[Kind]], one: Kind, other: Kind) -> bool:
    """Whether they were apart."""
    kept, lost = units[one.first.key], units[other.first.key]
    if kept is lost:
        return False
    kept.extend(lost)
    for kind in lost:
        units[kind.first.key] = kept
    return True


def _by_names(kinds: Sequence[Kind], units: dict[str, list[Kind]], likeness: Likeness) -> list[Link]:
    """Links by name and what is shared, between what identifiers left apart: each time the likeliest pair."""
    called: dict[Hashable, list[Kind]] = {}
    for kind in sorted(kinds, key=_key):
        if kind.first.name is not None:
            called.setdefault(kind.first.called, []).append(kind)
    links = []
    for same in called.values():
        joined = [_join(units, same[0], kind) for kind in same[1:]]
        unheld = [kind for kind in same if len(kind.keys) > 1 and not kind.first.identifiers]
        tie = bond(same[0].first, same[0].first, likeness) if any(joined) or unheld else None
        if tie:
            links.append(_alike(tie, _keys(same), same[0].first, same[0].first))
    if len({id(unit) for unit in units.values()}) == 1:
        return links
    for _, _, tie, one, other in sorted(_pairs(list(called.values()), likeness), key=_likeliest):
        if _join(units, one, other):
            keys = sorted((one.key, other.key))
            links.append(_alike(tie, keys, one.first, other.first))
    return links


def _key(kind: Kind) -> str:
    return kind.key


_Pair = tuple[float, tuple[str, str], Match, Kind, Kind]


def _likeliest(pair: _Pair) -> tuple[float, tuple[str, str]]:
    return pair[:2]


def _pairs(called: list[list[Kind]], likeness: Likeness) -> Iterator[_Pair]:
    """Of two kinds of which initials are all that is known there is never a tie."""
    firsts = [kind for (kind, *_) in called]
    bare = [kind for kind in firsts if kind.first.bare]
    known = [kind for kind in firsts if not kind.first.bare]
    for one, other in chain(combinations(known, 2), product(known, bare)):
        tie = bond(one.first, other.first, likeness)
        if tie:
            yield -tie.score, (one.key, other.key), tie, one, other


def _alike(tie: Match, keys: Sequence[str], one: Member, other: Member) -> Link:
    params = {"score": f"{tie.score:.2f}"}
    return Link(reason=tie.reason, records=tuple(keys), params=params, why=_why(one.name, other.name))


def _why(one: Name | None, other: Name | None) -> tuple[LinkWhy, ...]:
    """What is not simply equal, in the scorer's words."""
    if one is None or other is None or one == other:
        return ()
    reasons = explained(one, other).reasons
    return tuple(LinkWhy(r.why.value, r.a.title(), r.b.title()) for r in reasons if r.why is not Why.EQUAL)
