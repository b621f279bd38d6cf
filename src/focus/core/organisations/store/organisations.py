"""Organisations: their own row, the directory, founding, closing, succession."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core.errors import NotFound
from focus.core.ids import new_id
from focus.core.organisations import rules
from focus.core.organisations.errors import AlreadyClosed
from focus.core.organisations.records import Organisation, OrganisationEntry
from focus.core.organisations.store.rows import json, record, understood

if TYPE_CHECKING:
    from focus.core.database import Transaction

_ENTRY = """d.organisation_id as id, d.kind, d.code, d.names::text as names, d.languages,
  d.valid_from, d.valid_to,
  array(select s.successor_id from organisations.succession s where s.predecessor_id = d.organisation_id
        order by 1) as successors"""


async def found(
    tx: Transaction,
    *,
    kind: str,
    code: str,
    names: Mapping[str, str],
    languages: Sequence[str] = ("nl",),
    valid_from: date,
    governs: bool = False,
    id: UUID | None = None,  # noqa: A002 - the record's own word
) -> UUID:
    """Make an organisation with the default functions of its kind; the first of all governs."""
    made = id or new_id()
    code, clean = rules.organisation_code(kind, code), json(rules.names(names))
    with understood():
        await tx.execute(
            "select organisations.found($1, $2, $3, $4::text::jsonb, $5, $6, $7)",
            made, kind, code, clean, list(languages), valid_from, governs,
        )  # fmt: skip
    return made


async def own(tx: Transaction) -> Organisation:
    """The organisation in scope."""
    row = await tx.fetchrow(
        f"""select {_ENTRY}, d.governs,
              array(select s.predecessor_id from organisations.succession s
                    where s.successor_id = d.organisation_id order by 1) as predecessors
            from organisations.organisation d"""  # noqa: S608 - constant
    )
    if row is None:
        raise NotFound
    return record(Organisation, row)


async def directory(tx: Transaction) -> list[OrganisationEntry]:
    """Every organisation there ever was, by kind and code; needs no scope."""
    rows = await tx.fetch(f"select {_ENTRY} from organisations.directory() d order by 2, 3, 6")  # noqa: S608
    return [record(OrganisationEntry, row) for row in rows]


async def rename(
    tx: Transaction, organisation: UUID, *, names: Mapping[str, str], languages: Sequence[str]
) -> None:
    """Change names and languages: one's own, or anybody's when one governs."""
    with understood():
        done = await tx.fetchval(
            "select organisations.rename($1, $2::text::jsonb, $3)",
            organisation, json(rules.names(names)), list(languages),
        )  # fmt: skip
    if not done:
        raise NotFound


async def close(tx: Transaction, organisation: UUID, *, last_day: date) -> None:
    """End an organisation without successor; its records stay with it."""
    with understood():
        done = await tx.fetchval("select organisations.close($1, $2)", organisation, last_day)
    if not done:
        raise AlreadyClosed


async def succeed(
    tx: Transaction, predecessors: Sequence[UUID], successors: Sequence[UUID], *, since: date
) -> None:
    """Merger or split: predecessors end the day before `since`, successors must be in force on it."""
    with understood():
        await tx.execute(
            "select organisations.succeed($1, $2, $3)", list(predecessors), list(successors), since
        )
