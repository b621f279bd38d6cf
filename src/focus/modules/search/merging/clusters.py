"""Records that may be the same thing: all that an identifier or a name connects, contradictions or not.

Most clusters are calm: nothing in them contradicts, so they are one card and a new record is simply added.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from focus.modules.search.merging.bonds import Likeness, bond
from focus.modules.search.merging.members import Member
from focus.modules.search.merging.names import DIFFERENT, Name
from focus.modules.search.merging.parts import Part
from focus.modules.search.records import Identifier, RecordType


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
        self._born: set[str] = set()
        self._names: set[Name] = set()
        self._one_name = True

    def add(self, member: Member) -> None:
        """Take a record in."""
        self.members[member.key] = member
        for identifier in member.identifiers:
            self._values.setdefault(identifier.kind, set()).add(identifier.value)
        if member.record.sex:
            self._sexes.add(member.record.sex)
        if member.name is not None:
            self._born.add(member.record.born)
            if member.name not in self._names:
                self._one_name &= all(self._likeness(member.name, name) >= DIFFERENT for name in self._names)
                self._names.add(member.name)

    @property
    def calm(self) -> bool:
        """Nothing contradicts, so that all of it is one thing; `partition` would say the same, slower."""
        if any(len(values) > 1 for values in self._values.values()):
            return False
        if not self.by_name:
            return True
        if len(self._sexes) > 1 or len(self._born) > 1 or len(min(self._born)) < 10:
            return False
        return self._one_name


class Index:
    """Finds the clusters that a record belongs to."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._identified: dict[tuple[RecordType, Identifier], Cluster] = {}
        self._named: dict[Hashable, dict[Hashable, tuple[Member, Cluster]]] = {}
        """What is shared → names with their birth dates → one record with them, and its cluster."""

    def place(self, member: Member) -> tuple[Cluster, list[Cluster]]:
        """Put a record where it belongs; the clusters that became one with it by that are gone."""
        homes: dict[int, Cluster] = {}
        for identifier in member.identifiers:
            cluster = self._identified.get((member.record.type, identifier))
            if cluster is not None:
                homes[id(cluster)] = cluster
        named = self._alike(member)
        homes.update((id(cluster), cluster) for cluster in named)
        home = max(homes.values(), key=lambda cluster: len(cluster.members), default=None)
        home = home or Cluster(self._likeness)
        absorbed = [cluster for cluster in homes.values() if cluster is not home]
        home.by_name |= bool(named) or any(cluster.by_name for cluster in absorbed)
        for cluster in absorbed:
            for other in cluster.members.values():
                self._enter(other, home)
        self._enter(member, home)
        return home, absorbed

    def _alike(self, member: Member) -> list[Cluster]:
        found = []
        for shared in member.evidence:
            same = self._named.get(shared)
            if same:
                home = same.get(member.called, (member, None))[1]
                found += [
                    cluster
                    for other, cluster in same.values()
                    if cluster is home or bond(member, other, self._likeness)
                ]
        return found

    def _enter(self, member: Member, cluster: Cluster) -> None:
        cluster.add(member)
        for identifier in member.identifiers:
            self._identified[(member.record.type, identifier)] = cluster
        for shared in member.evidence:
            self._named.setdefault(shared, {})[member.called] = (member, cluster)

    def forget(self, members: Iterable[Member]) -> None:
        """Take records out, as if they had never come."""
        for member in members:
            for identifier in member.identifiers:
                self._identified.pop((member.record.type, identifier), None)
            for shared in member.evidence:
                self._named.get(shared, {}).pop(member.called, None)
