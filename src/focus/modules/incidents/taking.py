"""A message that was read is taken in: folded with the others; incident, lines, caller and crews follow."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID, uuid5

import msgspec

from focus.core.ids import new_id
from focus.modules.incidents import closing, crews, store, told, waking
from focus.modules.incidents.folding import packed, unpacked
from focus.modules.incidents.messages import state as fold
from focus.modules.incidents.messages.incident import Report
from focus.modules.incidents.messages.order import Verdict
from focus.modules.incidents.reading import BIG, Held
from focus.modules.incidents.records import Incident, Line
from focus.modules.incidents.store import Row
from focus.modules.incidents.turns import Word, crew_id, on_it

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves
    from focus.core.gate import Platform

OUTCOMES: Final[dict[Verdict, str]] = {
    "apply": "applied",
    "gap": "applied",
    "older": "older",
    "duplicate": "duplicate",
}


class Feed(NamedTuple):
    """Where a message comes from."""

    id: UUID
    name: str
    format: str


class Arrived(NamedTuple):
    """A message as it came."""

    feed: Feed
    signed: str
    """The id of the delivery, which its signature covers."""
    octets: bytes
    at: datetime


class Taken(NamedTuple):
    """What became of a message."""

    outcome: str
    incident: UUID


class _Folded(NamedTuple):
    """A message put to the others: all that was known, and all that is."""

    verdict: Verdict
    before: Report | None
    after: Report | None
    lines: list[Line]
    """Those that are new or say something else."""
    gaps: tuple[int, ...]
    packed: bytes


async def take(platform: Platform, saves: Saves, arrived: Arrived, report: Report) -> Taken:
    """Take in one report within the organisation's transaction. Raises Held.

    The caller writes `saves` and the log.
    """
    feed = arrived.feed
    organisation = saves.tx.organisation
    assert organisation is not None
    incident = uuid5(organisation, f"feed/{feed.id}/{report.source}/{report.incident_id}")
    await store.lock(saves.tx)
    row = await store.held(saves, incident)
    if row is None and report.kind == "acknowledgement":
        raise Held("no_incident", detail="it answers for an incident that nobody told")
    folded = await _fold(row.told if row else None, report, arrived, incident)
    if folded.verdict == "duplicate" or folded.after is None:
        return Taken("duplicate", incident)
    if row is None:
        new = await _new(saves.tx, incident, arrived, report)
        row = Row(new, feed.id, report.incident_id, report.source)
    row.told = folded.packed
    _say(row, folded, arrived, report)
    await store.put(platform, saves, row)
    await _belongings(platform, saves, row, folded)
    await _crews(platform, saves, row, folded)
    await _ending(platform, saves, row, arrived, folded.after)
    outcome = OUTCOMES[folded.verdict]
    await keep(saves.tx, arrived, report.message_id, outcome=outcome, incident=incident)
    return Taken(outcome, incident)


async def _fold(kept: bytes | None, report: Report, arrived: Arrived, incident: UUID) -> _Folded:
    if len(kept or b"") + len(arrived.octets) > BIG:
        return await asyncio.to_thread(_folded, kept, report, arrived, incident)
    return _folded(kept, report, arrived, incident)


def _folded(kept: bytes | None, report: Report, arrived: Arrived, incident: UUID) -> _Folded:
    was = unpacked(kept)
    verdict, then = fold.apply(was, report)
    before, after = fold.now(was), fold.now(then)
    author = arrived.feed.name
    known = {one.id: one for one in told.lines_of(was, before, incident, author=author)}
    lines = [
        msgspec.structs.replace(one, told_at=arrived.at)
        for one in told.lines_of(then, after, incident, author=author)
        if known.get(one.id) != one
    ]
    return _Folded(verdict, before, after, lines, told.gaps_of(then), packed(then))


async def _new(tx: Transaction, id: UUID, arrived: Arrived, report: Report) -> Incident:  # noqa: A002
    at = arrived.at
    return Incident(
        id=id,
        number=await store.next_number(tx, at),
        source=arrived.feed.name,
        kind=report.incident_kind,
        title="-",
        priority=None,
        state="open",
        opened_at=at,
        changed_at=at,
    )


def _say(row: Row, folded: _Folded, arrived: Arrived, report: Report) -> None:
    """Only what the control room says otherwise than before: what the desk changed stays until then."""
    before, after = told.fields_of(folded.before), told.fields_of(folded.after)
    changed = {name: value for name, value in after.items() if name not in before or before[name] != value}
    began = folded.after.started_at if folded.after else None
    row.incident = msgspec.structs.replace(
        row.incident,
        **changed,
        opened_at=min(began or min(report.sent_at, row.incident.opened_at), arrived.at),
        changed_at=arrived.at,
        gaps=folded.gaps,
    )


async def _belongings(platform: Platform, saves: Saves, row: Row, folded: _Folded) -> None:
    """Lines that are new or say something else, and who called."""
    assert folded.after is not None
    await store.put_lines(saves, folded.lines, on_phones=row.on_phones)
    incident = row.incident.id
    caller = told.caller_of(folded.after, incident)
    if caller is None or caller == await store.caller_of(saves.tx, incident):
        return
    row.incident = msgspec.structs.replace(row.incident, caller=True)
    await store.put(platform, saves, row)
    await store.put_caller(saves, caller, on_phones=row.on_phones)


async def _crews(platform: Platform, saves: Saves, row: Row, folded: _Folded) -> None:
    """What is said anew of crews; one that the control room sends is woken."""
    organisation = saves.tx.organisation
    assert organisation is not None
    assert folded.after is not None
    known = set(told.crews_of(folded.before)) if folded.before else set()
    for one in told.crews_of(folded.after):
        crew = crew_id(organisation, one.call_sign)
        if one in known or not await crews.say(
            platform, saves, row, Word(crew, one.call_sign, one.state, one.at)
        ):
            continue
        there = await crews.crew_of(saves.tx, crew)
        on = on_it(row.incident, crew)
        if there is not None and on is not None and on.state == "assigned":
            await waking.wake(platform, saves.tx, row.incident.id, there)


async def _ending(platform: Platform, saves: Saves, row: Row, arrived: Arrived, report: Report) -> None:
    """Closed, or open again, where the control room says so anew; repeating it undoes nobody's word."""
    feed, at = arrived.feed, arrived.at
    closed, was = told.is_closed(report), row.told_closed
    if closed == was:
        return
    row.told_closed = closed
    if not closed:
        if row.incident.state == "closed":
            await closing.open_again(platform, saves, row, at)
        else:
            await store.put(platform, saves, row)
        return
    moment = min(report.acted_at or report.sent_at, at)
    text = " - ".join(part for part in dict.fromkeys((report.result, report.reason)) if part)
    if row.incident.state == "closed":
        await store.put(platform, saves, row)
    await closing.close(
        platform, saves, row, result=told.result_of(report), text=text[:4_000], at=moment, author=feed.name
    )


async def keep(
    tx: Transaction,
    arrived: Arrived,
    message_id: str,
    *,
    outcome: str,
    incident: UUID | None = None,
    why: Held | None = None,
) -> UUID:
    """Keep a message as it came; its id here. The same octets are in quarantine once."""
    values: tuple[Any, ...] = (why.code, why.path, why.detail) if why else ("", "", "")
    kept: UUID = await tx.fetchval(
        """insert into incidents.message as m (organisation_id, id, feed_id, message_id, incident_id,
             received_at, outcome, digest, octets, code, path, detail)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
           on conflict (organisation_id, feed_id, digest) where outcome = 'quarantined'
             do update set received_at = excluded.received_at
           returning id""",
        new_id(), arrived.feed.id, message_id, incident, arrived.at, outcome,
        hashlib.sha256(arrived.octets).digest(), arrived.octets, *values,
    )  # fmt: skip
    return kept
