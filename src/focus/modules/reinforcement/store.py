"""Rows of reinforcements in the organisation in scope."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from uuid import UUID

import msgspec

from focus.core.organisations.public import directory, name_in
from focus.modules.reinforcement.records import CrewHere, Why

if TYPE_CHECKING:
    from focus.core.database import Transaction

_ROW = """id, direction, other_id, crews::text as crews, since, until, by_name, ended_at, ended_why, ended_by,
  told"""


class Row(NamedTuple):
    """A reinforcement as it stands."""

    id: UUID
    direction: Literal["received", "given"]
    other_id: UUID
    crews: tuple[CrewHere, ...]
    since: datetime
    until: datetime
    by_name: str
    ended_at: datetime | None = None
    ended_why: Why = ""
    ended_by: str = ""
    told: int = 0


class Guest(NamedTuple):
    """Somebody who came to help, by his post here."""

    post: UUID
    person: UUID
    home_post: UUID
    crew: str


class Member(NamedTuple):
    """Somebody of a crew that can be asked for."""

    call_sign: str
    person: UUID
    post: UUID


async def lock(tx: Transaction) -> None:
    """One at a time changes the reinforcements of an organisation."""
    await tx.execute(
        "select pg_advisory_xact_lock(hashtextextended($1, 0))", f"reinforcement {tx.organisation}"
    )


async def found(tx: Transaction, reinforcement: UUID, *, held: bool = False) -> Row | None:
    """One; `held`: nobody else changes it until the end."""
    row = await tx.fetchrow(
        f"select {_ROW} from reinforcement.reinforcement where id = $1 {'for update' if held else ''}",  # noqa: S608
        reinforcement,
    )
    return _row(row) if row else None


async def all_since(tx: Transaction, since: datetime) -> list[Row]:
    """The running ones, the last first, then those that ended since."""
    rows = await tx.fetch(
        f"""select {_ROW} from reinforcement.reinforcement where ended_at is null or ended_at >= $1
            order by ended_at is not null, coalesce(ended_at, since) desc, id""",  # noqa: S608
        since,
    )
    return [_row(row) for row in rows]


async def unsettled(tx: Transaction) -> list[Row]:
    """Received ones that run, or of which the other side does not know all."""
    rows = await tx.fetch(
        f"""select {_ROW} from reinforcement.reinforcement
            where direction = 'received' and (ended_at is null or told < 2) order by id"""  # noqa: S608
    )
    return [_row(row) for row in rows]


async def add(tx: Transaction, row: Row) -> bool:
    """False: there is one of this id."""
    made = await tx.fetchval(
        """insert into reinforcement.reinforcement
             (organisation_id, id, direction, other_id, crews, since, until, by_name)
           values (focus.must_scope(), $1, $2, $3, $4::text::jsonb, $5, $6, $7)
           on conflict do nothing returning true""",
        row.id, row.direction, row.other_id, msgspec.json.encode(row.crews).decode(),
        row.since, row.until, row.by_name,
    )  # fmt: skip
    return bool(made)


async def end(tx: Transaction, reinforcement: UUID, *, at: datetime, why: Why, by: str) -> None:
    """Note the end."""
    await tx.execute(
        "update reinforcement.reinforcement set ended_at = $2, ended_why = $3, ended_by = $4 where id = $1",
        reinforcement, at, why, by,
    )  # fmt: skip


async def tell(tx: Transaction, reinforcement: UUID, told: int) -> None:
    """Note what the other side knows."""
    await tx.execute(
        "update reinforcement.reinforcement set told = greatest(told, $2) where id = $1", reinforcement, told
    )


async def add_guest(tx: Transaction, reinforcement: UUID, guest: Guest) -> None:
    """Somebody who comes."""
    await tx.execute(
        """insert into reinforcement.guest
             (organisation_id, reinforcement_id, post_id, person_id, home_post_id, crew)
           values (focus.must_scope(), $1, $2, $3, $4, $5)""",
        reinforcement, *guest,
    )  # fmt: skip


async def guests(tx: Transaction, reinforcement: UUID) -> list[Guest]:
    """Those who came."""
    rows = await tx.fetch(
        """select post_id, person_id, home_post_id, crew from reinforcement.guest
           where reinforcement_id = $1 order by post_id""",
        reinforcement,
    )
    return [Guest(*row) for row in rows]


async def helping(tx: Transaction, persons: Sequence[UUID], at: datetime) -> bool:
    """Whether one of them helps here at a moment; one that is over by the clock holds up nobody."""
    return bool(
        await tx.fetchval(
            """select exists (select from reinforcement.guest g
                 join reinforcement.reinforcement r on r.id = g.reinforcement_id
                 where r.ended_at is null and r.until > $2 and g.person_id = any($1))""",
            persons,
            at,
        )
    )


async def members(tx: Transaction, home: UUID, signs: Collection[str], at: datetime) -> list[Member]:
    """The people of these crews who are lent to the organisation in scope; `signs` in lower case."""
    rows = await tx.fetch("select * from reinforcement.lent_members($1, $2, $3)", home, sorted(signs), at)
    return [Member(*row) for row in rows]


async def why_over(tx: Transaction, reinforcement: UUID, at: datetime) -> Why:
    """Why nobody of it may be here any more; "" while somebody may."""
    rows = await tx.fetch(
        """select p.ends_at <= $2 as over,
             organisations.may_hold(p.organisation_id, p.person_organisation_id, p.person_id, $2) as lent
           from reinforcement.guest g join organisations.post p on p.id = g.post_id
           where g.reinforcement_id = $1""",
        reinforcement, at,
    )  # fmt: skip
    if any(row["lent"] and not row["over"] for row in rows):
        return ""
    return "home" if rows and all(row["over"] for row in rows) else "revoked"


async def names(tx: Transaction, language: str = "") -> dict[UUID, str]:
    """How organisations are called, in a language or in the first of their own."""
    return {
        one.id: name_in(one.names, language or (one.languages or ["nl"])[0]) for one in await directory(tx)
    }


async def code_of(tx: Transaction, organisation: UUID) -> str:
    """The code of an organisation; "" where there is none."""
    return next((one.code for one in await directory(tx) if one.id == organisation), "")


def _row(row: Any) -> Row:
    values = dict(row)
    values["crews"] = msgspec.json.decode(values["crews"], type=tuple[CrewHere, ...])
    return Row(**values)
