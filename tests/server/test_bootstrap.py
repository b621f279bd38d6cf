"""`focus begin`: from nothing to somebody who can enrol a device."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from focus.core.bus import Bus
from focus.server.bootstrap import AlreadyBootstrapped, FirstOrganisation, bootstrap
from focus.server.running import standing
from focus.server.settings import from_environment
from tests.support.database import temporary_database
from tests.support.device import Device
from tests.support.server import served
from tests.support.waiting import until

ZONE = FirstOrganisation(
    kind="zone",
    code="5345",
    name="PZ Voorbeeld",
    language="nl",
    given_names="Jan",
    family_name="Peeters",
    personnel_number="4711",
)


async def test_the_administrator_s_code_opens_the_enrolment_of_his_device(tmp_path: Path) -> None:
    async with served(tmp_path, FOCUS_DEMO="0") as server:
        url = server.environment.get("FOCUS_DATABASE_URL", "")
        settings = from_environment({"FOCUS_HOME": str(tmp_path), "FOCUS_DATABASE_URL": url})
        async with standing(settings) as platform:
            issued = await bootstrap(platform, ZONE)
        device = Device(server.base)
        body = {"code": issued.code, "device_key": device.jwk}
        answer = await device.call("POST", "/api/identity/enrol/begin", body, headers={})
        await device.close()
    assert (answer.status, answer.body["person"]["name"]) == (200, "Jan Peeters")


async def test_an_installation_begins_only_once(tmp_path: Path) -> None:
    async with standing(from_environment({"FOCUS_HOME": str(tmp_path)})) as platform:
        await bootstrap(platform, ZONE)
        with pytest.raises(AlreadyBootstrapped):
            await bootstrap(platform, ZONE)


async def test_the_bus_ends_although_it_was_told_something_a_moment_before(tmp_path: Path) -> None:
    async with temporary_database(tmp_path) as database:
        speaker, listener, heard = Bus(database), Bus(database), list[str]()
        listener.subscribe("ping", heard.append)
        await listener.start()
        await speaker.start()

        def both_at_work() -> bool:
            speaker.publish("ping", "?")
            return bool(heard)

        await until(both_at_work)
        await speaker.stop()
        listener.publish("ping", "a moment before")
        async with asyncio.timeout(1):
            await listener.stop()
