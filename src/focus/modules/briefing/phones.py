"""What phones are given of an item: written from its rows, whoever changed them.

Order of locks: record of the item, its row, record of the tally, records of receipts and sightings.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import msgspec

from focus.core.feed import person_bucket
from focus.modules.briefing import store
from focus.modules.briefing.kinds import ITEM, RECEIPT, SIGHTING, TALLY, buckets_beside
from focus.modules.briefing.records import Draft, Item, Receipt, Sighting, Spot, Tally

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves


def receipt_id(item: UUID, person: UUID) -> UUID:
    """One for each person and item, whichever device it comes from."""
    return uuid5(item, str(person))


async def show(saves: Saves, item: UUID) -> Item:
    """Phones are to have a published item so, with its tally and sightings. Its record is held."""
    shown = await store.shown(saves.tx, item)
    saves.save(ITEM, shown)
    await count(saves, shown.id, shown.content)
    await _show_sightings(saves, shown)
    return shown


async def count(saves: Saves, item: UUID, content: Draft) -> None:
    """Count anew who of those meant has read the version that is asked for."""
    await saves.hold(TALLY, item)
    row = await saves.tx.fetchrow(
        """select i.meant_for, count(r.id) filter (where r.meant and r.version >= i.asks) as read
           from briefing.item i left join briefing.receipt r on r.item_id = i.id
           where i.id = $1 group by i.meant_for""",
        item,
    )
    assert row is not None
    of = max(row["meant_for"], row["read"])
    saves.save(TALLY, Tally(id=item, read=row["read"], of=of, to=buckets_beside(content)))


def give_receipt(saves: Saves, row: Any) -> None:
    """A receipt's holder is to have it on all his devices."""
    to = (person_bucket(row["person_id"]),)
    receipt = Receipt(id=row["id"], item=row["item_id"], version=row["version"], at=row["at"], to=to)
    saves.save(RECEIPT, receipt)


def sighting_of(row: Any, content: Draft) -> Sighting:
    """A sighting as it is shown."""
    placed = row["longitude"] is not None
    return Sighting(
        id=row["id"],
        item=row["item_id"],
        at=row["at"],
        by=row["name"],
        text=row["text"],
        place=row["place"],
        spot=Spot(row["longitude"], row["latitude"], row["accuracy"]) if placed else None,
        to=buckets_beside(content),
    )


async def sightings_of(tx: Transaction, item: UUID, content: Draft) -> tuple[Sighting, ...]:
    """The latest first."""
    rows = await tx.fetch(
        "select * from briefing.sighting where item_id = $1 order by at desc, id desc", item
    )
    return tuple(sighting_of(row, content) for row in rows)


async def _show_sightings(saves: Saves, item: Item) -> None:
    """They follow their item to whomever it is for now."""
    sightings = await sightings_of(saves.tx, item.id, item.content)
    await saves.hold(SIGHTING, *(one.id for one in sightings))
    for one in sightings:
        saves.save(SIGHTING, one)


async def end(saves: Saves, item: UUID, *, state: str, why: str, at: datetime) -> None:
    """An item ends: phones lose what they hold of it. Its record is held.

    A recalled one stays for a day as one word why; an expired one is gone, its phone knew the end.
    """
    await store.end_item(saves.tx, item, state=state, why=why, at=at)
    if state == "recalled":
        saves.save(ITEM, _word_only(await store.shown(saves.tx, item)))
    else:
        saves.gone(ITEM, item)
    await lose(saves, item)


async def lose(saves: Saves, item: UUID) -> None:
    """No phone keeps tally, receipts and sightings of an item."""
    await saves.hold(TALLY, item)
    saves.gone(TALLY, item)
    for kind, table in ((RECEIPT, "receipt"), (SIGHTING, "sighting")):
        rows = await saves.tx.fetch(f"select id from briefing.{table} where item_id = $1 order by id", item)  # noqa: S608
        await saves.hold(kind, *(row["id"] for row in rows))
        for row in rows:
            saves.gone(kind, row["id"])


def _word_only(item: Item) -> Item:
    content = item.content
    bare = Draft(kind=content.kind, title=content.title, language=content.language, audience=content.audience)
    return msgspec.structs.replace(item, content=bare, changes=(), service="")
