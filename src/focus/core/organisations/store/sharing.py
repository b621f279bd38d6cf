"""Grants between organisations: given by the one in scope, and received by it."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core import clock
from focus.core.errors import NotFound
from focus.core.ids import new_id
from focus.core.organisations import rules
from focus.core.organisations.errors import GrantEnded, GrantInvalid, RecipientUnknown
from focus.core.organisations.records import Grant
from focus.core.organisations.store.rows import record, understood

if TYPE_CHECKING:
    from focus.core.database import Transaction

_GRANT = """id, organisation_id as owner_id, recipient_id, what, subject_id, fields, purpose, basis,
  starts_at, ends_at, onward, revoked_at, revoked_reason"""
_WHAT = re.compile(r"[a-z_]+(\.[a-z_]+)+")


async def grants_given(tx: Transaction) -> list[Grant]:
    """What the organisation in scope shares or shared, the latest first."""
    rows = await tx.fetch(f"select {_GRANT} from organisations.grant_given order by starts_at desc, id")  # noqa: S608
    return [record(Grant, row) for row in rows]


async def grants_received(tx: Transaction) -> list[Grant]:
    """What others share or shared with the organisation in scope, the latest first."""
    rows = await tx.fetch(f"select {_GRANT} from organisations.grants_received() order by starts_at desc, id")  # noqa: S608
    return [record(Grant, row) for row in rows]


async def give(
    tx: Transaction,
    *,
    recipient: UUID,
    what: str,
    basis: str,
    starts_at: datetime,
    ends_at: datetime | None,
    subject: UUID | None = None,
    fields: Collection[str] = (),
    purpose: str | None = None,
    onward: bool = False,
    id: UUID | None = None,  # noqa: A002
) -> UUID:
    """Share something of the organisation in scope with another one, for a time."""
    rules.in_order(starts_at, ends_at)
    basis = " ".join(basis.split())
    if not _WHAT.fullmatch(what) or not 0 < len(basis) <= 200:
        raise GrantInvalid
    if recipient == tx.organisation:
        raise RecipientUnknown
    grant = id or new_id()
    with understood():
        await tx.execute(
            """insert into organisations.grant_given (
                 organisation_id, id, recipient_id, what, subject_id, fields, purpose, basis,
                 starts_at, ends_at, onward)
               values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""",
            grant, recipient, what, subject, sorted(set(fields)), purpose, basis, starts_at, ends_at, onward,
        )  # fmt: skip
    return grant


async def revoke(tx: Transaction, grant: UUID, *, reason: str | None) -> UUID:
    """End a grant now; the recipient. Raises `GrantEnded` when it ended before."""
    row = await tx.fetchrow(
        "select recipient_id, ends_at, revoked_at from organisations.grant_given where id = $1 for update",
        grant,
    )
    now = clock.now()
    if row is None:
        raise NotFound
    if row["revoked_at"] is not None or (row["ends_at"] is not None and row["ends_at"] <= now):
        raise GrantEnded
    await tx.execute(
        "update organisations.grant_given set revoked_at = $2, revoked_reason = $3 where id = $1",
        grant, now, reason,
    )  # fmt: skip
    recipient: UUID = row["recipient_id"]
    return recipient
