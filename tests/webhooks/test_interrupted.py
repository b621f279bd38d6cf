"""A process that ends between sending and writing, two at once, a module that is switched off meanwhile."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from focus.core.organisations.store import switches
from focus.core.outside import Outside
from focus.modules.webhooks.delivering import catch_up, deliver
from focus.modules.webhooks.public import DELIVER
from tests.webhooks.conftest import Ear, Zone
from tests.webhooks.test_delivering import go, receiver, states


async def put_since(zone: Zone, receiver: UUID) -> int:
    """How many runs for a receiver wait in the queue."""
    async with zone.house.platform.database.unscoped() as tx:
        count = await tx.fetchval(
            "select count(*) from jobs.pgqueuer where convert_from(payload, 'UTF8') like $1",
            f"%{receiver}%",
        )
    return int(count)


async def empty_queue(zone: Zone) -> None:
    async with zone.house.platform.database.unscoped() as tx:
        await tx.execute("delete from jobs.pgqueuer")


async def test_what_a_process_left_when_it_ended_is_sent_by_the_next(
    zone: Zone, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = await receiver(zone, ear)
    await zone.told({"n": 1})

    async def ended(*_: Any) -> int:
        raise asyncio.CancelledError

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Outside, "post", ended)
        with pytest.raises(asyncio.CancelledError):
            await deliver(zone.house.platform, zone.id, made)
    await go(zone, made)  # the run that was broken off, at once in another process: it is still held
    assert ear.heard == []
    await empty_queue(zone)
    await catch_up(zone.house.platform)
    assert await put_since(zone, made) == 0
    await zone.rows("update webhooks.delivery set next_at = next_at - interval '61 seconds' returning id")
    await catch_up(zone.house.platform)
    assert await put_since(zone, made) == 1
    await zone.house.platform.jobs.run(DELIVER, organisation=zone.id, receiver=made)
    assert [state for state, _, _ in await states(zone)] == ["taken"]


async def test_two_processes_at_once_send_each_message_once(zone: Zone, ear: Ear) -> None:
    made, _ = await receiver(zone, ear)
    await zone.told(*({"n": number} for number in range(12)))
    await asyncio.gather(*(deliver(zone.house.platform, zone.id, made) for _ in range(4)))
    assert len(ear.heard) == len({headers["webhook-id"] for headers, _ in ear.heard}) == 12
    assert {state for state, _, _ in await states(zone)} == {"taken"}


async def test_while_the_module_is_off_nothing_leaves_and_nothing_is_lost(zone: Zone, ear: Ear) -> None:
    made, _ = await receiver(zone, ear)
    await zone.told({"n": 1})
    await switched(zone, on=False)
    await go(zone, made)
    assert ear.heard == []
    await empty_queue(zone)
    await catch_up(zone.house.platform)
    assert await put_since(zone, made) == 0
    await switched(zone, on=True)
    await catch_up(zone.house.platform)
    assert await put_since(zone, made) == 1
    await go(zone, made, later=timedelta(seconds=1))
    assert len(ear.heard) == 1


async def switched(zone: Zone, *, on: bool) -> None:
    async with zone.house.platform.database.transaction(zone.id) as tx:
        await switches.switch(tx, "webhooks", on=on)


@pytest.mark.parametrize("status", [204, 410, 503])
async def test_a_receiver_that_ends_while_it_is_told_is_neither_revived_nor_given_up(
    zone: Zone, ear: Ear, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    made, _ = await receiver(zone, ear)
    await zone.told({"n": 1})
    await zone.rows("update webhooks.delivery set tries = 7 returning id")

    async def ends(*_: Any) -> int:
        assert (await zone.post("end-receiver", receiver=str(made))).status_code == 200
        return status

    monkeypatch.setattr(Outside, "post", ends)
    await deliver(zone.house.platform, zone.id, made)
    assert [state for state, _, _ in await states(zone)] == ["dropped"]
    async with zone.house.platform.database.transaction(zone.id) as tx:
        kinds = [one.kind for one in await zone.house.platform.log.events_of(tx, limit=50)]
    assert "webhooks.DeliveriesGivenUp" not in kinds
