"""A card in the making."""

from __future__ import annotations

import msgspec

from focus.modules.search.cards import Card, Origin
from focus.modules.search.merging.cards import FactTable, gravest, warnings_of
from focus.modules.search.merging.members import Member
from focus.modules.search.merging.naming import face_of
from focus.modules.search.merging.pivots import Offer, pivots_of
from focus.modules.search.merging.reasons import Likeness, links_of
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
        self.members: dict[str, Member] = {}
        self._ordered: list[Member] = []
        self._table = table
        self._common: set[Identifier] | None = None

    @property
    def eldest(self) -> str:
        """Key of the record that came first."""
        return next(iter(self.members))

    def add(self, member: Member) -> None:
        """Take a record in."""
        self.members[member.key] = member
        self._ordered.append(member)
        self._table.add(member.record)
        own = set(member.identifiers)
        self._common = own if self._common is None else self._common & own

    def card(self, setting: Setting) -> Card:
        """The card as it now stands."""
        self._ordered.sort(key=lambda member: member.order)
        records = [member.record for member in self._ordered]
        face = face_of(records)
        warnings = warnings_of(records)
        return Card(
            id=self.id,
            type=records[0].type,
            title=face.title,
            subtitle=face.subtitle,
            born=face.born,
            sex=face.sex,
            tone=gravest(warning.warn.tone for warning in warnings),
            warnings=warnings,
            facts=self._table.facts(),
            links=links_of(self._ordered, common=self._common or set(), likeness=setting.likeness),
            records=tuple(Origin(m.key, m.record.source, m.record.at) for m in self._ordered),
            pivots=pivots_of(records, face, setting.offer),
            photo=face.photo,
            place=face.place,
        )
