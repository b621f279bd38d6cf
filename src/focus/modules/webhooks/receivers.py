"""Who is told, and what is done with messages that were given up."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, Call, Event, action, view
from focus.core.ids import new_id
from focus.core.registry import Route
from focus.core.webhooks.signing import new_secret
from focus.modules.webhooks.problems import (
    AddressNotAllowed,
    DeliveryUnknown,
    KindUnknown,
    ReceiverUnknown,
    TooManyReceivers,
)
from focus.modules.webhooks.public import DELIVER, WEBHOOKS
from focus.modules.webhooks.records import (
    DeadShown,
    DeliveryShown,
    ReceiverGiven,
    ReceiverShown,
    ReceiverWanted,
)
from focus.modules.webhooks.settings import WebhooksOperator

MOST: Final = 40
_SHOWN: Final = """
select r.id, r.name, r.address, r.kinds, r.topics, r.last_at, r.failing_since, r.failure,
  count(d.id) filter (where d.state = 'waiting') as waiting,
  count(d.id) filter (where d.state = 'dead') as dead
from webhooks.receiver r
left join webhooks.delivery d on d.organisation_id = r.organisation_id and d.receiver_id = r.id
  and d.state in ('waiting', 'dead')
where r.ended_at is null group by r.organisation_id, r.id order by r.name, r.id
"""


class ReceiverAdded(Event, frozen=True):
    """Another system is told what happens here."""

    receiver: UUID
    host: str
    kinds: tuple[str, ...]
    topics: tuple[str, ...]


class ReceiverEnded(Event, frozen=True):
    """It is told nothing more."""

    receiver: UUID


class DeliveriesRevived(Event, frozen=True):
    """Messages that were given up are sent once more."""

    receiver: UUID
    count: int


class DeliveryDropped(Event, frozen=True):
    """A message that was given up is not to be sent."""

    delivery: UUID


async def add_receiver(call: Call) -> ReceiverGiven:
    """Tell another system what happens here; its secret is made here and shown once.

    Raises AddressNotAllowed, KindUnknown, TooManyReceivers.
    """
    wanted: ReceiverWanted = call.body
    receiver, secret = new_id(), new_secret()

    async def work(actor: Actor) -> ReceiverAdded:
        await _check(actor, wanted)
        await actor.tx.execute(
            """insert into webhooks.receiver
                 (organisation_id, id, name, address, secret, kinds, topics, created_by, created_at)
               values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8)""",
            receiver, wanted.name.strip(), wanted.address,
            await actor.platform.keys.wrap(actor.organisation, secret.encode()),
            list(wanted.kinds), list(wanted.topics), actor.person, clock.now(),
        )  # fmt: skip
        host = urlsplit(wanted.address).hostname or ""
        return ReceiverAdded(receiver=receiver, host=host, kinds=wanted.kinds, topics=wanted.topics)

    await call.platform.gate.change(call.who, "webhooks", work)
    return ReceiverGiven(receiver=receiver, secret=secret)


async def _check(actor: Actor, wanted: ReceiverWanted) -> None:
    if not actor.platform.operator(WebhooksOperator).outside.allows(wanted.address):
        raise AddressNotAllowed
    offered = actor.platform.service(WEBHOOKS).kinds
    for kind in wanted.kinds:
        if kind not in offered:
            raise KindUnknown(params={"kind": kind})
    count = await actor.tx.fetchval("select count(*) from webhooks.receiver where ended_at is null")
    if count >= MOST:
        raise TooManyReceivers(params={"most": MOST})


@action(needs="webhooks.manage", step_up=True)
async def end_receiver(actor: Actor, *, receiver: UUID) -> ReceiverEnded:
    """Tell it nothing more: its secret is forgotten, what waits is dropped. Raises ReceiverUnknown."""
    now = clock.now()
    ended = await actor.tx.fetchval(
        """update webhooks.receiver set ended_at = $2, secret = '' where id = $1 and ended_at is null
           returning id""",
        receiver,
        now,
    )
    if ended is None:
        raise ReceiverUnknown
    await actor.tx.execute(
        """update webhooks.delivery set state = 'dropped', ended_at = $2
           where receiver_id = $1 and state in ('waiting', 'dead')""",
        receiver,
        now,
    )
    return ReceiverEnded(receiver=receiver)


@action(needs="webhooks.board")
async def revive(actor: Actor, *, receiver: UUID, delivery: UUID | None = None) -> DeliveriesRevived:
    """Send what was given up once more: one message, or all of a receiver. Raises DeliveryUnknown."""
    rows = await actor.tx.fetch(
        """update webhooks.delivery d set state = 'waiting', tries = 0, next_at = $3, ended_at = null
           from webhooks.receiver r
           where d.receiver_id = $1 and ($2::uuid is null or d.id = $2) and d.state = 'dead'
             and r.organisation_id = d.organisation_id and r.id = d.receiver_id and r.ended_at is null
           returning d.id""",
        receiver,
        delivery,
        clock.now(),
    )
    if not rows:
        raise DeliveryUnknown
    await actor.platform.jobs.put(actor.tx, DELIVER, {"receiver": receiver}, key=receiver)
    return DeliveriesRevived(receiver=receiver, count=len(rows))


@action(needs="webhooks.board")
async def drop_delivery(actor: Actor, *, delivery: UUID) -> DeliveryDropped:
    """Say that a message that was given up is not to be sent. Raises DeliveryUnknown."""
    dropped = await actor.tx.fetchval(
        """update webhooks.delivery set state = 'dropped', ended_at = $2
           where id = $1 and state = 'dead' returning id""",
        delivery,
        clock.now(),
    )
    if dropped is None:
        raise DeliveryUnknown
    return DeliveryDropped(delivery=delivery)


@view(needs="webhooks.board", consults=False)
async def kinds(actor: Actor) -> list[str]:
    """What modules here tell of, by name."""
    return sorted(actor.platform.service(WEBHOOKS).kinds)


@view(needs="webhooks.board", consults=False)
async def receivers(actor: Actor) -> list[ReceiverShown]:
    """Who is told and how it goes, by name."""
    return [_shown(row) for row in await actor.tx.fetch(_SHOWN)]


@view(needs="webhooks.board", consults=False)
async def dead(actor: Actor) -> list[DeadShown]:
    """Messages that were given up, the newest first, at most 200."""
    rows = await actor.tx.fetch(
        """select d.id, d.receiver_id as receiver, r.name, d.kind, d.created_at, d.ended_at, d.tries,
             d.failure
           from webhooks.delivery d join webhooks.receiver r on r.id = d.receiver_id
           where d.state = 'dead' order by d.ended_at desc, d.id limit 200"""
    )
    return [DeadShown(**row) for row in rows]


@view(needs="webhooks.board", step_up=True)
async def delivery(actor: Actor, *, delivery: UUID) -> DeliveryShown | None:
    """What a message that was given up says."""
    row = await actor.tx.fetchrow(
        "select id, kind, content from webhooks.delivery where id = $1 and state = 'dead'", delivery
    )
    return DeliveryShown(id=row["id"], kind=row["kind"], content=row["content"].decode()) if row else None


def _shown(row: Any) -> ReceiverShown:
    facts = dict(row)
    return ReceiverShown(**facts | {"kinds": tuple(facts["kinds"]), "topics": tuple(facts["topics"])})


ADD_RECEIVER: Final = Route(
    "POST",
    "/api/webhooks/add-receiver",
    add_receiver,
    needs="webhooks.manage",
    body=ReceiverWanted,
    answer=ReceiverGiven,
    step_up=True,
)
