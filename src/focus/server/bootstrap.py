"""The first step of a real installation: an organisation, an administrator, a code for his device."""

from __future__ import annotations

from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Platform
from focus.core.identity.enrolment import IssuedCode, issue
from focus.core.identity.settings import IdentitySettings
from focus.core.ids import new_id
from focus.core.log import LogEvent
from focus.core.organisations.store import organisations, people, switches

ADMINISTRATOR = {
    "zone": "zone_administrator",
    "federal_unit": "zone_administrator",
    "support": "federal_support",
}
"""Kind of organisation → the function that administers it; every other kind has `administrator`."""

FIRST = frozenset(
    {
        "organisations.govern",
        "identity.enrol",
        "identity.revoke",
        "search.ask",
        "search.health",
        "map.read",
        "map.write",
        "duty.use",
    }
)
"""What the first administrator may beyond his function: what the app shows before others are there."""


class FirstOrganisation(msgspec.Struct, frozen=True, kw_only=True):
    """What the operator says of the first organisation and its first administrator."""

    kind: str
    code: str
    name: str
    language: str
    given_names: str
    family_name: str
    personnel_number: str


class AlreadyBootstrapped(ValueError):
    """There are organisations already: whoever administers them goes on in the app."""

    def __init__(self) -> None:
        super().__init__("this installation has organisations already; its administrators enrol others")


async def bootstrap(platform: Platform, first: FirstOrganisation) -> IssuedCode:
    """Found the organisation that governs, with its administrator; his enrolment code is shown once."""
    organisation = new_id()
    async with platform.database.transaction(organisation) as tx:
        if await organisations.directory(tx):
            raise AlreadyBootstrapped
        today = clock.now().astimezone(clock.BRUSSELS).date()
        await organisations.found(
            tx,
            id=organisation,
            kind=first.kind,
            code=first.code,
            names={first.language: first.name},
            languages=[first.language],
            valid_from=today,
            governs=True,
        )
        for module in platform.registry:
            if module.menu and not module.always_on:
                await switches.switch(tx, module.name, on=True)
        draft = people.PersonDraft(
            personnel_number=first.personnel_number,
            family_name=first.family_name,
            given_names=first.given_names,
            language=first.language,
            valid_from=today,
        )
        person = await people.add_person(tx, draft)
        await people.add_post(
            tx,
            person=person,
            home=organisation,
            function=ADMINISTRATOR.get(first.kind, "administrator"),
            starts_at=clock.now(),
            added=FIRST & set(platform.registry.permissions),
        )
        code = await issue(tx, person=person, by=person, seconds=IdentitySettings().code_s)
        await platform.log.append(tx, _bootstrapped(organisation, person, first))
    return code


def _bootstrapped(organisation: UUID, person: UUID, first: FirstOrganisation) -> LogEvent:
    what = {"organisation": first.code, "administrator": str(person), "by": "operator"}
    return LogEvent(organisation_id=organisation, kind="organisations.InstallationBegun", what=what)
