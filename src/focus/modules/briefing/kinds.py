"""The four kinds of records that phones hold, and who may hold them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from focus.core.feed import WHOLE, function_bucket, person_bucket, unit_bucket, ward_bucket
from focus.core.registry import Synced
from focus.modules.briefing.records import Audience, Draft, Item, Receipt, Sighting, Tally

DESK: Final = "briefing:desk"
"""Those who write items."""
_AWAY: Final = timedelta(hours=72)


def buckets_of_audience(audience: Audience) -> tuple[str, ...]:
    """Who is meant, as buckets."""
    return (
        *((WHOLE,) if audience.whole else ()),
        *map(unit_bucket, audience.units),
        *map(function_bucket, audience.functions),
        *map(ward_bucket, audience.wards),
        *map(person_bucket, audience.persons),
    )


def buckets_beside(content: Draft) -> tuple[str, ...]:
    """Who may hold what belongs to an item: whom it is for, and the desk unless it is secret."""
    desk = () if content.handling == "secret" else (DESK,)
    return (*buckets_of_audience(content.audience), *desk)


def _of_item(item: Item) -> tuple[str, ...]:
    return buckets_of_audience(item.content.audience)


def _said(record: Tally | Receipt | Sighting) -> tuple[str, ...]:
    return record.to


READ: Final = "briefing.read"
ITEM: Final = Synced("briefing.item", Item, buckets=_of_item, needs=READ, offline=_AWAY)
TALLY: Final = Synced("briefing.tally", Tally, buckets=_said, needs=READ, offline=_AWAY)
RECEIPT: Final = Synced("briefing.receipt", Receipt, buckets=_said, needs=READ, offline=_AWAY)
SIGHTING: Final = Synced("briefing.sighting", Sighting, buckets=_said, needs=READ, offline=_AWAY)
