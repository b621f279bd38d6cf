"""Organisations come, merge, split and go."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.gate.gate import NotPermitted
from focus.core.organisations import errors
from focus.core.organisations.actions import government
from focus.core.organisations.public import directory, post_of
from focus.core.organisations.records import OrganisationEntry
from focus.core.organisations.views import directory as directory_view
from focus.core.organisations.views import organisation as organisation_view
from tests.organisations.town import Town

TODAY = clock.now().astimezone(clock.BRUSSELS).date()


async def entry_of(town: Town, organisation: object) -> OrganisationEntry:
    async with town.platform.database.unscoped() as tx:
        return next(entry for entry in await directory(tx) if entry.id == organisation)


async def test_whoever_governs_founds_an_organisation_with_the_functions_of_its_kind(town: Town) -> None:
    support = await town.someone(town.governing, function="federal_support")
    event = await town.act(
        support,
        government.found_organisation,
        kind="municipality",
        code="99921",
        names={"nl": "Molenheide"},
        languages=["nl"],
    )
    clerk = await town.someone(UUID(event["organisation"]), function="population_clerk")
    assert (await town.read(clerk, organisation_view)).code == "99921"
    assert "organisations.OrganisationFounded" in await town.logged(town.governing)


async def test_an_organisation_that_does_not_govern_founds_none_even_with_the_permission(town: Town) -> None:
    zone = await town.organisation()
    ambitious = await town.someone(zone, "organisations.govern")
    with pytest.raises(errors.NotGoverning):
        await town.act(
            ambitious,
            government.found_organisation,
            kind="zone",
            code="5990",
            names={"nl": "X"},
            languages=["nl"],
        )


async def test_without_the_permission_nobody_closes_an_organisation(town: Town) -> None:
    zone = await town.organisation()
    officer = await town.someone(town.governing, function="dpo")
    with pytest.raises(NotPermitted):
        await town.act(officer, government.close_organisation, organisation=zone, last_day=TODAY)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("zone", "599"),
        ("zone", "59999"),
        ("zone", "ABCD"),
        ("municipality", "1100"),
        ("court", ""),
        ("court", "a b"),
    ],
)
async def test_a_code_that_cannot_be_is_refused(town: Town, kind: str, code: str) -> None:
    with pytest.raises(errors.CodeInvalid):
        await town.organisation(kind, code=code or " ")


async def test_two_zones_in_force_never_share_a_code(town: Town) -> None:
    await town.organisation(code="5801")
    with pytest.raises(errors.CodeTaken):
        await town.organisation(code="5801")


async def test_a_merger_closes_the_predecessors_the_day_before_and_names_the_successor(town: Town) -> None:
    support = await town.someone(town.governing, function="federal_support")
    old = [await town.organisation(), await town.organisation()]
    new = await town.organisation(valid_from=TODAY)
    await town.act(support, government.merge_organisations, predecessors=old, successor=new, since=TODAY)
    for predecessor in old:
        entry = await entry_of(town, predecessor)
        assert (entry.valid_to, entry.successors) == (TODAY - timedelta(days=1), [new])


async def test_a_closed_organisation_leaves_the_directory_of_the_day_but_not_the_past(town: Town) -> None:
    support = await town.someone(town.governing, function="federal_support")
    zone = await town.organisation()
    yesterday = TODAY - timedelta(days=1)
    await town.act(support, government.close_organisation, organisation=zone, last_day=yesterday)

    async def listed(**given: object) -> bool:
        return zone in {entry.id for entry in await town.read(support, directory_view, kind="zone", **given)}

    assert [await listed(), await listed(on=yesterday), await listed(past=True)] == [False, True, True]


async def test_nobody_works_in_an_organisation_after_its_last_day(town: Town) -> None:
    support = await town.someone(town.governing, function="federal_support")
    zone = await town.organisation()
    officer = await town.someone(zone)
    await town.act(support, government.close_organisation, organisation=zone, last_day=TODAY)
    async with town.platform.database.unscoped() as tx:
        assert await post_of(tx, officer.post_id) is not None
        assert await post_of(tx, officer.post_id, at=clock.now() + timedelta(days=2)) is None


async def test_one_organisation_splits_into_several(town: Town) -> None:
    support = await town.someone(town.governing, function="federal_support")
    old = await town.organisation()
    new = [await town.organisation(valid_from=TODAY), await town.organisation(valid_from=TODAY)]
    await town.act(support, government.split_organisation, predecessor=old, successors=new, since=TODAY)
    assert set((await entry_of(town, old)).successors) == set(new)


@pytest.mark.parametrize("case", ["itself", "not begun", "succeeded before", "closed before"])
async def test_a_succession_that_cannot_be_is_refused(town: Town, case: str) -> None:
    support = await town.someone(town.governing, function="federal_support")
    old, other = await town.organisation(), await town.organisation()
    since, successor = TODAY, await town.organisation(valid_from=TODAY)
    if case == "itself":
        successor = old
    elif case == "not begun":
        successor = await town.organisation(valid_from=TODAY + timedelta(days=30))
    elif case == "succeeded before":
        await town.act(
            support, government.merge_organisations, predecessors=[old], successor=other, since=TODAY
        )
    else:
        await town.act(support, government.close_organisation, organisation=old, last_day=date(2024, 5, 1))
    with pytest.raises(errors.CannotSucceed):
        await town.act(
            support, government.merge_organisations, predecessors=[old], successor=successor, since=since
        )


async def test_an_organisation_renames_itself_but_no_other(town: Town) -> None:
    zone, other = await town.organisation(), await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    await town.act(chief, government.rename_organisation, names={"nl": "PZ Nieuw"}, languages=["nl"])
    assert (await entry_of(town, zone)).names == {"nl": "PZ Nieuw"}
    with pytest.raises(errors.NotGoverning):
        await town.act(
            chief, government.rename_organisation, names={"nl": "X"}, languages=["nl"], organisation=other
        )
