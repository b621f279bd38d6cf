"""Two zones side by side: one asks for help, the other has crews on duty and lends its people."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx

from focus.core import clock
from focus.core.gate import Platform
from focus.core.organisations.store import sharing, switches
from focus.modules.briefing.module import module as briefing
from focus.modules.map.module import module as map_
from focus.modules.reinforcement.module import module as reinforcement
from focus.modules.reinforcement.telling import tell
from focus.modules.search.module import module as search
from tests.identity.house import House
from tests.incidents.town import DUTY, HOOKS, INCIDENTS, Member, Town

BRIEFING = replace(briefing, package="focus.modules.briefing")
SEARCH = replace(search, package="focus.modules.search")
MAP = replace(map_, package="focus.modules.map")
REINFORCEMENT = replace(reinforcement, package="focus.modules.reinforcement")
MODULES = (DUTY, HOOKS, SEARCH, MAP, BRIEFING, INCIDENTS, REINFORCEMENT)
CASE = {"code": "investigation", "reference": "LI.30.F1.001/26", "reason": "Ladingdiefstal"}


@dataclass
class Pair:
    """Both, with the agreement between them."""

    house: House
    host: Town
    home: Town
    grant: UUID

    @property
    def platform(self) -> Platform:
        """As the module sees it."""
        return self.house.platform.seen_by("reinforcement")

    async def leaders(self) -> tuple[Member, Member]:
        """Who leads the shift, here and at home."""
        return await self.host.member("shift_leader"), await self.home.member("shift_leader")

    async def reinforced(self, leader: Member, *crews: str, hours: int = 4) -> str:
        """One that goes well, and is known at home too; its id."""
        made = str(uuid4())
        body = {"id": made, "organisation": str(self.home.id), "crews": crews or ("HE-7",), "hours": hours}
        answer = await act(leader, "reinforce", **body)
        assert answer.status_code == 200, answer.text
        await tell(self.platform, self.host.id, UUID(made))
        return made

    async def over(self, leader: Member, *crews: str) -> tuple[str, Member]:
        """Somebody of HE-7 who was asked and went over; with the reinforcement."""
        helper = await self.home.member(crew="HE-7")
        made = await self.reinforced(leader, *crews)
        call = await the_call(helper)
        await helper.phone.change_post(UUID(call["id"]))
        return made, helper

    async def pass_time(self, reinforcement: str) -> None:
        """As if its end were a second ago: the row, and the posts that end by themselves."""
        ended = clock.now() - timedelta(seconds=1)
        async with self.house.platform.database.transaction(self.host.id) as tx:
            await tx.execute(
                """update organisations.post set starts_at = $2::timestamptz - interval '4 hours',
                     ends_at = $2 where id in
                     (select post_id from reinforcement.guest where reinforcement_id = $1)""",
                UUID(reinforcement),
                ended,
            )
            await tx.execute(
                """update reinforcement.reinforcement set since = $2::timestamptz - interval '4 hours',
                     until = $2 where id = $1""",
                UUID(reinforcement),
                ended,
            )
        self.house.identity.authenticator.forget("*")

    async def log(self, town: Town) -> list[tuple[str, dict[str, Any]]]:
        """What a zone's log says of reinforcements, oldest first."""
        log = self.house.platform.log
        async with self.house.platform.database.transaction(town.id) as tx:
            events = await log.events_of(tx, limit=500)
        kept = [one for one in events if one.kind.startswith("reinforcement.")]
        return [(one.kind.removeprefix("reinforcement."), one.what) for one in reversed(kept)]


async def pair_of(house: House) -> Pair:
    """Two new zones with everything on, and the agreement that lets the first ask the second."""
    towns = [Town(house, await house.organisation()) for _ in range(2)]
    for town in towns:
        async with house.platform.database.transaction(town.id) as tx:
            for module in MODULES:
                await switches.switch(tx, module.name, on=True)
    host, home = towns
    async with house.platform.database.transaction(home.id) as tx:
        grant = await sharing.give(
            tx,
            recipient=host.id,
            what="organisations.person",
            basis="Samenwerkingsakkoord (fictief)",
            starts_at=clock.now() - timedelta(days=1),
            ends_at=None,
        )
    return Pair(house, host, home, grant)


async def act(member: Member, name: str, /, **body: Any) -> httpx.Response:
    """An action of the module."""
    return await member.phone.post(f"/api/reinforcement/{name}", body)


async def see(member: Member, name: str) -> Any:
    """A view of the module."""
    answer = await member.phone.call("GET", f"/api/reinforcement/{name}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def pulled(member: Member) -> dict[str, list[dict[str, Any]]]:
    """All that a new phone of his would hold, by type."""
    answer = await member.phone.post("/api/sync/pull", {})
    assert answer.status_code == 200, answer.text
    found: dict[str, list[dict[str, Any]]] = {}
    for line in map(json.loads, answer.content.splitlines()):
        if line.get("t") and line.get("d"):
            found.setdefault(line["t"], []).append(line["d"])
    return found


async def the_call(member: Member) -> dict[str, Any]:
    """The only call to help that his phone holds."""
    (only,) = (await pulled(member))["reinforcement.call"]
    return only


async def look_up(member: Member) -> httpx.Response:
    """A lookup with a purpose of where he is signed in."""
    body = {"id": str(uuid4()), "question": "1-ABC-123", "purpose": CASE}
    return await member.phone.post("/api/search/lookups", body)


async def publish(town: Town, title: str) -> None:
    """An item of a zone's desk, for all of it."""
    desk = await town.member("information_desk")
    content = {"kind": "attention", "title": title, "audience": {"whole": True}}
    saved = await desk.phone.post("/api/briefing/save-draft", {"draft": str(uuid4()), "content": content})
    body = {"draft": saved.json()["draft"], "version": saved.json()["version"]}
    answer = await desk.phone.post("/api/briefing/publish", body)
    assert answer.status_code == 200, answer.text
