"""S16–S19, S21–S23: what phones did arrives, each once, under who did it; nothing is lost in silence."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from focus.core.ids import new_id
from tests.identity.house import House, Someone, house_at
from tests.support.notes.module import module as notes
from tests.sync.outbox import Outbox, noise

NOTES = replace(notes, package="tests.support.notes", always_on=True)


@pytest.fixture(scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with house_at(tmp_path_factory.mktemp("deliver"), NOTES) as running:
        yield running


@pytest.fixture
async def ann(house: House) -> Someone:
    return await house.someone(await house.organisation(), added=["notes.use"])


@pytest.fixture
async def outbox(house: House, ann: Someone) -> Outbox:
    return await Outbox.of(await house.signed_in(ann))


@pytest.fixture
async def owner(house: House) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(house.platform.database.url)
    yield connection
    await connection.close()


def a_note(text: str = "a", **more: Any) -> dict[str, Any]:
    return {"note": str(new_id()), "text": text, **more}


async def logged(house: House, organisation: UUID, *kinds: str) -> list[Any]:
    async with house.platform.database.transaction(organisation) as tx:
        return await house.platform.log.events_of(tx, kinds=kinds, limit=500)


async def version(owner: asyncpg.Connection, note: str) -> int:
    return int(await owner.fetchval("select version from feed.record where id = $1", UUID(note)) or 0)


async def test_it_is_done_and_logged_under_its_author(house: House, ann: Someone, outbox: Outbox) -> None:
    note = a_note()
    outbox.keep("notes.write_note", note)
    (outcome,) = await outbox.deliver()
    assert (outcome["status"], outcome["final"], outcome["answer"]["note"]) == (200, True, note["note"])
    (event,) = await logged(house, ann.organisation, "notes.NoteWritten")
    assert (event.person_id, event.post_id, event.device_id) == (ann.id, ann.post, outbox.phone.device)
    assert event.what["command"] == outcome["id"] and event.what["done_at"] == event.what["device_at"]


async def test_delivered_again_it_is_answered_again_and_done_once(
    outbox: Outbox, owner: asyncpg.Connection
) -> None:
    note = a_note()
    outbox.keep("notes.write_note", note)
    first = await outbox.deliver()
    again = await asyncio.gather(*(outbox.deliver() for _ in range(5)))
    assert all(answer == first for answer in again)
    assert await version(owner, note["note"]) == 1


async def test_the_same_id_for_something_else_is_refused(outbox: Outbox) -> None:
    one = outbox.keep("notes.write_note", a_note())
    await outbox.deliver()
    outbox.items.clear()
    outbox.keep("notes.write_note", a_note(), id=UUID(one["id"]))
    (outcome,) = await outbox.deliver()
    assert (outcome["status"], outcome["problem"]["code"]) == (409, "gate.command_differs")


async def test_it_is_done_after_signing_out_too(outbox: Outbox, owner: asyncpg.Connection) -> None:
    note = a_note()
    outbox.keep("notes.write_note", note)
    await outbox.phone.call("POST", "/api/identity/sign-out", {})
    (outcome,) = await outbox.deliver()
    assert (outcome["status"], await version(owner, note["note"])) == (200, 1)


async def test_what_was_done_before_the_session_or_after_its_end_is_refused_and_logged(
    house: House, ann: Someone, outbox: Outbox, owner: asyncpg.Connection
) -> None:
    early = outbox.keep("notes.write_note", a_note(), ago=timedelta(minutes=5))
    await outbox.phone.call("POST", "/api/identity/sign-out", {})
    await owner.execute(
        """update identity.session set created_at = now() - interval '3 minutes',
             ended_at = now() - interval '1 minute' where organisation_id = $1""",
        ann.organisation,
    )
    late = outbox.keep("notes.write_note", a_note())
    outcomes = await outbox.deliver()
    assert [one["problem"]["code"] for one in outcomes] == ["sync.author_unknown"] * 2
    entries = await logged(house, ann.organisation, "sync.ItemRefused")
    assert {entry.what["command"] for entry in entries} == {early["id"], late["id"]}


async def test_of_a_revoked_phone_only_what_was_done_before_counts(
    outbox: Outbox, owner: asyncpg.Connection
) -> None:
    before = a_note()
    outbox.keep("notes.write_note", before)
    await asyncio.sleep(0.02)
    await owner.execute(
        "update identity.device set revoked_at = clock_timestamp() where id = $1", outbox.phone.device
    )
    await asyncio.sleep(0.02)
    outbox.keep("notes.write_note", a_note())
    first, second = await outbox.deliver()
    assert (first["status"], second["problem"]["code"]) == (200, "sync.author_unknown")


async def test_another_persons_token_on_this_phone_is_no_proof(house: House, outbox: Outbox) -> None:
    other = await house.signed_in(await house.someone(outbox.organisation, added=["notes.use"]))
    outbox.keep("notes.write_note", a_note(), token=other.token)
    outbox.keep("notes.write_note", a_note(), token="x" * 43)
    outcomes = await outbox.deliver()
    assert [one["problem"]["code"] for one in outcomes] == ["sync.author_unknown"] * 2


async def test_one_that_nobody_can_read_stops_no_other(
    house: House, ann: Someone, outbox: Outbox, owner: asyncpg.Connection
) -> None:
    note = a_note()
    broken = outbox.keep("notes.write_note", a_note())
    broken["box"] = noise()
    moved = outbox.keep("notes.write_note", a_note())
    moved["n"] = 77
    outbox.keep("notes.write_note", note)
    outcomes = await outbox.deliver(waiting=[2, *range(4, 77)])
    assert [one.get("problem", {}).get("code") for one in outcomes] == [
        "sync.item_unsealable",
        "sync.item_unsealable",
        None,
    ]
    assert (await version(owner, note["note"]), all(one["final"] for one in outcomes)) == (1, True)
    assert len(await logged(house, ann.organisation, "sync.ItemRefused")) == 2


@pytest.mark.parametrize(
    ("action", "body", "code"),
    [
        ("notes.nothing", {}, "sync.action_unknown"),
        ("notes.add_line", {}, "sync.action_unknown"),  # not to be done without network
        ("notes.write_note", {"note": 7}, "core.invalid_input"),
        ("notes.strike_note", {"note": str(UUID(int=5))}, "notes.unknown"),
    ],
)
async def test_a_refusal_is_kept_logged_and_given_again(
    house: House, ann: Someone, outbox: Outbox, action: str, body: dict[str, Any], code: str
) -> None:
    outbox.keep(action, body)
    (first,) = await outbox.deliver()
    (again,) = await outbox.deliver()
    assert (first["problem"]["code"], first["final"], again) == (code, True, first)
    (entry,) = await logged(house, ann.organisation, "gate.CommandRefused")
    assert (entry.what["operation"], entry.what["reason"], entry.person_id) == (action, code, ann.id)


async def test_what_builds_on_something_waits_for_it_and_falls_with_it(
    outbox: Outbox, owner: asyncpg.Connection
) -> None:
    note = a_note()
    first = outbox.keep("notes.write_note", note)
    second = outbox.keep("notes.strike_note", {"note": note["note"]}, after=[first["id"]])
    (early,) = await outbox.deliver([second], waiting=[1])
    assert (early["status"], early["final"], early["problem"]["code"]) == (
        425,
        False,
        "gate.command_too_early",
    )
    done = await outbox.deliver()
    assert [one["status"] for one in done] == [200, 200]
    refused = outbox.keep("notes.nothing", {})
    blocked = outbox.keep("notes.write_note", a_note(), after=[refused["id"]])
    outcomes = await outbox.deliver([refused, blocked])
    assert (outcomes[1]["status"], outcomes[1]["problem"]["code"]) == (409, "gate.command_blocked")


async def test_a_version_that_has_moved_is_named_and_nothing_changes(
    house: House, ann: Someone, outbox: Outbox, owner: asyncpg.Connection
) -> None:
    note = a_note("first")
    record = f"notes.note/{note['note']}"
    mine = outbox.keep("notes.write_note", note)
    outbox.keep("notes.write_note", {**note, "text": "mine"}, expects={record: mine["id"]})
    outcomes = await outbox.deliver()
    assert [one["status"] for one in outcomes] == [200, 200]
    outbox.items.clear()
    outbox.keep("notes.write_note", {**note, "text": "late"}, expects={record: 1})
    (stale,) = await outbox.deliver()
    assert (stale["status"], stale["final"]) == (409, True)
    told = stale["problem"]
    assert (told["code"], told["record"], told["expected"], told["version"]) == ("feed.stale", record, 1, 2)
    assert (told["theirs"]["text"], await version(owner, note["note"])) == ("mine", 2)
    assert " " in told["title"], "the app is told in words: it has none of its own for a module's refusals"
    (again,) = await outbox.deliver()
    assert again["problem"] == told, "the answer was lost on its way: it is given again, with theirs"


async def test_what_arrives_after_its_end_is_not_done_and_logged(
    house: House, ann: Someone, outbox: Outbox, owner: asyncpg.Connection
) -> None:
    note = a_note()
    outbox.keep("notes.write_note", note, expires_in=timedelta(milliseconds=1))
    await asyncio.sleep(0.01)
    (outcome,) = await outbox.deliver()
    assert (outcome["problem"]["code"], await version(owner, note["note"])) == ("gate.command_expired", 0)
    (entry,) = await logged(house, ann.organisation, "gate.CommandRefused")
    assert entry.what["command"] == outcome["id"]


@pytest.mark.parametrize("ahead", [timedelta(hours=48), timedelta(hours=-48)])
async def test_a_clock_that_is_two_days_off_is_put_right_and_told(
    house: House, ann: Someone, outbox: Outbox, ahead: timedelta
) -> None:
    outbox.ahead = ahead
    outbox.keep("notes.write_note", a_note(), ago=timedelta(milliseconds=100))
    answer = (await outbox.phone.bare("/api/sync/deliver", outbox.delivery())).json()
    assert (answer["outcomes"][0]["status"], answer["skew_s"]) == (200, ahead.total_seconds())
    (event,) = await logged(house, ann.organisation, "notes.NoteWritten")
    assert event.what["device_at"][:10] != event.what["done_at"][:10] == event.at.isoformat()[:10]
    assert len(await logged(house, ann.organisation, "sync.ClockOff")) == 1


async def test_what_was_done_three_days_ago_still_counts(
    outbox: Outbox, owner: asyncpg.Connection, ann: Someone
) -> None:
    for table, column in (
        ("identity.session", "created_at"),
        ("organisations.function_rights", "since"),
        ("organisations.post_rights", "since"),
        ("organisations.post", "starts_at"),
    ):
        await owner.execute(
            f"update {table} set {column} = {column} - interval '4 days' where organisation_id = $1",
            ann.organisation,
        )
    note = a_note()
    outbox.keep("notes.write_note", note, ago=timedelta(hours=72))
    (outcome,) = await outbox.deliver()
    assert (outcome["status"], await version(owner, note["note"])) == (200, 1)


async def test_an_unsigned_delivery_is_refused(outbox: Outbox) -> None:
    outbox.keep("notes.write_note", a_note())
    for change in ({"signature": noise()[:86]}, {"device": "x" * 43}, {"waiting": [5]}):
        answer = await outbox.phone.bare("/api/sync/deliver", {**outbox.delivery(), **change})
        assert (answer.status_code, answer.json()["code"]) == (403, "sync.delivery_unsigned")


async def test_a_gap_in_a_devices_numbers_is_told_once(house: House, ann: Someone, outbox: Outbox) -> None:
    one, two, three, four = (outbox.keep("notes.write_note", a_note()) for _ in range(4))
    await outbox.deliver([one, four], waiting=[2, 3])
    assert await logged(house, ann.organisation, "sync.GapFound") == []
    await outbox.deliver([three], waiting=[])
    (gap,) = await logged(house, ann.organisation, "sync.GapFound")
    assert (gap.what["numbers"], gap.device_id) == ([2], outbox.phone.device)
    await outbox.deliver([two], waiting=[])
    assert len(await logged(house, ann.organisation, "sync.GapFound")) == 1


async def test_with_the_log_away_nothing_is_done_and_nothing_is_final(
    house: House, outbox: Outbox, owner: asyncpg.Connection
) -> None:
    note = a_note()
    outbox.keep("notes.write_note", note)
    await owner.execute("revoke insert on log.event from focus_app")
    try:
        (outcome,) = await outbox.deliver()
    finally:
        await owner.execute("grant insert on log.event to focus_app")
    assert (outcome["status"], outcome["final"], await version(owner, note["note"])) == (503, False, 0)
    (outcome,) = await outbox.deliver()
    assert outcome["status"] == 200
