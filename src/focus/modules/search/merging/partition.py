"""Which records are the same thing, worked out from the whole set, so that order of arrival cannot matter.

First by identifiers, the strongest kind first; a record that fits two things that contradict each other
joins neither. Then persons by name and birth date, in the same spirit: who may be two people is neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from focus.modules.search.merging.bonds import Likeness, likely
from focus.modules.search.merging.members import STRENGTH, Member, contradict, values_by_kind
from focus.modules.search.merging.names import DIFFERENT, SAME

Group = list[Member]


def partition(members: Sequence[Member], likeness: Likeness) -> list[Group]:
    """The groups, each sorted by record key, in the order of their first keys."""
    alike: dict[object, Group] = {}
    for member in sorted(members, key=lambda m: m.key):
        alike.setdefault(_traits(member), []).append(member)
    groups = list(alike.values())
    kinds = {i.kind for m in members for i in m.identifiers}
    for kind in sorted(kinds, key=lambda kind: STRENGTH.get(kind, 99)):
        groups = _by_identifier(groups, kind)
    groups = _by_name(groups, likeness)
    return sorted((sorted(g, key=lambda m: m.key) for g in groups), key=lambda g: g[0].key)


def _traits(member: Member) -> object:
    """All that decides with whom a record stands: whoever has the same stands with it."""
    if member.name is None:
        return member.identifiers or member.key
    return (member.identifiers, member.name, member.record.born, member.record.sex, member.chains)


def _by_identifier(groups: list[Group], kind: str) -> list[Group]:
    """Join the groups that share an identifier of this kind."""
    values = [values_by_kind(group).get(kind, set()) for group in groups]
    having: dict[str, list[int]] = {}
    for i, own in enumerate(values):
        for value in own:
            having.setdefault(value, []).append(i)
    pairs = [(first, i) for first, *others in having.values() for i in others]
    joined: list[Group] = []
    for cluster in _clusters(range(len(groups)), pairs):
        sharing = [groups[i] for i in cluster]
        if not _quarrel(sharing):
            joined.append([member for group in sharing for member in group])
            continue
        by_value: dict[str, list[Group]] = {}
        for i in cluster:
            if len(values[i]) > 1:
                joined.append(groups[i])
            else:
                by_value.setdefault(min(values[i]), []).append(groups[i])
        for same_value in by_value.values():
            joined += _joined(same_value)
    return joined


def _joined(sharing: list[Group]) -> list[Group]:
    """Groups that share something: one group, unless their other identifiers contradict each other.

    Then those without others stay together, apart from all that have some.
    """
    if not _quarrel(sharing):
        return [[member for group in sharing for member in group]]
    strong = [group for group in sharing if len(values_by_kind(group)) > 1]
    weak = [member for group in sharing if len(values_by_kind(group)) == 1 for member in group]
    return [*strong, weak] if weak else strong


def _quarrel(groups: Sequence[Group]) -> bool:
    by_kind: dict[str, list[set[str]]] = {}
    for group in groups:
        for kind, values in values_by_kind(group).items():
            by_kind.setdefault(kind, []).append(values)
    return any(
        not set.intersection(*several) and any(a.isdisjoint(b) for a, b in combinations(several, 2))
        for several in by_kind.values()
    )


def _by_name(groups: list[Group], likeness: Likeness) -> list[Group]:
    """Join persons whose names agree on the same birth date, document or plate.

    Where all of a cluster may be one person, it is. Where it must be two, only those stay together that are
    connected to exactly the same others: nobody is given to one of two.
    """
    named = [group for group in groups if any(member.name for member in group)]
    done = [group for group in groups if not any(member.name for member in group)]
    pairs = list(combinations(range(len(named)), 2))
    alike = {(i, j): likeness_of_groups(named[i], named[j], likeness) for i, j in pairs}
    edges = [pair for pair, score in alike.items() if score >= SAME]
    for cluster in _clusters(range(len(named)), edges):
        if all(alike[pair] >= DIFFERENT for pair in combinations(cluster, 2)):
            done.append([member for i in cluster for member in named[i]])
            continue
        known = {i: frozenset({i, *(j for j in cluster if _linked(alike, i, j))}) for i in cluster}
        together: dict[frozenset[int], Group] = {}
        for i in cluster:
            together.setdefault(known[i], []).extend(named[i])
        done += together.values()
    return done


def _linked(alike: dict[tuple[int, int], float], i: int, j: int) -> bool:
    return i != j and alike[(min(i, j), max(i, j))] >= SAME


def likeness_of_groups(one: Group, other: Group, likeness: Likeness) -> float:
    """The best likeness of two groups' names where something ties them; 0 when they cannot be one person."""
    sexes = [{m.record.sex for m in group if m.record.sex} for group in (one, other)]
    if sexes[0] and sexes[1] and sexes[0].isdisjoint(sexes[1]):
        return 0.0
    if contradict(values_by_kind(one), values_by_kind(other)):
        return 0.0
    return max((likely(a, b, likeness) for a in one if a.name for b in other if b.name), default=0.0)


def _clusters(nodes: Iterable[int], edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Connected components, each sorted."""
    root = {node: node for node in nodes}

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = node = root[root[node]]
        return node

    for i, j in edges:
        root[find(j)] = find(i)
    found: dict[int, list[int]] = {}
    for node in root:
        found.setdefault(find(node), []).append(node)
    return [sorted(members) for members in found.values()]
