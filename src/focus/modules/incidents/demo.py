"""An evening's incidents for the demo, with crews at work. Nobody and nothing is meant."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import cos, radians
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

import msgspec

from focus.core import clock
from focus.core.feed import Saves
from focus.core.ids import new_id
from focus.modules.duty.demo import Placed, put_on_duty
from focus.modules.incidents import crews, store
from focus.modules.incidents.records import Caller, CrewState, Incident, Line, Linked, Place
from focus.modules.incidents.store import Row
from focus.modules.incidents.turns import Word, crew_id

if TYPE_CHECKING:
    from focus.core.database import Database

ENOUGH: Final = 5
"""With so many open incidents nothing is added."""
SOURCE: Final = "Meldkamer Lindevallei"
INCIDENTS: Final = Path(__file__).with_name("demo_incidents.toml")
_MARKET: Final = (4.86, 51.03)
"""Longitude and latitude around which the demo's town lies."""
_STEPS: Final[dict[str, tuple[CrewState, ...]]] = {
    "assigned": ("assigned",),
    "accepted": ("assigned", "accepted"),
    "en_route": ("assigned", "accepted", "en_route"),
    "on_scene": ("assigned", "accepted", "en_route", "on_scene"),
}


class Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An incident; `demo_incidents.toml` says what the fields are."""

    minutes: int
    kind: str
    title: str
    priority: int
    lights: bool = False
    street: str
    number: str = ""
    town: str = "Lindebeek"
    east: int
    north: int
    weapon: bool = False
    log: tuple[str, ...] = ()
    caller: tuple[str, str] | None = None
    linked: tuple[Linked, ...] = ()
    crews: tuple[tuple[str, str], ...] = ()
    after: int = 0
    result: str = ""
    report: str = ""


def told() -> list[Told]:
    """All incidents, those first that began first."""
    read = msgspec.convert(tomllib.loads(INCIDENTS.read_text("utf-8"))["incident"], type=list[Told])
    return sorted(read, key=lambda one: -one.minutes)


async def fill(database: Database, organisation: UUID, people: Sequence[Placed]) -> int:
    """Put these people on duty and add the incidents where hardly any is open; how many.

    Does nothing where the tables of incidents are not installed.
    """
    async with database.transaction(organisation) as tx:
        if await tx.fetchval("select to_regclass('incidents.incident')") is None:
            return 0
        await store.lock(tx)
        saves = Saves(tx)
        await put_on_duty(saves, people)
        await crews.man(None, saves)
        open_now = await tx.fetchval("select count(*) from incidents.incident where state = 'open'")
        added = told() if open_now < ENOUGH else []
        for one in added:
            await _tell(saves, organisation, one)
        await saves.write()
    return len(added)


async def _tell(saves: Saves, organisation: UUID, one: Told) -> None:
    at, incident = clock.now() - timedelta(minutes=one.minutes), new_id()
    row = Row(
        Incident(
            id=incident, number=await store.next_number(saves.tx, at), source=SOURCE, kind=one.kind,
            title=one.title, priority=one.priority, lights=one.lights, state="open", opened_at=at,
            changed_at=at, place=_place(one), linked=one.linked, weapon=one.weapon,
            caller=one.caller is not None,
        )
    )  # fmt: skip
    await store.put(None, saves, row)
    for number, text in enumerate(one.log):
        await _line(saves, incident, at + timedelta(seconds=40 + 75 * number), text)
    if one.caller:
        name, phone = one.caller
        await store.put_caller(saves, Caller(id=incident, name=name, phone=phone), on_phones=True)
    for word in _words(organisation, one, at):
        await crews.say(None, saves, row, word)
    if one.result:
        await _end(saves, row, one, at + timedelta(minutes=one.after))


def _place(one: Told) -> Place:
    per_degree = 111_320 * cos(radians(_MARKET[1]))
    return Place(
        street=one.street,
        number=one.number,
        town=one.town,
        longitude=round(_MARKET[0] + one.east / per_degree, 6),
        latitude=round(_MARKET[1] + one.north / 110_574, 6),
        within_m=20.0,
    )


async def _line(saves: Saves, incident: UUID, at: datetime, text: str) -> None:
    line = Line(
        id=uuid5(incident, text),
        incident=incident,
        kind="control",
        at=at,
        told_at=at,
        author=SOURCE,
        text=text,
    )
    await store.put_line(saves, line, on_phones=True)


def _words(organisation: UUID, one: Told, at: datetime) -> Iterator[Word]:
    """What its crews said, each some seconds after the other."""
    for place, (call_sign, state) in enumerate(one.crews):
        for number, step in enumerate(_STEPS[state]):
            moment = at + timedelta(seconds=50 + 35 * place + 70 * number)
            yield Word(crew_id(organisation, call_sign), call_sign, step, min(moment, clock.now()))


async def _end(saves: Saves, row: Row, one: Told, at: datetime) -> None:
    row.incident = msgspec.structs.replace(
        row.incident, state="closed", closed_at=at, changed_at=at, result=one.result
    )
    await crews.free(None, saves, row, at)
    await store.put(None, saves, row)
    line = Line(
        id=uuid5(row.incident.id, "result"), incident=row.incident.id, kind="result", at=at, told_at=at,
        author=one.crews[0][0] if one.crews else SOURCE, text=one.report or one.result,
    )  # fmt: skip
    await store.put_line(saves, line, on_phones=True)
