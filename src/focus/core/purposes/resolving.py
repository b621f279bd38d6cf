"""Under which purpose something happens: of a code, of a task, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from focus.core.log import PurposeStamp
from focus.core.purposes import rules, store
from focus.core.purposes.errors import (
    PurposeMissing,
    PurposeNotAllowed,
    PurposeUnknown,
    ReasonMissing,
    ReferenceMissing,
    TaskUnknown,
)
from focus.core.purposes.records import PurposeChoice, Task
from focus.core.purposes.store import purpose as purpose_of

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Principal


async def resolve_purpose(
    tx: Transaction,
    principal: Principal,
    *,
    code: str | None = None,
    reference: str | None = None,
    reason: str | None = None,
    task: UUID | None = None,
) -> PurposeStamp:
    """The purpose, legal basis and reference of what a principal is about to do.

    Without a code, those of the person's active task; with `task`, it must be that one. A code given beside
    the task wins, and the task's reference goes with it when none is given.

    Raises PurposeMissing, PurposeUnknown, ReferenceMissing, ReferenceInvalid, ReasonMissing, TaskUnknown
    (422), PurposeNotAllowed (403); the first three of purposes carry `extra["purposes"]`. The caller logs it.
    """
    working = await _task(tx, principal, code, task)
    if code is None and working is None:
        raise PurposeMissing(extra={"purposes": await offered(tx, principal)})
    chosen = await purpose_of(tx, code or (working.purpose.code if working else ""))
    if chosen is None or not chosen.active:
        raise PurposeUnknown(extra={"purposes": await offered(tx, principal)})
    if not chosen.open_to(principal.function):
        raise PurposeNotAllowed(extra={"purposes": await offered(tx, principal)})
    about, why = rules.reference(reference) or (working.reference if working else None), rules.reason(reason)
    if chosen.reference == "required" and about is None:
        raise ReferenceMissing
    if chosen.reason == "required" and why is None and working is None:
        raise ReasonMissing
    return PurposeStamp(
        code=chosen.code,
        basis=chosen.basis,
        reference=None if chosen.reference == "none" else about,
        reason=why,
        task=working.id if working else None,
    )


async def _task(tx: Transaction, principal: Principal, code: str | None, task: UUID | None) -> Task | None:
    """The active task that counts: the one named, or without any code whatever is active."""
    if task is None and code is not None:
        return None
    found = await store.active_task(tx, principal.person_id, language=principal.language, id=task)
    if task is not None and found is None:
        raise TaskUnknown
    return found


async def possible_purposes(tx: Transaction, principal: Principal) -> list[PurposeChoice]:
    """The purposes that a principal may choose, in his language."""
    return rules.choices(await store.purposes(tx), principal.function, principal.language)


async def offered(tx: Transaction, principal: Principal) -> list[dict[str, str]]:
    """The possible purposes as JSON: [{code, title, basis, reference, reason}]."""
    return [msgspec.to_builtins(choice) for choice in await possible_purposes(tx, principal)]
