"""Between organisations: nothing is seen or written that no grant opens."""

from __future__ import annotations

from uuid import UUID

import asyncpg
import pytest

from focus.core.database.policies import check_policies
from focus.core.organisations.actions.modules import change_setting, switch_module_on
from focus.core.organisations.actions.structure import create_ward
from focus.core.organisations.errors import UnitUnknown
from focus.core.organisations.public import directory
from focus.core.organisations.store import structure
from focus.core.organisations.views import people as people_view
from tests.organisations.test_grants import give
from tests.organisations.test_structure import NAMES, square, unit
from tests.organisations.town import LONG_AGO, Town

SCOPED = [
    "organisation", "function", "function_rights", "unit", "ward", "person", "post", "post_rights",
    "post_unit", "post_ward", "grant_given", "module_switch", "setting",
]  # fmt: skip


async def test_the_self_check_accepts_all_tables_and_doors(town: Town) -> None:
    await check_policies(town.platform.database)


@pytest.mark.parametrize("table", SCOPED)
async def test_without_scope_a_table_answers_with_an_error(town: Town, table: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with town.platform.database.unscoped() as tx:
            await tx.fetch(f"select * from organisations.{table}")


@pytest.fixture(scope="module")
async def furnished(town: Town) -> list[UUID]:
    """Two organisations that have a row in every table."""
    pair = [await town.organisation(), await town.organisation()]
    for organisation, other in (pair, pair[::-1]):
        chief = await town.someone(organisation, function="zone_administrator")
        team = await unit(town, chief, "TEAM")
        made = await town.act(chief, create_ward, code="W", names=NAMES, area=square(4.8, 51.0))
        member = await town.person(organisation)
        await town.post(
            member, organisation, units=[team], wards=[UUID(made["ward"])], added=("fieldwork.visit",)
        )
        await give(town, organisation, other)
        await town.act(chief, switch_module_on, name="fieldwork")
        await town.act(chief, change_setting, name="fieldwork", values={"visits": 5})
    return pair


@pytest.mark.parametrize("table", SCOPED)
async def test_every_row_that_is_seen_belongs_to_the_scope(
    town: Town, furnished: list[UUID], table: str
) -> None:
    for organisation in furnished:
        async with town.platform.database.transaction(organisation) as tx:
            owners = await tx.fetch(f"select distinct organisation_id from organisations.{table}")
        assert {row["organisation_id"] for row in owners} == {organisation}


async def test_an_administrator_sees_only_his_own_people(town: Town) -> None:
    mine, theirs = await town.organisation(), await town.organisation()
    stranger = await town.person(theirs)
    chief = await town.someone(mine, function="zone_administrator")
    seen = {person.id for person in await town.read(chief, people_view)}
    assert chief.person_id in seen and stranger not in seen


async def test_the_directory_shows_every_organisation_without_a_scope(town: Town) -> None:
    made = [await town.organisation(), await town.organisation("municipality", code="99911")]
    async with town.platform.database.unscoped() as tx:
        assert set(made) <= {entry.id for entry in await directory(tx)}


async def test_an_organisation_cannot_change_its_own_row_past_the_functions(town: Town) -> None:
    mine = await town.organisation()
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with town.platform.database.transaction(mine) as tx:
            await tx.execute("update organisations.organisation set governs = true")


@pytest.mark.parametrize(
    "statement",
    [
        "select organisations.offer('officer', '{organisations.govern}')",
        "select organisations.enter('00000000-0000-0000-0000-000000000000')",
        "insert into organisations.succession select gen_random_uuid(), gen_random_uuid(), current_date",
        "update organisations.function_template set permissions = '{}'",
        "select purposes.seed(gen_random_uuid(), 'zone')",
    ],
)
async def test_what_only_migrations_and_functions_may_is_closed_to_the_platform(
    town: Town, statement: str
) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with town.platform.database.transaction(town.governing) as tx:
            await tx.execute(statement)


async def test_a_row_cannot_be_written_for_another_organisation(town: Town) -> None:
    mine, theirs = await town.organisation(), await town.organisation()
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with town.platform.database.transaction(mine) as tx:
            await tx.execute(
                "insert into organisations.function (organisation_id, code, names)"
                " values ($1, 'spy', '{\"nl\": \"x\"}')",
                theirs,
            )


async def test_founding_another_organisation_leaves_the_scope_as_it_was(town: Town) -> None:
    made = await town.organisation()
    async with town.platform.database.transaction(town.governing) as tx:
        await tx.execute("select organisations.rename($1, '{\"nl\": \"Anders\"}', '{nl}')", made)
        assert await tx.fetchval("select focus.must_scope()") == town.governing


async def test_a_unit_of_another_organisation_cannot_be_a_parent(town: Town) -> None:
    mine, theirs = await town.organisation(), await town.organisation()
    async with town.platform.database.transaction(theirs) as tx:
        foreign = await structure.add_unit(
            tx, code="A", names={"nl": "A"}, kind="service", parent=None, valid_from=LONG_AGO
        )
    with pytest.raises(UnitUnknown):
        async with town.platform.database.transaction(mine) as tx:
            await structure.add_unit(
                tx, code="B", names={"nl": "B"}, kind="team", parent=foreign, valid_from=LONG_AGO
            )


async def test_a_post_in_a_unit_of_another_organisation_is_refused(town: Town) -> None:
    mine, theirs = await town.organisation(), await town.organisation()
    async with town.platform.database.transaction(theirs) as tx:
        foreign = await structure.add_unit(
            tx, code="A", names={"nl": "A"}, kind="service", parent=None, valid_from=LONG_AGO
        )
    person = await town.person(mine)
    with pytest.raises(UnitUnknown):
        await town.post(person, mine, units=[foreign])
