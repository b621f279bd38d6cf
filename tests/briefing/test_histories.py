"""Whatever happens in whatever order: what three phones hold is what a new phone would be given."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.errors import Problem
from focus.core.ids import new_id
from focus.modules.briefing import keeping
from focus.modules.briefing.records import Audience
from tests.briefing.zone import Member, Zone, content

STEPS = 200


class History:
    """Random work of a desk and three officers, the same for the same seed."""

    def __init__(self, seed: int, zone: Zone, desk: Member, field: list[Member], audiences: list[Audience]):
        self.chance = random.Random(seed)
        self.zone, self.desk, self.field, self.audiences = zone, desk, field, audiences
        self.versions: dict[UUID, int] = {}

    async def step(self) -> None:
        """One thing that somebody does; some of it is refused, as in life."""
        if not self.versions:
            return await self.publish()
        names = (
            "publish",
            "revise",
            "acknowledge",
            "acknowledge",
            "sight",
            "recall",
            "expire",
            "pull",
            "pull",
        )
        with suppress(Problem):
            await getattr(self, self.chance.choice(names))()
        return None

    def _written(self) -> object:
        soon = clock.now() + timedelta(milliseconds=self.chance.choice((150, 60_000, 60_000)))
        audience = self.chance.choice(self.audiences)
        return content(f"{self.chance.random()}", audience=audience, valid_to=soon)

    def _item(self) -> UUID:
        return self.chance.choice(list(self.versions))

    async def publish(self) -> None:
        self.versions[await self.desk.publish(self._written())] = 1  # type: ignore[arg-type]

    async def revise(self) -> None:
        item, minor = self._item(), self.chance.random() < 0.3
        await self.desk.do(
            "revise", item=item, content=self._written(), version=self.versions[item], minor=minor, why="x"
        )
        self.versions[item] += 1

    async def acknowledge(self) -> None:
        item = self._item()
        version = self.chance.randint(1, self.versions[item])
        await self.chance.choice(self.field).do("acknowledge", item=item, version=version)

    async def sight(self) -> None:
        who = self.chance.choice(self.field)
        await who.do("report_sighting", id=new_id(), item=self._item(), text="gezien")

    async def recall(self) -> None:
        if self.chance.random() < 0.4:
            await self.desk.do("recall", item=self._item(), why="x")

    async def expire(self) -> None:
        await self.zone.house.platform.jobs.run(keeping.EXPIRE)

    async def pull(self) -> None:
        await self.chance.choice([self.desk, *self.field]).pull()


@pytest.mark.parametrize("seed", range(2))
async def test_snapshot_and_feed_equal_a_fresh_snapshot(zone: Zone, desk: Member, seed: int) -> None:
    north, ward = await zone.unit("NORTH"), await zone.ward("W-1")
    field = [
        await zone.member(units=[north]),
        await zone.member("ward_officer", wards=[ward]),
        await zone.member(),
    ]
    audiences = [
        Audience(whole=True),
        Audience(units=(north,)),
        Audience(wards=(ward,), persons=(field[2].id,)),
        Audience(functions=("ward_officer",)),
    ]
    history = History(seed, zone, desk, field, audiences)
    for _ in range(STEPS):
        await history.step()
    held = set()
    for who in (desk, *field):
        rows = await who.pull()
        assert rows == await zone.truth(await who.buckets())
        held |= {kind for kind, _ in rows}
    assert held == {f"briefing.{kind}" for kind in ("item", "tally", "receipt", "sighting")}
