"""How lookups end before their time: left, stopped, locked, signed out, revoked; sources are called off."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.search.lookups.desk import CAR, Desk, Lookup, Officer, missing, until

HANGING = ("plates", "stolen-vehicles", "sis-vehicles", "camera-passages")
SOON_S = 0.5
"""Generous: it is some milliseconds on an idle machine."""


async def hanging(desk: Desk, officer: Officer) -> tuple[Lookup, asyncio.Task[Lookup]]:
    """A lookup in whose middle four sources hang, one of them over SQL."""
    heard = Lookup("")
    asking = asyncio.create_task(officer.ask(CAR, heard=heard))
    await until(lambda: desk.open(*HANGING) == len(HANGING))
    await until(lambda: set(heard.asked) - set(HANGING) <= set(heard.states))
    await until(lambda: not any(one.checks for one in desk.in_hand(officer)))
    return heard, asking


@pytest.fixture
def hang(desk: Desk) -> Any:
    """Within the test those four hang."""
    with desk.broken(**{name.replace("-", "_"): "hang" for name in HANGING}):
        yield


async def called_off(desk: Desk, before: Any) -> None:
    """All four were let go at once, each once."""
    assert await until(lambda: desk.open(*HANGING) == 0) < SOON_S
    assert desk.cancelled() - before == dict.fromkeys(HANGING, 1)


async def ended(desk: Desk, officer: Officer, lookup: Lookup) -> dict[str, Any]:
    """What the log says of its end."""
    await desk.quiet()
    (closed,) = await desk.logged(officer, "LookupClosed")
    assert closed.what["lookup"] == lookup.id
    return closed.what


async def test_when_the_client_leaves_the_sources_are_called_off(desk: Desk, hang: None) -> None:
    lotte, before = await desk.officer(), desk.cancelled()
    lookup, asking = await hanging(desk, lotte)
    asking.cancel()
    await called_off(desk, before)
    what = await ended(desk, lotte, lookup)
    assert what["ended"] == "left"
    assert what["sources"]["cancelled"] == sorted(HANGING)
    assert "insurance" in what["sources"]["answered"]


async def test_stopped_the_stream_says_who_was_not_heard_and_ends(desk: Desk, hang: None) -> None:
    lotte, before = await desk.officer(), desk.cancelled()
    lookup, asking = await hanging(desk, lotte)
    answer = await lotte.post("/api/search/stop", {"lookup": lookup.id})
    assert (answer.status, answer.body) == (200, {"stopped": True})
    await called_off(desk, before)
    await asyncio.wait_for(asking, SOON_S)
    assert {lookup.states[name]["state"] for name in HANGING} == {"cancelled"}
    assert {lookup.states[name]["reason"] for name in HANGING} == {"stopped"}
    assert lookup.verdict["final"]
    assert lookup.verdict["level"] != "green"
    assert set(HANGING) & set(missing(lookup.verdict)) == {"plates", "stolen-vehicles", "sis-vehicles"}
    assert lookup.lines[-1]["kind"] == "closed"
    assert lookup.lines[-1]["silent"] == len(HANGING)
    assert (await ended(desk, lotte, lookup))["ended"] == "stopped"


async def test_stopping_what_is_over_stops_nothing(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CAR)
    answer = await lotte.post("/api/search/stop", {"lookup": lookup.id})
    assert (answer.status, answer.body) == (200, {"stopped": False})


async def lock(officer: Officer) -> None:
    assert (await officer.post("/api/identity/lock")).status == 200


async def sign_out(officer: Officer) -> None:
    assert (await officer.post("/api/identity/sign-out")).status < 300


async def revoke(officer: Officer) -> None:
    me = (await officer.get("/api/identity/me")).body
    assert (await officer.post("/api/identity/revoke-device", {"device": me["device"]["id"]})).status == 200


@pytest.mark.parametrize("how", [lock, sign_out, revoke])
async def test_a_session_that_locks_or_ends_hears_no_more(desk: Desk, hang: None, how: Any) -> None:
    lotte, before = await desk.officer(), desk.cancelled()
    lookup, asking = await hanging(desk, lotte)
    await how(lotte)
    await called_off(desk, before)
    await asyncio.wait_for(asking, SOON_S)
    assert lookup.lines[-1]["kind"] != "closed"
    assert (await ended(desk, lotte, lookup))["ended"] == "locked"
    assert all(str(one.id) != lookup.id for one in desk.search.lookups)


async def test_a_finished_lookup_is_forgotten_when_the_session_locks(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CAR)
    await lock(lotte)
    await until(lambda: all(str(one.id) != lookup.id for one in desk.search.lookups))
    await lotte.verify()
    answer = await lotte.post(f"/api/search/lookups/{lookup.id}/retry", {"sources": ["plates"]})
    assert (answer.status, answer.code) == (404, "search.lookup_gone")


async def still_there(desk: Desk, lookup: Lookup) -> None:
    """It goes on, although everybody who was woken has looked at its session."""
    await until(lambda: all(task.get_name() != "search session" for task in asyncio.all_tasks()))
    assert any(str(one.id) == lookup.id for one in desk.search.lookups)
    assert desk.open(*HANGING) == len(HANGING)


async def test_stepping_up_or_another_language_disturbs_no_lookup(desk: Desk, hang: None) -> None:
    lotte = await desk.officer()
    lookup, asking = await hanging(desk, lotte)
    await lotte.verify()
    assert (await lotte.post("/api/identity/change-language", {"language": "nl"})).status == 200
    await still_there(desk, lookup)
    await lotte.post("/api/search/stop", {"lookup": lookup.id})
    await asking


async def test_another_session_is_left_alone(desk: Desk, hang: None) -> None:
    lotte, other = await desk.officer(), await desk.officer()
    lookup, asking = await hanging(desk, lotte)
    await lock(other)
    await still_there(desk, lookup)
    await lotte.post("/api/search/stop", {"lookup": lookup.id})
    await asking


async def test_nothing_is_left_running_after_many_were_left(desk: Desk, hang: None) -> None:
    officers = [await desk.officer() for _ in range(8)]
    tasks = len(asyncio.all_tasks())
    for _ in range(3):
        asking = [asyncio.create_task(officer.ask(CAR)) for officer in officers]
        await until(lambda: desk.open("plates") >= 1)
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)
    await desk.quiet()
    await until(lambda: desk.open(*HANGING) == 0)
    await until(lambda: len(asyncio.all_tasks()) <= tasks + 2)
    for source in desk.search.sources:
        guard = desk.search.engine.guard(source)
        assert not guard.bulkhead.full
