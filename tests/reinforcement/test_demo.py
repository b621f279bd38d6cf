"""The demo has a neighbour to ask for."""

from __future__ import annotations

from pathlib import Path

from focus.core import clock
from focus.server.demo import demo_id, seed_demo
from focus.server.running import streams
from tests.identity.house import core_registry
from tests.reinforcement.zones import MODULES
from tests.support.database import temporary_database


async def test_a_crew_of_the_neighbour_can_be_asked_also_when_it_is_filled_twice(tmp_path: Path) -> None:
    async with temporary_database(tmp_path / "home", streams(core_registry(*MODULES))) as database:
        for _ in range(2):
            await seed_demo(database)
        async with database.transaction(demo_id("organisation", "5999")) as tx:
            rows = await tx.fetch("select * from reinforcement.lent_crews($1)", clock.now())
        assert [(row["code"], row["call_sign"], row["people"]) for row in rows] == [("5997", "ZA-1", 1)]
        async with database.transaction(demo_id("organisation", "5997")) as tx:
            assert await tx.fetch("select * from reinforcement.lent_crews($1)", clock.now()) == []
