"""A gateway on this machine: it hears the cars and speaks for crews."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from focus.core import clock
from focus.core.organisations.store import switches
from focus.modules.tak.serving import DOOR
from tests.identity.house import house_at
from tests.incidents.town import DUTY, HOOKS, INCIDENTS, Member, Town
from tests.tak.conftest import TAK
from tests.tak.test_events import event


@pytest.fixture(scope="module")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    home, variables = tmp_path_factory.mktemp("gateway"), {"FOCUS_TAK_PLAIN": "0000@127.0.0.1:0"}
    async with house_at(home, DUTY, HOOKS, INCIDENTS, TAK, **variables) as house:
        made = Town(house, await house.organisation())
        async with house.platform.database.unscoped() as tx:
            code = await tx.fetchval(
                "select code from organisations.directory() where organisation_id = $1", made.id
            )
        given: Any = house.platform.settings.variables
        given["FOCUS_TAK_PLAIN"] = f"{code}@127.0.0.1:0"
        async with house.platform.database.transaction(made.id) as tx:
            for module in ("duty", "incidents", "tak"):
                await switches.switch(tx, module, on=True)
        yield made


@pytest.fixture
async def gateway(town: Town) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    (port,) = town.house.platform.service(DOOR).ports
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    yield reader, writer
    writer.close()


async def shown(leader: Member, count: int) -> list[dict[str, Any]]:
    async with asyncio.timeout(10):
        while len(found := await leader.held("position")) < count:
            await asyncio.sleep(0.05)
    return list(found.values())


async def test_it_speaks_for_crews_on_duty_and_others_are_others(
    town: Town, gateway: tuple[asyncio.StreamReader, asyncio.StreamWriter]
) -> None:
    reader, writer = gateway
    leader = await town.member("shift_leader")
    await town.member(crew="NO-2")
    crew = (await leader.the("crew"))["id"]
    now = clock.now()
    times = {"time": now.isoformat(), "stale": (now + timedelta(minutes=2)).isoformat()}
    writer.write(event(uid="car-1", detail="<contact callsign='no-2'/>", **times))
    writer.write(event(uid="car-2", detail="<contact callsign='BRW-7'/>", **times))
    found = {one["call_sign"]: one for one in await shown(leader, 2)}
    assert (found["NO-2"]["id"], found["NO-2"]["source"]) == (crew, "")
    assert (found["BRW-7"]["id"] == crew, found["BRW-7"]["source"]) == (False, "TAK gateway")
    with pytest.raises(TimeoutError):  # it is not told of what it said itself
        await asyncio.wait_for(reader.read(1), 1.0)
