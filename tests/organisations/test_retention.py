"""What is declared is erased: by organisation, by its own setting, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.database import Transaction
from focus.core.gate.module import module as gate
from focus.core.ids import new_id
from focus.core.organisations import retention
from focus.core.organisations.retention import erase, erase_due
from focus.core.organisations.store.switches import change_setting
from focus.core.registry import Retention
from focus.core.registry.registry import Registry
from tests.organisations.town import FieldworkSettings, Town

(COMMANDS,) = gate.retention
BY_SETTING = Retention("gate.command", "at", "visits", "commands")


async def command(town: Town, organisation: UUID, *, days: float) -> UUID:
    """One that was given so many days ago."""
    made = new_id()
    async with town.platform.database.transaction(organisation) as tx:
        await tx.execute(
            """insert into gate.command (organisation_id, id, person_id, operation, digest, at)
               values (focus.must_scope(), $1, $1, 'a.b', '', $2)""",
            made,
            clock.now() - timedelta(days=days),
        )
    return made


async def left(town: Town, organisation: UUID) -> set[UUID]:
    """The commands that are there."""
    async with town.platform.database.transaction(organisation) as tx:
        return {row["id"] for row in await tx.fetch("select id from gate.command")}


async def test_in_every_organisation_what_is_older_goes_and_the_rest_stays(town: Town) -> None:
    places = [await town.organisation() for _ in range(2)]
    young = [await command(town, place, days=29.9) for place in places]
    for place in places:
        await command(town, place, days=30.1)
    await erase_due(town.platform)
    assert [await left(town, place) for place in places] == [{one} for one in young]


async def test_one_organisation_keeps_nothing_longer_for_the_setting_of_another(town: Town) -> None:
    short, long = await town.organisation(), await town.organisation()
    fieldwork = town.platform.registry.by_name["fieldwork"]
    async with town.platform.database.transaction(long) as tx:
        await change_setting(tx, "fieldwork", FieldworkSettings(visits=10))
    kept = await command(town, long, days=5)
    await command(town, short, days=5)
    for place in (short, long):
        await erase(town.platform, fieldwork, BY_SETTING, place)
    assert (await left(town, short), await left(town, long)) == (set(), {kept})


async def test_more_than_one_transaction_holds_goes_too(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    place = await town.organisation()
    for _ in range(5):
        await command(town, place, days=40)
    assert await erase(town.platform, gate, COMMANDS, place) == 5
    assert await left(town, place) == set()


async def test_what_fails_is_named_without_what_it_said_and_the_rest_is_erased(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(platform: Any, tx: Transaction, before: datetime) -> int:
        raise ValueError("Jan Peeters")

    place = await town.organisation()
    await command(town, place, days=40)
    broken = Retention("gate.command", "at", 30, "commands", erase=fails)
    registry = Registry((replace(gate, retention=(broken, COMMANDS)),))
    await erase_due(replace(town.platform, registry=registry))
    assert await left(town, place) == set()
    assert "retention of gate.command: ValueError" in caplog.text and "Peeters" not in caplog.text
