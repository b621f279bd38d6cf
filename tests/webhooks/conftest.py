"""One platform with outgoing webhooks, and a system that listens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import pytest
from aiohttp import web

from focus.core.organisations.store import switches
from focus.core.webhooks.signing import secret_of, verify
from focus.modules.webhooks.module import module as declared
from focus.modules.webhooks.public import WEBHOOKS, send
from tests.identity.house import House, house_at
from tests.identity.phone import Phone

HOOKS = replace(declared, package="focus.modules.webhooks")
KIND = "lockers.opened"


@dataclass
class Ear:
    """A system that is told; answers what it is told to answer."""

    address: str = ""
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.heard.append(({name.lower(): value for name, value in request.headers.items()}, body))
        status = self.answers.pop(0) if self.answers else 204
        return web.Response(status=status, headers={"Location": self.address} if status == 302 else {})

    def signed_by(self, secret: str, now: Any) -> list[str]:
        """The ids of everything that was heard, all of it rightly signed."""
        return [verify([secret_of(secret)], headers, body, now=now) for headers, body in self.heard]


@pytest.fixture(scope="session")
async def listening() -> AsyncIterator[Ear]:
    found = Ear()
    app = web.Application()
    app.router.add_post("/in", found.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    found.address = f"http://127.0.0.1:{runner.addresses[0][1]}/in"
    yield found
    await runner.cleanup()


@pytest.fixture
def ear(listening: Ear) -> Ear:
    """Having heard nothing yet."""
    listening.heard.clear()
    listening.answers.clear()
    return listening


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory, listening: Ear) -> AsyncIterator[House]:
    origin = listening.address.removesuffix("/in")
    async with house_at(tmp_path_factory.mktemp("hooks"), HOOKS, FOCUS_WEBHOOKS_HOSTS=origin) as running:
        running.platform.service(WEBHOOKS).kinds.add(KIND)
        await running.platform.jobs.stop()  # the tests say when something is sent
        yield running


@dataclass
class Zone:
    """An organisation with its administrator signed in."""

    house: House
    id: UUID
    admin: Phone

    async def post(self, name: str, /, **body: Any) -> Any:
        return await self.admin.post(f"/api/webhooks/{name}", body)

    async def see(self, name: str) -> Any:
        answer = await self.admin.call("GET", f"/api/webhooks/{name}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def told(self, *contents: Any, topic: str = "") -> int:
        """As a module would, in one transaction."""
        async with self.house.platform.database.transaction(self.id) as tx:
            return sum([await send(self.house.platform, tx, KIND, one, topic=topic) for one in contents])

    async def rows(self, sql: str, *values: Any) -> list[Any]:
        async with self.house.platform.database.transaction(self.id) as tx:
            return [dict(row) for row in await tx.fetch(sql, *values)]


@pytest.fixture
async def zone(house: House) -> Zone:
    made = await house.organisation()
    async with house.platform.database.transaction(made) as tx:
        await switches.switch(tx, "webhooks", on=True)
    admin = await house.someone(made, function="zone_administrator")
    return Zone(house, made, await house.signed_in(admin))
