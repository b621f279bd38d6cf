"""S9, S14, S15: a commit wakes whom it concerns and nobody else; a stream ends with its session."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest

from focus.core.feed import Saves
from focus.core.gate import Settings
from focus.core.ids import new_id
from focus.core.sync.buckets import who_changed
from focus.core.sync.hub import HUB
from focus.server.running import streams
from tests.identity.house import House, Someone, core_registry
from tests.identity.phone import ORIGIN, Phone
from tests.support.cluster import fresh_database
from tests.support.notes.module import NOTE, Note
from tests.support.notes.module import module as notes
from tests.support.station import Station, serving
from tests.support.waiting import until

CREW: dict[Any, str] = {}


async def crew_of(_tx: Any, principal: Any) -> list[str]:
    """Buckets that change while somebody listens."""
    crew = CREW.get(principal.person_id)
    return [crew] if crew else []


NOTES = replace(notes, package="tests.support.notes", always_on=True, buckets=(crew_of,))


@pytest.fixture(scope="module")
async def station(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Station]:
    home, registry = tmp_path_factory.mktemp("live"), core_registry(NOTES)
    async with (
        fresh_database(home, streams(registry)) as url,
        serving(Settings(home=home, database_url=url, origin=ORIGIN), registry) as running,
    ):
        yield running


@pytest.fixture(scope="module")
async def house(station: Station) -> AsyncIterator[House]:
    async with httpx.AsyncClient(base_url=station.base) as http:
        yield House(station.platform, None, http)  # type: ignore[arg-type]


@pytest.fixture
async def ann(house: House) -> Someone:
    return await house.someone(await house.organisation(), added=["notes.use"])


class Heard:
    """What one phone's stream said."""

    def __init__(self) -> None:
        self.looks: list[float] = []
        self.over = asyncio.Event()


@asynccontextmanager
async def listening(house: House, phone: Phone) -> AsyncIterator[Heard]:
    """An open stream; the first word, to look at once, is heard already."""
    heard = Heard()

    async def read() -> None:
        made = phone.proof("GET", "/api/sync/stream", b"")
        headers = {"Authorization": f"DPoP {phone.token}", "DPoP": made}
        try:
            async with house.http.stream("GET", "/api/sync/stream", headers=headers, timeout=None) as answer:
                assert answer.status_code == 200
                async for line in answer.aiter_lines():
                    if line == "event: look":
                        heard.looks.append(time.monotonic())
        finally:
            heard.over.set()

    task = asyncio.create_task(read())
    try:
        await until(lambda: bool(heard.looks) or task.done())
        yield heard
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def write(house: House, organisation: Any, *to: str) -> None:
    async with house.platform.database.transaction(organisation) as tx:
        saves = Saves(tx)
        saves.save(NOTE, Note(new_id(), "a", to))
        await saves.write(house.platform.bus)


async def test_whom_it_concerns_is_woken_and_nobody_else(house: House, ann: Someone) -> None:
    bob = await house.someone(ann.organisation, added=["notes.use"])
    other = await house.someone(await house.organisation(), added=["notes.use"])
    phones = [await house.signed_in(one) for one in (ann, bob, other)]
    async with (
        listening(house, phones[0]) as mine,
        listening(house, phones[1]) as colleague,
        listening(house, phones[2]) as foreign,
    ):
        await write(house, ann.organisation, f"person:{ann.id}")
        await until(lambda: len(mine.looks) == 2)
        await write(house, ann.organisation, "org")
        await until(lambda: len(mine.looks) == 3 and len(colleague.looks) == 2)
        assert len(foreign.looks) == 1


async def test_many_changes_at_once_are_one_word(house: House, ann: Someone) -> None:
    async with listening(house, await house.signed_in(ann)) as heard:
        async with house.platform.database.transaction(ann.organisation) as tx:
            saves = Saves(tx)
            for _ in range(50):
                saves.save(NOTE, Note(new_id(), "a", ("org",)))
            await saves.write(house.platform.bus)
        await until(lambda: len(heard.looks) == 2)
        await asyncio.sleep(0.1)
        assert len(heard.looks) == 2


async def test_what_was_rolled_back_wakes_nobody(house: House, ann: Someone) -> None:
    async with listening(house, await house.signed_in(ann)) as heard:
        with pytest.raises(ZeroDivisionError):
            async with house.platform.database.transaction(ann.organisation) as tx:
                saves = Saves(tx)
                saves.save(NOTE, Note(new_id(), "a", ("org",)))
                await saves.write(house.platform.bus)
                _ = 1 // 0
        await asyncio.sleep(0.15)
        assert len(heard.looks) == 1


async def test_a_new_crew_is_heard_at_once_and_its_changes_from_then_on(house: House, ann: Someone) -> None:
    crew = f"crew:{new_id()}"
    async with listening(house, await house.signed_in(ann)) as heard:
        await write(house, ann.organisation, crew)
        await asyncio.sleep(0.1)
        assert len(heard.looks) == 1
        CREW[ann.id] = crew
        who_changed(house.platform, ann.id)
        await until(lambda: len(heard.looks) == 2)
        await write(house, ann.organisation, crew)
        await until(lambda: len(heard.looks) == 3)


@pytest.mark.parametrize("how", ["lock", "sign-out"])
async def test_a_stream_ends_with_its_session(house: House, ann: Someone, how: str) -> None:
    phone = await house.signed_in(ann)
    async with listening(house, phone) as heard:
        await phone.call("POST", f"/api/identity/{how}", {})
        async with asyncio.timeout(2):
            await heard.over.wait()


async def test_a_stream_whose_session_ran_out_ends_with_the_next_beat(
    house: House, ann: Someone, station: Station
) -> None:
    phone = await house.signed_in(ann)
    async with listening(house, phone) as heard:
        await station.owner.execute(
            "update identity.session set expires_at = now() where organisation_id = $1", ann.organisation
        )
        await station.platform.service(HUB).beat()
        async with asyncio.timeout(2):
            await heard.over.wait()


async def test_a_phone_that_left_is_forgotten(house: House, ann: Someone, station: Station) -> None:
    hub = station.platform.service(HUB)
    async with listening(house, await house.signed_in(ann)):
        assert len(hub) >= 1
    await until(lambda: len(hub) == 0)


async def test_nobody_listens_without_a_session(house: House) -> None:
    answer = await house.http.get("/api/sync/stream")
    assert answer.status_code == 401


async def test_pulling_over_the_network_is_logged_and_packed(house: House, ann: Someone) -> None:
    await write(house, ann.organisation, "org")
    phone = await house.signed_in(ann)
    answer = await phone.post("/api/sync/pull", {})
    assert (answer.status_code, answer.headers["content-encoding"]) == (200, "gzip")
    told = [json.loads(line) for line in answer.text.splitlines()]
    assert "left" in told[0] and told[-1]["whole"]
    assert [line["d"]["text"] for line in told if "d" in line] == ["a"]
    async with house.platform.database.transaction(ann.organisation) as tx:
        (entry,) = await house.platform.log.events_of(tx, kinds=["sync.Pulled"])
    assert (entry.person_id, len(entry.what["records"]["notes.note"])) == (ann.id, 1)
