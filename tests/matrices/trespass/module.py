"""Each operation here is a defect that the matrices exist to find."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from focus.core.gate import Actor, Call, Event, action, view
from focus.core.ids import new_id
from focus.core.registry import Module, Route


class Entry(msgspec.Struct, frozen=True):
    """A line of a diary."""

    id: UUID
    entry: str


class PageTorn(Event, frozen=True):
    """Pages are gone."""

    pages: int


@view(needs="trespass.read", consults=False)
async def diaries(actor: Actor) -> list[Entry]:
    """Everybody's diaries: the table has no wall."""
    rows = await actor.tx.fetch("select id, entry from trespass.diary")
    return [Entry(**row) for row in rows]


@view(needs="trespass.read", consults=False)
async def pages_of(actor: Actor, *, organisation: UUID) -> list[Entry]:
    """Pages of whatever organisation the caller names: its scope is taken from the request."""
    async with actor.platform.database.transaction(organisation) as tx:
        rows = await tx.fetch("select id, entry from trespass.page")
    return [Entry(**row) for row in rows]


@action(needs="trespass.read")
async def tear_pages(actor: Actor, *, organisation: UUID) -> PageTorn:
    """Delete pages of whatever organisation the caller names."""
    async with actor.platform.database.transaction(organisation) as tx:
        tag = await tx.execute("delete from trespass.page")
    return PageTorn(pages=int(tag.split()[-1]))


@view(needs="trespass.read", consults=False)
async def page_exists(actor: Actor, *, page: UUID) -> bool:
    """Tell whether a page is there, wherever: an oracle."""
    found = False
    async with actor.platform.database.unscoped() as tx:
        zones = await tx.fetch("select distinct zone from trespass.diary")
    for zone in zones:
        async with actor.platform.database.transaction(zone["zone"]) as tx:
            found |= bool(await tx.fetchval("select true from trespass.page where id = $1", page))
    return found


@action(needs=None)
async def write_anything(actor: Actor, *, entry: str) -> PageTorn:
    """Write into the shared diary: nobody asks for a permission."""
    await actor.tx.execute(
        "insert into trespass.diary (id, zone, entry) values ($1, $2, $3)",
        new_id(),
        actor.organisation,
        entry,
    )
    return PageTorn(pages=0)


async def open_door(call: Call) -> dict[str, Any]:
    """A door that never asks who is there."""
    return {"open": True}


module = Module(
    name="trespass",
    icon="wall",
    requires=("organisations",),
    permissions=("trespass.read", "trespass.write"),
    actions=(tear_pages, write_anything),
    views=(diaries, pages_of, page_exists),
    routes=(Route("POST", "/api/trespass/open", open_door, public=True),),
    always_on=True,
)
