"""What may be read of the briefing beside what phones hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.feed import WHOLE, unit_bucket
from focus.core.gate import Actor, view
from focus.core.organisations.public import name_in, units
from focus.modules.briefing import lists, phones, store
from focus.modules.briefing.audience import meant_by, sight_of
from focus.modules.briefing.records import Kind, Priority, Reader
from focus.modules.briefing.shown import (
    Called,
    ChangedSince,
    DraftShown,
    Ended,
    ItemLine,
    ItemShown,
    OfferShown,
    Readers,
    RollCall,
    ShareShown,
    State,
)

REACHED_WITHIN: Final = timedelta(hours=24)
FIRST_TIME: Final = timedelta(hours=24)
LONGEST: Final = timedelta(days=31)
Wanted = Annotated[str, msgspec.Meta(max_length=100)]


@view(needs="briefing.write")
async def drafts(actor: Actor) -> list[DraftShown]:
    """All drafts, the last changed first; one that is to be secret only for its author."""
    rows = await actor.tx.fetch(
        """select id, version, content::text as content, author, changed_at from briefing.draft
           where author_id = $1 or coalesce(content ->> 'handling', '') <> 'secret'
           order by changed_at desc, id limit 200""",
        actor.person,
    )
    return [DraftShown(**{**row, "content": store.content_of(row)}) for row in rows]


@view(needs="briefing.read", private=True)
async def items(
    actor: Actor,
    *,
    kind: Kind | None = None,
    priority: Priority | None = None,
    state: State | None = None,
    text: Wanted = "",
    author: Wanted = "",
    before: UUID | None = None,
) -> list[ItemLine]:
    """Items that one may see, the newest first, 50 at a time; `before`: id of the last one seen.

    `text`: in title, text or number; `author`: in the name.
    """
    return await lists.lines(
        actor.tx,
        await sight_of(actor),
        kind=kind,
        priority=priority,
        state=state,
        text=text,
        author=author,
        before=before,
    )


@view(needs="briefing.read")
async def item(actor: Actor, *, item: UUID) -> ItemShown | None:
    """One item with its sightings and with whom it is shared, also when it has ended.

    None: there is no such item, or it is not for this person.
    """
    row = await _row(actor, item)
    if row is None:
        return None
    read = await actor.tx.fetchval(
        "select count(*) from briefing.receipt where item_id = $1 and meant and version >= $2",
        item,
        row["asks"],
    )
    shown = store.item_of(row, (await store.changes_of(actor.tx, [item])).get(item, ()))
    shares = "briefing.share" in actor.principal.permissions
    return ItemShown(
        id=item,
        item=shown,
        ended_at=row["ended_at"],
        read=read,
        of=max(read, row["meant_for"]),
        sightings=await phones.sightings_of(actor.tx, item, shown.content),
        shares=await lists.shares_of(actor.tx, item) if shares else (),
    )


@view(needs="briefing.readers")
async def readers(actor: Actor, *, item: UUID) -> Readers | None:
    """Who has read which version of an item, who has not, and whom no device of his reaches.

    None: there is no such item, or it is not for this person.
    """
    row, now = await _row(actor, item), clock.now()
    if row is None:
        return None
    meant = await meant_by(actor.tx, store.content_of(row).audience, now)
    read = await _receipts(actor, item)
    heard = await _heard_from(actor, now - REACHED_WITHIN)
    found = [
        Reader(
            person=one.person,
            name=one.name,
            function=one.function,
            read_at=read[one.person]["at"] if one.person in read else None,
            version=read[one.person]["version"] if one.person in read else None,
            reachable=one.person in heard,
        )
        for one in meant
    ]
    asks = row["asks"]
    ordered = sorted(found, key=lambda one: (one.version or 0) >= asks)
    return Readers(id=item, version=row["version"], asks=asks, readers=tuple(ordered))


async def _receipts(actor: Actor, item: UUID) -> dict[UUID, Any]:
    rows = await actor.tx.fetch(
        "select person_id, version, at from briefing.receipt where item_id = $1", item
    )
    return {row["person_id"]: row for row in rows}


async def _heard_from(actor: Actor, since: datetime) -> set[UUID]:
    rows = await actor.tx.fetch(
        "select distinct person_id from identity.session where active_at >= $1", since
    )
    return {row["person_id"] for row in rows}


@view(needs="briefing.share")
async def shares(actor: Actor, *, item: UUID) -> list[ShareShown]:
    """To whom an item was offered and what they know of it; those not reached come first."""
    seen = await _row(actor, item)
    return list(await lists.shares_of(actor.tx, item)) if seen else []


@view(needs="briefing.share")
async def offers(actor: Actor, *, all: bool = False) -> list[OfferShown]:  # noqa: A002
    """What other organisations offer and waits for an answer, the newest first; `all`: answered ones too."""
    now = clock.now()
    rows = await actor.tx.fetch(
        """select id, other_id as organisation, other_name as name, number, version, state, at, answered_at,
             copy_id as copy, ended, why, content::text as content from briefing.share
           where direction = 'in' and ($1 or (state = 'offered' and ended = ''))
           order by at desc limit 200""",
        all,
    )
    shown = [_offer(dict(row), now) for row in rows]
    return [one for one in shown if all or one.open]


def _offer(row: dict[str, Any], now: datetime) -> OfferShown:
    content = store.content_of(row)
    ended = row.pop("ended")
    over = content.valid_to is not None and content.valid_to <= now
    still = row["state"] == "offered" and not ended and not over
    return OfferShown(**{**row, "content": content, "recalled": ended == "recalled", "open": still})


@view(needs="briefing.read")
async def roll_call(actor: Actor, *, unit: UUID | None = None) -> RollCall:
    """What is in force for a unit, or for oneself: urgent, then must-read, then the newest."""
    sight, now = await sight_of(actor), clock.now()
    buckets = [WHOLE, unit_bucket(unit)] if unit else sorted(sight.buckets)
    found = await lists.in_force(actor.tx, sight, buckets=buckets, at=now)
    seen = await lists.sightings_of(actor.tx, [one for one, _, _ in found])
    names = {one.id: one.names for one in await units(actor.tx)} if unit else {}
    return RollCall(
        at=now,
        unit=unit,
        unit_name=name_in(names[unit], actor.language) if unit and unit in names else "",
        items=tuple(
            Called(id=one.id, item=one, read=read, of=of, sightings=seen.get(one.id, ()))
            for one, read, of in found
        ),
    )


@view(needs="briefing.read")
async def changed_since(actor: Actor, *, since: datetime | None = None) -> ChangedSince:
    """What was published, revised or ended for oneself since a moment: one's last briefing.

    Without `since`: since one last read an item, or the last 24 hours. At most the last 31 days.
    """
    sight, now = await sight_of(actor), clock.now()
    moment = since if since is not None and since.tzinfo is not None else await _last_read(actor, now)
    moment = max(moment, now - LONGEST)
    rows = await lists.changed(actor.tx, sight, since=moment, at=now)
    there = [row for row in rows if row["state"] == "published"]
    changes = await store.changes_of(actor.tx, [row["id"] for row in there])
    recent = {id_: tuple(one for one in all_ if one.at > moment) for id_, all_ in changes.items()}
    return ChangedSince(
        since=moment,
        at=now,
        items=tuple(store.item_of(row, recent.get(row["id"], ())) for row in there),
        ended=tuple(_ended(row) for row in rows if row["state"] != "published"),
    )


def _ended(row: Any) -> Ended:
    names = ("id", "number", "title", "state", "why")
    return Ended(**{name: row[name] for name in names}, at=row["ended_at"])


async def _last_read(actor: Actor, now: datetime) -> datetime:
    last: datetime | None = await actor.tx.fetchval(
        "select max(at) from briefing.receipt where person_id = $1", actor.person
    )
    return last or now - FIRST_TIME


async def _row(actor: Actor, item: UUID) -> Any:
    """The row of an item that one may see; None where there is none. That one asked is logged either way."""
    row = await store.found(actor.tx, item)
    return row if row is not None and (await sight_of(actor)).shows(row) else None
