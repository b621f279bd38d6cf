"""The log entries of lookups, in one place so that none forgets its purpose."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Principal
from focus.core.ids import new_id
from focus.core.log import LogEvent, PurposeStamp
from focus.modules.search.lookups.requests import Ask
from focus.modules.search.lookups.run import LookupRun

OPENED = "search.LookupOpened"
CLOSED = "search.LookupClosed"
CHECK_OPENED = "search.CheckOpened"
CHECK_CLOSED = "search.CheckClosed"
"""Of a lookup that ran by itself, because another owed it."""
REFUSED = "search.LookupRefused"
RETRIED = "search.SourcesRetried"
DETAILS = "search.DetailsAsked"
TEST_OPENED = "search.SourceTestOpened"
TESTED = "search.SourceTested"
"""Of one source, asked by somebody who looks after the sources."""

LONGEST = 1_000
"""Signs of a refused question, and of a purpose's code, that go to the log."""


def entry(
    principal: Principal,
    kind: str,
    what: dict[str, Any],
    *,
    purpose: PurposeStamp | None = None,
    event: UUID | None = None,
    at: datetime | None = None,
) -> LogEvent:
    """An entry of now or `at`; `event`: its id, where the app made it."""
    return LogEvent(
        id=event or new_id(),
        organisation_id=principal.organisation_id,
        at=at or clock.now(),
        kind=kind,
        person_id=principal.person_id,
        post_id=principal.post_id,
        session_id=principal.session_id,
        device_id=principal.device_id,
        purpose=purpose,
        what=what,
    )


def opening(lookup: LookupRun, *, at: datetime) -> LogEvent:
    """The entry before which nothing is asked or shown."""
    what: dict[str, Any] = {
        "question": lookup.question,
        "kind": lookup.reading.kind,
        "normal": lookup.reading.normal,
        "asked": [source.config.name for source in lookup.choice.asked],
        "closed": [source.name for source in lookup.choice.shown if source.state == "closed"],
    }
    if len(lookup.ways) > 1:
        what["also"] = [{"kind": w.reading.kind, "normal": w.reading.normal} for w in lookup.ways[1:]]
    if lookup.check:
        what["check"] = lookup.check
    if lookup.from_card:
        what["from_card"] = msgspec.to_builtins(lookup.from_card)
    if lookup.asked_at:
        what["asked_at"] = lookup.asked_at.isoformat()
    kind = CHECK_OPENED if lookup.check else OPENED
    return entry(lookup.principal, kind, what, purpose=lookup.purpose, event=lookup.id, at=at)


def question_refused(ask: Ask) -> dict[str, Any]:
    """What the log says of a question that was not put to anybody."""
    what: dict[str, Any] = {"lookup": str(ask.id), "question": ask.question[:LONGEST]}
    if ask.reading:
        what["kind"] = ask.reading
    if ask.purpose:
        what["purpose"] = ask.purpose.code[:LONGEST]
    if ask.asked_at:
        what["asked_at"] = ask.asked_at.isoformat()
    return what
