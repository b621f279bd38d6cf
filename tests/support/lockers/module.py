"""Lockers: things with a note, put in and looked at."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import msgspec

from focus.core.errors import NotFound, Problem
from focus.core.gate import Actor, Call, Event, Lines, Platform, Reply, Service, action, view
from focus.core.registry import Module, Route


class Item(msgspec.Struct, frozen=True):
    """A thing in a locker."""

    id: UUID
    note: str


class ItemPutIn(Event, frozen=True):
    """Something lies in a locker now."""

    item: UUID


class SafeOpened(Event, frozen=True):
    """The safe is open."""

    safe: UUID


class Full(Problem):
    """Nothing more goes in."""

    code = "lockers.full"
    status = 409


@dataclass
class Memory:
    """What the module keeps for the life of the process."""

    runs: int = 0
    """How often `put_in` ran."""
    slow_s: float = 0.0
    """How long `put_in` sleeps before it ends."""
    ticks_closed: list[float] = field(default_factory=list)
    """When (monotonic) each stream of ticks was closed."""


MEMORY = Service("lockers", Memory)


def memory_of(platform: Platform) -> Memory:
    """The memory of a running platform."""
    return platform.service(MEMORY)


async def _put(actor: Actor, item: UUID, note: str) -> None:
    await actor.tx.execute(
        "insert into lockers.item (organisation_id, id, note) values (focus.must_scope(), $1, $2)", item, note
    )


@action(needs="lockers.use")
async def put_in(actor: Actor, *, item: UUID, note: str) -> ItemPutIn:
    """Put something in."""
    memory = memory_of(actor.platform)
    memory.runs += 1
    await _put(actor, item, note)
    await asyncio.sleep(memory.slow_s)
    actor.log_extra(length=len(note))
    return ItemPutIn(item=item)


@action(needs="lockers.use")
async def put_in_silently(actor: Actor, *, item: UUID, note: str) -> ItemPutIn:
    """Put something in and return no event: a defect on purpose."""
    await _put(actor, item, note)
    return None  # type: ignore[return-value]


@action(needs="lockers.use")
async def put_in_too_much(actor: Actor, *, item: UUID, note: str) -> ItemPutIn:
    """Put something in and find the locker full."""
    await _put(actor, item, note)
    raise Full(params={"locker": 7})


@action(needs="lockers.use")
async def break_down(actor: Actor, *, item: UUID, note: str) -> ItemPutIn:
    """Put something in and fail, with a message that quotes it: a defect on purpose."""
    await _put(actor, item, note)
    raise RuntimeError(f"cannot digest {note}")


@action(needs="lockers.open_safe", step_up=True)
async def open_safe(actor: Actor, *, safe: UUID) -> SafeOpened:
    """Open the safe."""
    return SafeOpened(safe=safe)


class NotYours(Problem):
    """Somebody else's locker."""

    code = "gate.not_permitted"
    status = 403


@action(needs="lockers.use")
async def put_in_elsewhere(actor: Actor, *, item: UUID) -> ItemPutIn:
    """Put something into a locker that turns out to be another's."""
    await _put(actor, item, "")
    raise NotYours


@view(needs="lockers.use", private=True)
async def peep(actor: Actor, *, item: UUID) -> list[Item]:
    """Look into a locker that turns out to be another's."""
    raise NotYours


async def peep_by_route(call: Call) -> Item:
    """Look into a locker that turns out to be another's."""
    raise NotYours


@view(needs="lockers.use")
async def items(actor: Actor) -> list[Item]:
    """Everything in the lockers."""
    rows = await actor.tx.fetch("select id, note from lockers.item order by id")
    return [Item(**row) for row in rows]


@view(needs="lockers.use", private=True)
async def find(actor: Actor, *, note: str) -> list[Item]:
    """Things with exactly this note."""
    rows = await actor.tx.fetch("select id, note from lockers.item where note = $1", note)
    return [Item(**row) for row in rows]


class Counted(msgspec.Struct, frozen=True):
    """Shows what arrived."""

    number: int
    on: date | None
    tags: list[str]


@view(needs=None, consults=False)
async def count(
    actor: Actor,
    *,
    number: Annotated[int, msgspec.Meta(ge=0, le=9)],
    on: date | None = None,
    tags: list[str] = [],  # noqa: B006 - the request's default
) -> Counted:
    """Give back what was asked."""
    return Counted(number, on, tags)


class Label(msgspec.Struct, forbid_unknown_fields=True):
    """What stands on a locker."""

    text: str
    lines: list[Annotated[str, msgspec.Meta(max_length=5)]] = []
    size: int = 1


async def hello(call: Call) -> dict[str, str]:
    """Greet anybody."""
    return {"language": call.language, "client": call.client}


async def label(call: Call) -> Any:
    """Give back the label."""
    return call.body


async def item(call: Call) -> Item:
    """One thing."""
    async with call.platform.database.transaction(call.who.organisation_id) as tx:
        row = await tx.fetchrow("select id, note from lockers.item where id = $1", call.parameters["item"])
    if row is None:
        raise NotFound
    return Item(**row)


async def wake(call: Call) -> Reply:
    """Works while the session is locked."""
    return Reply(status=204, content=b"", headers={"Focus-Woken": "yes"})


async def ticks(call: Call) -> Lines:
    """A line every 20 ms, for ever."""
    return Lines(_ticks(memory_of(call.platform)))


async def _ticks(memory: Memory) -> AsyncIterator[dict[str, int]]:
    number = 0
    try:
        while True:
            yield {"tick": number}
            number += 1
            await asyncio.sleep(0.02)
    finally:
        memory.ticks_closed.append(time.monotonic())


async def silence(call: Call) -> Lines:
    """One line, then nothing for a minute."""
    return Lines(_silence(memory_of(call.platform)))


async def _silence(memory: Memory) -> AsyncIterator[dict[str, str]]:
    try:
        yield {"kind": "opened"}
        await asyncio.sleep(60)
    finally:
        memory.ticks_closed.append(time.monotonic())


async def broken_lines(call: Call) -> Lines:
    """Two lines, then a failure that quotes a person."""
    return Lines(_broken())


async def _broken() -> AsyncIterator[dict[str, int]]:
    yield {"line": 1}
    yield {"line": 2}
    raise RuntimeError("Grietje Geheim was here")


async def few_lines(call: Call) -> Lines:
    """Three lines."""
    return Lines(_few())


async def _few() -> AsyncIterator[Any]:
    yield {"line": 1}
    yield b'{"line":2}'
    yield {"line": 3}


async def practise(call: Call) -> dict[str, bool]:
    """Exists only in demo mode."""
    return {"demo": True}


async def start(platform: Platform) -> None:
    """Begin with an empty memory."""
    platform.offer(MEMORY, Memory())


module = Module(
    name="lockers",
    icon="box",
    permissions=("lockers.use", "lockers.open_safe"),
    actions=(put_in, put_in_silently, put_in_too_much, break_down, open_safe, put_in_elsewhere),
    views=(items, find, count, peep),
    routes=(
        Route("GET", "/api/lockers/hello", hello, public=True),
        Route("POST", "/api/lockers/label", label, public=True, body=Label, answer=Label, body_limit=1_000),
        Route("GET", "/api/lockers/item/{item:uuid}", item, needs="lockers.use", answer=Item),
        Route("GET", "/api/lockers/peep/{item:uuid}", peep_by_route, needs="lockers.use", answer=Item),
        Route("POST", "/api/lockers/wake", wake, while_locked=True),
        Route("GET", "/api/lockers/ticks", ticks, public=True),
        Route("GET", "/api/lockers/silence", silence, public=True),
        Route("GET", "/api/lockers/broken-lines", broken_lines, public=True),
        Route("GET", "/api/lockers/few-lines", few_lines, public=True),
        Route("GET", "/api/lockers/practise", practise, public=True, only_demo=True),
    ),
    menu=True,
    start=start,
)
