"""Rows of items in the organisation in scope."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.modules.briefing import marks
from focus.modules.briefing.kinds import buckets_of_audience
from focus.modules.briefing.records import Change, Draft, Item, Origin

if TYPE_CHECKING:
    import asyncpg

    from focus.core.database import Transaction

SHOWN_CHANGES: Final = 20
COLUMNS: Final = """id, number, version, asks, state, content::text as content, buckets, meant_for, author_id,
  author, service, published_at, changed_at, valid_from, valid_to, ended_at, why, on_phones, kind, priority,
  handling, title, origin_organisation, origin_name, origin_item"""


def to_json(value: Any) -> str:
    """For a parameter written `$1::text::jsonb`."""
    return msgspec.json.encode(value).decode()


def content_of(row: Any) -> Draft:
    """What an item or a draft says."""
    return msgspec.json.decode(row["content"], type=Draft)


def changed_fields(before: Draft, after: Draft) -> tuple[str, ...]:
    """Names of the fields in which two contents differ."""
    names = Draft.__struct_fields__
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


async def next_number(tx: Transaction, now: datetime) -> str:
    """`B-2026-00412`: without gaps, for the counter's row is held until the end."""
    year = now.astimezone(clock.BRUSSELS).year
    last = await tx.fetchval(
        """insert into briefing.counter as c (organisation_id, year, last)
           values (focus.must_scope(), $1, 1)
           on conflict (organisation_id, year) do update set last = c.last + 1 returning last""",
        year,
    )
    return f"B-{year}-{last:05}"


async def held(tx: Transaction, item: UUID) -> asyncpg.Record | None:
    """An item that nobody else changes until the end."""
    return await tx.fetchrow(f"select {COLUMNS} from briefing.item where id = $1 for update", item)  # noqa: S608


async def steady(tx: Transaction, item: UUID) -> asyncpg.Record | None:
    """An item that does not change until the end, while others may do this as well."""
    return await tx.fetchrow(f"select {COLUMNS} from briefing.item where id = $1 for share", item)  # noqa: S608


async def found(tx: Transaction, item: UUID) -> asyncpg.Record | None:
    """An item as it stands."""
    return await tx.fetchrow(f"select {COLUMNS} from briefing.item where id = $1", item)  # noqa: S608


async def changes_of(tx: Transaction, items: Sequence[UUID]) -> dict[UUID, tuple[Change, ...]]:
    """What was changed about these items, the oldest first, at most the last twenty of each."""
    rows = await tx.fetch(
        """select item_id, version, at, fields, minor, why from briefing.version
           where item_id = any($1) and version > 1 order by item_id, version""",
        list(items),
    )
    by_item: dict[UUID, list[Change]] = {}
    for row in rows:
        change = Change(
            version=row["version"],
            at=row["at"],
            fields=tuple(row["fields"]),
            minor=row["minor"],
            why=row["why"],
        )
        by_item.setdefault(row["item_id"], []).append(change)
    return {item: tuple(all_of[-SHOWN_CHANGES:]) for item, all_of in by_item.items()}


def item_of(row: Any, changes: tuple[Change, ...]) -> Item:
    """An item as phones and desks see it."""
    origin = None
    if row["origin_organisation"] is not None:
        origin = Origin(
            organisation=row["origin_organisation"], name=row["origin_name"], item=row["origin_item"]
        )
    return Item(
        id=row["id"],
        number=row["number"],
        version=row["version"],
        asks=row["asks"],
        state=row["state"],
        content=content_of(row),
        published_at=row["published_at"],
        author=row["author"],
        service=row["service"],
        changes=changes,
        origin=origin,
        why=row["why"],
    )


async def shown(tx: Transaction, item: UUID) -> Item:
    """An item that exists, as it stands."""
    row = await found(tx, item)
    assert row is not None
    return item_of(row, (await changes_of(tx, [item])).get(item, ()))


async def add_item(
    tx: Transaction,
    item: UUID,
    *,
    number: str,
    content: Draft,
    at: datetime,
    author: tuple[UUID | None, str],
    service: str,
    meant_for: int,
    origin: Origin | None = None,
) -> None:
    """Add a published item with its first version and its subjects."""
    await tx.execute(
        """insert into briefing.item (organisation_id, id, number, version, asks, state, kind, priority,
             handling, must_read, language, title, content, buckets, meant_for, author_id, author, service,
             published_at, changed_at, valid_from, valid_to, origin_organisation, origin_name, origin_item)
           values (focus.must_scope(), $1, $2, 1, 1, 'published', $3, $4, $5, $6, $7, $8, $9::text::jsonb,
             $10, $11, $12, $13, $14, $15, $15, $16, $17, $18, $19, $20)""",
        item, number, content.kind, content.priority, content.handling, content.must_read, content.language,
        content.title, to_json(content), list(buckets_of_audience(content.audience)), meant_for, *author,
        service, at, content.valid_from, content.valid_to, origin.organisation if origin else None,
        origin.name if origin else None, origin.item if origin else None,
    )  # fmt: skip
    await _remember(tx, item, 1, content, person=author[0], at=at, fields=(), minor=False, why="")
    await _subjects(tx, item, content)


async def change_item(
    tx: Transaction,
    row: Any,
    *,
    content: Draft,
    at: datetime,
    person: UUID | None,
    fields: Sequence[str],
    minor: bool,
    why: str,
    meant_for: int,
) -> int:
    """Its next version; the number of it. A minor one asks nobody anew."""
    item: UUID = row["id"]
    version: int = row["version"] + 1
    await tx.execute(
        """update briefing.item set version = $2, asks = case when $3 then asks else $2 end, kind = $4,
             priority = $5, handling = $6, must_read = $7, language = $8, title = $9,
             content = $10::text::jsonb, buckets = $11, meant_for = $12, changed_at = $13, valid_from = $14,
             valid_to = $15
           where id = $1""",
        item, version, minor, content.kind, content.priority, content.handling, content.must_read,
        content.language, content.title, to_json(content), list(buckets_of_audience(content.audience)),
        meant_for, at, content.valid_from, content.valid_to,
    )  # fmt: skip
    await _remember(tx, item, version, content, person=person, at=at, fields=fields, minor=minor, why=why)
    await tx.execute("delete from briefing.subject where item_id = $1", item)
    await _subjects(tx, item, content)
    return version


async def end_item(tx: Transaction, item: UUID, *, state: str, why: str, at: datetime) -> None:
    """It counts no more."""
    await tx.execute(
        """update briefing.item set state = $2, why = $3, ended_at = $4, changed_at = $4, on_phones = $5
           where id = $1""",
        item,
        state,
        why,
        at,
        state == "recalled",
    )


async def _remember(
    tx: Transaction,
    item: UUID,
    version: int,
    content: Draft,
    *,
    person: UUID | None,
    at: datetime,
    fields: Sequence[str],
    minor: bool,
    why: str,
) -> None:
    await tx.execute(
        """insert into briefing.version
             (organisation_id, item_id, version, at, person_id, minor, why, fields, content)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8::text::jsonb)""",
        item, version, at, person, minor, why, list(fields), to_json(content),
    )  # fmt: skip


async def _subjects(tx: Transaction, item: UUID, content: Draft) -> None:
    await tx.executemany(
        """insert into briefing.subject (organisation_id, item_id, position, kind, national_number,
             birth_date, plate, number, content)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8::text::jsonb)""",
        [
            (item, position, *marks.row_of(subject), to_json(subject))
            for position, subject in enumerate(content.subjects)
        ],
    )
