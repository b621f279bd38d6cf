"""TAK clients on the wire: one that is not ours sees crews and incidents move, and is seen."""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import AsyncIterator, Callable
from configparser import ConfigParser
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytak
import pytest

from focus.core import clock
from focus.core.organisations.store import switches
from focus.modules.tak.authority import Authority
from focus.modules.tak.serving import DOOR
from tests.identity.house import House
from tests.incidents.town import Member, Town, town_of
from tests.tak.test_events import event

PLACE = {"street": "Bosdreef", "number": "31", "town": "Lindebeek", "longitude": 4.86, "latitude": 51.03}


async def added(leader: Member, name: str = "Tablet 1") -> dict[str, Any]:
    answer = await leader.phone.post("/api/tak/add-client", {"name": name})
    assert answer.status_code == 200, answer.text
    given: dict[str, Any] = answer.json()
    return given


class Tablet:
    """A client made of pytak's own parts."""

    def __init__(self, reader: Any, writer: Any) -> None:
        self.rx: asyncio.Queue[bytes] = asyncio.Queue()
        self.tx: asyncio.Queue[bytes] = asyncio.Queue()
        section = ConfigParser()
        section.read_string("[one]\nCOT_URL=tls://localhost\n")
        self.workers = [
            asyncio.create_task(pytak.RXWorker(self.rx, section["one"], reader).run()),
            asyncio.create_task(pytak.TXWorker(self.tx, section["one"], writer).run()),
        ]
        self.writer = writer

    async def sees(
        self, wanted: Callable[[ElementTree.Element], bool], seconds: float = 5
    ) -> ElementTree.Element:
        """The next event that is wanted."""
        async with asyncio.timeout(seconds):
            while True:
                octets = await self.rx.get()
                found = ElementTree.fromstring(octets[octets.find(b"<event") :])
                if wanted(found):
                    return found

    async def sees_call_sign(self, sign: str) -> ElementTree.Element:
        def named(found: ElementTree.Element) -> bool:
            contact = found.find("detail/contact")
            return contact is not None and contact.get("callsign") == sign

        return await self.sees(named)


@asynccontextmanager
async def tablet(house: House, given: dict[str, Any], folder: Path, **changed: str) -> AsyncIterator[Tablet]:
    """Connected as pytak connects, with its certificate."""
    bundle, authority = folder / f"{given['client']}.p12", folder / "authority.pem"
    bundle.write_bytes(base64.b64decode(given["bundle"]))
    authority.write_text(given["authority"])
    port = house.platform.service(DOOR).ports[0]
    config = ConfigParser()
    config["one"] = {
        "COT_URL": f"tls://localhost:{port}", "PYTAK_TLS_CLIENT_CERT": str(bundle),
        "PYTAK_TLS_CLIENT_PASSWORD": given["password"], "PYTAK_TLS_CLIENT_CAFILE": str(authority), **changed,
    }  # fmt: skip
    reader, writer = await pytak.protocol_factory(config["one"])
    made = Tablet(reader, writer)
    try:
        yield made
    finally:
        for worker in made.workers:
            worker.cancel()
        await asyncio.gather(*made.workers, return_exceptions=True)
        writer.close()


async def counted(leader: Member, *, taken: int) -> list[dict[str, Any]]:
    """The clients as they are listed, once so many events were taken in; they are counted when one goes."""
    async with asyncio.timeout(5):
        while True:
            found: list[dict[str, Any]] = (await leader.phone.call("GET", "/api/tak/clients")).json()
            if sum(one["taken"] for one in found) == taken:
                return found
            await asyncio.sleep(0.05)


async def moves(member: Member, longitude: float, latitude: float) -> None:
    body = {
        "at": clock.now().isoformat(), "longitude": longitude, "latitude": latitude, "within_m": 10.0,
        "heading": 90.0,
    }  # fmt: skip
    answer = await member.phone.post("/api/incidents/position", body)
    assert (answer.status_code, answer.json()["outcome"]) == (200, "shown"), answer.text


async def test_a_client_sees_a_crew_move_and_go_home(
    house: House, town: Town, leader: Member, tmp_path: Path
) -> None:
    ann = await town.member(crew="NO-2")
    async with tablet(house, await added(leader), tmp_path) as client:
        await moves(ann, 4.86, 51.03)
        seen = await client.sees_call_sign("NO-2")
        assert (seen.get("type"), seen.find("point").get("lon")) == ("a-f-G-U-C", "4.8600000")  # type: ignore[union-attr]
        await moves(ann, 4.8601, 51.03)
        seen = await client.sees_call_sign("NO-2")
        assert seen.find("point").get("lon") == "4.8601000"  # type: ignore[union-attr]
        await ann.off_duty()
        over = await client.sees(lambda found: found.get("type") == "t-x-d-d")
        assert over.find("detail/link").get("uid") == seen.get("uid")  # type: ignore[union-attr]


async def test_a_client_sees_an_incident_change_and_end(
    house: House, town: Town, leader: Member, tmp_path: Path
) -> None:
    ann = await town.member(crew="NO-2")
    made = await leader.open("Inbraak", place=PLACE, priority=2)
    async with tablet(house, await added(leader), tmp_path) as client:
        seen = await client.sees(lambda found: found.get("uid") == made.replace("-", ""))
        assert "Inbraak · Bosdreef 31 Lindebeek" in (seen.findtext("detail/remarks") or "")
        await ann.do("take-state", incident=made, state="accepted")
        seen = await client.sees(lambda found: found.get("uid") == made.replace("-", ""))
        assert (seen.findtext("detail/remarks") or "").endswith("NO-2")
        await ann.do("close", incident=made, result="done")
        await client.sees(lambda found: found.get("type") == "t-x-d-d")


async def test_a_client_is_seen_by_the_desk_and_by_other_clients_and_not_by_itself(
    house: House, town: Town, leader: Member, tmp_path: Path
) -> None:
    one, other = await added(leader, "Tablet 1"), await added(leader, "Tablet 2")
    now = clock.now()
    said = event(
        time=now.isoformat(), stale=(now + timedelta(minutes=2)).isoformat(),
        detail="<contact callsign='Wolf 1'/><_flow-tags_ TAK-Server-1='2026'/>",
    )  # fmt: skip
    async with tablet(house, one, tmp_path) as client, tablet(house, other, tmp_path) as second:
        await client.tx.put(said)
        seen = await second.sees_call_sign("Wolf 1")
        assert seen.find("detail/_flow-tags_") is None
        (shown,) = (await leader.held("position")).values()
        assert (shown["call_sign"], shown["source"], shown["within_m"]) == ("Wolf 1", "TAK Tablet 1", 9.5)
        with pytest.raises(TimeoutError):
            await client.sees(lambda _: True, seconds=1)
    listed = await counted(leader, taken=1)
    assert {row["name"]: row["taken"] for row in listed} == {"Tablet 1": 1, "Tablet 2": 0}


async def test_other_zones_see_nothing_of_it(
    house: House, town: Town, leader: Member, tmp_path: Path
) -> None:
    elsewhere = await town_of(house)
    async with house.platform.database.transaction(elsewhere.id) as tx:
        await switches.switch(tx, "tak", on=True)
    stranger = await elsewhere.member("shift_leader")
    ann = await town.member(crew="NO-2")
    await leader.open(place=PLACE)
    async with tablet(house, await added(stranger), tmp_path) as client:
        await moves(ann, 4.86, 51.03)
        with pytest.raises(TimeoutError):
            await client.sees(lambda _: True, seconds=1.5)


async def test_a_ping_is_answered(house: House, leader: Member, tmp_path: Path) -> None:
    now = clock.now().isoformat()
    async with tablet(house, await added(leader), tmp_path) as client:
        await client.tx.put(event(kind="t-x-c-t", uid="ping", time=now, stale=now))
        await client.sees(lambda found: found.get("type") == "t-x-c-t-r")


async def test_nonsense_is_counted_and_the_next_right_one_shows(
    house: House, leader: Member, tmp_path: Path
) -> None:
    now = clock.now()
    late = (now + timedelta(hours=2)).isoformat()
    async with tablet(house, await added(leader), tmp_path) as client:
        for octets in (event(lat="noord"), event(time=late, uid="B"), event(kind="b-m-p-s-m")):
            await client.tx.put(octets)
        await client.tx.put(event(time=now.isoformat(), uid="C", stale=late))
        async with asyncio.timeout(5):
            while not await leader.held("position"):
                await asyncio.sleep(0.05)
    (listed,) = await counted(leader, taken=1)
    assert (listed["left_out"], listed["unreadable"]) == (1, 2)
    assert listed["fault"] == "incidents.position_future"


async def test_who_has_no_certificate_or_an_ended_one_stays_outside(
    house: House, leader: Member, tmp_path: Path
) -> None:
    port = house.platform.service(DOOR).ports[0]
    bare = ssl.create_default_context()
    bare.check_hostname, bare.verify_mode = False, ssl.CERT_NONE
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=bare)
    with suppress(ssl.SSLError, ConnectionError):
        assert await asyncio.wait_for(reader.read(1), 5) == b""
    writer.close()
    assert not house.platform.service(DOOR).links
    given = await added(leader)
    async with tablet(house, given, tmp_path) as client:
        await client.tx.put(event(kind="t-x-c-t", time=clock.now().isoformat(), uid="ping"))
        await client.sees(lambda found: found.get("type") == "t-x-c-t-r")
        answer = await leader.phone.post("/api/tak/end-client", {"client": given["client"]})
        assert answer.status_code == 200
        async with asyncio.timeout(5):
            while house.platform.service(DOOR).links:
                await asyncio.sleep(0.05)
    async with tablet(house, given, tmp_path) as client:
        await client.tx.put(event(kind="t-x-c-t", time=clock.now().isoformat(), uid="ping"))
        with pytest.raises(TimeoutError):
            await client.sees(lambda _: True, seconds=1)


async def test_a_certificate_of_another_authority_names_nobody_here(
    house: House, leader: Member, tmp_path: Path
) -> None:
    given = await added(leader)
    forged = Authority(tmp_path / "another").issue(UUID(given["client"]), "Tablet 1")
    theirs = {"bundle": base64.b64encode(forged.bundle).decode(), "password": forged.password}
    with suppress(OSError):
        async with tablet(house, {**given, **theirs}, tmp_path) as client:
            await client.tx.put(event(kind="t-x-c-t", time=clock.now().isoformat(), uid="ping"))
            with pytest.raises(TimeoutError):
                await client.sees(lambda _: True, seconds=1)
    assert not house.platform.service(DOOR).links


async def test_a_crew_s_place_cannot_be_told_by_a_client(
    house: House, town: Town, leader: Member, tmp_path: Path
) -> None:
    ann = await town.member(crew="NO-2")
    await moves(ann, 4.86, 51.03)
    (crew,) = (await leader.held("position")).values()
    now = clock.now().isoformat()
    async with tablet(house, await added(leader), tmp_path) as client:
        await client.tx.put(event(uid=crew["id"].replace("-", ""), time=now, stale=now, lon="5.5"))
        async with asyncio.timeout(5):
            while len(await leader.held("position")) < 2:
                await asyncio.sleep(0.05)
    assert (await leader.held("position"))[crew["id"]] == crew
