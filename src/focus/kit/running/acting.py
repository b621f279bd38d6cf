"""What may be done with a case: made, changed, moved, given out, noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.organisations.public import posts_held, units
from focus.kit.keeping import problems, store
from focus.kit.keeping.kinds import CaseKind, told
from focus.kit.keeping.records import Case
from focus.kit.moving import move_faults
from focus.kit.running.events import CaseAssigned, CaseChanged, CaseMade, CaseMoved, CaseNoted
from focus.kit.running.working import (
    as_declared,
    checked,
    day_of,
    differences,
    happening,
    held,
    patched,
    placed,
    sound,
    written,
)

if TYPE_CHECKING:
    from focus.core.gate import Actor
    from focus.kit.declaring.case import Move


async def make(kind: CaseKind, actor: Actor, case: UUID, data: dict[str, Any], declared: int) -> CaseMade:
    """A new case in its first step, with its number. Raises UpdateFirst, CaseKnown, CaseFaulty."""
    as_declared(kind, declared)
    if await actor.hold(kind.synced, case):
        raise problems.CaseKnown
    found = sound(await checked(kind, actor, data))
    now = clock.now()
    one = Case(
        id=case,
        number=await store.next_number(actor.tx, kind, now),
        version=kind.case.version,
        revision=1,
        step=kind.first_step,
        data=found.data,
        made_at=actor.at,
        made_by=actor.person,
        changed_at=now,
        changed_by=actor.person,
        unit=next(iter(actor.principal.units), None) if kind.case.assign.how == "team" else None,
    )
    one = await placed(kind, actor, one, found)
    if not await store.add(actor.saves, kind, one):
        raise problems.CaseKnown
    what = {"fields": differences({}, one.data)}
    await store.happened(actor.tx, one, happening(actor, one, "made", what))
    return CaseMade(case=case, number=one.number, step=one.step, revision=one.revision, ward=one.ward)


async def change(
    kind: CaseKind, actor: Actor, case: UUID, values: dict[str, Any], *, revision: int, declared: int
) -> CaseChanged:
    """Some fields set anew. Raises UpdateFirst, CaseUnknown, CaseChanged, CaseFaulty, NothingChanged."""
    as_declared(kind, declared)
    one = await held(kind, actor, case, revision)
    found = sound(await checked(kind, actor, patched(one.data, values), one.data))
    fields = differences(one.data, found.data)
    if not fields:
        raise problems.NothingChanged
    one = await placed(kind, actor, one, found)
    one = await written(kind, actor, one, "changed", {"fields": fields})
    return CaseChanged(case=case, revision=one.revision, fields=tuple(fields))


async def move(
    kind: CaseKind,
    actor: Actor,
    case: UUID,
    chosen: str,
    values: dict[str, Any],
    *,
    revision: int,
    declared: int,
) -> CaseMoved:
    """To another step, with what the move asks for.

    Raises UpdateFirst, CaseUnknown, CaseChanged, MoveNotYours, MoveRefused with all that stands against it.
    """
    as_declared(kind, declared)
    one = await held(kind, actor, case, revision)
    declaration = kind.case.steps[one.step].moves.get(chosen)
    if declaration is not None and not may(actor, declaration):
        raise problems.MoveNotYours
    found = await checked(kind, actor, patched(one.data, values), one.data)
    against = move_faults(found, one.step, chosen)
    if against or declaration is None:
        raise problems.MoveRefused(extra={"faults": against})
    fields = differences(one.data, found.data)
    what = {"move": chosen, "from": one.step, "to": declaration.to, "fields": fields}
    moved = msgspec.structs.replace(one, step=declaration.to, ended_at=None)
    moved = await written(kind, actor, await placed(kind, actor, moved, found), "moved", what)
    steps = {"before": one.step, "after": moved.step}
    return CaseMoved(case=case, revision=moved.revision, move=chosen, **steps, fields=tuple(fields))


def may(actor: Actor, declared: Move) -> bool:
    """Whether a move is for this post: its function is named, and it has the permission beside."""
    allowed = actor.principal.permissions
    return actor.principal.function in declared.by and (not declared.needs or declared.needs in allowed)


async def assign(
    kind: CaseKind, actor: Actor, case: UUID, person: UUID | None, unit: UUID | None, *, revision: int
) -> CaseAssigned:
    """To a person, a unit, both or nobody.

    Raises CaseUnknown, CaseChanged, PersonUnknown, UnitUnknown, NothingChanged.
    """
    one = await held(kind, actor, case, revision)
    if (one.person, one.unit) == (person, unit):
        raise problems.NothingChanged
    if person is not None:
        posts = await posts_held(actor.tx, person)
        if all(post.organisation_id != actor.organisation for post in posts):
            raise problems.PersonUnknown
    if unit is not None and all(there.id != unit for there in await units(actor.tx, on=day_of(actor))):
        raise problems.UnitUnknown
    before = told(one)
    one = msgspec.structs.replace(one, person=person, unit=unit)
    one = await written(kind, actor, one, "assigned", {"fields": differences(before, told(one))})
    return CaseAssigned(case=case, revision=one.revision, person=person, unit=unit)


async def note(kind: CaseKind, actor: Actor, case: UUID, text: str, made: UUID) -> CaseNoted:
    """A note; the record stays as it is. Raises CaseUnknown, NoteKnown."""
    one = await held(kind, actor, case)
    done = happening(actor, one, "note", {}, text=text.strip(), id=made)
    if not await store.happened(actor.tx, one, done):
        raise problems.NoteKnown
    return CaseNoted(case=case, note=made)
