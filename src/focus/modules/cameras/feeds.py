"""Feeds of camera systems, and what is done with messages in quarantine."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Actor, Call, Event, action, view
from focus.core.ids import new_id
from focus.core.organisations.public import settings_of
from focus.core.registry import Route
from focus.core.webhooks.signing import new_secret
from focus.modules.cameras import taking
from focus.modules.cameras.incoming import readable
from focus.modules.cameras.message import Unreadable
from focus.modules.cameras.problems import FeedUnknown, MessageUnknown, StillUnreadable
from focus.modules.cameras.settings import CamerasSettings
from focus.modules.cameras.taking import Arrived

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

_FEEDS: Final = """
select f.id, f.name, f.last_at,
  (select count(*) from cameras.passage p where p.feed_id = f.id and p.told_at >= $1) as today,
  (select count(*) from cameras.message m where m.feed_id = f.id and m.outcome = 'quarantined') as quarantined
from cameras.feed f where f.ended_at is null order by f.name, f.id
"""


class FeedAdded(Event, frozen=True):
    """A camera system may send."""

    feed: UUID


class FeedEnded(Event, frozen=True):
    """A camera system may send no more."""

    feed: UUID


class MessageResent(Event, frozen=True):
    """A message was taken out of quarantine and in."""

    message: UUID
    outcome: str


class MessageDropped(Event, frozen=True):
    """A message in quarantine is not to be taken in."""

    message: UUID


class FeedWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A camera system that is to send."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]


class FeedGiven(msgspec.Struct, frozen=True):
    """A feed with its secret: shown once, to who added it; it stands in no log."""

    feed: UUID
    path: str
    """Where it posts its messages."""
    secret: str


class FeedShown(msgspec.Struct, frozen=True, kw_only=True):
    """A feed and how it does."""

    id: UUID
    name: str
    last_at: datetime | None
    today: int
    """Messages taken in since midnight in Brussels."""
    quarantined: int


class HeldShown(msgspec.Struct, frozen=True, kw_only=True):
    """A message in quarantine, without what it says."""

    id: UUID
    feed: UUID
    at: datetime
    code: str
    path: str
    octets: int


async def add_feed(call: Call) -> FeedGiven:
    """Let a camera system send; its secret is made here and shown once."""
    wanted: FeedWanted = call.body
    given: list[FeedGiven] = []

    async def work(actor: Actor) -> FeedAdded:
        given.append(await keep_feed(actor.platform, actor.tx, wanted, by=actor.person))
        return FeedAdded(feed=given[-1].feed)

    await call.platform.gate.change(call.who, "cameras", work)
    return given[-1]


async def keep_feed(platform: Platform, tx: Transaction, wanted: FeedWanted, *, by: UUID) -> FeedGiven:
    """Write a feed with a new secret, in the transaction's organisation."""
    feed, secret = new_id(), new_secret()
    assert tx.organisation is not None
    await tx.execute(
        """insert into cameras.feed (organisation_id, id, name, secret, created_by, created_at)
           values (focus.must_scope(), $1, $2, $3, $4, $5)""",
        feed, wanted.name.strip(),
        await platform.keys.wrap(tx.organisation, secret.encode()), by, clock.now(),
    )  # fmt: skip
    return FeedGiven(feed=feed, path=f"/api/cameras/in/{feed}", secret=secret)


@action(needs="cameras.feeds", step_up=True)
async def end_feed(actor: Actor, *, feed: UUID) -> FeedEnded:
    """Let a camera system send no more; its secret is forgotten. Raises FeedUnknown."""
    ended = await actor.tx.fetchval(
        "update cameras.feed set ended_at = $2, secret = '' where id = $1 and ended_at is null returning id",
        feed,
        clock.now(),
    )
    if ended is None:
        raise FeedUnknown
    return FeedEnded(feed=feed)


@action(needs="cameras.feeds")
async def resend(actor: Actor, *, message: UUID) -> MessageResent:
    """Take a message out of quarantine once more. Raises MessageUnknown, StillUnreadable."""
    row = await actor.tx.fetchrow(
        """select feed_id, message_id, octets from cameras.message
           where id = $1 and outcome = 'quarantined' for update""",
        message,
    )
    if row is None:
        raise MessageUnknown
    arrived = Arrived(row["feed_id"], row["message_id"], row["octets"], clock.now())
    settings = await settings_of(actor.tx, "cameras", CamerasSettings)
    try:
        told = await readable(arrived, days=settings.days)
        taken = await taking.take(actor.platform, actor.saves, arrived, told)
    except Unreadable as why:
        raise StillUnreadable(params={"why": why.code, "path": why.path}) from None
    await taking.heal(actor.tx, arrived.feed, told.id)
    return MessageResent(message=message, outcome=taken.outcome)


@action(needs="cameras.feeds")
async def drop_message(actor: Actor, *, message: UUID) -> MessageDropped:
    """Say that a message in quarantine is not to be taken in. Raises MessageUnknown."""
    dropped = await actor.tx.fetchval(
        """update cameras.message set outcome = 'dropped'
           where id = $1 and outcome = 'quarantined' returning id""",
        message,
    )
    if dropped is None:
        raise MessageUnknown
    return MessageDropped(message=message)


@view(needs="cameras.feeds", consults=False)
async def feeds(actor: Actor) -> list[FeedShown]:
    """The feeds and how they do, by name."""
    today = clock.now().astimezone(clock.BRUSSELS).replace(hour=0, minute=0, second=0, microsecond=0)
    return [FeedShown(**row) for row in await actor.tx.fetch(_FEEDS, today)]


@view(needs="cameras.feeds", consults=False)
async def quarantine(actor: Actor) -> list[HeldShown]:
    """Messages that could not be taken in, the newest first, at most 200."""
    rows = await actor.tx.fetch(
        """select id, feed_id as feed, received_at as at, code, path, length(octets) as octets
           from cameras.message where outcome = 'quarantined' order by received_at desc, id limit 200"""
    )
    return [HeldShown(**row) for row in rows]


ADD_FEED: Final = Route(
    "POST",
    "/api/cameras/add-feed",
    add_feed,
    needs="cameras.feeds",
    body=FeedWanted,
    answer=FeedGiven,
    step_up=True,
)
