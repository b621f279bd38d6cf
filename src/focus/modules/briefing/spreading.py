"""What becomes of an item that was shared is told to the other organisations, each in its own scope.

A transaction writes in one organisation only: the offer, and each version after it, travels as a job that
reads here, writes there, and then notes here that it has arrived. It may run any number of times.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.organisations.public import directory, module_on, name_in
from focus.core.registry import Job
from focus.modules.briefing import copies, store

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Actor, Platform

DELIVER: Final = Job("focus.modules.briefing.spreading:deliver", queue=True)
TELL_ANSWER: Final = Job("focus.modules.briefing.spreading:tell_answer", queue=True)
DELIVER_AGAIN: Final = Job("focus.modules.briefing.spreading:deliver_again", every=timedelta(minutes=5))

_BEHIND = """
select s.id from briefing.share s join briefing.item i on i.id = s.item_id
where s.direction = 'out' and s.state <> 'declined'
  and (s.version < i.version or (i.state <> 'published' and s.ended = ''))
"""


async def spread(actor: Actor, item: UUID) -> tuple[UUID, ...]:
    """Have all be told who were offered this item and did not decline; their offers."""
    return await spread_within(actor.platform, actor.tx, item)


async def spread_within(platform: Platform, tx: Transaction, item: UUID) -> tuple[UUID, ...]:
    """The same where nobody acts: an item ended by the clock."""
    rows = await tx.fetch(
        """select id from briefing.share
           where direction = 'out' and item_id = $1 and state <> 'declined' order by id""",
        item,
    )
    for row in rows:
        await platform.jobs.put(tx, DELIVER, {"share": row["id"]}, key=row["id"])
    return tuple(row["id"] for row in rows)


async def deliver(platform: Platform, organisation: UUID, share: UUID) -> None:
    """Bring an item as it now stands to the organisation that it was offered to."""
    async with platform.database.transaction(organisation) as tx:
        parcel, other = await _pack(tx, share)
    if parcel is None or other is None:
        return
    async with platform.database.transaction(other) as tx:
        on = await module_on(tx, "briefing")
        if on:
            await copies.take(platform, tx, parcel)
    async with platform.database.transaction(organisation) as tx:
        await tx.execute(
            """update briefing.share set tried_at = $2, trouble = $3,
                 version = case when $4 then greatest(version, $5) else version end,
                 ended = case when $4 then greatest(ended, $6) else ended end
               where id = $1 and direction = 'out'""",
            share,
            clock.now(),
            "" if on else "module_off",
            on,
            parcel.version,
            parcel.ended,
        )


async def _pack(tx: Transaction, share: UUID) -> tuple[copies.Parcel | None, UUID | None]:
    row = await tx.fetchrow("select * from briefing.share where id = $1 and direction = 'out'", share)
    item = await store.found(tx, row["item_id"]) if row else None
    if row is None or item is None or row["state"] == "declined":
        return None, None
    since = await tx.fetch(
        "select minor, why from briefing.version where item_id = $1 and version > $2 order by version",
        item["id"],
        row["version"],
    )
    parcel = copies.Parcel(
        share=share,
        sender=await _sender(tx),
        item=item["id"],
        number=item["number"],
        version=item["version"],
        content=msgspec.structs.replace(store.content_of(item), audience=copies.NOBODY),
        minor=bool(since) and all(one["minor"] for one in since),
        explained=since[-1]["why"] if since else "",
        ended="" if item["state"] == "published" else item["state"],
        why=item["why"],
    )
    return parcel, row["other_id"]


async def _sender(tx: Transaction) -> copies.Sender:
    assert tx.organisation is not None
    return copies.Sender(tx.organisation, await organisation_name(tx, tx.organisation) or "")


async def organisation_name(tx: Transaction, organisation: UUID) -> str | None:
    """How an organisation is called in its own first language; None where there is none."""
    entry = next((one for one in await directory(tx) if one.id == organisation), None)
    return name_in(entry.names, (entry.languages or ["nl"])[0]) if entry else None


async def tell_answer(platform: Platform, organisation: UUID, share: UUID) -> None:
    """Bring an answer back to the organisation that offered."""
    async with platform.database.transaction(organisation) as tx:
        row: Any = await tx.fetchrow(
            "select other_id, state, answered_at from briefing.share where id = $1 and direction = 'in'",
            share,
        )
    if row is None or row["state"] == "offered":
        return
    async with platform.database.transaction(row["other_id"]) as tx:
        await tx.execute(
            "update briefing.share set state = $2, answered_at = $3 where id = $1 and direction = 'out'",
            share,
            row["state"],
            row["answered_at"],
        )


async def deliver_again(platform: Platform) -> None:
    """Try once more wherever an organisation has not heard of the last version or of the end."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    for organisation in organisations:
        if not await platform.database.reading(organisation).fetch(_BEHIND):
            continue
        async with platform.database.transaction(organisation) as tx:
            for row in await tx.fetch(_BEHIND):
                await platform.jobs.put(tx, DELIVER, {"share": row["id"]}, key=row["id"])
