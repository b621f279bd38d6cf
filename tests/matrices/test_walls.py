"""With wall (1) switched off the second holds alone (requirements 3 and 4); each table by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pytest

from focus.core.gate import Principal
from tests.matrices import foreign, holdings, walls
from tests.matrices.foreign import Owned
from tests.matrices.house import GUARDED, PLANTED, A, B, House
from tests.matrices.targets import Target

pytestmark = pytest.mark.slow


@dataclass
class Ruin:
    """Somebody who may do everything, in a house whose first wall can be taken down."""

    house: House
    who: Principal
    mine: Owned
    secrets: frozenset[str]
    outcomes: Counter[str] = field(default_factory=Counter)

    async def shown(self, target: Target) -> list[str]:
        """What a door shows without any scope."""
        how, shown = await walls.shown_without_scope(self.house, self.who, target, self.mine, self.secrets)
        self.outcomes[how] += 1
        return shown


@pytest.fixture(scope="module")
async def ruin(house: House) -> Ruin:
    for organisation in (A, B):
        await foreign.plant(house, organisation, GUARDED)
    who = await house.principal(await house.someone(A, house.permissions))
    everybody = await holdings.organisations(house.owner)
    ids = {
        str(one)
        for organisation in everybody
        for some in (await holdings.ids_of(house.owner, organisation)).values()
        for one in some
    }
    known = {str(one) for one in (*everybody, who.person_id, who.post_id)}
    return Ruin(house, who, await foreign.owned(house, A), frozenset(ids - known))


@pytest.mark.parametrize("target", GUARDED, ids=str)
async def test_requirement_3_without_scope_no_door_shows_a_row(ruin: Ruin, target: Target) -> None:
    assert await ruin.shown(target) == []


async def test_most_doors_fail_for_want_of_a_scope(ruin: Ruin) -> None:
    """Otherwise the test above would only show that doors fail for another reason."""
    ruin.outcomes.clear()
    for target in GUARDED:
        await ruin.shown(target)
    assert ruin.outcomes["no scope"] >= 0.6 * len(GUARDED), ruin.outcomes


async def test_with_the_first_wall_standing_the_same_doors_open(ruin: Ruin) -> None:
    opened = await foreign.open_at_home(ruin.house, A, GUARDED)
    assert len(opened) >= 0.6 * len(GUARDED)


async def test_a_table_without_a_wall_shows_when_the_scope_is_gone(ruin: Ruin) -> None:
    await ruin.house.owner.execute(
        "insert into trespass.diary values (gen_random_uuid(), $1, $2)", B, foreign.word_of(B)
    )
    found = await ruin.shown(PLANTED["diaries"])
    assert found == ["GET /api/trespass/diaries shows Merkteken without any scope"]


async def test_requirement_4_no_table_is_open_without_scope_or_to_another_scope(house: House) -> None:
    database, faults = house.station.platform.database, []
    found = await holdings.tables(house.owner)
    for table in found:
        faults += await walls.leaks_of(database, table, mine=B, theirs=A)
    assert faults == []
    assert len(found) > 25


@pytest.mark.parametrize(
    ("broken", "sign"),
    [
        ("", "select without a scope: 1 rows"),
        ("alter table trespass.gap enable row level security; "
         "create policy open on trespass.gap using (true)", "delete in a foreign scope: 1 rows"),
        ("alter table trespass.gap enable row level security; "
         "create policy late on trespass.gap using (organisation_id = focus.must_scope()) with check (true)",
         "insert in a foreign scope"),
    ],
    ids=["no policy", "an open policy", "a policy that checks no new rows"],
)  # fmt: skip
async def test_a_table_with_a_gap_is_found(house: House, broken: str, sign: str) -> None:
    await house.owner.execute(
        f"""create table trespass.gap (organisation_id uuid not null, id uuid);
            grant select, insert, update, delete on trespass.gap to focus_app;
            insert into trespass.gap values ('{A}', gen_random_uuid());
            {broken}"""
    )
    try:
        table = next(one for one in await holdings.tables(house.owner) if one.name == "gap")
        found = await walls.leaks_of(house.station.platform.database, table, mine=B, theirs=A)
    finally:
        await house.owner.execute("drop table trespass.gap")
    assert any(sign in fault for fault in found), found
