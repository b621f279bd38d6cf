"""Silence, retention, answers to the control room, crews that do not answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import msgspec
import pytest

from focus.core import clock
from focus.core.organisations.retention import erase_due
from focus.core.webhooks.signing import verify
from focus.modules.incidents.answering import NotTaken, answer
from focus.modules.incidents.keeping import notice_silence
from focus.modules.incidents.waking import tell_unanswered
from tests.identity.house import House, house_at
from tests.incidents.messages.examples import envelope, octets, police_incident
from tests.incidents.town import DUTY, HOOKS, INCIDENTS, Member, Town, town_of

SERVICES = "https://push.example"


async def test_a_silent_feed_is_noticed_once_and_heard_again(town: Town, desk: Member) -> None:
    feed = await town.feed(desk)
    await feed.tell(kind="new", title="Ruzie")
    await notice_silence(town.house.platform)
    (shown,) = await desk.see("feeds")
    assert (shown["silent_since"], shown["today"], shown["quarantined"]) == (None, 1, 0)
    await town.change("update incidents.feed set last_at = last_at - interval '31 minutes'")
    for _ in range(2):
        await notice_silence(town.house.platform)
    (shown,) = await desk.see("feeds")
    assert shown["silent_since"] == shown["last_at"]
    assert [kind for kind, _ in await town.logged()].count("FeedSilent") == 1
    await feed.send(b"{")
    (shown,) = await desk.see("feeds")
    assert (shown["silent_since"], shown["quarantined"]) == (None, 1)


async def aged(town: Town, days: int) -> None:
    await town.close_earlier(f"{days} days")
    await town.change(f"update incidents.message set received_at = received_at - interval '{days} days'")


async def test_callers_go_after_a_year_and_incidents_after_five(
    town: Town, desk: Member, ann: Member
) -> None:
    feed = await town.feed(desk)
    caller = {"role": "caller", "full_name": "Rik Verzonnen", "phones": ["+3214000101"]}
    told = await feed.tell(kind="new", title="Ruzie", persons=[caller], log=[{"id": "1", "text": "Regel"}])
    await feed.send(b"{")
    await ann.do("take-state", incident=told["incident"], state="accepted")
    await ann.do("close", incident=told["incident"], result="done")
    platform = town.house.platform

    await aged(town, 364)
    await erase_due(platform)
    assert len(await town.rows("select * from incidents.caller")) == 1
    await aged(town, 2)
    await erase_due(platform)
    assert await town.rows("select * from incidents.caller") == []
    assert await town.rows("select * from incidents.message") == []
    assert (await town.rows("select told from incidents.incident"))[0]["told"] is None
    bodies = await town.rows(
        "select body from feed.record where type like 'incidents.%' and body is not null"
    )
    assert not any(b"Verzonnen" in row["body"] for row in bodies)
    assert (await desk.see("incident", incident=told["incident"]))["incident"]["caller"] is False

    await aged(town, 1_460)
    await erase_due(platform)
    for table in ("incident", "line", "crew_state"):
        assert await town.rows(f"select * from incidents.{table}") == []
    assert await ann.held("line") == {}
    kinds = [kind for kind, _ in await town.logged()]
    assert [kind for kind in kinds if kind.endswith("Erased")] == [
        "CallersErased",
        "MessagesErased",
        "IncidentsErased",
    ]


class ControlRoom:
    """Takes answers over HTTP."""

    def __init__(self) -> None:
        self.status = 200
        self.got: list[tuple[dict[str, str], bytes]] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (one.partition(":") for one in head[1:]) if name
        }
        self.got.append((headers, await reader.readexactly(int(headers["content-length"]))))
        writer.write(f"HTTP/1.1 {self.status} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()


@pytest.fixture(scope="module")
async def room() -> AsyncIterator[tuple[ControlRoom, str]]:
    room = ControlRoom()
    server = await asyncio.start_server(room.serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    yield room, f"http://{host}:{port}"
    server.close()


@pytest.fixture(scope="module")
async def speaking(
    tmp_path_factory: pytest.TempPathFactory, room: tuple[ControlRoom, str]
) -> AsyncIterator[House]:
    """A house whose operator allows answers to the control room and to a push service."""
    home = tmp_path_factory.mktemp("speaking")
    async with house_at(
        home, DUTY, HOOKS, INCIDENTS, FOCUS_INCIDENTS_ANSWER_HOSTS=room[1], FOCUS_PUSH_SERVICES=SERVICES
    ) as running:
        yield running


async def closed_ucri(house: House, address: str) -> tuple[Town, Any, UUID]:
    """An incident that a UCRI control room handed over, closed by an officer."""
    town = await town_of(house)
    desk, ann = await town.desk(), await town.member(crew="NO-2")
    feed = await town.feed(desk, "ucri", answers_to=f"{address}/send", address="1.2.3.4.5.7")
    await feed.send(octets(envelope(police_incident())))
    incident = (await ann.the("incident"))["id"]
    await ann.do("close", incident=incident, result="done", text="Bemiddeld")
    return town, feed, UUID(incident)


async def test_the_control_room_is_told_that_its_incident_has_ended(
    speaking: House, room: tuple[ControlRoom, str]
) -> None:
    control, address = room
    control.got.clear()
    town, feed, incident = await closed_ucri(speaking, address)
    platform = speaking.platform.seen_by("incidents")
    await answer(platform, town.id, incident)
    headers, body = control.got[-1]
    sent = msgspec.json.decode(body)
    assert verify([feed.secret], headers, body, now=clock.now()) == sent["messageId"]
    assert (sent["source"], sent["destinations"]) == ("1.2.3.4.5.7", ["1.2.3.4.5.6"])
    said = msgspec.json.decode(sent["payload"]["data"])
    assert (said["sharedIncidentId"], said["status"]) == (
        "550e8400-e29b-41d4-a716-446655440000", "completed_sucessfully",
    )  # fmt: skip
    control.status = 503
    with pytest.raises(NotTaken):
        await answer(platform, town.id, incident)
    control.status = 200
    await answer(platform, town.id, incident)
    assert msgspec.json.decode(control.got[-1][1])["messageId"] == sent["messageId"]


async def test_answers_go_nowhere_that_the_operator_does_not_allow(town: Town, desk: Member) -> None:
    for address in ("http://169.254.169.254/", "https://elsewhere.example/x", "file:///etc/passwd"):
        body = {"name": "x", "format": "ucri", "answers_to": address}
        assert await desk.refused("add-feed", **body) == (422, "incidents.address_not_allowed")


async def calls(town: Town) -> list[set[UUID]]:
    """Who was to be woken, call by call."""
    return [set(row["persons"]) for row in await town.rows("select persons from push.call order by at, id")]


async def test_a_crew_is_woken_and_whoever_leads_hears_of_silence(speaking: House) -> None:
    town = await town_of(speaking)
    desk, ann, bob = await town.desk(), await town.member(crew="NO-2"), await town.member(crew="NO-2")
    leader = await town.member("shift_leader", crew="LEI")
    await town.member("shift_leader")
    incident = await desk.open()
    crew = next(one for one in (await ann.held("crew")).values() if one["call_sign"] == "NO-2")["id"]
    await desk.do("assign", incident=incident, crew=crew)
    assert await calls(town) == [{ann.who.id, bob.who.id}]
    platform = speaking.platform.seen_by("incidents")
    await tell_unanswered(platform, town.id, UUID(incident), UUID(crew))
    assert await calls(town) == [{ann.who.id, bob.who.id}, {leader.who.id}]
    await ann.do("take-state", incident=incident, state="accepted")
    await tell_unanswered(platform, town.id, UUID(incident), UUID(crew))
    assert len(await calls(town)) == 2


async def test_nobody_is_woken_off_duty(speaking: House) -> None:
    town = await town_of(speaking)
    desk, ann = await town.desk(), await town.member(crew="NO-2")
    incident, crew = await desk.open(), (await ann.the("crew"))["id"]
    await desk.do("assign", incident=incident, crew=crew)
    await ann.off_duty()
    before = len(await calls(town))
    await tell_unanswered(speaking.platform.seen_by("incidents"), town.id, UUID(incident), UUID(crew))
    assert len(await calls(town)) == before
