"""A source that another module offers: asked where the module is on, in the asker's scope, merged."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.search.lookups.desk import CAR, Desk, desk_at
from tests.support.finds.module import module as finds


@pytest.fixture(scope="module")
async def yard(whole_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    async with desk_at(tmp_path_factory.mktemp("yard"), whole_desk.world, more=(finds,)) as desk:
        yield desk
        while desk.officers:
            await desk.officers.pop().close()


async def switch(yard: Desk, *, on: bool) -> None:
    """As the zone's administrator does it."""
    griet = await yard.officer("Griet Van Loon")
    await griet.verify()
    answer = await griet.post(f"/api/organisations/switch-module-{'on' if on else 'off'}", {"name": "finds"})
    assert answer.status == 200, answer


async def test_where_its_module_is_off_it_does_not_exist(yard: Desk) -> None:
    lotte = await yard.officer()
    lookup = await lotte.ask(CAR)
    assert "finds" not in {source["name"] for source in lookup.opened["sources"]}
    shown = (await lotte.get("/api/search/sources")).body
    assert "finds" not in {source["name"] for source in shown}


async def test_where_it_is_on_it_is_asked_in_the_scope_of_who_asks_and_merged(yard: Desk) -> None:
    await switch(yard, on=True)
    lotte = await yard.officer()
    lookup = await lotte.ask(CAR)
    assert lookup.states["finds"]["state"] == "answered"
    (card,) = [card for card in lookup.cards.values() if card["type"] == "vehicle"]
    assert f"finds/vehicle/{lotte.organisation}" in [record["id"] for record in card["records"]]
    await switch(yard, on=False)
    again = await lotte.ask("1-HKL-407")
    assert "finds" not in again.states
