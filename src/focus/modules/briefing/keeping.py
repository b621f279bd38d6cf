"""What ends by the clock, and what is erased after its delay."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from focus.core import clock
from focus.core.feed import Saves
from focus.core.log import LogEvent
from focus.core.organisations.public import directory
from focus.core.registry import Job, Retention
from focus.modules.briefing import phones, spreading, store
from focus.modules.briefing.kinds import ITEM

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

EXPIRE: Final = Job("focus.modules.briefing.keeping:expire", every=timedelta(minutes=1))
RETENTION: Final = Retention(
    "briefing.item",
    "ended_at",
    "ended_days",
    "items that ended, with who has read them and where they were seen",
    erase="focus.modules.briefing.keeping:erase_items",
)
WORD_STAYS: Final = timedelta(days=1)
"""So long phones say that an item was recalled, and why."""
BATCH: Final = 200

_DUE = "select id from briefing.item where state = 'published' and valid_to <= $1 order by valid_to limit $2"
_SAID = """select id from briefing.item
           where on_phones and state = 'recalled' and ended_at <= $1 order by ended_at limit $2"""


async def expire(platform: Platform) -> None:
    """End every item whose time is over, in each organisation, and take yesterday's recalls off phones."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    for organisation in organisations:
        now, reading = clock.now(), platform.database.reading(organisation)
        for row in await reading.fetch(_DUE, now, BATCH):
            await _expire(platform, organisation, row["id"], now)
        for row in await reading.fetch(_SAID, now - WORD_STAYS, BATCH):
            await _take_off(platform, organisation, row["id"])


async def _expire(platform: Platform, organisation: UUID, item: UUID, now: datetime) -> None:
    async with platform.database.transaction(organisation) as tx:
        saves = Saves(tx)
        await saves.hold(ITEM, item)
        row = await store.held(tx, item)
        if row is None or row["state"] != "published" or row["valid_to"] > now:
            return
        await phones.end(saves, item, state="expired", why="", at=row["valid_to"])
        await spreading.spread_within(platform, tx, item)
        what = {"item": str(item), "version": row["version"]}
        await platform.log.append(
            tx, LogEvent(organisation_id=organisation, kind="briefing.ItemExpired", what=what)
        )
        await saves.write(platform.bus)


async def _take_off(platform: Platform, organisation: UUID, item: UUID) -> None:
    async with platform.database.transaction(organisation) as tx:
        saves = Saves(tx)
        await saves.hold(ITEM, item)
        await tx.execute("update briefing.item set on_phones = false where id = $1", item)
        saves.gone(ITEM, item)
        await saves.write(platform.bus)


async def erase_items(platform: Platform, tx: Transaction, before: datetime) -> int:
    """Erase items that ended before that moment, with all that belongs to them; how many."""
    assert tx.organisation is not None
    saves = Saves(tx)
    rows = await tx.fetch(
        "select id from briefing.item where ended_at < $1 order by id limit $2", before, BATCH
    )
    items = [row["id"] for row in rows]
    if not items:
        return 0
    await saves.hold(ITEM, *items)
    for item in items:
        saves.gone(ITEM, item)
        await phones.lose(saves, item)
    await tx.execute(
        """delete from briefing.untold u using briefing.sighting s
           where s.id = u.sighting_id and s.item_id = any($1)""",
        items,
    )
    for table in ("receipt", "sighting", "subject", "version", "waking"):
        await tx.execute(f"delete from briefing.{table} where item_id = any($1)", items)  # noqa: S608
    await tx.execute("delete from briefing.share where item_id = any($1) or copy_id = any($1)", items)
    await tx.execute("delete from briefing.item where id = any($1)", items)
    what = {"items": len(items), "before": before.isoformat()}
    await platform.log.append(
        tx, LogEvent(organisation_id=tx.organisation, kind="briefing.ItemsErased", what=what)
    )
    await saves.write(platform.bus)
    return len(items)
