"""Requirement 3 while a reinforcement runs: every door, from both zones and by the guest's post."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.ids import new_id
from focus.core.organisations.store import sharing
from tests.matrices import foreign, holdings
from tests.matrices.filling import fill
from tests.matrices.foreign import Trial
from tests.matrices.house import GUARDED, A, B, House, Someone, call, registry
from tests.matrices.register import register
from tests.matrices.targets import Target
from tests.support.device import Device
from tests.support.station import station_at

pytestmark = pytest.mark.slow

HOST, HOME = B, A
CREW = "ZZ-9"
ENDS = ("/api/reinforcement/end-reinforcement", "/api/reinforcement/reinforce")
"""What changes the other zone by design; its own tests are in test_path.py and test_refused.py."""
BY_CLOCK = "briefing.waking"
"""Written by a job meanwhile."""
DOORS = tuple(target for target in GUARDED if target.path not in ENDS)
TOUCHED = ("reinforcement", "duty", "incidents", "organisations", "identity", "sync")
"""Modules that a reinforcement changes something for; all others are the same as in tests/matrices."""
BETWEEN = tuple(target for target in DOORS if target.module in TOUCHED)


@dataclass
class Scene:
    """HOME lends its people to HOST, where one of them helps."""

    house: House
    helper: Someone
    at_home: Device
    guest: Device
    post: UUID
    _trials: dict[tuple[UUID, UUID, UUID], Trial] = field(default_factory=dict)

    async def running(self) -> None:
        """The reinforcement runs, whatever a door did to it before."""
        owner = self.house.owner
        await self._neutral()
        alive = await owner.fetchval("select true from organisations.principal_of($1, now())", self.post)
        if self.post.int and alive:
            return
        await owner.execute("update reinforcement.reinforcement set ended_at = now(), ended_why = 'host'"
                            " where ended_at is null")  # fmt: skip
        self.post = await self._reinforce()
        await self.guest.continue_as(str(self.helper.person), post=str(self.post))

    async def _neutral(self) -> None:
        """What both know by design says nothing of either: the agreement, who helps, how zones are called."""
        owner, helper = self.house.owner, self.helper.person
        await owner.execute(
            """update organisations.grant_given set ends_at = null, revoked_at = null, basis = 'proef'
               where organisation_id = $1 and recipient_id = $2 and subject_id = $3""",
            HOME, HOST, helper,
        )  # fmt: skip
        await owner.execute(
            """delete from organisations.grant_given where organisation_id = any($1)
               and recipient_id = any($1) and subject_id is distinct from $2""",
            [HOME, HOST], helper,
        )  # fmt: skip
        await owner.execute(
            """update organisations.person set family_name = 'Helper', given_names = 'An', title = null,
                 rank = null, valid_to = null where id = $1""",
            helper,
        )
        await owner.execute(
            """update organisations.organisation set names = '{"nl": "Zone"}', valid_to = null
               where organisation_id = any($1)""",
            [HOME, HOST],
        )

    async def _reinforce(self) -> UUID:
        until = (clock.now() + timedelta(hours=8)).isoformat()
        begun = await self.at_home.post("/api/duty/begin-duty", {"until": until, "crew": CREW})
        assert begun.status == 200, begun
        chief = await self.house.chief(HOST)
        body = {"id": str(new_id()), "organisation": str(HOME), "crews": [CREW], "hours": 12}
        made = await chief.post("/api/reinforcement/reinforce", body)
        assert made.status == 200, made
        return UUID(made.body["posts"][0])

    async def trial(self, caller: UUID, owner: UUID, house: House | None = None) -> Trial:
        """Ready to check, with what both share by the reinforcement left out; the same while it runs."""
        key = caller, owner, self.post
        if key not in self._trials:
            self._trials[key] = await self._trial(caller, owner)
        return replace(self._trials[key], house=house or self.house)

    async def _trial(self, caller: UUID, owner: UUID) -> Trial:
        shared = {str(self.helper.person), str(self.post)}
        rows = await self.house.owner.fetch(
            """select id from organisations.grant_given
               union select id from identity.device where person_id = $1""",
            self.helper.person,
        )
        shared |= {str(row["id"]) for row in rows}
        mine, theirs = await foreign.owned(self.house, caller), await foreign.owned(self.house, owner)
        everybody = await holdings.organisations(self.house.owner)
        elsewhere = await holdings.ids_elsewhere(self.house.owner, owner)
        secret = {str(one) for ids in theirs.ids.values() for one in ids}
        secret -= {str(one) for one in elsewhere | everybody} | shared
        public = frozenset(map(str, everybody)) | shared
        return Trial(self.house, caller, owner, mine, theirs, public, frozenset(secret))


@pytest.fixture(scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    home = tmp_path_factory.mktemp("isolation")
    async with (
        register(home / "sources") as sources,
        station_at(home, registry(), demo=True, sources=(sources,)) as station,
    ):
        house = House(station)
        for one in (HOST, HOME):
            await foreign.plant(house, one, GUARDED)
        for one in (HOST, HOME):
            chief = await house.chief(one)
            await chief.post("/api/organisations/switch-module-on", {"name": "reinforcement"})
        helper = await house.someone(HOME, frozenset({"duty.use", "incidents.read"}))
        async with station.platform.database.transaction(HOME) as tx:
            await sharing.give(
                tx, recipient=HOST, what="organisations.person", subject=helper.person,
                basis="proef", starts_at=clock.now() - timedelta(days=1), ends_at=None,
            )  # fmt: skip
        made = Scene(house, helper, await house.device(helper), Device(station.base), UUID(int=0))
        await made.running()
        yield made
        await made.guest.close()
        await house.close()


def test_there_is_something_to_hide(scene: Scene) -> None:
    assert scene.post.int and len(DOORS) > 100 and len(BETWEEN) > 30


@pytest.mark.parametrize(("caller", "owner"), [(HOST, HOME), (HOME, HOST)], ids=["host", "home"])
@pytest.mark.parametrize("target", BETWEEN, ids=str)
async def test_requirement_3_nothing_foreign_while_a_reinforcement_runs(
    scene: Scene, target: Target, caller: UUID, owner: UUID
) -> None:
    await scene.running()
    found = await (await scene.trial(caller, owner)).check(target)
    assert [fault for fault in found if not fault.endswith(BY_CLOCK)] == []


@pytest.mark.parametrize("target", DOORS, ids=str)
async def test_requirement_3_the_guest_reads_in_the_hosts_scope_alone(scene: Scene, target: Target) -> None:
    """His own device and his own name are his, and lie with his own zone: what is read counts here."""
    await scene.running()
    by_guest = replace(scene.house, _chiefs={(HOST, 1): scene.guest})
    found = await (await scene.trial(HOST, HOME, by_guest)).check(target)
    assert [fault for fault in found if " changes " not in fault] == []


async def test_requirement_3_after_the_end_every_door_is_shut_to_the_guest(scene: Scene) -> None:
    await scene.running()
    assert (await scene.guest.get("/api/identity/me")).status == 200
    await scene.house.owner.execute("update organisations.post set ends_at = now() where id = $1", scene.post)
    scene.house.station.platform.bus.publish("identity.sessions", "*")
    open_doors = []
    for target in GUARDED:
        path, content = fill(target, pick=lambda _: new_id(), word="Merkteken")
        answer = await call(scene.guest, target, path, content)
        if answer.status != 401:
            open_doors.append(f"{target}: {answer.status}")
    assert open_doors == []
