"""A running platform of the core's modules, with builders for organisations, people and calls."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Platform, Principal, Settings
from focus.core.ids import new_id
from focus.core.organisations.public import post_of
from focus.core.organisations.store import organisations, people
from focus.core.registry import Action, Module, View
from focus.core.registry.registry import Registry
from focus.server.running import running, streams
from tests.support.cluster import fresh_database

LONG_AGO = date(2020, 1, 1)
FIRST_CODE = 5000
_numbers = count(1)


class FieldworkSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings of a module that stands for any."""

    visits: int = 3
    working_days: bool = False


def registry(*more: Module) -> Registry:
    """The core's modules, two that an organisation can switch, and `more`."""
    found = []
    for name in ("gate", "log", "organisations", "purposes"):
        declared = importlib.import_module(f"focus.core.{name}.module").module
        found.append(replace(declared, package=f"focus.core.{name}"))
    fieldwork = Module(
        name="fieldwork",
        icon="boot",
        permissions=("fieldwork.visit",),
        settings=FieldworkSettings,
        menu=True,
        package="focus.server",
    )
    rounds = Module(name="rounds", icon="route", requires=("fieldwork",), menu=True, package="focus.server")
    return Registry((*found, fieldwork, rounds, *more))


@dataclass
class Town:
    """The platform, the organisation that governs, and builders."""

    platform: Platform
    governing: UUID

    async def organisation(
        self, kind: str = "zone", *, code: str | None = None, valid_from: date = LONG_AGO
    ) -> UUID:
        """A new organisation."""
        made = code or (f"{FIRST_CODE + next(_numbers)}" if kind == "zone" else f"X{next(_numbers)}")
        async with self.platform.database.transaction(self.governing) as tx:
            return await organisations.found(
                tx, kind=kind, code=made, names={"nl": f"PZ {made}"}, valid_from=valid_from
            )

    async def person(self, organisation: UUID, *, valid_to: date | None = None) -> UUID:
        """A synthetic person whom the organisation employs."""
        number = next(_numbers)
        draft = people.PersonDraft(
            personnel_number=f"T{number}",
            family_name="Van den Proef",
            given_names="An",
            language="nl",
            valid_from=LONG_AGO,
            valid_to=valid_to,
        )
        async with self.platform.database.transaction(organisation) as tx:
            return await people.add_person(tx, draft)

    async def post(
        self,
        person: UUID,
        organisation: UUID,
        *,
        function: str = "officer",
        home: UUID | None = None,
        starts_at: datetime | None = None,
        **more: Any,
    ) -> UUID:
        """A post since yesterday."""
        async with self.platform.database.transaction(organisation) as tx:
            return await people.add_post(
                tx,
                person=person,
                home=home or organisation,
                function=function,
                starts_at=starts_at or clock.now() - timedelta(days=1),
                **more,
            )

    async def principal(self, post: UUID) -> Principal:
        """Whoever holds the post, signed in and freshly verified."""
        async with self.platform.database.unscoped() as tx:
            facts = await post_of(tx, post)
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
            language=facts.language,
            stepped_up_until=clock.now() + timedelta(minutes=5),
            expires_at=clock.now() + timedelta(hours=12),
        )

    async def someone(self, organisation: UUID, *permissions: str, function: str = "officer") -> Principal:
        """A new person with a post that permits this beyond its function."""
        person = await self.person(organisation)
        return await self.principal(
            await self.post(person, organisation, function=function, added=permissions)
        )

    async def act(self, who: Principal, action: Action, **given: Any) -> dict[str, Any]:
        """Through the gate; the event as JSON."""
        module = action.function.__module__.split(".")[2]
        answer = await self.platform.gate.act(who, module, action, action.parameters(**given))
        decoded: dict[str, Any] = msgspec.json.decode(answer)
        return decoded

    async def read(self, who: Principal, view: View, **given: Any) -> Any:
        """Through the gate; the answer."""
        module = view.function.__module__.split(".")[2]
        return await self.platform.gate.read(who, module, view, view.parameters(**given))

    async def logged(self, organisation: UUID) -> list[str]:
        """Kinds of the organisation's log events, the latest first."""
        async with self.platform.database.transaction(organisation) as tx:
            return [event.kind for event in await self.platform.log.events_of(tx, limit=50)]


@asynccontextmanager
async def town_at(home: Path, *more: Module) -> AsyncIterator[Town]:
    """A town of its own, on a database of its own; `more`: modules beside the usual ones."""
    modules = registry(*more)
    async with (
        fresh_database(home, streams(modules)) as url,
        running(Settings(home=home, database_url=url), registry=modules) as platform,
    ):
        governing = new_id()
        async with platform.database.transaction(governing) as tx:
            await organisations.found(
                tx, id=governing, kind="support", code="DRI", names={"nl": "Steun"}, valid_from=LONG_AGO
            )
        yield Town(platform, governing)
