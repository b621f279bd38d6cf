"""The door for camera systems: signed messages in, one answer out."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import asyncpg
import msgspec

from focus.core import clock
from focus.core.feed import RecordStale, Saves
from focus.core.gate import Call
from focus.core.log import LogEvent
from focus.core.organisations.public import module_on, settings_of
from focus.core.pace import Pace
from focus.core.registry import Route
from focus.core.webhooks import signing
from focus.modules.cameras import taking
from focus.modules.cameras.message import MOST_OCTETS, Message, Unreadable, read
from focus.modules.cameras.problems import NotSigned, TooMany
from focus.modules.cameras.settings import CamerasOperator, CamerasSettings
from focus.modules.cameras.taking import Arrived

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

TRIES: Final = 3
BIG: Final = 16 * 1024
"""Octets from which a message is read in another thread."""


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of a message."""

    outcome: str
    """applied, duplicate or quarantined."""
    id: UUID | None = None
    """Of the passage, here."""
    message: UUID | None = None
    """Of a quarantined one, here."""
    code: str = ""
    path: str = ""


class Sender:
    """A feed, whose it is, and what its organisation keeps."""

    def __init__(self, organisation: UUID, feed: UUID, key: bytes, days: int) -> None:
        self.organisation, self.feed, self.key, self.days = organisation, feed, key, days


_pace: Final = Pace()


async def take_in(call: Call) -> Answer:
    """Take in one message of a camera system, signed as Standard Webhooks say. Raises NotSigned, TooMany."""
    platform, now = call.platform, clock.now()
    sender = await _sender(platform, call.parameters["feed_id"])
    try:
        signed = signing.verify([sender.key], call.headers, call.raw, now=now)
    except signing.NotSigned as problem:
        raise NotSigned(params={"why": problem.code}) from None
    if wait := _pace.count(sender.feed, platform.operator(CamerasOperator).messages_a_minute):
        raise TooMany(params={"retry_after": wait})
    arrived = Arrived(sender.feed, signed, call.raw, now)
    try:
        message = await readable(arrived, days=sender.days)
        taken = await _take(platform, sender.organisation, arrived, message)
    except Unreadable as why:
        return await _quarantine(platform, sender.organisation, arrived, why)
    return Answer(outcome=taken.outcome, id=taken.id)


async def readable(arrived: Arrived, *, days: int) -> Message:
    """The message, big ones read outside of the event loop. Raises Unreadable."""
    limits: dict[str, Any] = {
        "signed": arrived.signed,
        "now": arrived.at,
        "oldest": arrived.at - timedelta(days=days),
    }
    if len(arrived.octets) > BIG:
        return await asyncio.to_thread(read, arrived.octets, **limits)
    return read(arrived.octets, **limits)


async def _sender(platform: Platform, feed: UUID) -> Sender:
    """Raises NotSigned where there is none: nobody learns which feeds there are."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisation = await tx.fetchval("select cameras.organisation_of($1)", feed)
    if organisation is None:
        raise NotSigned(params={"why": "wrong_signature"})
    async with platform.database.transaction(organisation, readonly=True) as tx:
        secret = await tx.fetchval("select secret from cameras.feed where id = $1 and ended_at is null", feed)
        on = await module_on(tx, "cameras")
        settings = await settings_of(tx, "cameras", CamerasSettings)
    if secret is None or not on:
        raise NotSigned(params={"why": "wrong_signature"})
    text = await platform.keys.unwrap(organisation, secret)
    return Sender(organisation, feed, signing.secret_of(text.decode()), settings.days)


async def _take(platform: Platform, organisation: UUID, arrived: Arrived, message: Message) -> taking.Taken:
    """In one transaction with its log entry; begun anew where two waited for each other."""
    for turn in range(TRIES):
        try:
            async with platform.database.transaction(organisation) as tx:
                saves = Saves(tx)
                taken = await taking.take(platform, saves, arrived, message)
                await _heard(tx, arrived.feed, arrived.at)
                await saves.write(platform.bus)
                return taken
        except (asyncpg.DeadlockDetectedError, RecordStale):
            if turn == TRIES - 1:
                raise
            await asyncio.sleep(0)
    raise AssertionError


async def _quarantine(platform: Platform, organisation: UUID, arrived: Arrived, why: Unreadable) -> Answer:
    async with platform.database.transaction(organisation) as tx:
        kept = await taking.keep(tx, arrived, why)
        await _heard(tx, arrived.feed, arrived.at)
        what = {"feed": str(arrived.feed), "message": str(kept), "code": why.code}
        entry = LogEvent(organisation_id=organisation, kind="cameras.MessageQuarantined", what=what)
        await platform.log.append(tx, entry)
    return Answer(outcome="quarantined", message=kept, code=why.code, path=why.path)


async def _heard(tx: Transaction, feed: UUID, now: datetime) -> None:
    await tx.execute("update cameras.feed set last_at = greatest(last_at, $2) where id = $1", feed, now)


ROUTE: Final = Route(
    "POST",
    "/api/cameras/in/{feed_id:uuid}",
    take_in,
    public=True,
    answer=Answer,
    body_limit=MOST_OCTETS,
)
