"""Not the same person, and the same after all: for this lookup, and as a hint for the zone."""

from __future__ import annotations

from uuid import UUID

from focus.core.gate import Actor, Event, Principal
from focus.modules.search.lookups.requests import Split, SplitDone
from focus.modules.search.lookups.run import LookupRun
from focus.modules.search.lookups.service import Search
from focus.modules.search.merging.merger import NoSuchRecord


class RecordSplit(Event, frozen=True):
    """A record is not the same person as the rest of its card."""

    lookup: UUID
    card: str
    record: str


class HintWithdrawn(Event, frozen=True):
    """What was held apart is the same person after all."""

    lookup: UUID
    card: str
    record: str


async def split_record(search: Search, principal: Principal, split: Split) -> SplitDone:
    """Log it and remember it for the zone, in one transaction; then part the record. Raises NoSuchRecord."""
    found = search.lookups.find(split.lookup, principal)
    others = [record for record in _records(found, split) if record != split.record]

    async def remember(actor: Actor) -> Event:
        actor.purpose = found.purpose
        await search.hints.remember(actor, split.record, others)
        return RecordSplit(lookup=found.id, card=split.card, record=split.record)

    await search.platform.gate.change(principal, "search", remember)
    changes, verdict = found.split(split.card, split.record)
    return SplitDone(cards=changes.cards, gone=tuple(card for card, _ in changes.gone), verdict=verdict)


async def rejoin_record(search: Search, principal: Principal, split: Split) -> SplitDone:
    """Log it and withdraw the zone's hints, in one transaction; then join. Raises NoSuchRecord."""
    found = search.lookups.find(split.lookup, principal)
    _records(found, split)

    async def withdraw(actor: Actor) -> Event:
        actor.purpose = found.purpose
        await search.hints.withdraw(actor, split.record, found.intake.holding.others(split.record))
        return HintWithdrawn(lookup=found.id, card=split.card, record=split.record)

    await search.platform.gate.change(principal, "search", withdraw)
    changes, verdict = found.rejoin(split.record)
    return SplitDone(cards=changes.cards, gone=tuple(card for card, _ in changes.gone), verdict=verdict)


def _records(found: LookupRun, split: Split) -> list[str]:
    """Keys of the records on the card that is meant."""
    for card in found.merger.cards():
        keys = [record.id for record in card.records]
        if card.id == split.card and split.record in keys:
            return keys
    raise NoSuchRecord
