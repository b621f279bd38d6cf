"""Organisations with people who write, read and report, each through the gate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Principal
from focus.core.ids import new_id
from focus.core.organisations.public import post_of
from focus.core.organisations.store import people, structure, switches
from focus.core.sync.buckets import buckets_of, kinds_of
from focus.core.sync.pull import Puller
from focus.modules.briefing.module import module as declared
from focus.modules.briefing.records import Audience, Draft
from focus.modules.duty.module import module as duty
from focus.modules.search.module import module as search
from tests.identity.house import LONG_AGO, House
from tests.sync.phone import Phone

BRIEFING = replace(declared, package="focus.modules.briefing")
DUTY = replace(duty, package="focus.modules.duty")
SEARCH = replace(search, package="focus.modules.search")
OPERATIONS: dict[str, Any] = {one.name: one for one in (*declared.actions, *declared.views)}
SQUARE = [[4.8, 51.0], [4.9, 51.0], [4.9, 51.1], [4.8, 51.1], [4.8, 51.0]]


def content(title: str = "Grijze bestelwagen", **changed: Any) -> Draft:
    """What a desk might write, for the whole zone."""
    return Draft(**{"kind": "attention", "title": title, "audience": Audience(whole=True), **changed})


def wanted(**changed: Any) -> dict[str, Any]:
    """What a wanted person's item has besides."""
    verified = clock.now() - timedelta(hours=1)
    return {"kind": "wanted_person", "source": "Parket Lindevallei", "verified_at": verified, **changed}


@dataclass
class Zone:
    """One organisation with the briefing on."""

    house: House
    id: UUID

    async def unit(self, code: str) -> UUID:
        """A service."""
        async with self.house.platform.database.transaction(self.id) as tx:
            return await structure.add_unit(
                tx, code=code, names={"nl": code}, kind="service", parent=None, valid_from=LONG_AGO
            )

    async def ward(self, code: str) -> UUID:
        """A ward."""
        area = {"type": "Polygon", "coordinates": [SQUARE]}
        async with self.house.platform.database.transaction(self.id) as tx:
            return await structure.add_ward(
                tx, code=code, names={"nl": code}, area=area, valid_from=date(2024, 1, 1)
            )

    async def member(
        self,
        function: str = "officer",
        *,
        units: Collection[UUID] = (),
        wards: Collection[UUID] = (),
        added: Collection[str] = (),
    ) -> Member:
        """Somebody with one post."""
        house = self.house
        someone = await house.someone(self.id, function=function, added=added)
        async with house.platform.database.transaction(self.id) as tx:
            await people.place_post(tx, someone.post, units=tuple(units), wards=tuple(wards))
            facts = await post_of(tx, someone.post)
        assert facts is not None
        principal = Principal(
            session_id=new_id(),
            organisation_id=self.id,
            person_id=facts.person_id,
            post_id=someone.post,
            device_id=new_id(),
            function=facts.function,
            permissions=facts.permissions,
            units=facts.units,
            language=facts.language,
            expires_at=clock.now() + timedelta(hours=1),
        )
        return Member(house, principal)

    async def desk(self) -> Member:
        """Somebody of the information desk."""
        return await self.member("information_desk")

    async def truth(self, mine: Collection[str]) -> dict[tuple[str, str], tuple[Any, ...]]:
        """What a phone with these buckets would be given afresh."""
        async with self.house.platform.database.transaction(self.id) as tx:
            rows = await tx.fetch(
                """select type, id, version, body, buckets from feed.record
                   where body is not null and buckets && $1::text[]""",
                list(mine),
            )
        return {
            (row["type"], str(row["id"])): (
                row["version"],
                msgspec.json.decode(row["body"]),
                frozenset(row["buckets"]) & frozenset(mine),
            )
            for row in rows
        }

    async def log(self, *kinds: str) -> list[Any]:
        """The organisation's log of the briefing, the newest first."""
        platform = self.house.platform
        async with platform.database.transaction(self.id) as tx:
            return await platform.log.events_of(tx, kinds=kinds, limit=500)


@dataclass
class Member:
    """Somebody at work, and the phone in his pocket."""

    house: House
    principal: Principal
    phone: Phone = field(default_factory=Phone)

    @property
    def id(self) -> UUID:
        return self.principal.person_id

    async def do(self, name: str, **parameters: Any) -> Any:
        """An action, as its JSON comes in and goes out."""
        action = OPERATIONS[name]
        given = msgspec.json.decode(msgspec.json.encode(parameters), type=action.parameters)
        answer = await self.house.platform.gate.act(self.principal, "briefing", action, given)
        return msgspec.json.decode(answer)

    async def see(self, name: str, **parameters: Any) -> Any:
        """A view, as it goes out."""
        view = OPERATIONS[name]
        given = msgspec.json.decode(msgspec.json.encode(parameters), type=view.parameters)
        answer = await self.house.platform.gate.read(self.principal, "briefing", view, given)
        return msgspec.json.decode(msgspec.json.encode(answer))

    async def publish(self, written: Draft | None = None) -> UUID:
        """A new item."""
        draft = new_id()
        saved = await self.do("save_draft", draft=draft, content=written or content())
        await self.do("publish", draft=draft, version=saved["version"])
        return draft

    async def buckets(self) -> frozenset[str]:
        """His at this moment."""
        platform = self.house.platform
        reading = platform.database.reading(self.principal.organisation_id)
        return await buckets_of(platform, reading, self.principal)

    async def pull(self) -> dict[tuple[str, str], tuple[Any, ...]]:
        """Bring the phone up to date; what it holds then."""
        platform = self.house.platform
        reading = platform.database.reading(self.principal.organisation_id)

        async def told(_records: Any) -> None:
            return

        kinds = await kinds_of(platform, self.principal)
        puller = Puller(reading, await self.buckets(), kinds, told, page=7)
        async for piece in puller.lines(self.phone.state):
            for line in piece.split(b"\n"):
                self.phone.apply(line)
        return self.phone.rows

    async def held(self, kind: str) -> dict[str, Any]:
        """What the phone holds of a kind after pulling, by id."""
        rows = await self.pull()
        return {id_: row[1] for (of, id_), row in rows.items() if of == f"briefing.{kind}"}


async def zone_of(house: House) -> Zone:
    """A new zone with search and briefing on."""
    made = Zone(house, await house.organisation())
    async with house.platform.database.transaction(made.id) as tx:
        for module in ("search", "briefing", "duty"):
            await switches.switch(tx, module, on=True)
    return made
