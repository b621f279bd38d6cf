"""The actions of a case module, each through the gate under the module's own permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import msgspec

from focus.core.gate import Actor, action
from focus.kit.keeping.kinds import CaseKind
from focus.kit.running import acting
from focus.kit.running.events import CaseAssigned, CaseChanged, CaseMade, CaseMoved, CaseNoted

if TYPE_CHECKING:
    from focus.core.registry import Action

Note = Annotated[str, msgspec.Meta(min_length=1, max_length=4_000)]
Values = dict[str, Any]


def actions_of(kind: CaseKind) -> tuple[Action, ...]:
    """Make, change, move, note without network too; give out with network alone.

    `declared` is the version of the declaration that the app filled in; `revision` that of the case on the
    screen, 0 for whatever it is now (what waits on a phone says it in its envelope).
    """
    return (*_records(kind), _moves(kind), *_others(kind))


def _records(kind: CaseKind) -> tuple[Action, ...]:
    act = kind.permission("act")

    @action(needs=act, offline=True)
    async def make_case(actor: Actor, *, case: UUID, declared: int, data: Values) -> CaseMade:
        """Make a case; it gets its number here. Raises UpdateFirst, CaseKnown, CaseFaulty."""
        return await acting.make(kind, actor, case, data, declared)

    @action(needs=act, offline=True)
    async def change_case(
        actor: Actor, *, case: UUID, declared: int, values: Values, revision: int = 0
    ) -> CaseChanged:
        """Set some fields anew, null for away.

        Raises UpdateFirst, CaseUnknown, CaseChanged with what somebody made of it meanwhile, CaseFaulty,
        NothingChanged.
        """
        return await acting.change(kind, actor, case, values, revision=revision, declared=declared)

    return (make_case, change_case)


def _moves(kind: CaseKind) -> Action:
    @action(needs=kind.permission("act"), offline=True)
    async def move_case(
        actor: Actor,
        *,
        case: UUID,
        declared: int,
        move: str,
        values: Values | None = None,
        revision: int = 0,
    ) -> CaseMoved:
        """Bring a case to another step, with the fields that the move asks for.

        Raises UpdateFirst, CaseUnknown, CaseChanged, MoveNotYours, MoveRefused with what stands against it.
        """
        return await acting.move(kind, actor, case, move, values or {}, revision=revision, declared=declared)

    return move_case


def _others(kind: CaseKind) -> tuple[Action, ...]:
    @action(needs=kind.permission("desk"))
    async def assign_case(
        actor: Actor, *, case: UUID, person: UUID | None = None, unit: UUID | None = None, revision: int = 0
    ) -> CaseAssigned:
        """Give a case to a person, a unit, both, or nobody.

        Raises CaseUnknown, CaseChanged, PersonUnknown, UnitUnknown, NothingChanged.
        """
        return await acting.assign(kind, actor, case, person, unit, revision=revision)

    @action(needs=kind.permission("act"), offline=True)
    async def note_case(actor: Actor, *, id: UUID, case: UUID, text: Note) -> CaseNoted:  # noqa: A002
        """Write a note. Raises CaseUnknown, NoteKnown."""
        return await acting.note(kind, actor, case, text, id)

    return (assign_case, note_case)
