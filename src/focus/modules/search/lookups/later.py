"""What waited on a device without network: how old a question may be, the purpose of what is sent later."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from focus.core import clock
from focus.core.purposes.public import TaskUnknown, references_of, resolve_purpose
from focus.modules.search.lookups.problems import AskedInFuture, AskedTooLongAgo

if TYPE_CHECKING:
    from uuid import UUID

    from focus.core.gate import Actor
    from focus.core.log import PurposeStamp
    from focus.modules.search.lookups.requests import PurposeGiven

SKEW = timedelta(minutes=5)
"""A device's clock may be ahead of ours by this."""
EXPIRES = timedelta(hours=8)
"""A question older than a shift is asked anew, by somebody who still wants to know."""


def check_asked_at(at: datetime | None) -> None:
    """Raises `AskedInFuture` or `AskedTooLongAgo`; None was asked now."""
    if at is None:
        return
    now = clock.now()
    if at.tzinfo is None or at > now + SKEW:
        raise AskedInFuture
    if at < now - EXPIRES:
        raise AskedTooLongAgo(params={"hours": EXPIRES // timedelta(hours=1)})


async def resolved_later(
    actor: Actor, *, purpose: PurposeGiven | None, task: UUID | None, later: bool
) -> PurposeStamp:
    """The purpose as it is possible now.

    `later`: what happened happened, though its task may have ended since, and its incident be long closed;
    code and reference stay.
    """
    code, reference, reason = parts_of(purpose)
    references = references_of(actor.platform)
    resolve = partial(
        resolve_purpose,
        actor.tx,
        actor.principal,
        references,
        code=code,
        reference=reference,
        reason=reason,
        done=later,
    )
    try:
        return await resolve(task=task)
    except TaskUnknown:
        if not later or purpose is None:
            raise
        return await resolve()


def parts_of(purpose: PurposeGiven | None) -> tuple[str | None, str | None, str | None]:
    """Code, reference and reason, as far as they were given."""
    return (purpose.code, purpose.reference, purpose.reason) if purpose else (None, None, None)
