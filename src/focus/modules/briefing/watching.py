"""What was asked of the watch list on a phone without network: its entry in the log arrives later."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.errors import Problem
from focus.core.gate import Actor, Event, action
from focus.modules.briefing.problems import MomentImpossible
from focus.modules.search.public import SKEW, PurposeGiven, resolved_later

OLDEST: Final = timedelta(hours=72)
Question = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
KindAsked = Annotated[str, msgspec.Meta(max_length=40)]
Hits = Annotated[tuple[UUID, ...], msgspec.Meta(max_length=50)]


class LookedOffline(Event, frozen=True):
    """Somebody asked the briefing on his phone, without network."""

    id: UUID
    question: str
    reading: str
    items: tuple[UUID, ...]
    at: datetime
    explained: bool
    """Under a purpose that counted then; else oversight sees that there was none."""


@action(needs="briefing.read", offline=True)
async def look_offline(
    actor: Actor,
    *,
    id: UUID,  # noqa: A002
    question: Question,
    kind: KindAsked,
    at: datetime,
    items: Hits = (),
    purpose: PurposeGiven | None = None,
) -> LookedOffline:
    """Log a question that a phone answered by itself. `items`: those that it showed."""
    now = clock.now()
    if at.tzinfo is None or not now - OLDEST <= at <= now + SKEW:
        raise MomentImpossible
    try:
        actor.purpose = await resolved_later(actor, purpose=purpose, task=None, later=True)
    except Problem:
        # It was asked and answered: an entry that says so without a purpose is worth more than none.
        actor.purpose = None
    return LookedOffline(
        id=id,
        question=" ".join(question.split()),
        reading=kind,
        items=items,
        at=min(at, now),
        explained=actor.purpose is not None,
    )
