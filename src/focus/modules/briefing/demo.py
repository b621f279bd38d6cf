"""Two weeks of synthetic items for the demo, in three languages, with who has read them. Nobody is meant."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.feed import Saves
from focus.core.ids import new_id
from focus.modules.briefing import phones, store
from focus.modules.briefing.audience import Meant, meant_by
from focus.modules.briefing.records import Audience, Draft, Origin

if TYPE_CHECKING:
    from focus.core.database import Database, Transaction

ENOUGH: Final = 5
"""With so many items in force nothing is added."""
ITEMS: Final = Path(__file__).with_name("demo_items.toml")
_STEP: Final = 11
_WHOLE: Final = Audience(whole=True)


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An item and when it was published; `demo_items.toml` says what the fields are."""

    origin: Literal["desk", "shared", "offered"] = msgspec.field(name="from")
    hours: int
    days: int
    content: Draft
    readers: float
    seen: str = ""


def told() -> list[Told]:
    """All items, those first that were published first."""
    read = msgspec.convert(tomllib.loads(ITEMS.read_text("utf-8"))["item"], type=list[Told])
    return sorted(read, key=lambda one: -one.hours)


async def fill(database: Database, organisation: UUID, *, neighbour: UUID, neighbour_name: str) -> int:
    """Add the items where hardly any is in force; how many. `neighbour` offers one and has shared another.

    Does nothing where the briefing's tables are not installed.
    """
    async with database.transaction(organisation) as tx:
        if await tx.fetchval("select to_regclass('briefing.item')") is None:
            return 0
        there = await tx.fetchval("select count(*) from briefing.item where state = 'published'")
        if there >= ENOUGH:
            return 0
        now, people = clock.now(), await meant_by(tx, _WHOLE, clock.now())
        saves = Saves(tx)
        origin = Origin(organisation=neighbour, name=neighbour_name, item=new_id())
        items = told()
        for turn, one in enumerate(items):
            at = now - timedelta(hours=one.hours)
            copy = (
                None if one.origin == "offered" else await _tell(saves, one, _from(people, turn), at, origin)
            )
            if one.origin != "desk":
                await _offer(tx, one, at, origin, copy)
        await saves.write()
    return len(items)


def _from(people: Sequence[Meant], turn: int) -> Sequence[Meant]:
    """All of them, with others first at each turn: those at the front read it."""
    begin = turn * _STEP % len(people) if people else 0
    return [*people[begin:], *people[:begin]]


async def _tell(saves: Saves, told: Told, people: Sequence[Meant], at: datetime, origin: Origin) -> UUID:
    """Have an item as it would stand by now; its id."""
    item, content, own = new_id(), _dated(told, at), told.origin == "desk"
    author = next((one for one in people if one.function == "information_desk"), None) if own else None
    await store.add_item(
        saves.tx,
        item,
        number=await store.next_number(saves.tx, at),
        content=content,
        at=at,
        author=(author.person, author.name) if author else (None, "" if own else origin.name),
        service="Lokaal informatiekruispunt" if own else "",
        meant_for=len(people),
        origin=None if own else origin,
    )
    assert content.valid_to is not None
    if content.valid_to <= clock.now():
        await phones.end(saves, item, state="expired", why="", at=content.valid_to)
        return item
    await _read(saves, item, people[: round(len(people) * told.readers)], at)
    if told.seen and people:
        await _seen(saves.tx, item, people[-1], told.seen, at)
    await phones.show(saves, item)
    return item


def _dated(told: Told, at: datetime) -> Draft:
    """Its content for whoever it is for, with what follows from the moment of publication."""
    return msgspec.structs.replace(
        told.content,
        audience=Audience() if told.origin == "offered" else _WHOLE,
        valid_from=at,
        valid_to=at + timedelta(days=told.days),
        verified_at=at - timedelta(hours=2) if told.content.subjects else None,
    )


async def _read(saves: Saves, item: UUID, people: Sequence[Meant], at: datetime) -> None:
    """One after the other read it, the last within a day."""
    pace = min(timedelta(minutes=7), timedelta(days=1) / max(1, len(people)))
    moments = [at + pace * (number + 1) for number in range(len(people))]
    rows = await saves.tx.fetch(
        """insert into briefing.receipt (organisation_id, id, item_id, person_id, version, at, meant)
           select focus.must_scope(), r.id, $1, r.person, 1, least(r.at, $5), true
           from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as r (id, person, at)
           returning id, item_id, person_id, version, at""",
        item,
        [phones.receipt_id(item, one.person) for one in people],
        [one.person for one in people],
        moments,
        clock.now(),
    )
    for row in rows:
        phones.give_receipt(saves, row)


async def _seen(tx: Transaction, item: UUID, by: Meant, place: str, at: datetime) -> None:
    await tx.execute(
        """insert into briefing.sighting
             (organisation_id, id, item_id, person_id, name, at, text, place)
           values (focus.must_scope(), $1, $2, $3, $4, $5, '', $6)""",
        new_id(),
        item,
        by.person,
        by.name,
        at + timedelta(hours=1),
        place,
    )


async def _offer(tx: Transaction, told: Told, at: datetime, origin: Origin, copy: UUID | None) -> None:
    """What a neighbour offers; accepted where there is a copy."""
    await tx.execute(
        """insert into briefing.share (organisation_id, id, direction, other_id, other_name, item_id,
             copy_id, state, at, version, number, content)
           values (focus.must_scope(), $1, 'in', $2, $3, $4, $5, $6, $7, 1, $8, $9::text::jsonb)""",
        new_id(),
        origin.organisation,
        origin.name,
        origin.item if copy else new_id(),
        copy,
        "accepted" if copy else "offered",
        at,
        f"B-{at.year}-00017",
        store.to_json(_dated(told, at)),
    )
