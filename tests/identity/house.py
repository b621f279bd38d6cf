"""A running platform of the core's modules only, with builders for organisations and people."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import httpx
import msgspec

from focus.core import clock
from focus.core.gate import Platform, Settings
from focus.core.identity import enrolment
from focus.core.identity.identity import Identity, identity_of
from focus.core.identity.nonces import _HEADER as HEADER
from focus.core.identity.nonces import NonceFile
from focus.core.identity.settings import IdentitySettings
from focus.core.ids import new_id
from focus.core.organisations.public import TOPIC
from focus.core.organisations.store import organisations as organisation_store
from focus.core.organisations.store import people, switches
from focus.core.registry import Module
from focus.core.registry.registry import Registry
from focus.server.app import App, create
from focus.server.running import streams
from tests.identity.phone import ORIGIN, Phone
from tests.support.cluster import fresh_database
from tests.support.demo import KEPT, TOKEN

CORE = ("gate", "log", "feed", "organisations", "purposes", "identity", "sync", "push")
LONG_AGO = date(2020, 1, 1)
_numbers = count(1)


def core_registry(*more: Module) -> Registry:
    """The modules of the core, and what a test declares."""
    found = []
    for name in CORE:
        declared = importlib.import_module(f"focus.core.{name}.module").module
        found.append(replace(declared, package=f"focus.core.{name}"))
    return Registry((*found, *more))


@dataclass
class Someone:
    """A person with a post."""

    id: UUID
    post: UUID
    organisation: UUID
    email: str


@dataclass
class House:
    """The platform, its application and a client that needs no network."""

    platform: Platform
    app: App
    http: httpx.AsyncClient

    @property
    def identity(self) -> Identity:
        """The module's shared parts."""
        return identity_of(self.platform)

    async def organisation(self, settings: IdentitySettings | None = None) -> UUID:
        """A new police zone."""
        governs = await self._governing()
        made = new_id()
        await self._found(made, f"{5000 + next(_numbers)}", scope=governs)
        if governs is None:
            return await self.organisation(settings)
        if settings:
            await self.change(made, settings)
        return made

    async def _governing(self) -> UUID | None:
        """The organisation that may found others: the first there ever was."""
        async with self.platform.database.unscoped() as tx:
            rows = await tx.fetch("select organisation_id from organisations.directory()")
        for row in rows:
            async with self.platform.database.transaction(row["organisation_id"]) as tx:
                if (await organisation_store.own(tx)).governs:
                    return UUID(str(row["organisation_id"]))
        return None

    async def change(self, organisation: UUID, settings: IdentitySettings) -> None:
        """Set the organisation's limits, effective at once."""
        async with self.platform.database.transaction(organisation) as tx:
            await switches.change_setting(tx, "identity", settings)
        self.platform.bus.publish(TOPIC, str(organisation))
        self.identity.authenticator.forget("*")

    async def _found(self, organisation: UUID, code: str, *, scope: UUID | None) -> None:
        async with self.platform.database.transaction(scope or organisation) as tx:
            await organisation_store.found(
                tx, kind="zone", code=code, names={"nl": f"Zone {code}"}, valid_from=LONG_AGO, id=organisation
            )

    async def someone(
        self, organisation: UUID, *, function: str = "officer", added: Collection[str] = ()
    ) -> Someone:
        """A synthetic person with one post; `added`: permissions beyond those of the function."""
        number = next(_numbers)
        email = f"officer{number}@police.example"
        draft = people.PersonDraft(
            personnel_number=f"T{number}",
            family_name="Proef",
            given_names=f"An{'a' * (number % 7)}",
            language="nl",
            email=email,
            valid_from=LONG_AGO,
        )
        async with self.platform.database.transaction(organisation) as tx:
            person = await people.add_person(tx, draft)
        post = await self.post(person, organisation, function=function, added=added)
        return Someone(person, post, organisation, email)

    async def post(
        self, person: UUID, organisation: UUID, *, function: str = "officer", added: Collection[str] = ()
    ) -> UUID:
        """A post from yesterday on."""
        async with self.platform.database.transaction(organisation) as tx:
            return await people.add_post(
                tx,
                person=person,
                home=organisation,
                function=function,
                starts_at=clock.now() - timedelta(days=1),
                added=added,
            )

    async def code(self, who: Someone) -> str:
        """An enrolment code, as a supervisor issues it."""
        async with self.platform.database.transaction(who.organisation) as tx:
            issued = await enrolment.issue(tx, person=who.id, by=new_id(), seconds=600)
        return issued.code

    def forget_proofs(self) -> None:
        """As if no proof had been used: for who moved the clock, which the store of proofs resents."""
        store = self.identity.authenticator._nonces
        assert isinstance(store, NonceFile)
        for region in range(0, len(store._map), store._region):
            store._map[region : region + HEADER.size] = bytes(HEADER.size)

    def phone(self) -> Phone:
        """A phone out of the box."""
        return Phone(self.http)

    async def enrolled(self, who: Someone, *, kind: str = "phone") -> Phone:
        """The person's phone, enrolled."""
        phone = self.phone()
        await phone.enrol(await self.code(who), kind=kind)
        return phone

    async def signed_in(self, who: Someone | None = None, *, kind: str = "phone") -> Phone:
        """Somebody's phone, signed in."""
        who = who or await self.someone(await self.organisation())
        phone = await self.enrolled(who, kind=kind)
        await phone.sign_in()
        return phone


@asynccontextmanager
async def house_at(home: Path, *more: Module, demo: bool = False, **variables: str) -> AsyncIterator[House]:
    """A house of its own under `home`, on a database of its own; `variables`: the operator's, FOCUS_…."""
    registry = core_registry(*more)
    async with fresh_database(home, streams(registry)) as url:
        unhurried = {"FOCUS_IDENTITY_SIGN_INS_A_MINUTE": "1000000", **variables}
        settings = Settings(
            home=home, database_url=url, origin=ORIGIN, demo=demo, demo_token=TOKEN, variables=unhurried
        )
        app = create(settings, registry)
        async with app.lifespan():
            transport = httpx.ASGITransport(app=cast("Any", app))
            async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=KEPT) as http:
                yield House(app.platform, app, http)


def limits(**changed: int) -> IdentitySettings:
    """Default limits with some changed."""
    return msgspec.structs.replace(IdentitySettings(), **changed)


async def write_secret(house: House, organisation: UUID, secret: str) -> None:
    """As the organisation's administrator writes the secret of its client at its provider."""
    admin = await house.signed_in(await house.someone(organisation, function="zone_administrator"))
    answer = await admin.post("/api/identity/set-provider-secret", {"secret": secret})
    assert answer.status_code == 200, answer.text
    assert secret not in answer.text
