"""Rows of incidents and what belongs to them, each written together with the record that phones hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.modules.incidents.kinds import CALLER, INCIDENT, LINE
from focus.modules.incidents.records import Caller, Incident, Line
from focus.modules.incidents.telling import tell

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves
    from focus.core.gate import Platform

_COLUMNS: Final = "content::text as content, feed_id, reference, sender, on_phones, told, told_closed"


@dataclass(slots=True)
class Row:
    """An incident with what phones do not see of it."""

    incident: Incident
    feed: UUID | None = None
    reference: str = ""
    """The control room's id of it."""
    sender: str = ""
    """The control room's own address."""
    on_phones: bool = True
    told: bytes | None = None
    """See folding.py."""
    told_closed: bool = False
    """The control room says that it is closed."""


async def lock(tx: Transaction) -> None:
    """Change incidents of this organisation one after the other, until the end.

    A message, a crew and the desk touch the same incidents and crews in different orders; a zone has some per
    minute, and each takes milliseconds.
    """
    await tx.execute(
        "select pg_advisory_xact_lock(hashtext('incidents'), hashtext($1))", str(tx.organisation)
    )


async def next_number(tx: Transaction, now: datetime) -> str:
    """`I-0482`, per year of Brussels."""
    year = now.astimezone(clock.BRUSSELS).year
    last = await tx.fetchval(
        """insert into incidents.counter as c (organisation_id, year, last)
           values (focus.must_scope(), $1, 1)
           on conflict (organisation_id, year) do update set last = c.last + 1 returning last""",
        year,
    )
    return f"I-{last:04}"


async def held(saves: Saves, incident: UUID) -> Row | None:
    """An incident that nobody else changes until the end."""
    await saves.hold(INCIDENT, incident)
    return await found(saves.tx, incident)


async def found(tx: Transaction, incident: UUID) -> Row | None:
    """An incident as it stands."""
    row = await tx.fetchrow(f"select {_COLUMNS} from incidents.incident where id = $1", incident)  # noqa: S608
    return _row(row) if row else None


def _row(row: Any) -> Row:
    return Row(
        incident=msgspec.json.decode(row["content"], type=Incident),
        feed=row["feed_id"],
        reference=row["reference"],
        sender=row["sender"],
        on_phones=row["on_phones"],
        told=row["told"],
        told_closed=row["told_closed"],
    )


async def put(platform: Platform | None, saves: Saves, row: Row) -> None:
    """Write an incident, new or held, and give it to phones or take it from them."""
    one = row.incident
    await saves.tx.execute(
        """insert into incidents.incident as i (organisation_id, id, number, feed_id, reference, sender, kind,
             state, words, opened_at, closed_at, on_phones, told, told_closed, content)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
             $14::text::jsonb)
           on conflict (organisation_id, id) do update set kind = excluded.kind, state = excluded.state,
             words = excluded.words, opened_at = excluded.opened_at, closed_at = excluded.closed_at,
             on_phones = excluded.on_phones, told = excluded.told, told_closed = excluded.told_closed,
             content = excluded.content""",
        one.id, one.number, row.feed, row.reference, row.sender, one.kind, one.state, words_of(one),
        one.opened_at, one.closed_at, row.on_phones, row.told, row.told_closed,
        msgspec.json.encode(one).decode(),
    )  # fmt: skip
    if row.on_phones:
        saves.save(INCIDENT, one)
        await tell(platform, saves, "incident", one)
    else:
        saves.gone(INCIDENT, one.id)


def words_of(incident: Incident) -> str:
    """What an incident is found by."""
    place = incident.place
    parts = (
        incident.number, incident.title, place.street, place.number, place.postcode, place.town, place.text,
        *(one.label for one in incident.linked), *(one.question for one in incident.linked),
        *(one.call_sign for one in incident.crews),
    )  # fmt: skip
    return " ".join(part for part in parts if part).casefold()


async def put_line(saves: Saves, line: Line, *, on_phones: bool, person: UUID | None = None) -> None:
    """Write a line, or correct it."""
    await put_lines(saves, [line], on_phones=on_phones, person=person)


async def put_lines(
    saves: Saves, lines: Sequence[Line], *, on_phones: bool, person: UUID | None = None
) -> None:
    """Write lines of one incident, or correct them; a control room tells thousands at once."""
    if not lines:
        return
    await saves.hold(LINE, *(line.id for line in lines))
    rows = await saves.tx.fetch(
        """insert into incidents.line as l
             (organisation_id, id, incident_id, kind, at, told_at, author, person_id, text, late)
           select focus.must_scope(), n.id, $2, n.kind, n.at, n.told_at, n.author, $9, n.text, n.late
           from unnest($1::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[],
             $8::boolean[]) as n (id, kind, at, told_at, author, text, late)
           on conflict (organisation_id, id) do update
             set at = excluded.at, author = excluded.author, text = excluded.text
             where (l.at, l.author, l.text) is distinct from (excluded.at, excluded.author, excluded.text)
           returning id""",
        [line.id for line in lines],
        lines[0].incident,
        [line.kind for line in lines],
        [line.at for line in lines],
        [line.told_at for line in lines],
        [line.author for line in lines],
        [line.text for line in lines],
        [line.late for line in lines],
        person,
    )
    changed = {row["id"] for row in rows}
    for line in lines:
        if line.id in changed and on_phones:
            saves.save(LINE, line)
        elif line.id in changed:
            saves.gone(LINE, line.id)


async def line_known(tx: Transaction, line: UUID) -> bool:
    """Whether there is a line of this id."""
    return bool(await tx.fetchval("select true from incidents.line where id = $1", line))


async def lines_of(tx: Transaction, incident: UUID) -> list[Line]:
    """The timeline of an incident, oldest first."""
    rows = await tx.fetch(
        """select id, incident_id as incident, kind, at, told_at, author, text, late from incidents.line
           where incident_id = $1 order by at, told_at, id""",
        incident,
    )
    return [Line(**row) for row in rows]


async def put_caller(saves: Saves, caller: Caller, *, on_phones: bool) -> None:
    """Write who called."""
    await saves.hold(CALLER, caller.id)
    await saves.tx.execute(
        """insert into incidents.caller (organisation_id, id, name, phone, text)
           values (focus.must_scope(), $1, $2, $3, $4)
           on conflict (organisation_id, id) do update
             set name = excluded.name, phone = excluded.phone, text = excluded.text""",
        caller.id, caller.name, caller.phone, caller.text,
    )  # fmt: skip
    if on_phones:
        saves.save(CALLER, caller)
    else:
        saves.gone(CALLER, caller.id)


async def caller_of(tx: Transaction, incident: UUID) -> Caller | None:
    """Who called about an incident."""
    row = await tx.fetchrow("select id, name, phone, text from incidents.caller where id = $1", incident)
    return Caller(**row) if row else None


async def show(
    platform: Platform | None, saves: Saves, row: Row, lines: Sequence[Line], caller: Caller | None
) -> None:
    """Give an incident that had left the phones back to them, with what belongs to it."""
    row.on_phones = True
    await put(platform, saves, row)
    await saves.hold(LINE, *(line.id for line in lines))
    for line in lines:
        saves.save(LINE, line)
    if caller:
        await saves.hold(CALLER, caller.id)
        saves.save(CALLER, caller)


async def hide(platform: Platform | None, saves: Saves, row: Row) -> None:
    """Take an incident off the phones, with what belongs to it."""
    row.on_phones = False
    await put(platform, saves, row)
    lines = [line.id for line in await lines_of(saves.tx, row.incident.id)]
    await saves.hold(LINE, *lines)
    for line in lines:
        saves.gone(LINE, line)
    if await saves.hold(CALLER, row.incident.id):
        saves.gone(CALLER, row.incident.id)
