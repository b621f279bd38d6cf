"""Messages go out: signed, one after the other for each receiver, tried again, in the end given up.

A message that a receiver refuses does not hold up those behind it: it is tried for some hours. A receiver
that does not answer rests, with everything that waits for it, for at most half an hour at a time. A delivery
is at least once: its id stays the same (`webhook-id`).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from focus.core import clock
from focus.core.log import LogEvent
from focus.core.organisations.public import directory, module_on
from focus.core.outside import NotAllowed, NotReached
from focus.core.webhooks.signing import secret_of, sign
from focus.modules.webhooks.public import DELIVER
from focus.modules.webhooks.settings import WebhooksOperator

if TYPE_CHECKING:
    from focus.core.gate import Platform

RESTS: Final = tuple(timedelta(seconds=one) for one in (5, 30, 120, 600, 1_800))
"""After each failure in a row; the last one again and again."""
TRIES: Final = 8
"""So often a message is tried that its receiver refuses."""
DAY: Final = timedelta(hours=24)
"""What a receiver that does not answer could not be told in this time is given up."""
HELD: Final = timedelta(seconds=60)
"""So long nobody else tries what is being sent: longer than a try can last."""
BATCH: Final = 500
"""In one run of the job; what is left is put anew."""
LATER: Final = frozenset({408, 425, 429})

_NEXT: Final = """
select d.id, d.kind, d.content, d.tries, r.address, r.secret
from webhooks.delivery d join webhooks.receiver r
  on r.organisation_id = d.organisation_id and r.id = d.receiver_id and r.ended_at is null
where d.receiver_id = $1 and d.state = 'waiting' and d.next_at <= $2
  and coalesce(r.rests_until, $2) <= $2
order by d.id limit 1 for update of d skip locked
"""
_DUE = """
select r.id from webhooks.receiver r
where r.ended_at is null and coalesce(r.rests_until, $1) <= $1 and exists (
  select from webhooks.delivery d where d.receiver_id = r.id and d.state = 'waiting' and d.next_at <= $1)
"""


async def deliver(platform: Platform, organisation: UUID, receiver: UUID) -> None:
    """Send what waits for a receiver, until nothing is due, it does not answer or nobody wants it sent."""
    for _ in range(BATCH):
        row = await _claim(platform, organisation, receiver)
        if row is None:
            return
        failure = await _try(platform, organisation, row)
        if not failure:
            await _taken(platform, organisation, receiver, row["id"])
        elif _refuses(failure):
            await _refused(platform, organisation, receiver, row, failure)
        else:
            await _rest(platform, organisation, receiver, failure)
            return
    async with platform.database.transaction(organisation) as tx:
        await platform.jobs.put(tx, DELIVER, {"receiver": receiver}, key=receiver)


async def catch_up(platform: Platform) -> None:
    """Begin anew what a process left when it ended, and what waited while the module was off."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    for organisation in organisations:
        async with platform.database.transaction(organisation) as tx:
            if not await module_on(tx, "webhooks"):
                continue
            for row in await tx.fetch(_DUE, clock.now()):
                await platform.jobs.put(tx, DELIVER, {"receiver": row["id"]}, key=row["id"])


async def _claim(platform: Platform, organisation: UUID, receiver: UUID) -> Any:
    """The next one that is due; nobody else tries it for a while."""
    now = clock.now()
    async with platform.database.transaction(organisation) as tx:
        row = await tx.fetchrow(_NEXT, receiver, now) if await module_on(tx, "webhooks") else None
        if row is not None:
            await tx.execute("update webhooks.delivery set next_at = $2 where id = $1", row["id"], now + HELD)
    return row


async def _try(platform: Platform, organisation: UUID, row: Any) -> str:
    """Empty, or why it was not taken."""
    secret = secret_of((await platform.keys.unwrap(organisation, row["secret"])).decode())
    headers = sign(secret, message_id=str(row["id"]), at=clock.now(), body=row["content"])
    headers |= {"content-type": "application/json"}
    try:
        status = await platform.operator(WebhooksOperator).outside.post(
            row["address"], row["content"], headers
        )
    except NotAllowed:
        return "not_allowed"
    except NotReached as failure:
        return str(failure)
    return "" if status // 100 == 2 else f"status {status}"


async def _taken(platform: Platform, organisation: UUID, receiver: UUID, delivery: UUID) -> None:
    """The receiver's row before the delivery's, as everywhere."""
    now = clock.now()
    async with platform.database.transaction(organisation) as tx:
        await tx.execute(
            """update webhooks.receiver set last_at = $2, failing_since = null, failures = 0,
                 rests_until = null, failure = '' where id = $1""",
            receiver,
            now,
        )
        await tx.execute(
            """update webhooks.delivery set state = 'taken', ended_at = $2, tries = tries + 1, failure = ''
               where id = $1 and state = 'waiting'""",
            delivery,
            now,
        )


async def _refused(platform: Platform, organisation: UUID, receiver: UUID, row: Any, failure: str) -> None:
    """This message is tried later, or given up; those behind it go on."""
    now, tries = clock.now(), row["tries"] + 1
    over = tries >= TRIES
    then = now + _resting(tries)
    async with platform.database.transaction(organisation) as tx:
        noted = await tx.fetchval(
            """update webhooks.delivery set tries = $2, failure = $3, next_at = $4,
                 state = case when $5 then 'dead' else state end,
                 ended_at = case when $5 then $6::timestamptz end
               where id = $1 and state = 'waiting' returning id""",
            row["id"], tries, failure, then, over, now,
        )  # fmt: skip
        if noted is None:  # its receiver ended meanwhile
            return
        if over:
            await platform.log.append(tx, _given_up(organisation, receiver, 1, failure))
        else:
            await platform.jobs.put(tx, DELIVER, {"receiver": receiver}, not_before=then, key=row["id"])


async def _rest(platform: Platform, organisation: UUID, receiver: UUID, failure: str) -> None:
    """A receiver that does not answer is left alone; what waits for a day is given up."""
    now = clock.now()
    async with platform.database.transaction(organisation) as tx:
        failures = await tx.fetchval(
            """update webhooks.receiver set failures = failures + 1, failure = $2,
                 failing_since = coalesce(failing_since, $3) where id = $1 returning failures""",
            receiver,
            failure,
            now,
        )
        then = now + _resting(failures)
        await tx.execute("update webhooks.receiver set rests_until = $2 where id = $1", receiver, then)
        over = await tx.fetch(
            """update webhooks.delivery set state = 'dead', ended_at = $3, failure = $4, tries = tries + 1
               where receiver_id = $1 and state = 'waiting' and created_at <= $2 returning id""",
            receiver, now - DAY, now, failure,
        )  # fmt: skip
        await tx.execute(
            "update webhooks.delivery set next_at = $2 where receiver_id = $1 and state = 'waiting'",
            receiver,
            then,
        )
        if over:
            await platform.log.append(tx, _given_up(organisation, receiver, len(over), failure))
        await platform.jobs.put(tx, DELIVER, {"receiver": receiver}, not_before=then, key=receiver.int >> 65)


def _resting(failures: int) -> timedelta:
    return RESTS[min(failures, len(RESTS)) - 1]


def _refuses(failure: str) -> bool:
    """It answered, and does not want this one message."""
    status = int(failure.removeprefix("status ")) if failure.startswith("status ") else 0
    return status // 100 == 4 and status not in LATER


def _given_up(organisation: UUID, receiver: UUID, count: int, failure: str) -> LogEvent:
    what = {"receiver": str(receiver), "count": count, "failure": failure}
    return LogEvent(organisation_id=organisation, kind="webhooks.DeliveriesGivenUp", what=what)
