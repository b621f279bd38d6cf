"""Waking people: put with what they are to look at, sent once that is committed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import aiohttp

from focus.core import clock
from focus.core.gate import Service
from focus.core.ids import new_id
from focus.core.push.message import Subscription, body_of, headers_of, sealed
from focus.core.push.settings import PushOperator
from focus.core.registry import Job

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

log = logging.getLogger(__name__)

AT_ONCE: Final = 50
PATIENCE_S: Final = 10
TAKEN: Final = frozenset({200, 201, 202, 204})
OVER: Final = frozenset({404, 410})
"""The browser no longer listens there."""
SEND: Final = Job("focus.core.push.calling:send", queue=True)

_LISTENING = """
select s.device_id, s.endpoint, s.point, s.secret from push.subscription s
where s.person_id = any($1) and not s.device_id = any($2) and exists (
  select from identity.session e where e.device_id = s.device_id and e.person_id = s.person_id
    and e.ended_at is null and e.expires_at > $3)
order by s.device_id
"""


class NotAllReached(Exception):
    """Some services did not take it: the job comes again for those devices."""


@dataclass(slots=True)
class Push:
    """What other modules wake people with."""

    platform: Platform
    http: aiohttp.ClientSession

    async def wake(
        self, tx: Transaction, module: str, persons: Collection[UUID], *, urgent: bool, until: datetime
    ) -> None:
        """Wake these people's devices once this transaction is committed; after `until` it is of no use.

        Whoever is signed out is not woken. Whether somebody is on duty is the caller's to decide.
        """
        if not persons or not self.platform.operator(PushOperator).on:
            return
        call = new_id()
        await tx.execute(
            """insert into push.call (organisation_id, id, module, persons, urgent, until)
               values (focus.must_scope(), $1, $2, $3, $4, $5)""",
            call,
            module,
            sorted(persons),
            urgent,
            until,
        )
        await self.platform.jobs.put(tx, SEND, {"call": call})


PUSH = Service("push", Push)


async def send(platform: Platform, organisation: UUID, call: UUID) -> None:
    """Send a call to every device that it has not reached yet. Raises NotAllReached."""
    push = platform.service(PUSH)
    async with platform.database.transaction(organisation) as tx:
        row = await tx.fetchrow("select * from push.call where id = $1", call)
        if row is None or row["until"] <= clock.now():
            return
        devices = await tx.fetch(_LISTENING, row["persons"], row["reached"], clock.now())
    answers = await _all(push, row, devices)
    async with platform.database.transaction(organisation) as tx:
        await _remember(tx, call, answers)
    left = [status for status in answers.values() if status not in TAKEN | OVER]
    if left:
        raise NotAllReached(f"{len(left)} of {len(answers)}")


async def _all(push: Push, call: Any, devices: Collection[Any]) -> dict[UUID, int]:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(device: Any) -> tuple[UUID, int]:
        async with gate:
            subscription = Subscription(device["endpoint"], device["point"], device["secret"])
            return device["device_id"], await _send(push, call, subscription)

    return dict(await asyncio.gather(*(one(device) for device in devices)))


async def _send(push: Push, call: Any, subscription: Subscription) -> int:
    """The service's status; 0 when it does not answer, 410 when the operator allows it no more."""
    operator, keys, now = push.platform.operator(PushOperator), push.platform.keys, clock.now()
    if not operator.allows(subscription.endpoint):
        return 410
    try:
        headers = await headers_of(
            subscription,
            sign=keys.push_sign,
            point=await keys.push_key(),
            contact=operator.contact,
            now=now,
            urgent=call["urgent"],
            ttl_s=int((call["until"] - now).total_seconds()),
        )
        body = sealed(subscription, body_of(call["module"], urgent=call["urgent"]))
        async with push.http.post(
            subscription.endpoint,
            data=body,
            headers=headers,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=PATIENCE_S),
        ) as answer:
            return answer.status
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as failure:
        log.warning("a push service did not take a message: %s", type(failure).__qualname__)
        return 0


async def _remember(tx: Transaction, call: UUID, answers: dict[UUID, int]) -> None:
    taken = [device for device, status in answers.items() if status in TAKEN]
    over = [device for device, status in answers.items() if status in OVER]
    failed = [device for device in answers if device not in {*taken, *over}]
    await tx.execute("delete from push.subscription where device_id = any($1)", over)
    await tx.execute(
        "update push.subscription set taken_at = $2, failures = 0 where device_id = any($1)",
        taken,
        clock.now(),
    )
    await tx.execute("update push.subscription set failures = failures + 1 where device_id = any($1)", failed)
    await tx.execute("update push.call set reached = reached || $2::uuid[] where id = $1", call, taken)
