"""Switching a module on is data, effective at once."""

from __future__ import annotations

from uuid import UUID

import msgspec
import pytest

from focus.core import clock
from focus.core.gate import Platform
from focus.core.gate.gate import StepUpNeeded
from focus.core.organisations import errors
from focus.core.organisations.actions.modules import change_setting, switch_module_off, switch_module_on
from focus.core.organisations.public import module_on, settings_of
from focus.core.organisations.store import structure
from focus.core.organisations.views import modules as modules_view
from focus.server.running import running
from tests.organisations.town import LONG_AGO, FieldworkSettings, Town, registry
from tests.support.waiting import until


async def test_a_module_is_on_for_the_next_call_and_off_for_the_one_after(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    switches = town.platform.gate.switches
    assert "fieldwork" not in await switches.modules_on(zone)
    await town.act(chief, switch_module_on, name="fieldwork")
    assert "fieldwork" in await switches.modules_on(zone)
    await town.act(chief, switch_module_off, name="fieldwork")
    assert "fieldwork" not in await switches.modules_on(zone)


async def test_another_process_knows_within_a_second(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    settings = town.platform.settings
    async with running(settings, registry=registry()) as other:
        await hears(other, town.platform)
        assert "fieldwork" not in await other.gate.switches.modules_on(zone)
        await town.act(chief, switch_module_on, name="fieldwork")
        await until(lambda: is_on(other, zone), seconds=1)


async def hears(listener: Platform, speaker: Platform) -> None:
    """Wait until what one process says comes to the other."""
    heard: list[str] = []
    listener.bus.subscribe("ping", heard.append)

    def came() -> bool:
        speaker.bus.publish("ping", "?")
        return bool(heard)

    await until(came)


async def is_on(platform: Platform, zone: UUID) -> bool:
    return "fieldwork" in await platform.gate.switches.modules_on(zone)


async def test_a_module_on_for_one_zone_is_off_for_its_neighbour(town: Town) -> None:
    zone, neighbour = await town.organisation(), await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    await town.act(chief, switch_module_on, name="fieldwork")
    assert "fieldwork" not in await town.platform.gate.switches.modules_on(neighbour)


async def test_a_pilot_is_on_for_its_units_only(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    async with town.platform.database.transaction(zone) as tx:
        pilot, other = [
            await structure.add_unit(
                tx, code=code, names={"nl": code}, kind="team", parent=None, valid_from=LONG_AGO
            )
            for code in ("NO-2", "NO-4")
        ]
    await town.act(chief, switch_module_on, name="fieldwork", pilot_units=[pilot])
    async with town.platform.database.transaction(zone) as tx:
        found = [await module_on(tx, "fieldwork", units=units) for units in ((pilot,), (other,), ())]
    assert found == [True, False, False]


async def test_a_module_cannot_be_on_without_what_it_requires(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    with pytest.raises(errors.ModuleNeeds) as needs:
        await town.act(chief, switch_module_on, name="rounds")
    assert needs.value.params == {"other": "fieldwork"}
    await town.act(chief, switch_module_on, name="fieldwork")
    await town.act(chief, switch_module_on, name="rounds")
    with pytest.raises(errors.ModuleNeeded):
        await town.act(chief, switch_module_off, name="fieldwork")


@pytest.mark.parametrize(("name", "problem"), [("ghost", errors.ModuleUnknown), ("log", errors.ModuleFixed)])
async def test_a_module_that_cannot_be_switched_is_refused(
    town: Town, name: str, problem: type[Exception]
) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    with pytest.raises(problem):
        await town.act(chief, switch_module_off, name=name)


async def test_switching_asks_for_a_fresh_verification(town: Town) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    stale = msgspec.structs.replace(chief, stepped_up_until=clock.now())
    with pytest.raises(StepUpNeeded):
        await town.act(stale, switch_module_on, name="fieldwork")


async def test_a_setting_is_kept_beside_the_defaults_of_the_others(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    event = await town.act(chief, change_setting, name="fieldwork", values={"visits": 5})
    assert event["changes"] == [{"name": "visits", "before": FieldworkSettings().visits, "after": 5}]
    await town.act(chief, change_setting, name="fieldwork", values={"working_days": True})
    async with town.platform.database.transaction(zone) as tx:
        kept = await settings_of(tx, "fieldwork", FieldworkSettings)
    assert kept == FieldworkSettings(visits=5, working_days=True)


@pytest.mark.parametrize(
    ("values", "path"),
    [({"visits": "many"}, "visits"), ({"colour": "red"}, "colour"), ({"visits": None}, "visits")],
)
async def test_a_setting_that_does_not_fit_is_refused_by_name(
    town: Town, values: dict[str, object], path: str
) -> None:
    chief = await town.someone(await town.organisation(), function="zone_administrator")
    with pytest.raises(errors.SettingInvalid) as refused:
        await town.act(chief, change_setting, name="fieldwork", values=values)
    assert refused.value.params == {"path": path}


async def test_the_menu_shows_each_module_with_its_state_and_settings(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    await town.act(chief, switch_module_on, name="fieldwork")
    shown = {module.name: module for module in await town.read(chief, modules_view)}
    assert shown["fieldwork"].on and shown["log"].always_on and not shown["rounds"].on
    assert shown["fieldwork"].settings == {"visits": 3, "working_days": False}
