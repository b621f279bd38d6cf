"""An incident ends, and begins again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.ids import new_id
from focus.core.registry import Job
from focus.modules.incidents import crews, store
from focus.modules.incidents.records import Line

if TYPE_CHECKING:
    from focus.core.feed import Saves
    from focus.core.gate import Platform
    from focus.modules.incidents.store import Row

ANSWER: Final = Job("focus.modules.incidents.answering:answer", queue=True)
"""The control room whose incident it was is told that it has ended, where it wants to be."""


async def close(
    platform: Platform,
    saves: Saves,
    row: Row,
    *,
    result: str,
    text: str,
    at: datetime,
    author: str,
    person: UUID | None = None,
) -> bool:
    """Close it and free its crews; False where it was closed before: then it is one more line.

    `row` is held.
    """
    was_open = row.incident.state == "open"
    line = Line(
        id=new_id(),
        incident=row.incident.id,
        kind="result",
        at=at,
        told_at=clock.now(),
        author=author,
        text=text.strip() or result,
        late=not was_open,
    )
    if was_open:
        await _end(platform, saves, row, result, max(at, row.incident.opened_at))
        if person is not None and row.feed is not None:
            await platform.jobs.put(saves.tx, ANSWER, {"incident": row.incident.id}, key=row.incident.id)
    if line.text:
        await store.put_line(saves, line, on_phones=row.on_phones, person=person)
    return was_open


async def _end(platform: Platform, saves: Saves, row: Row, result: str, at: datetime) -> None:
    row.incident = msgspec.structs.replace(
        row.incident, state="closed", closed_at=at, changed_at=at, result=result
    )
    await crews.free(platform, saves, row, at)
    await store.put(platform, saves, row)


async def open_again(platform: Platform, saves: Saves, row: Row, at: datetime) -> None:
    """What was closed runs again, on the phones too. `row` is held."""
    row.incident = msgspec.structs.replace(
        row.incident, state="open", closed_at=None, result="", changed_at=at
    )
    if row.on_phones:
        await store.put(platform, saves, row)
        return
    lines = await store.lines_of(saves.tx, row.incident.id)
    caller = await store.caller_of(saves.tx, row.incident.id)
    await store.show(platform, saves, row, lines, caller)
