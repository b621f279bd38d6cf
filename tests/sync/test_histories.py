"""S16–S19, requirement 23: histories of commands end in one state, each command done once.

They come twice, late, in any order and against each other.

FOCUS_HISTORIES says how many; 10,000 take some minutes.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import asyncpg
import msgspec
import pytest

from focus.core.gate import commands
from focus.core.ids import new_id
from tests.identity.house import House, house_at
from tests.support.notes.module import module as notes
from tests.sync.outbox import Outbox

HISTORIES = int(os.environ.get("FOCUS_HISTORIES", "120"))
AT_ONCE = 8
NOTES = replace(notes, package="tests.support.notes", always_on=True)


@dataclass
class Ground:
    """Two phones of two officers of one organisation, and a connection that passes every policy."""

    organisation: UUID
    phones: list[Outbox]
    owner: asyncpg.Connection
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Of the connection, which takes one question at a time."""

    async def ask(self, sql: str, *values: Any) -> list[asyncpg.Record]:
        async with self.lock:
            found: list[asyncpg.Record] = await self.owner.fetch(sql, *values)
            return found


@pytest.fixture(scope="module")
async def ground(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Ground]:
    async with house_at(tmp_path_factory.mktemp("histories"), NOTES) as house:
        yield await _ground(house)


async def _ground(house: House) -> Ground:
    organisation = await house.organisation()
    people = [await house.someone(organisation, added=["notes.use"]) for _ in range(2)]
    phones = [await Outbox.of(await house.signed_in(one)) for one in people]
    return Ground(organisation, phones, await asyncpg.connect(house.platform.database.url))


@dataclass
class Command:
    """One thing done on a phone, and every answer to it."""

    item: dict[str, Any]
    phone: int
    note: str
    after: str | None = None
    expects: int | str | None = None
    answers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def id(self) -> str:
        return str(self.item["id"])

    @property
    def last(self) -> dict[str, Any]:
        return self.answers[-1]

    @property
    def over(self) -> bool:
        return bool(self.answers) and self.last["final"]


def made(ground: Ground, chance: random.Random) -> list[Command]:
    """What two officers do to two notes, without seeing each other."""
    seen = [str(new_id()) for _ in range(2)]
    done: list[Command] = []
    for _ in range(chance.randint(3, 8)):
        phone, note = chance.randrange(2), chance.choice(seen)
        earlier = [one for one in done if one.phone == phone]
        mine = [one for one in earlier if one.note == note]
        after = chance.choice(earlier).id if earlier and chance.random() < 0.3 else None
        expects = chance.choice([None, None, chance.randrange(4), mine[-1].id if mine else 0])
        envelope: dict[str, Any] = {"after": [after]} if after else {}
        if expects is not None:
            envelope["expects"] = {f"notes.note/{note}": expects}
        if chance.random() < 0.25:
            item = ground.phones[phone].keep("notes.strike_note", {"note": note}, **envelope)
        else:
            body = {"note": note, "text": str(chance.random())}
            item = ground.phones[phone].keep("notes.write_note", body, **envelope)
        done.append(Command(item, phone, note, after, expects))
    return done


async def deliver_somehow(ground: Ground, history: list[Command], chance: random.Random) -> None:
    """In pieces, twice, late and in any order, until each has its last word, and some once more."""
    for _ in range(60):
        left = [one for one in history if not one.over]
        if not left:
            break
        those = chance.sample(left, chance.randint(1, len(left)))
        those += [one for one in history if chance.random() < 0.15]
        chance.shuffle(those)
        await asyncio.gather(*(_deliver(ground, phone, those) for phone in range(2)))
    await asyncio.gather(*(_deliver(ground, phone, history) for phone in range(2)))


async def _deliver(ground: Ground, phone: int, those: list[Command]) -> None:
    mine = list({one.id: one for one in those if one.phone == phone}.values())
    if not mine:
        return
    outbox = ground.phones[phone]
    answers = await outbox.deliver([one.item for one in mine], waiting=[])
    for one, answer in zip(mine, answers, strict=True):
        one.answers.append(answer)


async def faults(ground: Ground, history: list[Command]) -> list[str]:
    """What does not hold of a history that is over."""
    ids = [UUID(one.id) for one in history]
    rows = await ground.ask(
        "select id, state, wrote::text as wrote from gate.command where id = any($1)", ids
    )
    kept = {str(row["id"]): row for row in rows}
    found = []
    for one in history:
        finals = [answer for answer in one.answers if answer["final"]]
        if not finals:
            found.append(f"{one.id} never had a last word")
            continue
        if any(_plain(answer) != _plain(finals[0]) for answer in finals):
            found.append(f"{one.id} was answered in two ways")
        found += _of_one(one, kept, history)
    for note in {one.note for one in history}:
        found += await _of_note(ground, note, [one for one in history if one.note == note])
    return found


def _plain(answer: dict[str, Any]) -> tuple[Any, ...]:
    return (answer["status"], answer.get("answer"), answer.get("problem", {}).get("code"))


def _of_one(one: Command, kept: dict[str, Any], history: list[Command]) -> list[str]:
    done = one.last["status"] == 200
    found = []
    if one.id not in kept or (kept[one.id]["state"] == "done") != done:
        found.append(f"{one.id} is not kept as it was answered")
    before = next((other for other in history if other.id == one.after), None)
    if one.id not in kept:
        return found
    if done and before and before.last["status"] != 200:
        found.append(f"{one.id} was done without what it builds on")
    if done and one.expects is not None:
        wrote = msgspec.json.decode(kept[one.id]["wrote"]).get(f"notes.note/{one.note}")
        expected = one.expects
        if isinstance(expected, str):
            expected = msgspec.json.decode(kept[expected]["wrote"]).get(f"notes.note/{one.note}", 0)
        if wrote != expected + 1:
            found.append(f"{one.id} went over a version that it had not seen")
    return found


async def _of_note(ground: Ground, note: str, those: list[Command]) -> list[str]:
    done = [one for one in those if one.last["status"] == 200]
    rows = await ground.ask("select version, body from feed.record where id = $1", UUID(note))
    version = rows[0]["version"] if rows else 0
    own = await ground.ask("select text from notes.note where id = $1", UUID(note))
    found = []
    if version != len(done):
        found.append(f"{note} has version {version} after {len(done)} changes")
    held = msgspec.json.decode(rows[0]["body"])["text"] if rows and rows[0]["body"] else None
    if held != (own[0]["text"] if own else None):
        found.append(f"{note} is another on phones than here")
    return found


async def run(ground: Ground, seeds: range) -> list[str]:
    async def one(seed: int) -> list[str]:
        chance = random.Random(seed)
        history = made(ground, chance)
        await deliver_somehow(ground, history, chance)
        return await faults(ground, history)

    found: list[str] = []
    for start in range(seeds.start, seeds.stop, AT_ONCE):
        turn = range(start, min(start + AT_ONCE, seeds.stop))
        for answers in await asyncio.gather(*(one(seed) for seed in turn)):
            found += answers
    return found


@pytest.mark.timeout(1_800)
async def test_each_command_is_done_once_whatever_comes_in_between(ground: Ground) -> None:
    assert await run(ground, range(HISTORIES)) == []


async def _claims_nothing(*_: Any) -> None:
    return None


async def _expects_nothing(*_: Any) -> None:
    return None


@pytest.mark.parametrize(
    ("name", "instead"), [("begin", _claims_nothing), ("_as_expected", _expects_nothing)]
)
async def test_the_histories_find_it_when_a_promise_is_broken(
    ground: Ground, monkeypatch: pytest.MonkeyPatch, name: str, instead: Any
) -> None:
    monkeypatch.setattr(commands, name, instead)
    assert await run(ground, range(100_000, 100_016)) != []
