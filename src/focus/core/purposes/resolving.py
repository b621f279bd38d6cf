"""Under which purpose something happens: of a code, of a task, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from focus.core.log import Issuer, PurposeStamp
from focus.core.purposes import rules, store
from focus.core.purposes.errors import (
    PurposeMissing,
    PurposeNotAllowed,
    PurposeUnknown,
    ReasonMissing,
    ReferenceMissing,
    TaskUnknown,
)
from focus.core.purposes.records import Purpose, PurposeChoice, Task, TaskKind
from focus.core.purposes.store import purpose as purpose_of

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Principal
    from focus.core.purposes.issuing import References


async def resolve_purpose(
    tx: Transaction,
    principal: Principal,
    references: References,
    *,
    code: str | None = None,
    reference: str | None = None,
    reason: str | None = None,
    task: UUID | None = None,
    done: bool = False,
) -> PurposeStamp:
    """The purpose, legal basis and reference of what a principal is about to do, and who gave the reference.

    Without a code, those of the person's active task; with `task`, it must be that one. A code given beside
    the task wins, and the task's reference goes with it when none is given and the purpose takes it.
    `done`: it happened already, so whoever gave the reference is written down and not refused.

    Raises PurposeMissing, PurposeUnknown, ReferenceMissing, ReferenceInvalid, ReferenceNotAccepted,
    ReasonMissing, TaskUnknown (422), PurposeNotAllowed (403); those of purposes carry `extra["purposes"]`.
    The caller logs it.
    """
    working = await _task(tx, principal, code, task)
    if code is None and working is None:
        raise PurposeMissing(extra={"purposes": await offered(tx, principal)})
    chosen = await _usable(tx, principal, code or (working.purpose.code if working else ""))
    typed, why = rules.reference(reference), rules.reason(reason)
    own = working if working and typed in (None, working.reference) else None
    why = why or (own.reason if own else None)
    about, issuer = await _referred(tx, principal, references, chosen=chosen, typed=typed, own=own)
    if chosen.reference == "required" and about is None:
        raise ReferenceMissing
    if issuer is not None and not done:
        rules.check_issuer(chosen, issuer, why)
    if chosen.reason == "required" and why is None and working is None:
        raise ReasonMissing(params={"because": "purpose"})
    return PurposeStamp(
        code=chosen.code,
        basis=chosen.basis,
        reference=about,
        issuer=issuer,
        reason=why,
        task=working.id if working else None,
    )


async def issuer_at_start(
    tx: Transaction,
    principal: Principal,
    references: References,
    *,
    kind: TaskKind,
    purpose: str,
    reference: str | None,
    reason: str | None,
) -> Issuer:
    """Who gives the reference of a task that is about to begin; `reference` and `reason` are clean.

    Without a reference the counter gives one: not to an incident or a case, which others number, and not
    where the purpose requires a reference and a number of our own is none.

    Raises PurposeUnknown, PurposeNotAllowed, ReferenceMissing, ReferenceNotAccepted, ReasonMissing.
    """
    chosen = await _usable(tx, principal, purpose)
    if reference is None:
        if kind in ("incident", "case") or (
            chosen.reference == "required" and "control" not in chosen.accepts
        ):
            raise ReferenceMissing
        return "control"
    issuer = await references.issuer_of(tx, principal, reference)
    if chosen.reference != "none":
        rules.check_issuer(chosen, issuer, reason)
    return issuer


async def _usable(tx: Transaction, principal: Principal, code: str) -> Purpose:
    """Raises PurposeUnknown, PurposeNotAllowed."""
    chosen = await purpose_of(tx, code)
    if chosen is None or not chosen.active:
        raise PurposeUnknown(extra={"purposes": await offered(tx, principal)})
    if not chosen.open_to(principal.function):
        raise PurposeNotAllowed(extra={"purposes": await offered(tx, principal)})
    return chosen


async def _referred(
    tx: Transaction,
    principal: Principal,
    references: References,
    *,
    chosen: Purpose,
    typed: str | None,
    own: Task | None,
) -> tuple[str | None, Issuer | None]:
    """What is referred to and who gave it; `own`: the task, where it is its reference.

    A task's number that nobody typed and the purpose does not take stays with the task. What nobody vouched
    for when the task began may be known by now.
    """
    about = own.reference if own else typed
    if about is None or chosen.reference == "none":
        return None, None
    issuer: Issuer = own.issuer if own else "self"
    if issuer == "self":
        issuer = await references.issuer_of(tx, principal, about)
    return (about, issuer) if typed or issuer in chosen.accepts else (None, None)


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
    """The possible purposes as JSON: [{code, title, basis, reference, accepts, reason}]."""
    return [msgspec.to_builtins(choice) for choice in await possible_purposes(tx, principal)]
