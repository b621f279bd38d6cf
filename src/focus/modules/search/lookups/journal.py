"""The log entries of lookups, in one place so that none forgets its purpose."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Principal
from focus.core.ids import new_id
from focus.core.log import LogEvent, PurposeStamp

OPENED = "search.LookupOpened"
CLOSED = "search.LookupClosed"
REFUSED = "search.LookupRefused"
RETRIED = "search.SourcesRetried"
SPLIT = "search.RecordSplit"


def entry(
    principal: Principal,
    kind: str,
    what: dict[str, Any],
    *,
    purpose: PurposeStamp | None = None,
    event: UUID | None = None,
) -> LogEvent:
    """An entry of now; `event`: its id, where the app made it."""
    return LogEvent(
        id=event or new_id(),
        organisation_id=principal.organisation_id,
        at=clock.now(),
        kind=kind,
        person_id=principal.person_id,
        post_id=principal.post_id,
        session_id=principal.session_id,
        device_id=principal.device_id,
        purpose=purpose,
        what=what,
    )


def plain(value: Any) -> Any:
    """A struct as JSON's own types."""
    return msgspec.to_builtins(value)
