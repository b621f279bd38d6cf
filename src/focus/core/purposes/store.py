"""Reading and writing purposes and tasks of the organisation in scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
import msgspec

from focus.core import clock
from focus.core.errors import NotFound
from focus.core.ids import new_id
from focus.core.purposes import rules
from focus.core.purposes.errors import CodeTaken, TaskUnknown
from focus.core.purposes.records import Purpose, Task, TaskKind

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Principal
    from focus.core.log import Issuer

_PURPOSE = (
    "code, titles::text as titles, basis, reference, accepts, reason, opens, functions, active, reviewed"
)
_TASK = "id, kind, reference, issuer, reason, title, place, purpose_code, started_at, ended_at"


async def purposes(tx: Transaction) -> list[Purpose]:
    """All purposes, those out of use included, in the organisation's order."""
    rows = await tx.fetch(f"select {_PURPOSE} from purposes.purpose order by position, code")  # noqa: S608
    return [_purpose(row) for row in rows]


async def purpose(tx: Transaction, code: str) -> Purpose | None:
    """One purpose, out of use or not."""
    row = await tx.fetchrow(f"select {_PURPOSE} from purposes.purpose where code = $1", code)  # noqa: S608
    return _purpose(row) if row else None


def _purpose(row: Any) -> Purpose:
    return Purpose(**{**dict(row), "titles": msgspec.json.decode(row["titles"])})


async def add_purpose(tx: Transaction, made: Purpose) -> None:
    """Add a purpose that has been checked."""
    try:
        await tx.execute(
            """insert into purposes.purpose
                 (organisation_id, code, titles, basis, reference, reason, opens, functions, active, accepts,
                  reviewed)
               values (focus.must_scope(), $1, $2::text::jsonb, $3, $4, $5, $6, $7, $8, $9, true)""",
            *_values(made),
        )
    except asyncpg.UniqueViolationError:
        raise CodeTaken from None


async def change_purpose(tx: Transaction, changed: Purpose) -> None:
    """Replace a purpose; it counts as confirmed by the organisation from then on."""
    done = await tx.fetchval(
        """update purposes.purpose set titles = $2::text::jsonb, basis = $3, reference = $4, reason = $5,
             opens = $6, functions = $7, active = $8, accepts = $9, reviewed = true
           where code = $1 returning true""",
        *_values(changed),
    )
    if not done:
        raise NotFound


def _values(purpose: Purpose) -> tuple[Any, ...]:
    return (
        purpose.code,
        msgspec.json.encode(purpose.titles).decode(),
        purpose.basis,
        purpose.reference,
        purpose.reason,
        purpose.opens,
        purpose.functions,
        purpose.active,
        purpose.accepts,
    )


async def active_task(tx: Transaction, person: UUID, *, language: str, id: UUID | None = None) -> Task | None:  # noqa: A002
    """The task a person works on now; with `id`, only if it is that one."""
    row = await tx.fetchrow(
        f"""select {_TASK} from purposes.task
            where person_id = $1 and ended_at is null and ($2::uuid is null or id = $2)""",  # noqa: S608
        person,
        id,
    )
    return await _task(tx, row, language) if row else None


async def _task(tx: Transaction, row: Any, language: str) -> Task:
    values = dict(row)
    found = await purpose(tx, values.pop("purpose_code"))
    if found is None:
        raise NotFound
    return Task(purpose=rules.choice(found, language), **values)


async def start_task(
    tx: Transaction,
    principal: Principal,
    *,
    kind: TaskKind,
    purpose: str,
    reference: str | None,
    issuer: Issuer,
    reason: str | None,
    title: str,
    place: str | None,
    id: UUID | None = None,  # noqa: A002
) -> tuple[UUID, str, UUID | None]:
    """Begin a task instead of the one before: (task, reference, the task it ended).

    `issuer` says who gave the reference; without one the counter gives it.
    """
    task, now = id or new_id(), clock.now()
    await tx.execute(
        "select pg_advisory_xact_lock(hashtext('purposes.task'), hashtext($1))", str(principal.person_id)
    )
    before = await tx.fetchval(
        """update purposes.task set ended_at = greatest($2, started_at)
           where person_id = $1 and ended_at is null returning id""",
        principal.person_id,
        now,
    )
    given = reference or await next_reference(tx, kind)
    await tx.execute(
        """insert into purposes.task (organisation_id, id, person_id, post_id, kind, reference, issuer,
             reason, title, place, purpose_code, started_at)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""",
        task, principal.person_id, principal.post_id, kind, given, issuer, reason, title, place, purpose, now,
    )  # fmt: skip
    return task, given, before


async def counted(tx: Transaction, person: UUID, reference: str) -> bool:
    """Whether our counter once gave this number to a task of this person."""
    return bool(
        await tx.fetchval(
            """select true from purposes.task
               where person_id = $1 and reference = $2 and issuer = 'control' limit 1""",
            person,
            reference,
        )
    )


async def next_reference(tx: Transaction, kind: TaskKind) -> str:
    """The next number of the organisation and kind; without gaps, because it waits for who came before."""
    number = await tx.fetchval(
        """insert into purposes.counter (organisation_id, kind, last) values (focus.must_scope(), $1, 1)
           on conflict (organisation_id, kind) do update set last = purposes.counter.last + 1
           returning last""",
        kind,
    )
    return rules.numbered(kind, number)


async def end_task(tx: Transaction, person: UUID, task: UUID) -> None:
    """End a person's own active task; raises `TaskUnknown`."""
    done = await tx.fetchval(
        """update purposes.task set ended_at = greatest($3, started_at)
           where id = $2 and person_id = $1 and ended_at is null returning true""",
        person,
        task,
        clock.now(),
    )
    if not done:
        raise TaskUnknown
