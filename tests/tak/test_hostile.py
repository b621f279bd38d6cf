"""TAK clients that do not behave: floods, half events, no reading, rights that end while they are in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest

from focus.core import clock
from focus.core.database import DatabaseAway
from focus.core.ids import new_id
from focus.core.organisations.store import switches
from focus.modules.incidents.public import Position
from focus.modules.tak import linked, picture, serving
from focus.modules.tak.linked import Client, Link
from focus.modules.tak.writing import position_event
from tests.identity.house import House
from tests.incidents.town import Town
from tests.tak.test_events import event


@dataclass
class Raw:
    """A connection to one link, without TLS between."""

    link: Link
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    running: asyncio.Task[None]

    async def says(self, *events: bytes) -> None:
        self.writer.write(b"".join(events))
        await self.writer.drain()


@asynccontextmanager
async def raw(house: House, town: Town, client: Client | None = None) -> AsyncIterator[Raw]:
    """In as a client of the town."""
    client = client or await client_of(town)
    made: asyncio.Future[Link] = asyncio.get_running_loop().create_future()
    platform = house.platform.seen_by("tak")

    async def come(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        made.set_result(Link(platform, client, reader, writer, picture.Picture(platform, town.id)))

    server = await asyncio.start_server(come, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    link = await made
    running = asyncio.create_task(link.run())
    try:
        yield Raw(link, reader, writer, running)
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        writer.transport.abort()
        server.close()


async def client_of(town: Town) -> Client:
    made = Client(town.id, new_id(), "Tablet 9", None)
    await town.rows(
        """insert into tak.client (organisation_id, id, name, serial, ends_at, created_by, created_at)
           values ($1, $2, 'Tablet 9', 'ab', now() + interval '1 year', $2, now()) returning id""",
        town.id,
        made.id,
    )
    return made


def friend(uid: str, **changed: Any) -> bytes:
    now = clock.now()
    return event(uid=uid, time=now.isoformat(), stale=(now + timedelta(minutes=2)).isoformat(), **changed)


async def positions(town: Town) -> int:
    rows = await town.rows("select count(*) as n from incidents.position")
    return int(rows[0]["n"])


async def until(condition: Any, seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not await condition():
            await asyncio.sleep(0.05)


async def test_one_client_tells_of_so_many_things_and_no_more(
    house: House,
    town: Town,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(linked, "MOST_THINGS", 20)
    client = await client_of(town)
    for turn in range(2):  # coming in anew gives no more
        async with raw(house, town, client) as one:
            await one.says(*(friend(f"{turn}-{number}") for number in range(60)))
            one.writer.write_eof()
            await asyncio.wait_for(one.running, 10)
    assert await positions(town) == 20
    (row,) = await town.rows("select taken, left_out, fault from tak.client")
    assert (row["taken"], row["left_out"]) == (20, 100)
    assert row["fault"] == "too_many_things"
    async with raw(house, town, client) as one:
        await town.rows("update tak.client set taken = 0 returning id")
        await one.says(friend("0-3"), friend("fresh"))
        one.writer.write_eof()
        await asyncio.wait_for(one.running, 10)
    (row,) = await town.rows("select taken from tak.client")
    assert row["taken"] == 1


async def test_what_it_remembers_of_a_client_does_not_grow(house: House, town: Town) -> None:
    async with raw(house, town) as one:
        one.link._heard.update({new_id(): 0.0 for _ in range(5_000)})
        await one.says(friend("a"))
        await until(lambda: _true(one.link._counts["taken"] == 1))
        assert len(one.link._heard) < 2_000


async def _true(value: bool) -> bool:
    return value


async def test_a_client_that_is_in_when_the_module_is_switched_off_tells_nothing_more(
    house: House,
    town: Town,
) -> None:
    async with raw(house, town) as one:
        await one.says(friend("a"))
        await until(lambda: _positions(town, 1))
        for module in ("tak", "incidents"):
            await switched(house, town, module, on=False)
            await one.says(friend(f"b-{module}"))
            await asyncio.sleep(0.3)
            assert await positions(town) == 1
            await switched(house, town, module, on=True)


async def _positions(town: Town, count: int) -> bool:
    return await positions(town) == count


async def switched(house: House, town: Town, module: str, *, on: bool) -> None:
    async with house.platform.database.transaction(town.id) as tx:
        await switches.switch(tx, module, on=on)


@pytest.mark.parametrize("ends", ["ended_at = now()", "ends_at = now() - interval '1 second'"])
async def test_one_that_ended_unheard_is_let_go_and_tells_nothing_more(
    house: House,
    town: Town,
    ends: str,
) -> None:
    async with raw(house, town) as one:
        await asyncio.sleep(0.3)
        await town.rows(f"update tak.client set {ends} returning id")
        await one.says(friend("a"))
        await asyncio.wait_for(one.running, 5)
    assert await positions(town) == 0


async def test_one_that_reads_nothing_is_cut_off_and_nothing_of_it_stays(
    house: House,
    town: Town,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(linked, "PATIENCE_S", 0.3)
    flood = [b"<event " + b"x" * 60_000 + b"/>"] * 200

    async def news(_: Link) -> list[bytes]:
        return flood

    monkeypatch.setattr(Link, "_news", news)
    async with raw(house, town) as one:
        one.reader._transport.pause_reading()  # type: ignore[attr-defined]
        await asyncio.wait_for(one.running, 5)
        await asyncio.sleep(0.2)
        assert one.link.writer.transport.get_write_buffer_size() == 0
        assert one.link.writer.transport.is_closing()


async def test_half_an_event_holds_up_nobody_and_is_kept_small(house: House, town: Town) -> None:
    whole = friend("a")
    async with raw(house, town) as one:
        for octet in whole[:-1]:
            one.writer.write(bytes([octet]))
        await one.writer.drain()
        async with raw(house, town) as other:
            await other.says(friend("b"))
            await until(lambda: _positions(town, 1))
        await one.says(whole[-1:])
        await until(lambda: _positions(town, 2))
        await one.says(b"<event " + b"y" * 200_000)
        await asyncio.wait_for(one.running, 5)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"lat": "NaN"}, "out_of_range"),
        ({"lon": "1e999"}, "out_of_range"),
        ({"ce": "inf"}, "out_of_range"),
        ({"time": "9999-12-31T23:59:59-14:00"}, "incidents.position_future"),
        ({"time": "0001-01-01T00:00:00+14:00"}, ""),
        ({"time": "2026-13-45T00:00:00Z"}, "not_a_time"),
        ({"detail": "<contact callsign='" + "W" * 5_000 + "'/>"}, ""),
        ({"detail": "<contact callsign='a&#x9;&#x85;&#x202e;b'/>"}, ""),
        ({"detail": "<contact callsign='a&#x0;b'/>"}, "malformed"),
        ({"detail": "<a>" * 40 + "</a>" * 40}, "too_deep"),
    ],
)
async def test_odd_events_break_nothing(
    house: House,
    town: Town,
    changed: dict[str, str],
    fault: str,
) -> None:
    async with raw(house, town) as one:
        await one.says(event(**{"uid": "odd", "time": clock.now().isoformat(), **changed}), friend("right"))
        one.writer.write_eof()
        await asyncio.wait_for(one.running, 5)
    (row,) = await town.rows("select fault from tak.client")
    assert row["fault"].startswith(fault) and bool(row["fault"]) == bool(fault)
    signs = await town.rows("select content ->> 'call_sign' as sign from incidents.position")
    assert all(0 < len(one["sign"]) <= 20 and one["sign"].isprintable() for one in signs)
    assert signs


def test_control_signs_of_ours_do_not_break_a_client_s_reader() -> None:
    one = Position(
        id=new_id(), call_sign="NO\u00012\ufffe", unit=None, longitude=4.8, latitude=51.0, within_m=5.0,
        heading=None, at=clock.now(),
    )  # fmt: skip
    found = ElementTree.fromstring(position_event(one))
    assert found.find("detail/contact").get("callsign") == "NO 2 "  # type: ignore[union-attr]


async def test_many_at_once_do_not_come_in_past_the_most(
    house: House,
    town: Town,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    door = serving.Door(house.platform.seen_by("tak"))
    monkeypatch.setattr(serving, "MOST", 5)
    client, most = await client_of(town), 0

    async def who(_: Any) -> Client:
        await asyncio.sleep(0.05)
        return client

    monkeypatch.setattr(door, "_who", who)
    await door._listen("127.0.0.1:0", None)
    writers = [(await asyncio.open_connection("127.0.0.1", door.ports[0]))[1] for _ in range(30)]
    for _ in range(10):
        await asyncio.sleep(0.05)
        most = max(most, len(door.links))
    assert 1 <= most <= 5
    for writer in writers:
        writer.close()
    await door.close()


async def test_with_the_database_away_a_client_is_sent_off_and_not_left_hanging(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = serving.Door(house.platform.seen_by("tak"))

    async def away(_: Any) -> Client:
        raise DatabaseAway

    monkeypatch.setattr(door, "_who", away)
    await door._listen("127.0.0.1:0", None)
    reader, writer = await asyncio.open_connection("127.0.0.1", door.ports[0])
    assert await asyncio.wait_for(reader.read(1), 3) == b""
    writer.close()
    await door.close()


async def test_what_did_not_change_is_not_written_anew_for_each_client(
    house: House, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, now, written = await client_of(town), clock.now(), 0

    def counted(position: Position) -> bytes:
        nonlocal written
        written += 1
        return position_event(position)

    monkeypatch.setattr(linked, "position_event", counted)
    told = [
        Position(
            id=new_id(), call_sign=f"NO-{number}", unit=None, longitude=4.8, latitude=51.0, within_m=5.0,
            heading=None, at=now,
        )
        for number in range(100)
    ]  # fmt: skip
    link = Link(house.platform, client, None, None, None)  # type: ignore[arg-type]
    assert len(link.differs(told, [], now)) == written == 100
    assert link.differs(told, [], now) == []
    assert len(link.differs(told[1:], [], now)) == 1
    assert written == 100


async def test_what_stands_is_read_once_for_all_who_ask_at_once(
    house: House, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = 0

    async def counted(tx: Any) -> list[Position]:
        nonlocal reads
        reads += 1
        return []

    monkeypatch.setattr(picture, "positions_now", counted)
    shown = picture.Picture(house.platform, town.id)
    await asyncio.gather(*(shown.now() for _ in range(500)))
    assert reads == 1
    shown.changed()
    await asyncio.gather(*(shown.now() for _ in range(500)))
    assert reads == 2
    with clock.fixed(clock.now() + timedelta(seconds=31)):
        await shown.now()
    assert reads == 3
