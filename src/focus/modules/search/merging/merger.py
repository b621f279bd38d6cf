"""Takes records as they come and keeps the cards right: incremental, undoable, the same in any order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

import msgspec

from focus.core.errors import Problem
from focus.modules.search.cards import Apart, Card
from focus.modules.search.merging.cards import FactTable
from focus.modules.search.merging.clusters import Cluster, Index
from focus.modules.search.merging.members import Member, member_of
from focus.modules.search.merging.names import Name, alone, same_name
from focus.modules.search.merging.owing import Owed, owed_by, plates_of
from focus.modules.search.merging.partition import Group, partition
from focus.modules.search.merging.parts import Part, Setting
from focus.modules.search.merging.pivots import Offer
from focus.modules.search.merging.subjects import SubjectFinder, Subjects
from focus.modules.search.questions import Kind
from focus.modules.search.records import Record


class NoSuchRecord(Problem):
    """The card or the record below it is not, or no longer, in this lookup."""

    code = "search.no_such_record"
    status = 404


class Changes(msgspec.Struct, frozen=True):
    """What is new since the last time: cards that changed, and ids of cards that went into others."""

    cards: tuple[Card, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()


class Merger:
    """All records of one lookup."""

    def __init__(self, *, offer: Offer, ranks: Mapping[str, int], many: Collection[str] = ()) -> None:
        """`ranks`: 0 for a register of record, whose values stand first; 1 for others.
        `many`: facts outside the vocabulary of which a card may say several."""
        self._ranks, self._many = ranks, many
        self._scores: dict[tuple[Name, Name], float] = {}
        self._setting = Setting(offer, self.likeness)
        self._index = Index(self.likeness)
        self._members: dict[str, tuple[Member, Cluster]] = {}
        self._apart: dict[str, Part] = {}
        self._parts: dict[str, Part] = {}
        self._made = 0
        self._changed: dict[str, Part] = {}
        self._gone: dict[str, str] = {}
        self._unsettled: dict[int, Cluster] = {}
        """Clusters with contradictions and new records: worked out once for a whole batch."""

    def likeness(self, a: Name, b: Name) -> float:
        """`same_name`, remembered; initials of another record need no second look."""
        score = self._scores.get((a, b))
        if score is None:
            of_any = a.only or b.only
            score = alone(self.likeness(a.plain, b.plain), a, b) if of_any else same_name(a, b)
            self._scores[(a, b)] = self._scores[(b, a)] = score
        return score

    def add(self, record: Record) -> None:
        """Take a record in; the same one again changes nothing, a newer form of it takes its place."""
        member = member_of(record, self._ranks)
        if member.key in self._apart:
            self._stand_apart(member)
            return
        known = self._members.get(member.key)
        if known is not None:
            if known[0].record != record and known[0].record.at <= record.at:
                self._rebuild(known[1], without=member.key, adding=member)
            return
        cluster, absorbed = self._index.place(member)
        like = cluster.first[member.traits]
        if like != member.key:
            self._stand_beside(cluster, member, like)
            return
        for other in absorbed:
            self._unsettled.pop(id(other), None)
            cluster.parts += other.parts
            for key in other.members:
                self._members[key] = (self._members[key][0], cluster)
        self._members[member.key] = (member, cluster)
        if cluster.calm:
            self._grow(cluster, member)
        else:
            self._unsettled[id(cluster)] = cluster

    def split(self, card: str, record: str) -> None:
        """Part a record from its card for good: it is not the same person.

        Raises NoSuchRecord.
        """
        self._settle_all()
        part = self._parts.get(card)
        if part is None or record not in part.members:
            raise NoSuchRecord
        if record in self._apart or len(part.members) == 1:
            return
        member, cluster = self._members[record]
        self._rebuild(cluster, without=record)
        self._stand_apart(member)

    def hold_apart(self, record: str, other: str, said_at: datetime) -> None:
        """Part a record from the card of another as a colleague did before, if they are on one."""
        self._settle_all()
        for part in self._parts.values():
            if record in part.members and other in part.members and record not in self._apart:
                self.split(part.id, record)
                self._apart[record].apart = Apart(record, said_at)
                return

    def rejoin(self, record: str) -> None:
        """A record that stands apart goes where it belongs. Raises NoSuchRecord."""
        alone = self._apart.pop(record, None)
        if alone is None:
            raise NoSuchRecord
        self._parts.pop(alone.id, None)
        self._changed.pop(alone.id, None)
        self.add(alone.members[record].record)
        self._settle_all()
        home = next(part for part in self._parts.values() if record in part.members)
        if alone.shown and home.id != alone.id:
            self._gone[alone.id] = home.id

    def changes(self) -> Changes:
        """What changed since the last time this was asked."""
        self._settle_all()
        cards = []
        for part in list(self._changed.values()):
            try:
                cards.append(part.card(self._setting))
            except Exception:
                # The others are shown next time; this one never can be.
                del self._changed[part.id]
                raise
        for part in self._changed.values():
            part.shown = True
        self._changed.clear()
        gone = tuple([(lost, self._heir(into)) for lost, into in self._gone.items()])
        self._gone.clear()
        return Changes(tuple(cards), gone)

    def cards(self) -> list[Card]:
        """All cards as they now stand."""
        self._settle_all()
        return [part.card(self._setting) for part in self._parts.values()]

    def subjects(self, finder: SubjectFinder) -> Subjects:
        """The cards that are what was asked for."""
        self._settle_all()
        return finder.among(self._parts.values())

    def fit(self, card: str, finders: Iterable[SubjectFinder]) -> float:
        """How well a card fits the best of these readings, 0 to 1."""
        return max(finder.fit(self._parts[card]) for finder in finders)

    def owed(
        self, cards: Collection[str], kind: Kind, registers: Collection[str], *, box: str = ""
    ) -> tuple[Owed, ...]:
        """Whom the cards of one subject owe; of an address also the persons on any card that lives there."""
        wanted = (
            self._parts.values() if kind == "address" else [self._parts[c] for c in cards if c in self._parts]
        )
        return owed_by(wanted, kind, registers, box)

    def plates(self, cards: Collection[str], pattern: str) -> tuple[Owed, ...]:
        """The whole plates on these cards that a half seen one may be."""
        return plates_of((self._parts[c] for c in cards if c in self._parts), pattern)

    def _settle_all(self) -> None:
        for cluster in self._unsettled.values():
            self._settle(cluster.parts, [cluster])
        self._unsettled.clear()

    def _heir(self, id: str) -> str:  # noqa: A002
        while id in self._gone and id not in self._parts:
            id = self._gone[id]  # noqa: A001
        return id

    def _new_part(self, id: str = "", number: int = 0) -> Part:  # noqa: A002
        if not id:
            self._made += 1
            id, number = f"c{self._made}", self._made  # noqa: A001
        part = self._parts[id] = Part(id, number, FactTable(self._ranks, self._many))
        return part

    def _grow(self, cluster: Cluster, member: Member) -> None:
        """A calm cluster is one card: the oldest of its cards takes in the others and the new record."""
        parts = sorted(cluster.parts, key=lambda part: part.number)
        kept = parts[0] if parts else self._new_part()
        for lost in parts[1:]:
            for other in lost.members.values():
                kept.add(other)
            self._lose(lost, kept)
        kept.add(member)
        cluster.parts = [kept]
        self._changed[kept.id] = kept

    def _stand_beside(self, cluster: Cluster, member: Member, like: str) -> None:
        """A record with the traits of another stands where that one stands."""
        self._members[member.key] = (member, cluster)
        if id(cluster) not in self._unsettled:
            part = next(part for part in cluster.parts if like in part.members)
            part.add(member)
            self._changed[part.id] = part

    def _lose(self, lost: Part, into: Part) -> None:
        self._parts.pop(lost.id, None)
        self._changed.pop(lost.id, None)
        if lost.shown:
            self._gone[lost.id] = into.id

    def _stand_apart(self, member: Member) -> None:
        before = self._apart.get(member.key)
        part = self._new_part(before.id, before.number) if before else self._new_part()
        if before:
            part.shown, part.apart = before.shown, before.apart
        part.add(member)
        self._apart[member.key] = part
        self._changed[part.id] = part

    def _rebuild(self, cluster: Cluster, *, without: str, adding: Member | None = None) -> None:
        """Work a cluster out again, as if one record had never come or had come otherwise."""
        self._unsettled.pop(id(cluster), None)
        self._index.forget(cluster.members.values())
        left = [member for key, member in cluster.members.items() if key != without]
        del self._members[without]
        placed: dict[int, Cluster] = {}
        parts = list(cluster.parts)
        for member in [*left, adding] if adding else left:
            home, absorbed = self._index.place(member)
            for other in absorbed:
                placed.pop(id(other), None)
                parts += other.parts
                home.parts = [part for part in home.parts if part not in other.parts]
                for key in other.members:
                    if key in self._members:
                        self._members[key] = (self._members[key][0], home)
            parts += [part for part in home.parts if part not in parts]
            placed[id(home)] = home
            self._members[member.key] = (member, home)
        self._settle(parts, list(placed.values()))

    def _settle(self, old: list[Part], clusters: list[Cluster]) -> None:
        """Partition clusters anew; a card keeps its id where its first record is."""
        groups = [(c, g) for c in clusters for g in partition(list(c.members.values()), self.likeness)]
        holder = {member.key: place for place, (_, group) in enumerate(groups) for member in group}
        heirs: dict[int, Part] = {}
        lost: list[tuple[Part, int]] = []
        for part in sorted(old, key=lambda part: part.number):
            place = next((holder[key] for key in part.members if key in holder), None)
            if place is None:
                self._parts.pop(part.id, None)
            elif place in heirs:
                lost.append((part, place))
            else:
                heirs[place] = part
        for cluster in clusters:
            cluster.parts = []
        made = {place: self._remade(heirs.get(place), group) for place, (_, group) in enumerate(groups)}
        for place, (cluster, _) in enumerate(groups):
            cluster.parts.append(made[place])
        for part, place in lost:
            self._lose(part, made[place])

    def _remade(self, before: Part | None, group: Group) -> Part:
        """The card of a group; the one before if it has just these records."""
        if before and {(k, id(m)) for k, m in before.members.items()} == {(m.key, id(m)) for m in group}:
            return before
        part = self._new_part(before.id, before.number) if before else self._new_part()
        part.shown = before.shown if before else False
        came = list(before.members) if before else []
        for member in sorted(group, key=lambda m: came.index(m.key) if m.key in came else len(came)):
            part.add(member)
        self._changed[part.id] = part
        return part
