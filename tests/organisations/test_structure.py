"""Units in a tree, wards on a map."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.organisations import errors
from focus.core.organisations.actions import structure
from focus.core.organisations.areas import read_area
from focus.core.organisations.views import units as units_view
from focus.core.organisations.views import wards_at
from tests.organisations.town import Town

NAMES = {"nl": "Noord"}


def square(west: float, south: float, size: float = 0.02) -> dict[str, Any]:
    east, north = west + size, south + size
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def today_here() -> date:
    """The day it is in Belgium, also between midnight there and in UTC."""
    return clock.now().astimezone(clock.BRUSSELS).date()


async def unit(town: Town, chief: Any, code: str, parent: UUID | None = None) -> UUID:
    event = await town.act(chief, structure.create_unit, code=code, names=NAMES, kind="team", parent=parent)
    return UUID(event["unit"])


async def test_a_unit_never_comes_to_stand_under_itself(town: Town) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    top = await unit(town, chief, "TOP")
    middle = await unit(town, chief, "MID", top)
    low = await unit(town, chief, "LOW", middle)
    for parent in (top, middle, low):
        with pytest.raises(errors.UnitCycle):
            await town.act(
                chief, structure.edit_unit, unit=top, code="TOP", names=NAMES, kind="service", parent=parent
            )


async def test_a_code_is_free_again_after_its_unit_was_closed(town: Town) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    first = await unit(town, chief, "no-2")
    with pytest.raises(errors.CodeTaken):
        await unit(town, chief, "NO-2")
    await town.act(chief, structure.close_unit, unit=first, last_day=today_here())
    assert await unit(town, chief, "NO-2") != first


async def test_a_unit_with_people_or_units_in_it_is_not_closed(town: Town) -> None:
    zone = await town.organisation()
    chief, today = (
        await town.someone(zone, function="zone_administrator"),
        today_here(),
    )
    top = await unit(town, chief, "TOP")
    low = await unit(town, chief, "LOW", top)
    await town.post(await town.person(zone), zone, units=[low])
    for one in (top, low):
        with pytest.raises(errors.UnitInUse):
            await town.act(chief, structure.close_unit, unit=one, last_day=today)


async def test_units_are_those_of_the_day(town: Town) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    made, today = await unit(town, chief, "NO-2"), today_here()
    await town.act(chief, structure.close_unit, unit=made, last_day=today)
    days = [today - timedelta(days=1), today, today + timedelta(days=1)]
    assert [len(await town.read(chief, units_view, on=day)) for day in days] == [0, 1, 0]


@pytest.mark.parametrize("names", [{}, {"nl": " "}, {"nl": "x" * 121}, {"it": "Nord"}])
async def test_a_unit_needs_a_name_in_a_language_of_the_country(town: Town, names: dict[str, str]) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    with pytest.raises(errors.NamesMissing):
        await town.act(chief, structure.create_unit, code="A", names=names, kind="team")


async def test_a_point_lies_in_the_ward_that_contains_it_the_smallest_first(town: Town) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    for code, area in (
        ("WIDE", square(4.8, 51.0, 0.1)),
        ("SMALL", square(4.84, 51.02)),
        ("FAR", square(5, 51)),
    ):
        await town.act(chief, structure.create_ward, code=code, names=NAMES, area=area)

    async def codes(longitude: float, latitude: float) -> list[str]:
        found = await town.read(chief, wards_at, longitude=longitude, latitude=latitude)
        return [ward.code for ward in found]

    assert await codes(4.85, 51.03) == ["SMALL", "WIDE"]
    assert await codes(4.84, 51.02) == ["SMALL", "WIDE"], "the edge belongs to the ward"
    assert await codes(4.0, 51.0) == []


async def test_a_point_in_the_hole_of_a_ward_lies_outside(town: Town) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    area = square(4.8, 51.0, 0.1)
    area["coordinates"].append(square(4.84, 51.04)["coordinates"][0][::-1])
    await town.act(chief, structure.create_ward, code="RING", names=NAMES, area=area)
    assert await town.read(chief, wards_at, longitude=4.85, latitude=51.05) == []


async def test_a_ward_that_was_closed_contains_nothing_afterwards(town: Town) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    area, begin, end = square(4.8, 51.0), date(2024, 1, 1), date(2025, 1, 1)
    event = await town.act(chief, structure.create_ward, code="W", names=NAMES, area=area, valid_from=begin)
    await town.act(chief, structure.close_ward, ward=UUID(event["ward"]), last_day=end)
    found = [
        len(await town.read(chief, wards_at, longitude=4.81, latitude=51.01, on=day))
        for day in (begin, end, end + timedelta(days=1))
    ]
    assert found == [1, 1, 0]


@pytest.mark.parametrize(
    ("area", "reason"),
    [
        ({"type": "Point", "coordinates": [4.8, 51]}, "kind"),
        ({}, "kind"),
        ({"type": "Polygon"}, "coordinates"),
        ({"type": "Polygon", "coordinates": []}, "coordinates"),
        ({"type": "Polygon", "coordinates": [[[4.8, 51], [4.9, 51]]]}, "coordinates"),
        ({"type": "Polygon", "coordinates": [[[4.8, "51"], [4.9, 51], [4.9, 52]]]}, "coordinates"),
        ({"type": "Polygon", "coordinates": [[[[[[4.8, 51]]]]]]}, "coordinates"),
        ({"type": "Polygon", "coordinates": [[[4.8, 951], [4.9, 51], [4.9, 52], [4.8, 951]]]}, "coordinates"),
        (
            {"type": "Polygon", "coordinates": [[[1e400, 51], [4.9, 51], [4.9, 52], [1e400, 51]]]},
            "coordinates",
        ),
        ({"type": "Polygon", "coordinates": [[[4.8, 51], [4.8, 51], [4.8, 51], [4.8, 51]]]}, "empty"),
        ({"type": "Polygon", "coordinates": [[[4, 50], [5, 51], [5, 50], [4, 51], [4, 50]]]}, "crossing"),
        ({"type": "Polygon", "coordinates": [[[51, 4.8], [51, 4.9], [51.1, 4.9], [51, 4.8]]]}, "swapped"),
        ({"type": "Polygon", "coordinates": [[[4.8, 51]] * 20_001]}, "too_many_points"),
    ],
)
def test_an_area_that_is_no_area_is_refused_with_its_reason(area: dict[str, Any], reason: str) -> None:
    with pytest.raises(errors.AreaInvalid) as refused:
        read_area(area)
    assert refused.value.params["reason"] == reason
