"""What every change of a case goes through: held, expected, checked, placed, noted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.ids import new_id
from focus.core.organisations.public import post_of
from focus.kit.circumstances import Circumstances, User
from focus.kit.keeping import problems, store
from focus.kit.keeping.kinds import CaseKind
from focus.kit.keeping.records import Case, Done, Happening
from focus.kit.keeping.wards import point_of, ward_at
from focus.kit.moving import due
from focus.kit.validating import Checked, validate

if TYPE_CHECKING:
    from focus.core.gate import Actor


def as_declared(kind: CaseKind, declared: int) -> None:
    """What was filled in follows today's declaration. Raises UpdateFirst, DeclarationNewer."""
    params = {"declared": declared, "version": kind.case.version}
    if declared < kind.case.version:
        raise problems.UpdateFirst(params=params)
    if declared > kind.case.version:
        raise problems.DeclarationNewer(params=params)


async def held(kind: CaseKind, actor: Actor, case: UUID, revision: int = 0) -> Case:
    """A case that nobody else changes until the end. `revision`: the one on the screen, 0 for any.

    Raises CaseUnknown, CaseChanged with what somebody made of it meanwhile, DeclarationNewer.
    """
    await actor.hold(kind.synced, case)
    one = await store.found(actor.tx, kind, case)
    if one is None:
        raise problems.CaseUnknown
    if revision and revision != one.revision:
        of = {"record": f"{kind.synced.name}/{case}", "expected": revision, "version": one.revision}
        raise problems.CaseChanged(extra={**of, "theirs": one})
    if one.version != kind.case.version:
        raise problems.DeclarationNewer(params={"declared": one.version, "version": kind.case.version})
    return one


async def circumstances_of(actor: Actor) -> Circumstances:
    """When and by whom it was done: for what was done without network, then and not now."""
    principal = actor.principal
    facts = await post_of(actor.tx, principal.post_id)
    user = User(
        id=str(principal.person_id),
        name=facts.name if facts else "",
        unit=str(principal.units[0]) if principal.units else "",
        roles=(principal.function,),
    )
    return Circumstances(now=actor.at, today=day_of(actor), user=user)


def day_of(actor: Actor) -> date:
    """The day in Brussels on which it was done."""
    return actor.at.astimezone(clock.BRUSSELS).date()


async def checked(
    kind: CaseKind, actor: Actor, data: dict[str, Any], before: dict[str, Any] | None = None
) -> Checked:
    """A record that was looked at, with its faults."""
    return validate(kind.plan, data, await circumstances_of(actor), before=before)


def sound(found: Checked) -> Checked:
    """The same. Raises CaseFaulty with all that is wrong."""
    if not found.good:
        raise problems.CaseFaulty(extra={"faults": found.faults})
    return found


def patched(data: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """A record with some fields set anew; null takes a field away."""
    return {name: value for name, value in {**data, **values}.items() if value is not None}


def differences(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    """Fields that differ, each with its value before and after."""
    return {
        name: [before.get(name), after.get(name)]
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    }


async def placed(kind: CaseKind, actor: Actor, case: Case, found: Checked) -> Case:
    """The case with what follows from its record and step: point, ward, what is due next, its end."""
    point = point_of(kind.case, found.data)
    was = (case.longitude, case.latitude) if case.longitude is not None else None
    ward = case.ward if point == was else await ward_at(actor.tx, point, day_of(actor))
    day, deadline = _due(kind, case.step, found)
    ended = (case.ended_at or clock.now()) if kind.ends(case.step) else None
    return msgspec.structs.replace(
        case,
        data=found.data,
        longitude=point[0] if point else None,
        latitude=point[1] if point else None,
        ward=ward,
        due_on=day,
        deadline=deadline,
        ended_at=ended,
    )


def _due(kind: CaseKind, step: str, found: Checked) -> tuple[date | None, str]:
    running = [name for name, one in kind.case.deadlines.items() if step not in one.until]
    days = [(day, name) for name in running if (day := due(found, name))]
    if not days or not kind.case.steps[step].moves:
        return None, ""
    day, name = min(days)
    return date.fromisoformat(day), name


async def written(
    kind: CaseKind, actor: Actor, case: Case, done: Done, what: dict[str, Any], *, text: str = ""
) -> Case:
    """Write a case that was changed, with what was done; with its new revision."""
    case = msgspec.structs.replace(case, changed_at=clock.now(), changed_by=actor.person)
    case = await store.change(actor.saves, kind, case)
    await store.happened(actor.tx, case, happening(actor, case, done, what, text=text))
    return case


def happening(
    actor: Actor,
    case: Case,
    done: Done,
    what: dict[str, Any],
    *,
    text: str = "",
    id: UUID | None = None,  # noqa: A002
) -> Happening:
    """What the actor did with a case, at the time of the call."""
    return Happening(
        id=id or new_id(),
        kind=done,
        at=actor.at,
        told_at=clock.now(),
        person=actor.person,
        revision=case.revision,
        what=what,
        text=text,
    )
