"""Testing one source from the screen: a lookup of one source, in the log before its question leaves.

It goes through the same engine as every lookup: the source's own places, pause and quotas hold, and its
health counts it. Only who may ask the source himself under this purpose learns how many records came.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec

from focus.core.errors import Problem
from focus.core.log import AlreadyLogged
from focus.modules.search.health.tested import SourceTest, SourceTested, fields_of
from focus.modules.search.lookups import log_entries
from focus.modules.search.lookups.problems import (
    AlreadyAnswered,
    NoSuchSource,
    QuestionNotTaken,
    ReasonNeeded,
    SourceClosed,
    Unreadable,
)
from focus.modules.search.lookups.wording import wording
from focus.modules.search.rights.redaction import Hidden, veiled
from focus.modules.search.understanding import understand

if TYPE_CHECKING:
    from focus.core.gate import Principal
    from focus.core.log import LogEvent, PurposeStamp
    from focus.modules.search.cards import Wording
    from focus.modules.search.engine import Outcome
    from focus.modules.search.lookups.service import Search
    from focus.modules.search.questions import Reading
    from focus.modules.search.sources.protocol import Source

ASKS: Final = "search.ask"
"""Needed beside the permission for health: how many records there are of somebody is an answer already."""


@dataclass(frozen=True, slots=True)
class _Permitted:
    """A test that may be made."""

    source: Source
    reading: Reading
    stamp: PurposeStamp
    hidden: Hidden


async def run_test(search: Search, principal: Principal, test: SourceTest) -> SourceTested:
    """Ask the source once. Nothing leaves before the entry is committed; another entry says how it ended.

    Raises what the gate and purposes refuse, `NoSuchSource`, `ReasonNeeded`, `SourceClosed`,
    `Unreadable`, `QuestionNotTaken`, and `AlreadyAnswered` for an id that was used before.
    """
    await search.platform.gate.permit(principal, module="search", name="test_source", needs=ASKS)
    try:
        permitted = await _permitted(search, principal, test)
    except Problem as refusal:
        await search.refused(principal, refusal, {"test": _wanted(test)})
        raise
    opening = await _opened(search, principal, test, permitted)
    asking = asyncio.create_task(_ask(search, principal, permitted, opening), name=f"test {test.id}")
    search.keep(asking)
    return await asyncio.shield(asking)  # whoever goes away meanwhile leaves no test without its end


async def _opened(search: Search, principal: Principal, test: SourceTest, permitted: _Permitted) -> LogEvent:
    """The committed entry before which nothing is asked."""
    reading = permitted.reading
    what = {"source": test.source, "question": test.question, "kind": reading.kind, "normal": reading.normal}
    opening = log_entries.entry(
        principal, log_entries.TEST_OPENED, what, purpose=permitted.stamp, event=test.id
    )
    try:
        await search.platform.log.commit_now(opening)
    except AlreadyLogged:
        raise AlreadyAnswered from None
    return opening


async def _permitted(search: Search, principal: Principal, test: SourceTest) -> _Permitted:
    seen = {one.config.name: one for one in await search.selection.seen_by(principal)}
    source = seen.get(test.source)
    if source is None:
        raise NoSuchSource
    stamp, purpose = await search.purposes.resolve(
        principal, code=test.purpose, reference=test.reference, reason=test.reason, task=None
    )
    if stamp.reason is None:
        raise ReasonNeeded
    state, why = search.selection.open_to(source, purpose.code, frozenset(purpose.opens), principal)
    if state != "asked":
        raise SourceClosed(params={"reason": why})
    hidden = (await search.hidden(purpose, principal)).get(test.source, {})
    return _Permitted(source, _reading(search, source, test.question), stamp, hidden)


def _reading(search: Search, source: Source, question: str) -> Reading:
    """The likeliest reading that the source takes."""
    understood = understand(question, known=search.known)
    for reading in understood.readings:
        if source.accepts(reading):
            return reading
    if not understood.readings:
        raise Unreadable(extra=msgspec.to_builtins(understood))
    raise QuestionNotTaken(extra={"kinds": [reading.kind for reading in understood.readings]})


async def _ask(
    search: Search, principal: Principal, permitted: _Permitted, opening: LogEvent
) -> SourceTested:
    """Ask, and have in the log what came of it."""
    source, reading = permitted.source, permitted.reading
    deadline_s = source.config.deadline_ms / 1000
    round_ = search.engine.run(
        reading, [source], deadline_s=deadline_s, organisation=principal.organisation_id
    )
    try:
        outcome = [one async for one in round_][-1]  # it may have been slow before
    finally:
        await round_.aclose()
    words = wording([source], principal.language, seen={source.config.name})
    tested = _tested(outcome, permitted, words)
    what = opening.what | {"lookup": str(opening.id), **_told(tested)}
    ending = log_entries.entry(principal, log_entries.TESTED, what, purpose=permitted.stamp)
    search.keep(asyncio.create_task(search.disclosures.write(ending), name=f"tested {opening.id}"))
    return tested


def _tested(outcome: Outcome, permitted: _Permitted, words: Wording) -> SourceTested:
    records = [veiled(record, permitted.hidden) for record in outcome.records]
    state = outcome.state
    assert state != "slow", "the last word on a source is never that it is slow"
    return SourceTested(
        source=outcome.source,
        kind=permitted.reading.kind,
        normal=permitted.reading.normal,
        state=state,
        reason=outcome.reason,
        ms=outcome.ms,
        deadline_ms=permitted.source.config.deadline_ms,
        records=len(records),
        unread=outcome.unread,
        warnings=sum(bool(record.warnings) for record in records),
        mapped=fields_of(records),
        drift=outcome.drifts,
        words=words,
    )


def _told(tested: SourceTested) -> dict[str, Any]:
    """For the log: how it ended and what was disclosed by it."""
    return {
        "state": tested.state,
        "reason": tested.reason,
        "ms": tested.ms,
        "records": tested.records,
        "unread": tested.unread,
        "warnings": tested.warnings,
        "mapped": sorted({one.field for one in tested.mapped}),
    }


def _wanted(test: SourceTest) -> dict[str, Any]:
    """What the log says of a test that was not made."""
    longest = log_entries.LONGEST
    what = {"id": str(test.id), "source": test.source[:80], "question": test.question[:longest]}
    return what | ({"purpose": test.purpose[:longest]} if test.purpose else {})
