"""S1–S3: rows, log, command and feed together; a change cannot forget the phones; versions rise by one."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest

from focus.core.feed import current
from focus.core.gate import Principal
from focus.core.ids import new_id
from tests.support.device import Answer
from tests.support.notes.module import NOTE
from tests.support.station import Station, somebody


@pytest.fixture
def ann() -> Principal:
    return somebody("notes.use")


async def ask(noted: Station, who: Principal, name: str, **content: Any) -> Answer:
    return await noted.ask("POST", f"/api/notes/{name}", content, who=who)


async def version_of(noted: Station, who: Principal, note: str) -> int | None:
    async with noted.platform.database.transaction(who.organisation_id) as tx:
        found = await current(tx, NOTE, UUID(note))
    return found[0] if found else None


async def entries(noted: Station, note: str) -> list[str]:
    rows = await noted.owner.fetch(
        "select bucket from feed.entry where id = $1 order by bucket, xid", UUID(note)
    )
    return [row["bucket"] for row in rows]


async def test_row_log_command_record_and_feed_stand_in_one_transaction(
    noted: Station, ann: Principal
) -> None:
    note, command = str(new_id()), str(new_id())
    await noted.ask(
        "POST", "/api/notes/write-note", {"note": note, "text": "a"}, who=ann, focus_command=command
    )
    transactions = await noted.owner.fetch(
        """select xmin::text from notes.note where id = $1 union all
           select xmin::text from feed.record where id = $1 union all
           select xmin::text from feed.entry where id = $1 union all
           select xmin::text from gate.command where id = $2 union all
           select xmin::text from log.event where organisation_id = $3""",
        UUID(note),
        UUID(command),
        ann.organisation_id,
    )
    assert len(transactions) == 5 and len({row[0] for row in transactions}) == 1


async def test_nothing_is_told_of_what_was_not_committed(noted: Station, ann: Principal) -> None:
    note = str(new_id())
    async with noted.without_log():
        answer = await ask(noted, ann, "write-note", note=note, text="a")
    assert (answer.status, await version_of(noted, ann, note), await entries(noted, note)) == (503, None, [])


async def test_a_version_rises_by_one(noted: Station, ann: Principal) -> None:
    note = str(new_id())
    for _ in range(3):
        await ask(noted, ann, "write-note", note=note, text="a")
    assert await version_of(noted, ann, note) == 3


async def test_what_is_gone_and_comes_again_counts_on(noted: Station, ann: Principal) -> None:
    note = str(new_id())
    await ask(noted, ann, "write-note", note=note, text="a")
    await ask(noted, ann, "strike-note", note=note)
    assert await version_of(noted, ann, note) is None
    await ask(noted, ann, "write-note", note=note, text="b")
    assert await version_of(noted, ann, note) == 3


async def test_saving_what_was_not_held_changes_nothing(noted: Station, ann: Principal) -> None:
    note = str(new_id())
    await ask(noted, ann, "write-note", note=note, text="a")
    answer = await ask(noted, ann, "write-unheld", note=note, text="b")
    assert (answer.status, answer.code, await version_of(noted, ann, note)) == (409, "feed.stale", 1)


@pytest.mark.parametrize("name", ["change-silently", "add-line"])
async def test_a_change_that_forgets_the_phones_is_not_committed(
    noted: Station, ann: Principal, name: str
) -> None:
    note = str(new_id())
    await ask(noted, ann, "write-note", note=note, text="before")
    more = {"line": str(new_id())} if name == "add-line" else {"text": "after"}
    answer = await ask(noted, ann, name, note=note, **more)
    text = await noted.owner.fetchval("select text from notes.note where id = $1", UUID(note))
    lines = await noted.owner.fetchval("select count(*) from notes.line where note_id = $1", UUID(note))
    assert (answer.status, text, lines) == (500, "before", 0)


async def test_buckets_of_before_and_of_now_are_told(noted: Station, ann: Principal) -> None:
    note = str(new_id())
    await ask(noted, ann, "write-note", note=note, text="a", to=["unit:1", "unit:2"])
    await ask(noted, ann, "write-note", note=note, text="a", to=["unit:2", "unit:3"])
    assert await entries(noted, note) == ["unit:1", "unit:1", "unit:2", "unit:2", "unit:3"]
    members = await noted.owner.fetch(
        "select bucket from feed.member where id = $1 order by bucket", UUID(note)
    )
    assert [row["bucket"] for row in members] == ["unit:2", "unit:3"]


async def test_two_at_once_wait_for_each_other_and_none_is_lost(noted: Station, ann: Principal) -> None:
    note = str(new_id())
    await ask(noted, ann, "write-note", note=note, text="a")
    answers = await asyncio.gather(
        *(ask(noted, ann, "write-note", note=note, text=str(turn)) for turn in range(12))
    )
    assert {answer.status for answer in answers} == {200}
    assert await version_of(noted, ann, note) == 13


async def test_another_organisation_has_its_own(noted: Station, ann: Principal) -> None:
    bob, note = somebody("notes.use"), str(new_id())
    await ask(noted, ann, "write-note", note=note, text="a")
    await ask(noted, bob, "write-note", note=note, text="b")
    assert await version_of(noted, ann, note) == await version_of(noted, bob, note) == 1
