"""From a path to its door, or to a refusal that says which."""

from __future__ import annotations

from typing import Any

import pytest

from focus.core.ids import new_id
from tests.support.lockers.module import memory_of
from tests.support.station import Station, somebody

ITEM = "01a229c4-7dcc-7be6-a3c6-8517fcbaec8b"


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/nowhere",
        "/api/lockers",
        "/api/lockers/nothing",
        "/api/lockers/item/seven",
        "/api/lockers/items/more",
        f"/api/lockers/item/{ITEM}/more",
        "/.well-known/nothing",
    ],
)
async def test_a_path_that_there_is_not_is_a_404(station: Station, path: str) -> None:
    answer = await station.ask("GET", path, who=somebody("lockers.use"))
    assert (answer.status, answer.code) == (404, "core.not_found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/api/lockers/items", "GET"),
        ("GET", "/api/lockers/put-in", "POST"),
        ("DELETE", f"/api/lockers/item/{ITEM}", "GET"),
        ("OPTIONS", "/api/lockers/items", "GET"),
    ],
)
async def test_a_method_that_there_is_not_is_a_405(
    station: Station, method: str, path: str, allowed: str
) -> None:
    answer = await station.ask(method, path)
    assert (answer.status, answer.code, answer.headers["allow"]) == (
        405,
        "core.method_not_allowed",
        allowed,
    )


async def test_a_parameter_in_the_path_reaches_its_route(station: Station) -> None:
    who = somebody("lockers.use")
    await station.ask("POST", "/api/lockers/put-in", {"item": str(who.person_id), "note": "x"}, who=who)
    answer = await station.ask("GET", f"/api/lockers/item/{str(who.person_id).upper()}", who=who)
    assert answer.body["id"] == str(who.person_id)


async def test_a_get_never_runs_an_action(station: Station) -> None:
    before = memory_of(station.platform).runs
    await station.ask("GET", f"/api/lockers/put-in?item={new_id()}&note=x", who=somebody("lockers.use"))
    assert memory_of(station.platform).runs == before


async def test_a_route_of_the_demo_does_not_exist_outside_of_it(station: Station) -> None:
    answer = await station.ask("GET", "/api/lockers/practise")
    nowhere = await station.ask("GET", "/api/lockers/nothing")
    assert (answer.status, answer.body) == (404, nowhere.body)


async def test_a_route_may_answer_with_a_status_and_headers_of_its_own(station: Station) -> None:
    answer = await station.ask("POST", "/api/lockers/wake", who=somebody())
    assert (answer.status, answer.headers["focus-woken"], answer.body) == (204, "yes", b"")


async def test_a_server_that_serves_says_so(station: Station) -> None:
    answer = await station.ask("GET", "/api/health")
    assert (answer.status, answer.body) == (200, {"ready": True, "wrong": []})


async def test_a_log_that_is_not_sealed_is_not_ready_and_still_live(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def behind() -> list[Any]:
        return [(station.platform, None)]

    monkeypatch.setattr(station.platform.log, "behind", behind)
    monkeypatch.setattr("focus.server.health.KEPT_S", 0.0)
    answer = await station.ask("GET", "/api/health")
    assert (answer.status, answer.body) == (503, {"ready": False, "wrong": ["log"]})
    assert (await station.ask("GET", "/api/health/live")).status == 200
    monkeypatch.setattr("focus.server.health.LEAST_FREE", 1 << 62)
    assert (await station.ask("GET", "/api/health")).body["wrong"] == ["log", "disk"]
    monkeypatch.undo()
    monkeypatch.setattr("focus.server.health.KEPT_S", 0.0)
    assert (await station.ask("GET", "/api/health")).status == 200
