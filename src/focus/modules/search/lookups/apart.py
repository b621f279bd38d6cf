"""Not the same person, and the same after all: for this lookup, and as a hint for the zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focus.core.gate import Principal
from focus.modules.search.lookups import journal
from focus.modules.search.lookups.requests import Split, SplitDone
from focus.modules.search.lookups.running import Running
from focus.modules.search.merging.merger import NoSuchRecord

if TYPE_CHECKING:
    from focus.modules.search.lookups.service import Search


async def part(search: Search, principal: Principal, split: Split) -> SplitDone:
    """Log it, remember it for the zone, then part the record. Raises NoSuchRecord."""
    found = search.inhand.find(split.lookup, principal)
    others = [record for record in _records(found, split) if record != split.record]
    await _logged(search, principal, journal.SPLIT, found, split)
    await search.hints.remember(principal, split.record, others)
    changes, verdict = found.split(split.card, split.record)
    return SplitDone(cards=changes.cards, gone=tuple(card for card, _ in changes.gone), verdict=verdict)


async def put_back(search: Search, principal: Principal, split: Split) -> SplitDone:
    """Log it, withdraw the zone's hints about these records, then join. Raises NoSuchRecord."""
    found = search.inhand.find(split.lookup, principal)
    _records(found, split)
    await _logged(search, principal, journal.WITHDRAWN, found, split)
    await search.hints.withdraw(principal, split.record, found.intake.holding.others(split.record))
    changes, verdict = found.rejoin(split.record)
    return SplitDone(cards=changes.cards, gone=tuple(card for card, _ in changes.gone), verdict=verdict)


def _records(found: Running, split: Split) -> list[str]:
    """Keys of the records on the card that is meant."""
    for card in found.merger.cards():
        keys = [record.id for record in card.records]
        if card.id == split.card and split.record in keys:
            return keys
    raise NoSuchRecord


async def _logged(search: Search, principal: Principal, kind: str, found: Running, split: Split) -> None:
    what = {"lookup": str(found.id), "card": split.card, "record": split.record}
    await search.platform.log.commit_now(journal.entry(principal, kind, what, purpose=found.purpose))
