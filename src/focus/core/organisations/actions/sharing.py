"""Grants: letting another organisation see or use something, for a time."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, action
from focus.core.organisations import events
from focus.core.organisations.store import sharing as store
from focus.core.organisations.wake import changed


@action(needs="organisations.share", step_up=True)
async def give_grant(
    actor: Actor,
    *,
    recipient: UUID,
    what: str,
    basis: str,
    subject: UUID | None = None,
    fields: list[str] = [],  # noqa: B006 - the request's default
    purpose: str | None = None,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    onward: bool = False,
) -> events.GrantGiven:
    """Share `what` with another organisation, on a legal basis; it ends by itself or is revoked."""
    begins = starts_at or clock.now()
    grant = await store.give(
        actor.tx,
        recipient=recipient,
        what=what,
        basis=basis,
        starts_at=begins,
        ends_at=ends_at,
        subject=subject,
        fields=fields,
        purpose=purpose,
        onward=onward,
    )
    changed(actor, recipient)
    return events.GrantGiven(
        grant=grant,
        recipient=recipient,
        what=what,
        subject=subject,
        fields=fields,
        purpose=purpose,
        onward=onward,
        basis=basis,
        starts_at=begins,
        ends_at=ends_at,
    )


@action(needs="organisations.share", step_up=True)
async def revoke_grant(actor: Actor, *, grant: UUID, reason: str | None = None) -> events.GrantRevoked:
    """End a grant now."""
    recipient = await store.revoke(actor.tx, grant, reason=reason)
    changed(actor, recipient)
    return events.GrantRevoked(grant=grant, recipient=recipient, reason=reason)
