"""Refusals: what is refused, how it is said, and that it is logged."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from focus.core import clock
from focus.core.gate import Principal
from focus.core.ids import new_id
from tests.support.doorman.module import doorman_of
from tests.support.station import Station, somebody

ITEM = "01a229c4-7dcc-7be6-a3c6-8517fcbaec8b"
DOORS: list[tuple[str, str, Any]] = [
    ("POST", "/api/lockers/put-in", {"item": ITEM, "note": "x"}),
    ("GET", "/api/lockers/items", None),
    ("POST", "/api/lockers/find", {"note": "x"}),
    ("GET", f"/api/lockers/item/{ITEM}", None),
]
"""An action, a view, a private view, a route; all need `lockers.use`."""


async def refusals(station: Station, who: Principal) -> list[dict[str, Any]]:
    return [event.what for event in await station.events(who.organisation_id, "gate.Refused")]


@pytest.mark.parametrize(("method", "path", "content"), DOORS)
async def test_without_the_permission_every_kind_of_door_is_shut(
    station: Station, method: str, path: str, content: Any
) -> None:
    answer = await station.ask(method, path, content, who=somebody("lockers.open_safe"))
    assert (answer.status, answer.code) == (403, "gate.not_permitted")


@pytest.mark.parametrize(("method", "path", "content"), DOORS)
async def test_a_refusal_is_logged(station: Station, method: str, path: str, content: Any) -> None:
    who = somebody()
    await station.ask(method, path, content, who=who)
    (event,) = await station.events(who.organisation_id)
    assert (event.kind, event.person_id, event.what["reason"]) == (
        "gate.Refused",
        who.person_id,
        "gate.not_permitted",
    )


async def test_a_refusal_names_the_operation_and_no_parameter(station: Station) -> None:
    who = somebody()
    await station.ask("POST", "/api/lockers/find", {"note": "Grietje Geheim"}, who=who)
    assert await refusals(station, who) == [{"operation": "lockers.find", "reason": "gate.not_permitted"}]


async def test_a_refused_action_changes_nothing(station: Station) -> None:
    who = somebody()
    body = {"item": str(new_id()), "note": "x"}
    answer = await station.ask("POST", "/api/lockers/put-in", body, who=who)
    assert answer.code == "gate.not_permitted"
    count = await station.owner.fetchval(
        "select count(*) from lockers.item where organisation_id = $1", who.organisation_id
    )
    assert count == 0


async def test_a_refusal_that_cannot_be_logged_is_a_503(station: Station) -> None:
    async with station.without_log():
        answer = await station.ask("GET", "/api/lockers/items", who=somebody())
    assert answer.status == 503


@pytest.mark.parametrize(("method", "path", "content"), DOORS)
async def test_a_module_that_is_off_is_not_found(
    station: Station, method: str, path: str, content: Any
) -> None:
    who = somebody("lockers.use")
    doorman_of(station.platform).off.add((who.organisation_id, "lockers"))
    answer = await station.ask(method, path, content, who=who)
    assert (answer.status, answer.code) == (404, "gate.module_off")
    assert [what["reason"] for what in await refusals(station, who)] == ["gate.module_off"]


async def test_a_module_is_off_for_one_organisation_only(station: Station) -> None:
    doorman_of(station.platform).off.add((new_id(), "lockers"))
    answer = await station.ask("GET", "/api/lockers/items", who=somebody("lockers.use"))
    assert answer.status == 200


async def test_switching_on_works_at_once(station: Station) -> None:
    who = somebody("lockers.use")
    off = doorman_of(station.platform).off
    off.add((who.organisation_id, "lockers"))
    before = await station.ask("GET", "/api/lockers/items", who=who)
    off.discard((who.organisation_id, "lockers"))
    after = await station.ask("GET", "/api/lockers/items", who=who)
    assert (before.status, after.status) == (404, 200)


@pytest.mark.parametrize("verified", [None, timedelta(seconds=-1)])
async def test_without_a_fresh_verification_a_step_up_is_asked_for(
    station: Station, verified: timedelta | None
) -> None:
    until = None if verified is None else clock.now() + verified
    who = somebody("lockers.open_safe", stepped_up_until=until)
    answer = await station.ask("POST", "/api/lockers/open-safe", {"safe": str(new_id())}, who=who)
    assert (answer.status, answer.code) == (403, "gate.step_up_needed")
    assert [what["reason"] for what in await refusals(station, who)] == ["gate.step_up_needed"]


async def test_a_fresh_verification_opens(station: Station) -> None:
    who = somebody("lockers.open_safe", stepped_up_until=clock.now() + timedelta(minutes=1))
    answer = await station.ask("POST", "/api/lockers/open-safe", {"safe": str(new_id())}, who=who)
    assert answer.status == 200


async def test_a_verification_gives_no_permission(station: Station) -> None:
    who = somebody("lockers.use", stepped_up_until=clock.now() + timedelta(minutes=1))
    answer = await station.ask("POST", "/api/lockers/open-safe", {"safe": str(new_id())}, who=who)
    assert answer.code == "gate.not_permitted"


async def test_a_view_that_needs_nothing_is_open_to_anybody_signed_in(station: Station) -> None:
    answer = await station.ask("GET", "/api/lockers/count?number=1", who=somebody())
    assert answer.status == 200


async def test_nobody_is_let_in_unknown(station: Station) -> None:
    answer = await station.ask("GET", "/api/lockers/count?number=1")
    assert (answer.status, answer.code) == (401, "doorman.signed_out")


async def test_who_is_unknown_learns_nothing_of_the_parameters(station: Station) -> None:
    answer = await station.ask("POST", "/api/lockers/put-in", b"no json")
    assert answer.status == 401


async def test_a_locked_session_reaches_only_what_works_while_locked(station: Station) -> None:
    who = somebody("lockers.use")
    doorman_of(station.platform).locked.add(who.session_id)
    shut = await station.ask("GET", "/api/lockers/items", who=who)
    open_still = await station.ask("POST", "/api/lockers/wake", who=who)
    assert (shut.status, open_still.status) == (423, 204)


INSIDE: list[tuple[str, str, Any, str]] = [
    ("POST", "/api/lockers/put-in-elsewhere", {"item": ITEM}, "lockers.put_in_elsewhere"),
    ("POST", "/api/lockers/peep", {"item": ITEM}, "lockers.peep"),
    ("GET", f"/api/lockers/peep/{ITEM}", None, "lockers./api/lockers/peep/{item:uuid}"),
]
"""Doors that let somebody in and refuse in the middle of their work."""


@pytest.mark.parametrize(("method", "path", "content", "operation"), INSIDE)
async def test_a_refusal_in_the_middle_of_the_work_is_logged_once(
    station: Station, method: str, path: str, content: Any, operation: str
) -> None:
    who = somebody("lockers.use")
    answer = await station.ask(method, path, content, who=who)
    assert (answer.status, answer.code) == (403, "gate.not_permitted")
    (event,) = await station.events(who.organisation_id)
    assert event.kind == "gate.Refused"
    assert event.what == {"operation": operation, "reason": "gate.not_permitted"}


@pytest.mark.parametrize(("method", "path", "content", "operation"), INSIDE)
async def test_without_log_nobody_is_even_refused(
    station: Station, method: str, path: str, content: Any, operation: str
) -> None:
    async with station.without_log():
        answer = await station.ask(method, path, content, who=somebody("lockers.use"))
    assert (answer.status, answer.code) == (503, "log.unavailable")
