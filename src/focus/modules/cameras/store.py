"""Rows of what cameras saw, and the record of a hit beside its row."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

import msgspec

from focus.modules.cameras.kinds import HIT
from focus.modules.cameras.message import plate_key
from focus.modules.cameras.records import Hit, Passage

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves

_ADD: Final = """
insert into cameras.passage
  (organisation_id, id, feed_id, message_id, plate, camera, seen_at, told_at, listed, content)
values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb)
on conflict do nothing returning id
"""
_PUT: Final = """
insert into cameras.hit as h
  (organisation_id, id, message_id, plate, list, seen_at, told_at, state, on_phones, content)
values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb)
on conflict (organisation_id, id) do update
  set state = excluded.state, on_phones = excluded.on_phones, content = excluded.content
"""


class Row(msgspec.Struct, kw_only=True):
    """A hit with what phones do not see of it."""

    hit: Hit
    message_id: str
    told_at: datetime
    on_phones: bool


async def add(tx: Transaction, passage: Passage, *, feed: UUID, message_id: str, told_at: datetime) -> bool:
    """Write what a camera saw; False: this message was taken in before."""
    added = await tx.fetchval(
        _ADD, passage.id, feed, message_id, plate_key(passage.plate), passage.camera.id,
        passage.seen_at, told_at, passage.listed, msgspec.json.encode(passage).decode(),
    )  # fmt: skip
    return added is not None


async def told(tx: Transaction, passage: UUID) -> tuple[Passage, tuple[str, str, str] | None] | None:
    """What a message said that was taken in: the passage, and of a hit its list, reason and instruction."""
    row = await tx.fetchrow(
        """select p.content::text as passage, h.content::text as hit
           from cameras.passage p left join cameras.hit h using (organisation_id, id) where p.id = $1""",
        passage,
    )
    if row is None:
        return None
    hit = msgspec.json.decode(row["hit"], type=Hit) if row["hit"] else None
    said = (hit.list, hit.reason, hit.instruction) if hit else None
    return msgspec.json.decode(row["passage"], type=Passage), said


async def held(saves: Saves, hit: UUID) -> Row | None:
    """A hit that nobody else changes until the end."""
    await saves.hold(HIT, hit)
    row = await saves.tx.fetchrow(
        "select content::text as content, message_id, told_at, on_phones from cameras.hit where id = $1", hit
    )
    if row is None:
        return None
    return Row(
        hit=msgspec.json.decode(row["content"], type=Hit),
        message_id=row["message_id"],
        told_at=row["told_at"],
        on_phones=row["on_phones"],
    )


async def put(saves: Saves, row: Row) -> None:
    """Write a hit, new or held, and give it to phones or take it from them."""
    one = row.hit
    await saves.tx.execute(
        _PUT, one.id, row.message_id, plate_key(one.plate), one.list, one.seen_at, row.told_at,
        one.state, row.on_phones, msgspec.json.encode(one).decode(),
    )  # fmt: skip
    if row.on_phones:
        saves.save(HIT, one)
    else:
        saves.gone(HIT, one.id)


async def add_picture(tx: Transaction, hit: UUID, jpeg: bytes) -> None:
    """Keep the picture of a new hit."""
    await tx.execute(
        "insert into cameras.picture (organisation_id, id, jpeg) values (focus.must_scope(), $1, $2)",
        hit,
        jpeg,
    )


async def picture_of(tx: Transaction, hit: UUID) -> bytes | None:
    """The picture of a hit that is on phones."""
    found: bytes | None = await tx.fetchval(
        "select p.jpeg from cameras.picture p join cameras.hit h using (organisation_id, id) "
        "where h.id = $1 and h.on_phones",
        hit,
    )
    return found
