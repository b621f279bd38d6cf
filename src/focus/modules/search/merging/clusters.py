"""Records that may be the same thing: all that an identifier or a name connects, contradictions or not.

Most clusters are calm: nothing in them contradicts, so they are one card and a new record is simply added.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from focus.modules.search.merging.match_rules import Likeness, bond
from focus.modules.search.merging.members import Member, ties
from focus.modules.search.merging.names import DIFFERENT, Name
from focus.modules.search.merging.parts import Part
from focus.modules.search.records import Identifier, RecordType

_NOBODY: Mapping[Hashable, tuple[Member, Cluster]] = {}


class Cluster:
    """One connected set of records, and the cards that it makes."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self.members: dict[str, Member] = {}
        self.parts: list[Part] = []
        self.by_name = False
        """A name connected something here."""
        self._values: dict[str, set[str]] = {}
        self._sexes: set[str] = set()
        self._dates: frozenset[str] | None = None
        """Birth dates that all who have a name share."""
        self._names: list[Name] = []
        self._compared = 0
        """How many of the names have been compared with those before them."""
        self._one_name = True
        self._doubtful = False
        self.first: dict[Hashable, str] = {}
        """Traits → the first record with them."""

    def add(self, member: Member) -> bool:
        """Take a record in; whether it adds nothing that decides: another stands here with all its traits."""
        self.members[member.key] = member
        if self.first.setdefault(member.traits, member.key) != member.key:
            return True
        for identifier in member.identifiers:
            self._values.setdefault(identifier.kind, set()).add(identifier.value)
        if member.record.sex:
            self._sexes.add(member.record.sex)
        if member.name is not None:
            self._doubtful |= member.doubtful
            self._dates = member.dates if self._dates is None else self._dates & member.dates
            if member.name not in self._names:
                self._names.append(member.name)
        return False

    @property
    def calm(self) -> bool:
        """Nothing contradicts, so that all of it is one thing; `partition` would say the same, slower."""
        if self._doubtful or any(len(values) > 1 for values in self._values.values()):
            return False
        if not self.by_name:
            return True
        return len(self._sexes) < 2 and bool(self._dates) and self._compare()

    def _compare(self) -> bool:
        """Whether no name is another than one that came before."""
        while self._one_name and self._compared < len(self._names):
            name, before = self._names[self._compared], self._names[: self._compared]
            self._one_name = all(self._likeness(name, other) >= DIFFERENT for other in before)
            self._compared += 1
        return self._one_name


class Index:
    """Finds the clusters that a record belongs to."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._identified: dict[tuple[RecordType, Identifier], Cluster] = {}
        self._named: dict[Hashable, dict[Hashable, tuple[Member, Cluster]]] = {}
        """What is shared → names with their birth dates → one record with them, and its cluster."""
        self._same: dict[Hashable, Cluster] = {}
        """Traits → where whoever has them stands."""

    def place(self, member: Member) -> tuple[Cluster, list[Cluster]]:
        """Put a record where it belongs; the clusters that became one with it by that are gone."""
        same = self._same.get(member.traits)
        if same is not None:
            same.add(member)
            return same, []
        homes: dict[int, Cluster] = {}
        for identifier in filter(ties, member.identifiers):
            cluster = self._identified.get((member.record.type, identifier))
            if cluster is not None:
                homes[id(cluster)] = cluster
        by_name = False
        for cluster in self._alike(member, homes):
            by_name = True
            homes[id(cluster)] = cluster
        if not homes:
            home = Cluster(self._likeness)
            self._enter(member, home)
            return home, []
        home, *absorbed = sorted(homes.values(), key=_size, reverse=True)
        home.by_name |= by_name or any(cluster.by_name for cluster in absorbed)
        for cluster in absorbed:
            for other in cluster.members.values():
                self._enter(other, home)
        self._enter(member, home)
        return home, absorbed

    def _alike(self, member: Member, homes: Mapping[int, Cluster]) -> list[Cluster]:
        """Clusters that a name ties, beside those where it stands by its identifiers anyway."""
        found: dict[int, Cluster] = {}
        for shared in member.evidence:
            for other, cluster in self._named.get(shared, _NOBODY).values():
                place = id(cluster)
                if place not in homes and place not in found and self._tied(member, other):
                    found[place] = cluster
        return list(found.values())

    def _tied(self, member: Member, other: Member) -> bool:
        return member.called == other.called or bond(member, other, self._likeness) is not None

    def _enter(self, member: Member, cluster: Cluster) -> None:
        cluster.add(member)
        for identifier in member.identifiers:
            self._identified[(member.record.type, identifier)] = cluster
        for shared in member.evidence:
            self._named.setdefault(shared, {})[member.called] = (member, cluster)
        self._same[member.traits] = cluster

    def forget(self, members: Iterable[Member]) -> None:
        """Take records out, as if they had never come."""
        for member in members:
            self._same.pop(member.traits, None)
            for identifier in member.identifiers:
                self._identified.pop((member.record.type, identifier), None)
            for shared in member.evidence:
                self._named.get(shared, {}).pop(member.called, None)


def _size(cluster: Cluster) -> int:
    return len(cluster.members)
