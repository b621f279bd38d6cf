"""The door for control rooms: signed messages in, one answer out."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import asyncpg
import msgspec

from focus.core import clock
from focus.core.feed import RecordStale, Saves
from focus.core.gate import Call, Reply
from focus.core.log import LogEvent
from focus.core.organisations.public import module_on
from focus.core.pace import Pace
from focus.core.registry import Route
from focus.core.webhooks import signing
from focus.modules.incidents import taking
from focus.modules.incidents.messages.incident import Report
from focus.modules.incidents.messages.limits import MOST_OCTETS
from focus.modules.incidents.messages.ucri_answers import write_acknowledgement
from focus.modules.incidents.problems import NotSigned, TooMany
from focus.modules.incidents.reading import Held, read
from focus.modules.incidents.settings import IncidentsOperator
from focus.modules.incidents.taking import Arrived, Feed

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

TRIES: Final = 3


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of a message."""

    outcome: str
    """applied, duplicate, older or quarantined."""
    incident: UUID | None = None
    message: UUID | None = None
    """Of a quarantined one, here."""
    code: str = ""
    path: str = ""


_pace: Final = Pace()


async def take_in(call: Call) -> Any:
    """Take in one message of a control room, signed as Standard Webhooks say. Raises NotSigned, TooMany."""
    platform, feed_id, now = call.platform, call.parameters["feed_id"], clock.now()
    organisation, feed, secret = await _feed(platform, feed_id)
    try:
        signed = signing.verify([secret], call.headers, call.raw, now=now)
    except signing.NotSigned as problem:
        raise NotSigned(params={"why": problem.code}) from None
    if wait := _pace.count(feed_id, platform.operator(IncidentsOperator).messages_a_minute):
        raise TooMany(params={"retry_after": wait})
    arrived = Arrived(feed, signed, call.raw, now)
    try:
        report = await read(feed.format, call.raw, signed=signed, now=now)
        taken = await _take(platform, organisation, arrived, report)
    except Held as why:
        return await _quarantine(platform, organisation, arrived, why)
    if feed.format == "ucri" and report.kind == "new":
        return _acknowledged(report, taken.outcome, now)
    return Answer(outcome=taken.outcome, incident=taken.incident)


async def _feed(platform: Platform, feed: UUID) -> tuple[UUID, Feed, bytes]:
    """Whose it is, and the secret with which it signs.

    Raises NotSigned where there is none: nobody learns which feeds there are.
    """
    async with platform.database.unscoped(readonly=True) as tx:
        organisation = await tx.fetchval("select incidents.organisation_of($1)", feed)
    if organisation is None:
        raise NotSigned(params={"why": "wrong_signature"})
    async with platform.database.transaction(organisation, readonly=True) as tx:
        row = await tx.fetchrow(
            "select id, name, format, secret from incidents.feed where id = $1 and ended_at is null", feed
        )
        on = await module_on(tx, "incidents")
    if row is None or not on:
        raise NotSigned(params={"why": "wrong_signature"})
    secret = await platform.keys.unwrap(organisation, row["secret"])
    return organisation, Feed(row["id"], row["name"], row["format"]), signing.secret_of(secret.decode())


async def _take(platform: Platform, organisation: UUID, arrived: Arrived, report: Report) -> taking.Taken:
    """In one transaction with its log entry; begun anew where two waited for each other."""
    feed = arrived.feed
    for turn in range(TRIES):
        try:
            async with platform.database.transaction(organisation) as tx:
                saves = Saves(tx)
                taken = await taking.take(platform, saves, arrived, report)
                await heard(tx, feed.id, arrived.at)
                if taken.outcome != "duplicate":
                    await heal(tx, feed.id, (report.message_id, arrived.signed))
                    await platform.log.append(tx, applied(organisation, feed, report.message_id, taken))
                await saves.write(platform.bus)
                return taken
        except (asyncpg.DeadlockDetectedError, RecordStale):
            if turn == TRIES - 1:
                raise
            await asyncio.sleep(0)
    raise AssertionError


async def _quarantine(platform: Platform, organisation: UUID, arrived: Arrived, why: Held) -> Answer:
    async with platform.database.transaction(organisation) as tx:
        kept = await taking.keep(tx, arrived, arrived.signed, outcome="quarantined", why=why)
        await heard(tx, arrived.feed.id, arrived.at)
        what = {"feed": str(arrived.feed.id), "message": str(kept), "code": why.code}
        entry = LogEvent(organisation_id=organisation, kind="incidents.MessageQuarantined", what=what)
        await platform.log.append(tx, entry)
    return Answer(outcome="quarantined", message=kept, code=why.code, path=why.path)


def applied(organisation: UUID, feed: Feed, message_id: str, taken: taking.Taken) -> LogEvent:
    """The log entry of a message that was taken in."""
    what = {
        "feed": str(feed.id),
        "message": message_id,
        "outcome": taken.outcome,
        "incident": str(taken.incident),
    }
    return LogEvent(organisation_id=organisation, kind="incidents.MessageApplied", what=what)


async def heard(tx: Transaction, feed: UUID, now: datetime) -> None:
    """A feed is not silent."""
    await tx.execute(
        """update incidents.feed set last_at = greatest(last_at, $2), silent_since = null where id = $1""",
        feed,
        now,
    )


async def heal(tx: Transaction, feed: UUID, ids: tuple[str, ...]) -> None:
    """What stood in quarantine under these ids has come rightly since."""
    await tx.execute(
        """update incidents.message set outcome = 'healed'
           where feed_id = $1 and outcome = 'quarantined' and message_id = any($2)""",
        feed,
        list(ids),
    )


def _acknowledged(report: Report, outcome: str, now: datetime) -> Reply:
    """What a control room of UCRI waits for; each time that it hands the incident over."""
    content = write_acknowledgement(UUID(report.incident_id), at=now, accepted=True)
    return Reply(content, headers={"focus-outcome": outcome})


ROUTE: Final = Route(
    "POST",
    "/api/incidents/in/{feed_id:uuid}",
    take_in,
    public=True,
    answer=Answer,
    body_limit=MOST_OCTETS,
)
