"""What officers in the field tell: that they have read an item, that they saw what it is about."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Actor, Event, action
from focus.modules.briefing import phones, returning, store
from focus.modules.briefing.audience import name_of, sight_of
from focus.modules.briefing.kinds import RECEIPT, SIGHTING, TALLY
from focus.modules.briefing.problems import (
    ItemUnknown,
    MomentImpossible,
    NothingSeen,
    SightingKnown,
    VersionUnknown,
)
from focus.modules.briefing.records import Line, Spot
from focus.modules.search.public import SKEW

OLDEST: Final = timedelta(hours=72)
"""As long as a device may be away from the server."""
Told = Annotated[str, msgspec.Meta(max_length=1_000)]
Version = Annotated[int, msgspec.Meta(ge=1, le=100_000)]


class ItemRead(Event, frozen=True):
    """Somebody has read a version of an item."""

    item: UUID
    version: int
    at: datetime


class SightingReported(Event, frozen=True):
    """Somebody saw what an item is about. Words and places stand in the row; not in the log."""

    sighting: UUID
    item: UUID
    at: datetime
    placed: bool


@action(needs="briefing.read", offline=True)
async def acknowledge(actor: Actor, *, item: UUID, version: Version) -> ItemRead:
    """Say that this version was read. Once for all devices; a later version counts for earlier ones."""
    row, meant = await _seen(actor, item)
    if version > row["version"]:
        raise VersionUnknown
    receipt = phones.receipt_id(item, actor.person)
    await actor.hold(TALLY, item)
    await actor.hold(RECEIPT, receipt)
    kept = await actor.tx.fetchrow(
        """insert into briefing.receipt as r (organisation_id, id, item_id, person_id, version, at, meant)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6)
           on conflict (organisation_id, id) do update
             set version = excluded.version, at = excluded.at, meant = excluded.meant
             where r.version < excluded.version
           returning id, item_id, person_id, version, at""",
        receipt,
        item,
        actor.person,
        version,
        actor.at,
        meant,
    )
    if kept is not None and row["state"] == "published":
        phones.give_receipt(actor.saves, kept)
        await phones.count(actor.saves, item, store.content_of(row))
    elif kept is not None:
        actor.gone(RECEIPT, receipt)
    return ItemRead(item=item, version=version, at=actor.at)


@action(needs="briefing.read", offline=True)
async def report_sighting(
    actor: Actor,
    *,
    id: UUID,  # noqa: A002
    item: UUID,
    at: datetime | None = None,
    text: Told = "",
    place: Line = "",
    spot: Spot | None = None,
) -> SightingReported:
    """Say where and when it was seen: to the desk and to everybody whom the item is for.

    Also of an item that ended meanwhile: then only its desk sees it. Of what another organisation shared that
    one hears too, without the officer's name.
    """
    if not (text.strip() or place.strip() or spot):
        raise NothingSeen
    row, _ = await _seen(actor, item)
    moment = _moment(actor, at)
    if await actor.hold(SIGHTING, id) or await _known(actor, id):
        raise SightingKnown
    kept = await actor.tx.fetchrow(
        """insert into briefing.sighting (organisation_id, id, item_id, person_id, name, at, text, place,
             longitude, latitude, accuracy)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning *""",
        id, item, actor.person, await name_of(actor), moment, text.strip(), place.strip(),
        spot.longitude if spot else None, spot.latitude if spot else None, spot.accuracy if spot else None,
    )  # fmt: skip
    if row["state"] == "published":
        actor.save(SIGHTING, phones.sighting_of(kept, store.content_of(row)))
    else:
        actor.gone(SIGHTING, id)
    if row["origin_organisation"] is not None:
        await returning.go_back(actor, id)
    return SightingReported(sighting=id, item=item, at=moment, placed=bool(place.strip() or spot))


async def _seen(actor: Actor, item: UUID) -> tuple[Any, bool]:
    """An item that this person may see, unchanged until the end, and whether it is meant for him."""
    row, sight = await store.steady(actor.tx, item), await sight_of(actor)
    if row is None or not sight.shows(row):
        raise ItemUnknown
    return row, sight.means(row)


async def _known(actor: Actor, sighting: UUID) -> bool:
    return bool(await actor.tx.fetchval("select true from briefing.sighting where id = $1", sighting))


def _moment(actor: Actor, at: datetime | None) -> datetime:
    moment, now = at or actor.at, clock.now()
    if moment.tzinfo is None or not now - OLDEST <= moment <= now + SKEW:
        raise MomentImpossible
    return min(moment, now)
