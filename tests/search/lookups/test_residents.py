"""More residents than are checked unasked: nothing is green until an officer has them all checked."""

from __future__ import annotations

import asyncio

import pytest

from focus.modules.search.lookups import checks
from tests.search.lookups.desk import CASE, Desk, Lookup

HOUSE = "Abdijlaan 25 Lindebeek"
"""Eight people live there."""


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "MOST", 3)


def unchecked(lookup: Lookup) -> list[str]:
    return [one["why"] for one in lookup.verdict["missing"] if not one["source"]]


def residents(lookup: Lookup) -> list[str]:
    return [check["title"] for check in lookup.checks.values() if check["pivot"] == "resident"]


async def test_too_many_are_not_checked_and_nothing_is_green(desk: Desk) -> None:
    lookup = await (await desk.officer()).ask(HOUSE, purpose=CASE)
    assert lookup.verdict["word"] == "not_all"
    assert unchecked(lookup) == ["many"]
    assert len(residents(lookup)) <= 3


async def test_on_a_tap_each_is_checked_by_a_lookup_of_its_own_and_the_word_is_final(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(HOUSE, purpose=CASE)
    count = int(next(check for check in lookup.checks.values() if check["why"] == "many")["title"])
    after = await lotte.residents(lookup.id)
    await desk.quiet()
    assert unchecked(after) == []
    assert after.verdict["final"]
    assert after.verdict["word"] != "not_all"
    assert after.verdict["answered"] == after.verdict["expected"]
    assert after.lines[-1]["kind"] == "closed"
    asked = {event.what["normal"] for event in await desk.checks(lotte, "CheckOpened")}
    assert len(asked) >= count > 3


async def test_the_tap_is_in_the_log_with_its_purpose(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(HOUSE, purpose=CASE)
    await lotte.residents(lookup.id)
    await desk.quiet()
    (tap,) = await desk.logged(lotte, "SourcesRetried")
    assert tap.what == {"lookup": lookup.id, "sources": [], "residents": True}
    assert tap.purpose is not None
    assert tap.purpose.code == CASE["code"]


async def test_a_double_tap_checks_each_once(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(HOUSE, purpose=CASE)
    await asyncio.gather(*[lotte.residents(lookup.id) for _ in range(2)])
    await desk.quiet()
    asked = [event.what["normal"] for event in await desk.checks(lotte, "CheckOpened")]
    assert len(asked) == len(set(asked))
    assert len(await desk.logged(lotte, "SourcesRetried")) == 1


async def test_more_than_are_asked_at_once_stay_unchecked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "MOST_ON_TAP", 4)
    lotte = await desk.officer()
    lookup = await lotte.ask(HOUSE, purpose=CASE)
    before = await desk.checks(lotte, "CheckOpened")
    after = await lotte.residents(lookup.id)
    assert after.lines == []
    assert await desk.checks(lotte, "CheckOpened") == before


async def test_nobody_else_may_tap(desk: Desk) -> None:
    lotte, bram = await desk.officer(), await desk.officer("Bram Vos")
    lookup = await lotte.ask(HOUSE, purpose=CASE)
    answer = await bram.post(f"/api/search/lookups/{lookup.id}/residents", {})
    assert (answer.status, answer.code) == (404, "search.lookup_gone")


async def test_where_nobody_waits_nothing_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "MOST", 12)
    lotte = await desk.officer()
    lookup = await lotte.ask(HOUSE, purpose=CASE)
    before = desk.started()
    after = await lotte.residents(lookup.id)
    assert after.lines == []
    assert desk.started() == before
