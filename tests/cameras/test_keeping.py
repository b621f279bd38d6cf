"""Hits leave phones after a day; nothing stays longer than the law allows."""

from __future__ import annotations

import msgspec
import pytest

from focus.core.organisations.retention import erase_due
from focus.core.organisations.store import switches
from focus.modules.cameras.keeping import leave_phones
from focus.modules.cameras.settings import CamerasSettings
from tests.cameras.town import Feed, Member, Town, hit, passage


async def counts(town: Town) -> dict[str, int]:
    tables = ("passage", "hit", "picture", "message")
    return {name: (await town.rows(f"select count(*) as n from cameras.{name}"))[0]["n"] for name in tables}


async def test_after_a_day_a_hit_is_the_server_s_only(feed: Feed, town: Town, ann: Member) -> None:
    one = (await feed.tell(hit()))["id"]
    await leave_phones(town.house.platform.seen_by("cameras"))
    assert set(await ann.hits()) == {one}
    await town.earlier(1)
    await leave_phones(town.house.platform.seen_by("cameras"))
    assert await ann.hits() == {}
    assert (await ann.get(f"pictures/{one}")).status_code == 404
    assert (await counts(town))["hit"] == 1
    # What was done before and arrives now still counts.
    await ann.do("confirm", hit=one)
    assert (await ann.do("outcome", hit=one, outcome="stopped"))["counted"] is True
    assert await ann.hits() == {}


async def test_all_goes_after_twelve_months(feed: Feed, town: Town, ann: Member) -> None:
    await feed.tell(hit())
    await feed.tell(passage())
    await feed.send(b"{")
    platform = town.house.platform
    await town.earlier(29)
    await erase_due(platform)
    assert await counts(town) == {"passage": 2, "hit": 1, "picture": 1, "message": 1}
    await town.earlier(2)
    await erase_due(platform)
    assert await counts(town) == {"passage": 2, "hit": 1, "picture": 1, "message": 0}
    await town.earlier(333)
    await erase_due(platform)
    assert (await counts(town))["passage"] == 2
    await town.earlier(2)
    await erase_due(platform)
    assert await counts(town) == {"passage": 0, "hit": 0, "picture": 0, "message": 0}
    assert await town.rows("select id from feed.record where type = 'cameras.hit' and body is not null") == []
    assert (await town.kinds())[-1] == "HitsErased"


async def test_a_zone_may_keep_less(feed: Feed, town: Town) -> None:
    async with town.house.platform.database.transaction(town.id) as tx:
        await switches.change_setting(tx, "cameras", CamerasSettings(days=7))
    await feed.tell(hit())
    await town.earlier(8)
    await erase_due(town.house.platform)
    assert (await counts(town))["hit"] == 0


@pytest.mark.parametrize("days", [0, 366, 3_650])
def test_more_than_the_law_allows_is_refused(days: int) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"days": days}, CamerasSettings)
