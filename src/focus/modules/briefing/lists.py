"""Reading rows of many items at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from focus.modules.briefing import phones, store
from focus.modules.briefing.audience import Sight
from focus.modules.briefing.records import Item, Sighting
from focus.modules.briefing.shown import ItemLine, ShareShown

if TYPE_CHECKING:
    from focus.core.database import Transaction

PAGE: Final = 50
_SEEN: Final = """(i.buckets && $1::text[] or ($2 and i.handling <> 'secret') or i.author_id = $3)"""
"""What a `Sight` shows, in SQL: its three values come first."""
_UNREACHED: Final = "(s.version < i.version or (i.state <> 'published' and s.ended = ''))"

_LINES: Final = f"""
with page as (
  select i.* from briefing.item i
  where {_SEEN}
    and ($4::text is null or i.kind = $4) and ($5::text is null or i.priority = $5)
    and ($6::text is null or i.state = $6)
    and ($7 = '' or i.title ilike $7 or i.number ilike $7 or i.content ->> 'text' ilike $7)
    and ($8 = '' or i.author ilike $8)
    and ($9::uuid is null or (i.published_at, i.id) < (
      select b.published_at, b.id from briefing.item b where b.id = $9))
  order by i.published_at desc, i.id desc limit $10)
select i.id, i.number, i.version, i.state, i.kind, i.priority, i.handling, i.must_read, i.title, i.author,
  i.published_at, i.valid_from, i.valid_to, i.ended_at, i.meant_for as of,
  coalesce(i.origin_name, '') as origin,
  (select count(*) from briefing.receipt r
   where r.item_id = i.id and r.meant and r.version >= i.asks) as read,
  (select count(*) from briefing.sighting g where g.item_id = i.id) as sightings,
  (select count(*) from briefing.share s where s.direction = 'out' and s.item_id = i.id) as shared,
  (select count(*) from briefing.share s where s.direction = 'out' and s.item_id = i.id
     and s.state <> 'declined' and {_UNREACHED}) as unreached
from page i order by i.published_at desc, i.id desc
"""  # noqa: S608


async def lines(
    tx: Transaction,
    sight: Sight,
    *,
    kind: str | None,
    priority: str | None,
    state: str | None,
    text: str,
    author: str,
    before: UUID | None,
) -> list[ItemLine]:
    """A page of what somebody may see, the newest first."""
    rows = await tx.fetch(
        _LINES, *_values(sight), kind, priority, state, _within(text), _within(author), before, PAGE
    )
    return [ItemLine(**row) for row in rows]


def _values(sight: Sight) -> tuple[Any, ...]:
    return (sorted(sight.buckets), sight.at_desk, sight.person)


def _within(text: str) -> str:
    r"""A pattern of `ilike` that finds exactly this text anywhere; empty for nothing asked."""
    plain = text.strip().replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{plain}%" if plain else ""


async def in_force(
    tx: Transaction, sight: Sight, *, buckets: Sequence[str], at: datetime
) -> list[tuple[Item, int, int]]:
    """Items that count now for any of these buckets, as far as somebody may see them: read by, meant for."""
    rows = await tx.fetch(
        f"""select {store.COLUMNS}, (select count(*) from briefing.receipt r
              where r.item_id = i.id and r.meant and r.version >= i.asks) as read
            from briefing.item i
            where {_SEEN} and i.buckets && $4::text[] and i.state = 'published'
              and i.valid_from <= $5 and i.valid_to > $5
            order by (i.priority = 'urgent') desc, i.must_read desc, i.published_at desc, i.id desc""",  # noqa: S608
        *_values(sight),
        list(buckets),
        at,
    )
    changes = await store.changes_of(tx, [row["id"] for row in rows])
    return [
        (store.item_of(row, changes.get(row["id"], ())), row["read"], max(row["read"], row["meant_for"]))
        for row in rows
    ]


async def changed(tx: Transaction, sight: Sight, *, since: datetime, at: datetime) -> list[Any]:
    """Rows of items for somebody that were published, revised or ended since, the newest change first."""
    return await tx.fetch(
        f"""select {store.COLUMNS} from briefing.item i
            where {_SEEN} and (i.changed_at > $4 or (i.valid_from > $4 and i.valid_from <= $5)
              or i.ended_at > $4)
            order by i.changed_at desc, i.id desc limit 500""",  # noqa: S608
        sorted(sight.buckets),
        False,
        sight.person,
        since,
        at,
    )


async def shares_of(tx: Transaction, item: UUID) -> tuple[ShareShown, ...]:
    """To whom an item was offered, by name; those not reached first."""
    rows = await tx.fetch(
        f"""select s.id, s.other_id as organisation, s.other_name as name, s.state, s.at, s.answered_at,
              s.version, s.tried_at, s.trouble, (s.state = 'declined' or not {_UNREACHED}) as reached
            from briefing.share s join briefing.item i on i.id = s.item_id
            where s.direction = 'out' and s.item_id = $1 order by reached, s.other_name""",  # noqa: S608
        item,
    )
    return tuple(ShareShown(**row) for row in rows)


async def sightings_of(tx: Transaction, items: Sequence[Item]) -> dict[UUID, tuple[Sighting, ...]]:
    """Sightings of several items, the latest first."""
    contents = {one.id: one.content for one in items}
    rows = await tx.fetch(
        "select * from briefing.sighting where item_id = any($1) order by at desc, id desc", list(contents)
    )
    found: dict[UUID, list[Sighting]] = {}
    for row in rows:
        found.setdefault(row["item_id"], []).append(phones.sighting_of(row, contents[row["item_id"]]))
    return {item: tuple(seen) for item, seen in found.items()}
