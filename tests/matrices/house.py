"""The whole product in this process, in demo mode, with people of exactly the permissions a test needs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import asyncpg

from focus.core import clock
from focus.core.gate import Principal
from focus.core.ids import new_id
from focus.core.organisations.public import post_of
from focus.core.organisations.store import people
from focus.core.registry.registry import Registry, arrange, discover
from focus.server.demo import demo_id
from tests.matrices.filling import octets
from tests.matrices.targets import Target, targets_of
from tests.matrices.trespass.module import module as trespass_module
from tests.support.device import Answer, Device
from tests.support.station import Station

INSTALLED = discover()
TRESPASS = replace(trespass_module, package="tests.matrices.trespass")
TARGETS = tuple(targets_of(INSTALLED))
GUARDED = tuple(target for target in TARGETS if not target.public)
PLANTED = {target.name.partition(".")[2]: target for target in targets_of([TRESPASS])}

A, B, C = (demo_id("organisation", code) for code in ("5999", "5997", "5998"))
"""Three zones; A lends nobody to B, B nobody to C, C nobody to A."""

_numbers = count(1)


def registry() -> Registry:
    """The installed modules and the one that trespasses."""
    return arrange([*INSTALLED, TRESPASS])


@dataclass(frozen=True)
class Someone:
    """A person with one post."""

    person: UUID
    post: UUID
    organisation: UUID


@dataclass
class House:
    """The running product."""

    station: Station
    devices: list[Device] = field(default_factory=list)
    made: dict[UUID, dict[str, list[UUID]]] = field(default_factory=dict)
    """Ids by organisation and `kind.id` of what lies in no table, such as a lookup."""
    _known: dict[tuple[UUID, frozenset[str]], Someone] = field(default_factory=dict)
    _chiefs: dict[tuple[UUID, int], Device] = field(default_factory=dict)

    @property
    def permissions(self) -> frozenset[str]:
        """All that any module declares."""
        return self.station.platform.registry.permissions

    @property
    def owner(self) -> asyncpg.Connection:
        """Passes every policy."""
        return self.station.owner

    async def someone(self, organisation: UUID, permissions: frozenset[str]) -> Someone:
        """A person whose post permits exactly this."""
        key = organisation, permissions
        if key not in self._known:
            self._known[key] = await self._employ(organisation, permissions)
        return self._known[key]

    async def _employ(self, organisation: UUID, permissions: frozenset[str]) -> Someone:
        number = next(_numbers)
        draft = people.PersonDraft(
            personnel_number=f"M{number}",
            family_name=f"Matrix{number}",
            given_names="An",
            language="nl",
            valid_from=date(2020, 1, 1),
        )
        async with self.station.platform.database.transaction(organisation) as tx:
            person = await people.add_person(tx, draft)
            post = await people.add_post(
                tx,
                person=person,
                home=organisation,
                function="officer",
                starts_at=clock.now() - timedelta(days=1),
                added=permissions,
                withdrawn=self.permissions - permissions,
            )
        return Someone(person, post, organisation)

    async def device(self, who: Someone, *, verified: bool = True) -> Device:
        """A phone of theirs, signed in; `verified`: freshly, as a step-up asks for."""
        device = Device(self.station.base)
        self.devices.append(device)
        await device.continue_as(str(who.person), post=str(who.post))
        return await device.verify() if verified else device

    async def chief(self, organisation: UUID, *, number: int = 1, verified: bool = True) -> Device:
        """A phone of somebody who may do everything there; the same one for the same number."""
        key = organisation, number
        if key not in self._chiefs:
            who = await self.someone(organisation, self.permissions)
            self._chiefs[key] = await self.device(who, verified=verified)
        return self._chiefs[key]

    async def principal(self, who: Someone) -> Principal:
        """As identity would make it, freshly verified."""
        async with self.station.platform.database.unscoped() as tx:
            facts = await post_of(tx, who.post)
        assert facts is not None
        return Principal(
            session_id=new_id(),
            organisation_id=facts.organisation_id,
            person_id=facts.person_id,
            post_id=facts.post_id,
            device_id=new_id(),
            function=facts.function,
            permissions=facts.permissions,
            units=facts.units,
            stepped_up_until=clock.now() + timedelta(minutes=5),
            expires_at=clock.now() + timedelta(hours=1),
        )

    async def close(self) -> None:
        """Hang up all phones."""
        for device in self.devices:
            await device.close()


async def call(device: Device, target: Target, path: str, content: Any, **headers: str) -> Answer:
    """One call with proof; `headers` replace those of the proof."""
    query, body = octets(target, content)
    sent = {**device.headers(target.method, path, body), **headers}
    return await send(device, target, path + query, body, sent)


async def send(device: Device, target: Target, path: str, body: bytes, headers: dict[str, str]) -> Answer:
    """One request with exactly these headers; what is streamed is read to its end, if it has one."""
    async with device.http.request(
        target.method, device.base + path, data=body or None, headers=headers
    ) as answer:
        kind = answer.headers.get("content-type", "")
        raw = await (answer.content.readany() if "event-stream" in kind else answer.read())
        decoded = (
            await answer.json(content_type=None)
            if raw and kind.endswith("json") and "nd" not in kind
            else raw
        )
        return Answer(answer.status, decoded, dict(answer.headers))
