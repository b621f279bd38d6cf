"""Filling an empty database with the demo; run again, it adds only what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core import clock
from focus.core.feed import Saves
from focus.core.identity.settings import IdentitySettings
from focus.core.organisations import rules
from focus.core.organisations.store import organisations as organisation_store
from focus.core.organisations.store import people as people_store
from focus.core.organisations.store import sharing, structure, switches
from focus.modules.briefing import demo as briefing
from focus.modules.duty.demo import Placed, put_on_duty
from focus.modules.incidents import demo as incidents
from focus.server.demo.cast import LENT, NEIGHBOURS, PEOPLE, POSTS, DemoPerson, demo_id
from focus.server.demo.company import CREWS, NAMES
from focus.server.demo.places import ORGANISATIONS, UNITS, wards

if TYPE_CHECKING:
    from focus.core.database import Database, Transaction

SINCE = date(2024, 1, 1)
SINCE_MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
FIRST_CONTROL = 1109


async def seed_demo(
    database: Database,
    *,
    modules: Sequence[str] = (
        "search",
        "followup",
        "duty",
        "briefing",
        "incidents",
        "map",
        "reinforcement",
        "webhooks",
        "cameras",
        "tak",
    ),
) -> None:
    """Add the synthetic organisations, people, wards, grants, switches, the active task of Lotte Maes,
    two weeks of briefing, an evening of incidents with crews on duty, and a crew of a neighbour to ask for.

    `modules` are switched on everywhere. Raises `NotGoverning` on a database where others work already.
    """
    await _organisations(database)
    for organisation in ORGANISATIONS:
        async with database.transaction(demo_id("organisation", organisation.code)) as tx:
            await _units(tx, organisation.code)
            await _people(tx, organisation.code)
            await _lend(tx, organisation.code)
            for module in modules:
                await _switch_on(tx, module)
            await _settings(tx)
    for organisation in ORGANISATIONS:
        async with database.transaction(demo_id("organisation", organisation.code)) as tx:
            if organisation.code == "5999":
                await _wards(tx)
            await _posts(tx, organisation.code)
    async with database.transaction(demo_id("organisation", "5999")) as tx:
        await _task(tx)
    if "briefing" in modules:
        near = demo_id("organisation", "5998")
        await briefing.fill(
            database, demo_id("organisation", "5999"), neighbour=near, neighbour_name="PZ Heikant"
        )
    if "incidents" in modules:
        await incidents.fill(database, demo_id("organisation", "5999"), _on_duty())
    if "reinforcement" in modules:
        await _neighbours(database)


async def _neighbours(database: Database) -> None:
    """Does nothing where the tables of duty are not installed."""
    for key, organisation, crew in NEIGHBOURS:
        person, post = demo_id("person", key), demo_id("post", key, organisation)
        unit = demo_id("unit", organisation, crew)
        async with database.transaction(demo_id("organisation", organisation)) as tx:
            if await tx.fetchval("select to_regclass('duty.shift')") is None:
                return
            saves = Saves(tx)
            await put_on_duty(saves, [Placed(person=person, post=post, unit=unit, crew=crew)])
            await saves.write()


def _on_duty() -> list[Placed]:
    """The company in crews of two or three, none of those whom a visitor continues as."""
    names = [person.key for person in PEOPLE[-len(NAMES) :]]
    return [
        Placed(
            person=demo_id("person", key),
            post=demo_id("post", key, "5999"),
            unit=demo_id("unit", "5999", unit),
            crew=call_sign,
        )
        for number, key in enumerate(names[: 2 * len(CREWS)])
        for call_sign, unit in [CREWS[number % len(CREWS)]]
    ]


async def _organisations(database: Database) -> None:
    async with database.transaction(demo_id("organisation", ORGANISATIONS[0].code)) as tx:
        there = {entry.id for entry in await organisation_store.directory(tx)}
        for organisation in ORGANISATIONS:
            made = demo_id("organisation", organisation.code)
            if made not in there:
                await organisation_store.found(
                    tx,
                    id=made,
                    kind=organisation.kind,
                    code=organisation.code,
                    names=organisation.names,
                    languages=organisation.languages,
                    valid_from=SINCE,
                )


async def _units(tx: Transaction, organisation: str) -> None:
    there = {unit.id for unit in await structure.units(tx)}
    for unit in UNITS:
        made = demo_id("unit", organisation, unit.code)
        if unit.organisation == organisation and made not in there:
            await structure.add_unit(
                tx,
                id=made,
                code=unit.code,
                kind=unit.kind,
                names={"nl": unit.name},
                parent=demo_id("unit", organisation, unit.parent) if unit.parent else None,
                valid_from=SINCE,
            )


async def _wards(tx: Transaction) -> None:
    there = {ward.id for ward in await structure.wards(tx)}
    for ward in wards():
        made = demo_id("ward", ward.code)
        if made not in there:
            await structure.add_ward(
                tx, id=made, code=ward.code, names={"nl": ward.name}, area=ward.area, valid_from=SINCE
            )


async def _people(tx: Transaction, organisation: str) -> None:
    there = {person.id for person in await people_store.people(tx)}
    for number, person in enumerate(PEOPLE, 1):
        made = demo_id("person", person.key)
        if person.organisation == organisation and made not in there:
            await people_store.add_person(tx, _draft(number, person), id=made)


def _draft(number: int, person: DemoPerson) -> people_store.PersonDraft:
    return people_store.PersonDraft(
        personnel_number=f"D{number:04}",
        family_name=person.family_name,
        given_names=person.given_names,
        rank=person.rank,
        language=person.language,
        languages=person.languages,
        email=f"{person.key}@{person.organisation.lower()}.police.example",
        phone=f"+324700000{number:02}",
        valid_from=SINCE,
    )


async def _lend(tx: Transaction, organisation: str) -> None:
    there = {grant.id for grant in await sharing.grants_given(tx)}
    for owner, recipient in LENT:
        made = demo_id("grant", owner, recipient)
        if owner == organisation and made not in there:
            await sharing.give(
                tx,
                id=made,
                recipient=demo_id("organisation", recipient),
                what="organisations.person",
                basis="Samenwerkingsakkoord (fictief)",
                starts_at=SINCE_MOMENT,
                ends_at=None,
            )


async def _switch_on(tx: Transaction, module: str) -> None:
    """Unless somebody switched it off since."""
    known = await tx.fetchval("select true from organisations.module_switch where module = $1", module)
    if not known:
        await switches.switch(tx, module, on=True)


async def _settings(tx: Transaction) -> None:
    """Synthetic people bring no passkey: a PIN opens without network. Unless somebody chose since."""
    known = await tx.fetchval("select true from organisations.setting where module = 'identity'")
    if not known:
        await switches.change_setting(tx, "identity", IdentitySettings(offline_pin=True))


async def _posts(tx: Transaction, organisation: str) -> None:
    there = {post.id for post in await people_store.posts(tx)}
    homes = {person.key: person.organisation for person in PEOPLE}
    for post in POSTS:
        made = demo_id("post", post.person, organisation)
        if post.organisation == organisation and made not in there:
            await people_store.add_post(
                tx,
                id=made,
                person=demo_id("person", post.person),
                home=demo_id("organisation", homes[post.person]),
                function=post.function,
                starts_at=SINCE_MOMENT,
                units=[demo_id("unit", organisation, unit) for unit in post.units],
                wards=[demo_id("ward", ward) for ward in post.wards],
            )


async def _task(tx: Transaction) -> None:
    """Lotte Maes controls traffic on the ring road today, unless she works on something else."""
    now = clock.now()
    today = now.astimezone(clock.BRUSSELS).date()
    task, lotte = demo_id("task", today.isoformat()), demo_id("person", "lotte.maes")
    busy = await tx.fetchval(
        "select true from purposes.task where id = $1 or (person_id = $2 and started_at >= $3)",
        task,
        lotte,
        rules.start_of(today),
    )
    if busy:
        return
    await _end_yesterdays(tx, lotte, now)
    await tx.execute(
        """insert into purposes.counter (organisation_id, kind, last)
           values (focus.must_scope(), 'control', $1)
           on conflict (organisation_id, kind) do update set last = greatest(purposes.counter.last, $1)""",
        FIRST_CONTROL,
    )
    await tx.execute(
        """insert into purposes.task (organisation_id, id, person_id, post_id, kind, reference, issuer, title,
             place, purpose_code, started_at)
           values (focus.must_scope(), $1, $2, $3, 'control', $4, 'control', $5, $6, 'traffic_check', $7)""",
        task,
        lotte,
        demo_id("post", "lotte.maes", "5999"),
        f"C-{FIRST_CONTROL}",
        "Verkeerscontrole Ringlaan",
        "Ringlaan, Lindebeek",
        max(rules.start_of(today), now - timedelta(minutes=40)),
    )


async def _end_yesterdays(tx: Transaction, person: UUID, now: datetime) -> None:
    await tx.execute(
        "update purposes.task set ended_at = $2 where person_id = $1 and ended_at is null", person, now
    )
