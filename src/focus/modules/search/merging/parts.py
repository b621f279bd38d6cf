"""A card in the making."""

from __future__ import annotations

from bisect import insort
from collections.abc import Hashable

import msgspec

from focus.modules.search.cards import Apart, Card, Hit
from focus.modules.search.merging.cards import FactTable, WarningTable, gravest
from focus.modules.search.merging.match_rules import Likeness
from focus.modules.search.merging.members import Member
from focus.modules.search.merging.naming import Features
from focus.modules.search.merging.pivots import Leads, Offer
from focus.modules.search.merging.reasons import Kind, links_of
from focus.modules.search.records import Identifier


class Setting(msgspec.Struct, frozen=True):
    """What holds for all cards of a lookup."""

    offer: Offer
    likeness: Likeness


class Part:
    """The records of one card; kept so that one more record costs only what it adds."""

    def __init__(self, id: str, number: int, table: FactTable) -> None:  # noqa: A002
        self.id = id
        self.number = number
        self.shown = False
        """Whether the reader has seen a card with this id."""
        self.apart: Apart | None = None
        self.members: dict[str, Member] = {}
        self._ordered: list[Member] = []
        self._kinds: dict[Hashable, Kind] = {}
        self._hits: list[Member] = []
        self._table = table
        self._warnings = WarningTable()
        self._features = Features()
        self._leads = Leads()
        self._common: set[Identifier] | None = None

    @property
    def eldest(self) -> str:
        """Key of the record that came first."""
        return next(iter(self.members))

    def add(self, member: Member) -> None:
        """Take a record in."""
        record, order = member.record, member.order
        self.members[member.key] = member
        insort(self._ordered, member, key=_order)
        kind = self._kinds.get(member.traits)
        if kind is None:
            self._kinds[member.traits] = Kind(member)
            self._narrow(member)
        else:
            kind.add(member.key)
        if record.hit:
            insort(self._hits, member, key=_order)
        self._table.add(record)
        if record.warnings:
            self._warnings.add(record, order)
        self._features.add(record, order)
        self._leads.add(record, order)

    def _narrow(self, member: Member) -> None:
        """What all have so far."""
        if self._common is None:
            self._common = set(member.identifiers)
        elif self._common:
            self._common.intersection_update(member.identifiers)

    def card(self, setting: Setting) -> Card:
        """The card as it now stands."""
        header = self._features.header()
        warnings = self._warnings.warnings()
        return Card(
            id=self.id,
            type=self._ordered[0].record.type,
            title=header.title,
            subtitle=header.subtitle,
            born=header.born,
            sex=header.sex,
            tone=gravest([warning.warn.tone for warning in warnings]) if warnings else None,
            warnings=warnings,
            facts=self._table.facts(),
            links=links_of(tuple(self._kinds.values()), common=self._common or (), likeness=setting.likeness),
            records=tuple([member.origin for member in self._ordered]),
            pivots=self._leads.pivots(header, setting.offer),
            photo=header.photo,
            place=header.place,
            apart=self.apart,
            hits=tuple([Hit(m.record.source, m.record.at) for m in self._hits]),
        )


def _order(member: Member) -> tuple[int, float, str]:
    return member.order
