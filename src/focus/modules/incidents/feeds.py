"""Feeds of control rooms, and what is done with messages in quarantine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Actor, Call, Event, action
from focus.core.ids import new_id
from focus.core.registry import Route
from focus.core.webhooks.signing import new_secret
from focus.modules.incidents import taking
from focus.modules.incidents.incoming import heal
from focus.modules.incidents.problems import AddressNotAllowed, FeedUnknown, MessageUnknown, StillUnreadable
from focus.modules.incidents.reading import Held, read
from focus.modules.incidents.settings import IncidentsOperator
from focus.modules.incidents.taking import Arrived, Feed

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

Format = Literal["ucri", "eido", "cap", "webhook"]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Address = Annotated[str, msgspec.Meta(max_length=500)]


class FeedAdded(Event, frozen=True):
    """A control room may send."""

    feed: UUID
    format: str


class FeedWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A control room that is to send. `answers_to`: where completions are posted; `address`: ours there."""

    name: Name
    format: Format
    answers_to: Address = ""
    address: Annotated[str, msgspec.Meta(max_length=200)] = ""


class FeedGiven(msgspec.Struct, frozen=True):
    """A feed with its secret: shown once, to who added it; it stands in no log."""

    feed: UUID
    path: str
    """Where it posts its messages."""
    secret: str


class FeedEnded(Event, frozen=True):
    """A control room may send no more."""

    feed: UUID


class MessageResent(Event, frozen=True):
    """A message was taken out of quarantine and in."""

    message: UUID
    outcome: str
    incident: UUID


class MessageDropped(Event, frozen=True):
    """A message in quarantine is not to be taken in."""

    message: UUID


async def add_feed(call: Call) -> FeedGiven:
    """Let a control room send; its secret is made here and shown once. Raises AddressNotAllowed."""
    wanted: FeedWanted = call.body
    given: list[FeedGiven] = []

    async def work(actor: Actor) -> FeedAdded:
        if wanted.answers_to and not actor.platform.operator(IncidentsOperator).outside.allows(
            wanted.answers_to
        ):
            raise AddressNotAllowed
        made = await keep_feed(actor.platform, actor.tx, wanted, by=actor.person)
        given.append(made)
        return FeedAdded(feed=made.feed, format=wanted.format)

    await call.platform.gate.change(call.who, "incidents", work)
    return given[-1]


async def keep_feed(platform: Platform, tx: Transaction, wanted: FeedWanted, *, by: UUID) -> FeedGiven:
    """Write a feed with a new secret, in the transaction's organisation."""
    feed, secret = new_id(), new_secret()
    assert tx.organisation is not None
    await tx.execute(
        """insert into incidents.feed
             (organisation_id, id, name, format, secret, answers_to, address, created_by, created_at)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8)""",
        feed, wanted.name.strip(), wanted.format,
        await platform.keys.wrap(tx.organisation, secret.encode()),
        wanted.answers_to, wanted.address, by, clock.now(),
    )  # fmt: skip
    return FeedGiven(feed=feed, path=f"/api/incidents/in/{feed}", secret=secret)


@action(needs="incidents.board", step_up=True)
async def end_feed(actor: Actor, *, feed: UUID) -> FeedEnded:
    """Let a control room send no more; its secret is forgotten. Raises FeedUnknown."""
    ended = await actor.tx.fetchval(
        """update incidents.feed set ended_at = $2, secret = '' where id = $1 and ended_at is null
           returning id""",
        feed,
        clock.now(),
    )
    if ended is None:
        raise FeedUnknown
    return FeedEnded(feed=feed)


@action(needs="incidents.board")
async def resend(actor: Actor, *, message: UUID) -> MessageResent:
    """Take a message out of quarantine once more. Raises MessageUnknown, StillUnreadable."""
    row = await _quarantined(actor, message)
    feed, now = Feed(row["feed_id"], row["name"], row["format"]), clock.now()
    arrived = Arrived(feed, row["message_id"], row["octets"], now)
    try:
        report = await read(feed.format, row["octets"], signed=row["message_id"], now=now)
        await actor.tx.execute("delete from incidents.message where id = $1", message)
        taken = await taking.take(actor.platform, actor.saves, arrived, report)
    except Held as why:
        raise StillUnreadable(params={"why": why.code, "path": why.path}) from None
    await heal(actor.tx, feed.id, (report.message_id,))
    return MessageResent(message=message, outcome=taken.outcome, incident=taken.incident)


@action(needs="incidents.board")
async def drop_message(actor: Actor, *, message: UUID) -> MessageDropped:
    """Say that a message in quarantine is not to be taken in; it is kept as long as others.

    Raises MessageUnknown.
    """
    await _quarantined(actor, message)
    await actor.tx.execute("update incidents.message set outcome = 'dropped' where id = $1", message)
    return MessageDropped(message=message)


async def _quarantined(actor: Actor, message: UUID) -> Any:
    row = await actor.tx.fetchrow(
        """select m.feed_id, m.message_id, m.octets, f.name, f.format
           from incidents.message m join incidents.feed f on f.id = m.feed_id
           where m.id = $1 and m.outcome = 'quarantined' for update of m""",
        message,
    )
    if row is None:
        raise MessageUnknown
    return row


ADD_FEED: Final = Route(
    "POST",
    "/api/incidents/add-feed",
    add_feed,
    needs="incidents.board",
    body=FeedWanted,
    answer=FeedGiven,
    step_up=True,
)
