"""Starting and ending a task; keeping the organisation's purposes."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from focus.core.gate import Actor, Change, Event, action, changes
from focus.core.log import Issuer
from focus.core.organisations.public import functions as functions_here
from focus.core.purposes import book, rules, store
from focus.core.purposes.errors import FunctionUnknown
from focus.core.purposes.issuing import references_of
from focus.core.purposes.records import ISSUERS, Purpose, ReasonNeed, ReferenceNeed, TaskKind
from focus.core.purposes.resolving import issuer_at_start


class TaskStarted(Event, frozen=True):
    """`ended` is the task that this one took the place of."""

    task: UUID
    kind: TaskKind
    reference: str
    issuer: Issuer
    reason: str | None
    purpose: str
    ended: UUID | None


class TaskEnded(Event, frozen=True):
    task: UUID


class PurposeAdded(Event, frozen=True):
    """All of it is among the `changes`."""

    purpose: str
    changes: list[Change]


class PurposeEdited(Event, frozen=True):
    """What differs from before."""

    purpose: str
    changes: list[Change]


@action(needs=None)
async def start_task(
    actor: Actor,
    *,
    kind: TaskKind,
    purpose: str,
    title: str,
    reference: str | None = None,
    place: str | None = None,
    reason: str | None = None,
) -> TaskStarted:
    """Begin to work on something; what one worked on before ends.

    A control or check without a reference gets a number. `reason` is needed where the purpose requires a
    reference and nobody else knows the one given; it goes with every lookup of the task.
    """
    about, why = rules.reference(reference), rules.reason(reason)
    issuer = await issuer_at_start(
        actor.tx,
        actor.principal,
        references_of(actor.platform),
        kind=kind,
        purpose=purpose,
        reference=about,
        reason=why,
    )
    task, given, ended = await store.start_task(
        actor.tx,
        actor.principal,
        kind=kind,
        purpose=purpose,
        reference=about,
        issuer=issuer,
        reason=why,
        title=rules.title(title),
        place=" ".join(place.split())[:200] or None if place else None,
    )
    book.changed(actor)
    return TaskStarted(
        task=task, kind=kind, reference=given, issuer=issuer, reason=why, purpose=purpose, ended=ended
    )


@action(needs=None)
async def end_task(actor: Actor, *, task: UUID) -> TaskEnded:
    """End one's own task; later lookups need a purpose again."""
    await store.end_task(actor.tx, actor.person, task)
    book.changed(actor)
    return TaskEnded(task=task)


@action(needs="purposes.manage", step_up=True)
async def add_purpose(
    actor: Actor,
    *,
    code: str,
    titles: dict[str, str],
    basis: str,
    reference: ReferenceNeed,
    accepts: tuple[Issuer, ...] = ISSUERS,
    reason: ReasonNeed = "optional",
    opens: list[str],
    functions: list[str] = [],  # noqa: B006 - the request's default
) -> PurposeAdded:
    """Add a purpose of the organisation's own, with its legal basis."""
    made = await _checked(
        actor,
        code=code,
        titles=titles,
        basis=basis,
        reference=reference,
        accepts=accepts,
        reason=reason,
        opens=opens,
        functions=functions,
        active=True,
    )
    await store.add_purpose(actor.tx, made)
    book.changed(actor)
    return PurposeAdded(purpose=made.code, changes=changes(None, made))


@action(needs="purposes.manage", step_up=True)
async def edit_purpose(
    actor: Actor,
    *,
    code: str,
    titles: dict[str, str],
    basis: str,
    reference: ReferenceNeed,
    accepts: list[Issuer],
    reason: ReasonNeed,
    opens: list[str],
    functions: list[str],
    active: bool = True,
) -> PurposeEdited:
    """Change a purpose, confirm its default text, or take it out of use; at once."""
    changed = await _checked(
        actor,
        code=code,
        titles=titles,
        basis=basis,
        reference=reference,
        accepts=accepts,
        reason=reason,
        opens=opens,
        functions=functions,
        active=active,
    )
    before = await store.purpose(actor.tx, code)
    await store.change_purpose(actor.tx, changed)
    book.changed(actor)
    return PurposeEdited(purpose=code, changes=changes(before, changed))


async def _checked(
    actor: Actor,
    *,
    code: str,
    titles: dict[str, str],
    basis: str,
    reference: ReferenceNeed,
    accepts: Collection[Issuer],
    reason: ReasonNeed,
    opens: list[str],
    functions: list[str],
    active: bool,
) -> Purpose:
    known = {function.code for function in await functions_here(actor.tx)}
    for function in functions:
        if function not in known:
            raise FunctionUnknown(params={"function": function[:40]})
    return Purpose(
        code=rules.code(code),
        titles=rules.titles(titles),
        basis=rules.basis(basis),
        reference=reference,
        accepts=rules.accepted(accepts, reference),
        reason=reason,
        opens=rules.opened(opens),
        functions=sorted(set(functions)),
        active=active,
        reviewed=True,
    )
