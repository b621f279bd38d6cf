"""Lists and counts of cases. Every order ends in the id, so a page begins where the one before ended."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal
from uuid import UUID

import msgspec

from focus.kit.keeping.kinds import CaseKind
from focus.kit.keeping.problems import CursorUnreadable
from focus.kit.keeping.records import Case, Page, StepCount
from focus.kit.keeping.store import COLUMNS, case_of
from focus.kit.keeping.words import asked

if TYPE_CHECKING:
    from focus.core.database import Transaction

PAGE: Final = 50
NEVER: Final = date(9999, 12, 31)
Order = Literal["due", "changed", "number"]

_DUE: Final = "coalesce(c.due_on, '9999-12-31'::date)"
_ORDERS: Final[dict[str, tuple[str, str, str, Any]]] = {
    "due": (_DUE, "", ">", date),
    "changed": ("c.changed_at", "desc", "<", datetime),
    "number": ("c.number", "desc", "<", str),
}
"""By name: what is sorted, how, what comes after, and of which type it is."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which cases; what is not said does not matter."""

    step: str = ""
    person: UUID | None = None
    unit: UUID | None = None
    ward: UUID | None = None
    unassigned: bool = False
    """Given to neither a person nor a unit."""
    overdue: bool = False
    text: str = ""
    """Beginnings of words; a case has all of them."""


async def page_of(
    tx: Transaction, kind: CaseKind, wanted: Wanted, *, order: Order, after: str, today: date
) -> Page:
    """Fifty cases. Raises CursorUnreadable."""
    by, way, beyond, _ = _ORDERS[order]
    conditions, values = _conditions(kind, wanted, today)
    if after:
        values += _cursor(order, after)
        conditions.append(f"({by}, c.id) {beyond} (${len(values) - 1}, ${len(values)})")
    rows = await tx.fetch(
        f"""select {COLUMNS} from kit.case c where {" and ".join(conditions)}
            order by {by} {way}, c.id {way} limit {PAGE + 1}""",  # noqa: S608 - names of our own, values apart
        *values,
    )
    cases = [case_of(kind, row) for row in rows[:PAGE]]
    return Page(cases=tuple(cases), after=_after(order, cases[-1]) if len(rows) > PAGE else "")


async def counts_of(tx: Transaction, kind: CaseKind, *, today: date) -> list[StepCount]:
    """By step, in the order of the declaration; steps without cases too."""
    rows = await tx.fetch(
        """select c.step, count(*) as cases, count(*) filter (where c.due_on < $2) as overdue,
             count(*) filter (where c.person_id is null and c.unit_id is null) as unassigned
           from kit.case c where c.module = $1 and c.erased_at is null group by c.step""",
        kind.module,
        today,
    )
    there = {row["step"]: StepCount(**row) for row in rows}
    none = {step: StepCount(step=step, cases=0, overdue=0, unassigned=0) for step in kind.case.steps}
    return [there.get(step, nothing) for step, nothing in none.items()]


def _conditions(kind: CaseKind, wanted: Wanted, today: date) -> tuple[list[str], list[Any]]:
    values: list[Any] = [kind.module]
    conditions = ["c.module = $1", "c.erased_at is null"]

    def must(condition: str, *given: Any) -> None:
        numbers = [f"${len(values) + n}" for n in range(1, len(given) + 1)]
        values.extend(given)
        conditions.append(condition.format(*numbers))

    for column, value in (("person_id", wanted.person), ("unit_id", wanted.unit), ("ward_id", wanted.ward)):
        if value is not None:
            must(f"c.{column} = {{}}", value)
    if wanted.step:
        must("c.step = {}", wanted.step)
    if wanted.unassigned:
        must("c.person_id is null and c.unit_id is null")
    if wanted.overdue:
        must(f"{_DUE} < {{}}", today)
    for word in asked(wanted.text):
        must(
            """c.id in (select w.case_id from kit.word w
                 where w.module = $1 and w.word >= {} and w.word < {})""",
            word,
            word + "\U0010ffff",
        )
    if wanted.text.strip() and not asked(wanted.text):
        must("false")
    return conditions, values


def _after(order: Order, case: Case) -> str:
    value = {"due": case.due_on or NEVER, "changed": case.changed_at, "number": case.number}[order]
    return urlsafe_b64encode(msgspec.json.encode((order, value, case.id))).decode()


def _cursor(order: Order, after: str) -> list[Any]:
    try:
        said, text, last = msgspec.json.decode(urlsafe_b64decode(after), type=tuple[str, str, UUID])
        value = msgspec.convert(text, _ORDERS[order][3])
    except (ValueError, msgspec.MsgspecError):
        raise CursorUnreadable from None
    if said != order:
        raise CursorUnreadable
    return [value, last]
