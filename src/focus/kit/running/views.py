"""What may be read of cases, and the declaration for the app."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import msgspec

from focus.core.gate import Actor, Call, Reply, view
from focus.core.registry import Route, View
from focus.kit.keeping import listing, store
from focus.kit.keeping.kinds import CaseKind
from focus.kit.keeping.listing import Order, Wanted
from focus.kit.keeping.records import Case, CaseShown, Next, Page, StepCount
from focus.kit.moving import move_faults
from focus.kit.running.acting import may
from focus.kit.running.working import checked, day_of

NOT_MODIFIED = 304
Words = Annotated[str, msgspec.Meta(max_length=100)]
Cursor = Annotated[str, msgspec.Meta(max_length=400)]


class Declaration(msgspec.Struct, frozen=True, kw_only=True):
    """A case type as the app runs it; its form stands in docs/developer. What the app reads is `manifest`."""

    module: str
    version: int
    digest: str
    manifest: msgspec.Raw


def views_of(kind: CaseKind) -> tuple[View, ...]:
    """The list, one case, the board."""
    return (_list(kind), *_others(kind))


def _list(kind: CaseKind) -> View:
    @view(needs=kind.permission("read"), private=True)
    async def cases(
        actor: Actor,
        *,
        step: str = "",
        person: UUID | None = None,
        unit: UUID | None = None,
        ward: UUID | None = None,
        unassigned: bool = False,
        overdue: bool = False,
        text: Words = "",
        order: Order = "due",
        after: Cursor = "",
    ) -> Page:
        """Fifty cases: by what is due first, what was changed last, or the highest number.

        `text` are beginnings of words, all of which must stand in the number, the reference or the fields by
        which the case type is searched; `after` is what the page before gave. Raises CursorUnreadable.
        """
        given = {"person": person, "unit": unit, "ward": ward}
        wanted = Wanted(step=step, unassigned=unassigned, overdue=overdue, text=text, **given)
        return await listing.page_of(actor.tx, kind, wanted, order=order, after=after, today=day_of(actor))

    return cases


def _others(kind: CaseKind) -> tuple[View, ...]:
    read = kind.permission("read")

    @view(needs=read)
    async def case(actor: Actor, *, case: UUID) -> CaseShown | None:
        """A case with what was done, and what this person may do next."""
        one = await store.found(actor.tx, kind, case)
        if one is None:
            return None
        done = await store.happenings(actor.tx, case)
        return CaseShown(id=case, case=one, happenings=done, next=await _next(kind, actor, one))

    @view(needs=read, consults=False)
    async def case_counts(actor: Actor) -> list[StepCount]:
        """How many cases are in each step, late ones and those given to nobody among them."""
        return await listing.counts_of(actor.tx, kind, today=day_of(actor))

    return (case, case_counts)


def declaration_of(kind: CaseKind) -> Route:
    """Where the app gets the declaration, once for each version of it."""
    tag = f'"{kind.digest}"'
    told = Declaration(
        module=kind.module,
        version=kind.case.version,
        digest=kind.digest,
        manifest=msgspec.Raw(kind.manifest),
    )
    body = msgspec.json.encode(told)

    async def declaration(call: Call) -> Reply:
        """The case type as the app runs it; 304 when it has this one."""
        headers = {"etag": tag, "cache-control": "private, no-cache"}
        if call.headers.get("if-none-match") == tag:
            return Reply(b"", status=NOT_MODIFIED, headers=headers)
        return Reply(body, headers=headers)

    return Route(
        "GET",
        f"/api/{kind.module}/declaration",
        declaration,
        needs=kind.permission("read"),
        answer=Declaration,
        also=(NOT_MODIFIED,),
    )


async def _next(kind: CaseKind, actor: Actor, case: Case) -> tuple[Next, ...]:
    if case.version != kind.case.version or kind.permission("act") not in actor.principal.permissions:
        return ()
    found = await checked(kind, actor, case.data, case.data)
    return tuple(
        Next(move=name, to=move.to, faults=tuple(move_faults(found, case.step, name)))
        for name, move in kind.case.steps[case.step].moves.items()
        if may(actor, move)
    )
