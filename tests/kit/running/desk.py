"""A zone that registers found bicycles: its officers and desk, each through the module's own door."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import httpx
import msgspec

from focus.core.ids import new_id
from focus.core.organisations.store import people, structure, switches
from focus.kit.module import module as kit
from focus.kit.public import CaseModule, case_module
from tests.identity.house import LONG_AGO, House, Someone
from tests.identity.phone import Phone
from tests.kit.declarations import found_bicycles
from tests.sync.outbox import Outbox

KIT = replace(kit, package="focus.kit")
BICYCLES: CaseModule = replace(
    case_module(found_bicycles.FOUND_BICYCLE, file=found_bicycles.__file__, icon="bicycle"),
    package="tests.kit.declarations",
)
NAME = BICYCLES.name
SQUARE = [[4.86, 51.03], [4.87, 51.03], [4.87, 51.04], [4.86, 51.04], [4.86, 51.03]]


def bicycle(**more: Any) -> dict[str, Any]:
    """A record without faults, with fields exchanged; None leaves one out."""
    photo = {"id": "00000000-0000-4000-8000-000000000001", "sha256": "a" * 64, "at": "2026-11-02T09:30:00Z"}
    data = {
        "found_on": "2026-11-02",
        "found_at": {"text": "Station Lindebeek", "longitude": 4.865, "latitude": 51.035},
        "brand": "Batavus",
        "colour": "blue",
        "frame_number": "BA123456",
        "photos": [photo],
    }
    return {name: value for name, value in {**data, **more}.items() if value is not None}


@dataclass
class Zone:
    """One organisation with the module on."""

    house: House
    id: UUID

    async def member(
        self, function: str = "officer", *verbs: str, unit: UUID | None = None, wards: Collection[UUID] = ()
    ) -> Member:
        """Somebody signed in, with rights of the module; `unit`: where he works."""
        added = {f"{NAME}.{verb}" for verb in verbs}
        who = await self.house.someone(self.id, function=function, added=added)
        if unit or wards:
            async with self.house.platform.database.transaction(self.id) as tx:
                await people.place_post(tx, who.post, units=[unit] if unit else [], wards=wards)
        return Member(self, who, await self.house.signed_in(who))

    async def officer(self, unit: UUID | None = None) -> Member:
        """Who registers on the street."""
        return await self.member("officer", "read", "act", unit=unit)

    async def desk(self) -> Member:
        """Who gives out and gives back."""
        return await self.member("desk", "read", "act", "desk")

    async def unit(self, code: str) -> UUID:
        """A team."""
        async with self.house.platform.database.transaction(self.id) as tx:
            return await structure.add_unit(
                tx, code=code, names={"nl": code}, kind="team", parent=None, valid_from=LONG_AGO
            )

    async def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        """What the tables hold."""
        async with self.house.platform.database.transaction(self.id) as tx:
            return [dict(row) for row in await tx.fetch(sql, *values)]

    async def change(self, sql: str, *values: Any) -> None:
        """Let time have passed for a row, with its record untouched."""
        async with self.house.platform.database.transaction(self.id) as tx:
            await tx.execute(sql, *values)
            await tx.execute(
                "update feed.record set xid = pg_current_xact_id() where type = $1", f"{NAME}.case"
            )

    async def logged(self) -> list[tuple[str, dict[str, Any]]]:
        """The log of the module, oldest first, without readings."""
        platform = self.house.platform
        async with platform.database.transaction(self.id) as tx:
            events = await platform.log.events_of(tx, limit=500)
        kept = [one for one in events if one.kind.startswith(f"{NAME}.") and "Consulted" not in one.kind]
        return [(one.kind.removeprefix(f"{NAME}."), one.what) for one in reversed(kept)]


@dataclass
class Member:
    """Somebody at work."""

    zone: Zone
    who: Someone
    phone: Phone

    async def post(self, name: str, /, **body: Any) -> httpx.Response:
        """An action or a private view."""
        return await self.phone.post(f"/api/{NAME}/{name}", msgspec.json.decode(msgspec.json.encode(body)))

    async def do(self, name: str, /, **body: Any) -> Any:
        """One that goes well."""
        answer = await self.post(name, **body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def refused(self, name: str, /, **body: Any) -> tuple[int, str]:
        """One that does not: status and code."""
        answer = await self.post(name, **body)
        return answer.status_code, answer.json().get("code", "")

    async def get(
        self, name: str, /, *, headers: dict[str, str] | None = None, **query: Any
    ) -> httpx.Response:
        """A view; the proof covers the path without its query."""
        path, token = f"/api/{NAME}/{name}", self.phone.token
        proof = {"Authorization": f"DPoP {token}", "DPoP": self.phone.proof("GET", path, b"")}
        return await self.phone.http.get(path, params=query, headers={**proof, **(headers or {})})

    async def see(self, name: str, /, **query: Any) -> Any:
        """A view that goes well."""
        answer = await self.get(name, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def make(self, *, declared: int = 1, **more: Any) -> str:
        """A case; its id."""
        made = str(new_id())
        await self.do("make-case", case=made, declared=declared, data=bicycle(**more))
        return made

    async def listed(self, **wanted: Any) -> list[str]:
        """Ids of the first page."""
        return [one["id"] for one in (await self.do("cases", **wanted))["cases"]]

    async def lines(self, **position: Any) -> list[dict[str, Any]]:
        """What a pull answers."""
        answer = await self.phone.post("/api/sync/pull", position)
        assert answer.status_code == 200, answer.text
        return [msgspec.json.decode(line) for line in answer.content.splitlines()]

    async def held(self) -> dict[str, Any]:
        """What a new phone of his would hold of cases, by id."""
        found = [
            line["d"] for line in await self.lines() if line.get("t") == f"{NAME}.case" and line.get("d")
        ]
        return {record["id"]: record for record in found}

    async def outbox(self) -> Outbox:
        """What he does without network."""
        return await Outbox.of(self.phone)


async def zone_of(house: House, module: str = NAME) -> Zone:
    """A new zone with the module on and a function `desk`."""
    made = Zone(house, await house.organisation())
    async with house.platform.database.transaction(made.id) as tx:
        await switches.switch(tx, module, on=True)
        await structure.add_function(tx, code="desk", names={"nl": "Onthaal"}, permissions=[])
    return made
