"""The demo's synthetic world."""

from __future__ import annotations

from pathlib import Path

import pytest

from focus.core import clock
from focus.core.organisations.errors import NotGoverning
from focus.core.organisations.public import directory, post_of, wards_at
from focus.core.purposes.store import active_task
from focus.server.demo import ORGANISATIONS, POSTS, demo_id, seed_demo
from focus.server.running import streams
from tests.organisations.town import Town, registry
from tests.support.database import temporary_database


async def test_the_demo_fills_an_empty_database_twice_with_the_same(tmp_path: Path) -> None:
    async with temporary_database(tmp_path / "home", streams(registry())) as database:
        for _ in range(2):
            await seed_demo(database)
        async with database.unscoped() as tx:
            assert len(await directory(tx)) == len(ORGANISATIONS)
            for post in POSTS:
                assert await post_of(tx, demo_id("post", post.person, post.organisation)), post
        async with database.transaction(demo_id("organisation", "5999")) as tx:
            task = await active_task(tx, demo_id("person", "lotte.maes"), language="nl")
            assert task and (task.reference, task.purpose.code) == ("C-1109", "traffic_check")
            today = clock.now().astimezone(clock.BRUSSELS).date()
            [ward] = await wards_at(tx, longitude=4.86, latitude=51.03, on=today)
            assert ward.names["nl"] == "Lindebeek Centrum" and ward.officers


async def test_the_demo_does_not_touch_a_database_where_others_work(town: Town) -> None:
    with pytest.raises(NotGoverning):
        await seed_demo(town.platform.database)
