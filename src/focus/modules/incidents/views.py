"""What may be read of incidents beside what phones hold, and who holds it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Actor, view
from focus.modules.duty.public import on_duty
from focus.modules.incidents import store
from focus.modules.incidents.kinds import BOARD, LIVE, near
from focus.modules.incidents.records import Incident
from focus.modules.incidents.shown import FeedShown, HeldShown, IncidentShown, MessageShown

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Principal

PAGE: Final = 50
Wanted = Annotated[str, msgspec.Meta(max_length=100)]

_FEEDS: Final = """
select f.id, f.name, f.format, f.last_at, f.silent_since,
  count(m.id) filter (where m.received_at >= $1) as today,
  count(m.id) filter (where m.outcome = 'quarantined') as quarantined
from incidents.feed f
left join incidents.message m on m.organisation_id = f.organisation_id and m.feed_id = f.id
where f.ended_at is null group by f.organisation_id, f.id order by f.name, f.id
"""
_HISTORY: Final = """
select content::text as content from incidents.incident i
where state = 'closed' and ($1 = '' or strpos(words, $1) > 0)
  and ($2::timestamptz is null or closed_at >= $2) and ($3::timestamptz is null or closed_at < $3)
  and ($4 = '' or kind = $4)
  and ($5::uuid is null or (closed_at, id)
    < (select b.closed_at, b.id from incidents.incident b where b.id = $5))
order by closed_at desc, id desc limit $6
"""


async def buckets(tx: Transaction, principal: Principal) -> list[str]:
    """Incidents and where his unit is for who is on duty now, all for the desk; off duty nothing."""
    may = principal.permissions
    found = []
    now = await on_duty(tx, [principal.person_id]) if "incidents.read" in may else {}
    if shift := now.get(principal.person_id):
        units = {*principal.units, *([shift.unit] if shift.unit else [])}
        found += [LIVE, *(near(unit) for unit in sorted(units))]
    if "incidents.board" in may or "incidents.dispatch" in may:
        found.append(BOARD)
    return found


@view(needs="incidents.board", consults=False)
async def feeds(actor: Actor) -> list[FeedShown]:
    """The feeds and how they do, by name."""
    today = clock.now().astimezone(clock.BRUSSELS).replace(hour=0, minute=0, second=0, microsecond=0)
    return [FeedShown(**row) for row in await actor.tx.fetch(_FEEDS, today)]


@view(needs="incidents.board", consults=False)
async def quarantine(actor: Actor) -> list[HeldShown]:
    """Messages that could not be taken in, the newest first, at most 200."""
    rows = await actor.tx.fetch(
        """select id, feed_id as feed, received_at as at, code, path, detail, length(octets) as octets
           from incidents.message where outcome = 'quarantined' order by received_at desc, id limit 200"""
    )
    return [HeldShown(**row) for row in rows]


@view(needs="incidents.board", step_up=True)
async def message(actor: Actor, *, message: UUID) -> MessageShown | None:
    """A message in quarantine, as it came."""
    row = await actor.tx.fetchrow(
        """select id, feed_id as feed, received_at as at, octets from incidents.message
           where id = $1 and outcome = 'quarantined'""",
        message,
    )
    return MessageShown(**row) if row else None


@view(needs="incidents.read", private=True)
async def history(
    actor: Actor,
    *,
    text: Wanted = "",
    since: datetime | None = None,
    until: datetime | None = None,
    kind: str = "",
    before: UUID | None = None,
) -> list[Incident]:
    """Closed incidents, the last closed first, fifty at a time; `before`: the last of the page before.

    `since` and `until` are of the closing; `text` is part of number, title, place, links or call signs.
    """
    wanted = " ".join(text.split()).casefold()
    rows = await actor.tx.fetch(_HISTORY, wanted, since, until, kind, before, PAGE)
    return [msgspec.json.decode(row["content"], type=Incident) for row in rows]


@view(needs="incidents.read")
async def incident(actor: Actor, *, incident: UUID) -> IncidentShown | None:
    """An incident with its lines, one that left the phones too."""
    row = await store.found(actor.tx, incident)
    if row is None:
        return None
    may = "incidents.caller" in actor.principal.permissions
    return IncidentShown(
        id=incident,
        incident=row.incident,
        lines=tuple(await store.lines_of(actor.tx, incident)),
        caller=await store.caller_of(actor.tx, incident) if may else None,
    )
