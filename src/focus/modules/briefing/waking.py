"""Phones are woken for what must be read: for the urgent again and again, until it was; never off duty."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from focus.core import clock
from focus.core.organisations.public import directory, settings_of
from focus.core.push.public import PUSH
from focus.core.registry import Job
from focus.modules.briefing import store
from focus.modules.briefing.audience import meant_by
from focus.modules.briefing.settings import BriefingSettings
from focus.modules.duty.public import on_duty

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform
    from focus.modules.briefing.records import Draft

REPEAT: Final = Job("focus.modules.briefing.waking:repeat", every=timedelta(minutes=1))
USEFUL: Final = timedelta(hours=1)
"""So long after it was published is a phone still woken for what is not urgent."""

_URGENT = """
select i.id, i.asks, i.valid_to, i.content::text as content
from briefing.item i left join briefing.waking w on w.organisation_id = i.organisation_id and w.item_id = i.id
where i.state = 'published' and i.priority = 'urgent' and i.valid_from <= $1 and i.valid_to > $1
  and (w.at is null or w.at <= $2)
order by i.published_at
"""


async def wake(platform: Platform, tx: Transaction, item: UUID, content: Draft) -> None:
    """Wake whom a published item is for, if it must be read."""
    now = clock.now()
    if not content.must_read and content.priority != "urgent":
        return
    if content.valid_from and content.valid_from > now:
        return
    persons = [one.person for one in await meant_by(tx, content.audience, now)]
    await _wake(platform, tx, item, content, persons=persons, now=now)


async def repeat(platform: Platform) -> None:
    """Wake again for urgent items whoever is on duty and has not read them, in each organisation."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    for organisation in organisations:
        async with platform.database.transaction(organisation) as tx:
            settings = await settings_of(tx, "briefing", BriefingSettings)
            now = clock.now()
            before = now - timedelta(minutes=settings.repeat_minutes)
            for row in await tx.fetch(_URGENT, now, before):
                await _again(
                    platform, tx, row["id"], asks=row["asks"], content=store.content_of(row), now=now
                )


async def _again(
    platform: Platform, tx: Transaction, item: UUID, *, asks: int, content: Draft, now: datetime
) -> None:
    rows = await tx.fetch(
        "select person_id from briefing.receipt where item_id = $1 and version >= $2", item, asks
    )
    read = {row["person_id"] for row in rows}
    persons = [one.person for one in await meant_by(tx, content.audience, now) if one.person not in read]
    await _wake(platform, tx, item, content, persons=persons, now=now)


async def _wake(
    platform: Platform,
    tx: Transaction,
    item: UUID,
    content: Draft,
    *,
    persons: Collection[UUID],
    now: datetime,
) -> None:
    urgent = content.priority == "urgent"
    there = await on_duty(tx, persons)
    ends = [now + USEFUL, *([content.valid_to] if content.valid_to else [])]
    await platform.service(PUSH).wake(tx, "briefing", sorted(there), urgent=urgent, until=min(ends))
    await tx.execute(
        """insert into briefing.waking (organisation_id, item_id, at) values (focus.must_scope(), $1, $2)
           on conflict (organisation_id, item_id) do update set at = excluded.at""",
        item,
        now,
    )
