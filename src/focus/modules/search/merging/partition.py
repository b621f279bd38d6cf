"""Which records are the same thing, worked out from the whole set, so that order of arrival cannot matter.

First by identifiers, the strongest kind first; a record that fits two things that contradict each other
joins neither. Then persons by name and birth date, in the same spirit: who may be two people is neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec.structs import replace

from focus.modules.search.merging.births import NUMBERS, born_by_number, misread
from focus.modules.search.merging.match_rules import Likeness, likely
from focus.modules.search.merging.members import MISREAD, STRENGTH, Member, Traits, contradict, values_by_kind
from focus.modules.search.merging.names import DIFFERENT, SAME
from focus.modules.search.records import Identifier
from focus.modules.search.understanding.unknown import identifies

Group = list[Member]


def partition(members: Iterable[Member], likeness: Likeness) -> list[Group]:
    """The groups, each sorted by record key, in the order of their first keys."""
    alike: dict[object, Group] = {}
    for member in members:
        alike.setdefault(member.traits, []).append(member)
    of = {first.key: same for same in alike.values() for first in [min(same, key=_key)]}
    firsts = sorted((min(same, key=_key) for same in alike.values()), key=_key)
    groups = [[member] for member in _read_rightly(firsts, likeness)]
    kinds = {i.kind for group in groups for i in group[0].identifiers}
    for kind in sorted(kinds, key=lambda kind: STRENGTH.get(kind, 99)):
        groups = _by_identifier(groups, kind)
    groups = _by_name(groups, likeness)
    whole = [sorted((m for first in group for m in of[first.key]), key=_key) for group in groups]
    return sorted(whole, key=_first_key)


def _key(member: Member) -> str:
    return member.key


def _first_key(group: Group) -> str:
    return group[0].key


def _read_rightly(members: Sequence[Member], likeness: Likeness) -> Sequence[Member]:
    """A number that is another one ill written, or somebody else's, is no reason to join or to part."""
    numbers = frozenset(i.value for m in members for i in m.identifiers if i.kind in NUMBERS)
    slips = {number for number in numbers if misread(number, numbers)} if len(numbers) > 1 else set()
    read: list[Member] = []
    for member in members:
        wrong = slips | (_of_others(member, members, likeness) if member.doubtful else set())
        marked = [Identifier(MISREAD, i.value) if i.value in wrong else i for i in member.identifiers]
        read.append(_marked(member, tuple(marked)) if wrong else member)
    return read


def _marked(member: Member, identifiers: tuple[Identifier, ...]) -> Member:
    return replace(
        member, identifiers=identifiers, traits=Traits((identifiers, member.record.sex, member.called))
    )


def _of_others(member: Member, members: Sequence[Member], likeness: Likeness) -> set[str]:
    """Its numbers under which only people of other names and the number's own birth date are known."""
    found = set()
    for number in (i for i in member.identifiers if i.kind in NUMBERS):
        born = born_by_number(number.value)
        known = [m.name for m in members if m.name and number in m.identifiers and not m.doubtful]
        mine = member.name
        if born and known and mine and all(likeness(mine, name) < DIFFERENT for name in known):
            found.add(number.value)
    return found


def _by_identifier(groups: list[Group], kind: str) -> list[Group]:
    """Join the groups that share an identifier of this kind."""
    values = [values_by_kind(group).get(kind, set()) for group in groups]
    having: dict[str, list[int]] = {}
    for i, own in enumerate(values):
        for value in own:
            if identifies("national_number" if kind == MISREAD else kind, value):
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
            if kind != MISREAD:
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
    done = [group for group in groups if not any(member.name for member in group)]
    forms = list(_forms(group for group in groups if any(member.name for member in group)))
    pairs = list(combinations(range(len(forms)), 2))
    alike = {(i, j): likeness_of_groups(forms[i][0], forms[j][0], likeness) for i, j in pairs}
    edges = [pair for pair, score in alike.items() if score >= SAME]
    for cluster in _clusters(range(len(forms)), edges):
        if len(cluster) == 1:
            done += forms[cluster[0]]
        elif all(alike[pair] >= DIFFERENT for pair in combinations(cluster, 2)):
            done.append([member for i in cluster for group in forms[i] for member in group])
        else:
            done += _of_like_ties(cluster, forms, alike)
    return done


def _forms(named: Iterable[Group]) -> Iterable[list[Group]]:
    """Groups that differ in nothing but the record stand beside each other: they are initials alone, and
    each of them is as like to any other group, but never enough to its own kind.
    """
    found: dict[object, list[Group]] = {}
    for group in named:
        (first, *more) = group
        if more or first.name is None or not first.bare:
            found[first.key] = [group]
        else:
            name = (first.name.family, first.name.given)
            form = (first.identifiers, first.record.sex, name, first.record.born, first.dates, first.chains)
            found.setdefault(form, []).append(group)
    return found.values()


def _of_like_ties(
    cluster: list[int], forms: list[list[Group]], alike: dict[tuple[int, int], float]
) -> Iterable[Group]:
    """Together who is tied to exactly the same others."""
    together: dict[object, Group] = {}
    for i in cluster:
        ties = frozenset({i, *(j for j in cluster if i != j and alike[(min(i, j), max(i, j))] >= SAME)})
        for at, group in enumerate(forms[i]):
            alone = (i, at) if len(forms[i]) > 1 else None
            together.setdefault(alone or ties, []).extend(group)
    return together.values()


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
