"""Other systems are told of incidents and crews."""

from __future__ import annotations

from typing import Any

import msgspec

from focus.core.ids import new_id
from focus.core.organisations.store import switches
from tests.incidents.town import Member, Town


async def listens(town: Town, *, topics: tuple[str, ...] = (), on: bool = True) -> None:
    async with town.house.platform.database.transaction(town.id) as tx:
        await switches.switch(tx, "webhooks", on=on)
        await tx.execute(
            """insert into webhooks.receiver
                 (organisation_id, id, name, address, secret, kinds, topics, created_by, created_at)
               values (focus.must_scope(), $1, 'GIS', 'https://gis.zone.example/in', '',
                 '{incidents.incident,incidents.crew}', $2, $1, now())""",
            new_id(),
            list(topics),
        )


async def told(town: Town) -> list[dict[str, Any]]:
    rows = await town.rows("select content from webhooks.delivery order by id")
    return [msgspec.json.decode(row["content"]) for row in rows]


async def test_each_change_is_told_whole_and_in_order(town: Town, desk: Member, ann: Member) -> None:
    await listens(town)
    made = await desk.open(priority=1)
    await ann.do("take-state", incident=made, state="accepted")
    await ann.do("close", incident=made, result="done")
    bodies = await told(town)
    incidents = [one["data"] for one in bodies if one["type"] == "incidents.incident"]
    assert [one["state"] for one in incidents][-1] == "closed"
    assert {one["id"] for one in incidents} == {made}
    assert incidents[0]["priority"] == 1
    crews = [one["data"] for one in bodies if one["type"] == "incidents.crew"]
    assert [one["state"] for one in crews][-2:] == ["accepted", "available"]


async def test_only_what_was_asked_for_and_nothing_where_it_is_off(town: Town, desk: Member) -> None:
    await listens(town, topics=("fight",))
    await desk.open(kind="burglary")
    await desk.open(kind="fight")
    assert [one["data"]["kind"] for one in await told(town)] == ["fight"]
    async with town.house.platform.database.transaction(town.id) as tx:
        await switches.switch(tx, "webhooks", on=False)
    await desk.open(kind="fight")
    assert len(await told(town)) == 1
