"""One message's octets in, a report out: by the feed's format, big ones outside of the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

import msgspec

from focus.modules.incidents.messages import cap, eido, order, ucri, webhook
from focus.modules.incidents.messages.incident import Report
from focus.modules.incidents.messages.unreadable import Unreadable

BIG: Final = 16 * 1024
"""Octets from which a message is read in another thread: some milliseconds."""
READERS: Final[Mapping[str, Callable[[bytes], Report]]] = {
    "ucri": ucri.read,
    "eido": eido.read,
    "cap": cap.read,
    "webhook": webhook.read,
}


class Held(Exception):
    """A message that is not taken in: it goes into quarantine as it came."""

    def __init__(self, code: str, path: str = "", detail: str = "") -> None:
        super().__init__(code)
        self.code, self.path, self.detail = code, path, detail


async def read(form: str, octets: bytes, *, signed: str, now: datetime) -> Report:
    """The report of a message that its feed signed as `signed`. Raises Held."""
    try:
        report = await (
            asyncio.to_thread(READERS[form], octets) if len(octets) > BIG else _at_once(form, octets)
        )
    except Unreadable as problem:
        raise Held(problem.code, problem.path, problem.detail) from None
    if form == "webhook" and report.message_id != signed:
        raise Held("wrong_id", "/id", "the same as webhook-id is expected")
    if not report.incident_id:
        raise Held("no_incident", detail="it answers a request and names no incident")
    if report.exercise:
        raise Held("exercise", detail="not real: it must never look like an incident")
    if report.sequence is None and order.clock(report, now) == "ahead":
        raise Held("from_the_future", detail="the sender's clock is ahead: it would rule all later messages")
    return _stated(report)


async def _at_once(form: str, octets: bytes) -> Report:
    return READERS[form](octets)


def _stated(report: Report) -> Report:
    """What the kind of a message says of the incident's state is said, so that it is folded like the rest."""
    if report.state:
        return report
    if report.kind == "close":
        return msgspec.structs.replace(report, state="closed")
    return msgspec.structs.replace(report, state="open") if report.kind == "new" else report
