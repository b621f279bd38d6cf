"""Requirements 1 and 2 at the front door: no lookup without log, none without its reason."""

from __future__ import annotations

from typing import Any

import pytest

from focus.core.ids import new_id
from tests.matrices.house import B, House
from tests.support.device import Answer, Device

TRAFFIC = {"code": "traffic_check", "reference": "C-1109"}


@pytest.fixture
async def officer(house: House) -> Device:
    """Somebody without an active task."""
    who = await house.someone(B, frozenset({"search.ask"}))
    return await house.device(who, verified=False)


async def look_up(device: Device, **more: Any) -> Answer:
    content = {"id": str(new_id()), "question": "1-ABC-123", **more}
    return await device.post("/api/search/lookups", content)


async def logged(house: House, device: Device, kind: str) -> list[Any]:
    events = await house.station.events(B, kind)
    return [event for event in events if str(event.session_id) == device.session["session"]]


async def test_requirement_1_a_lookup_is_in_the_log_with_its_purpose(house: House, officer: Device) -> None:
    answer = await look_up(officer, purpose=TRAFFIC)
    assert answer.status == 200 and b'"kind":"opened"' in answer.body
    (event,) = await logged(house, officer, "search.LookupOpened")
    assert event.purpose and event.purpose.code == "traffic_check" and event.purpose.basis


async def test_requirement_1_without_log_a_lookup_is_a_503_and_shows_nothing(
    house: House, officer: Device
) -> None:
    async with house.station.without_log():
        answer = await look_up(officer, purpose=TRAFFIC)
    assert (answer.status, answer.code) == (503, "log.unavailable")


async def test_requirement_2_without_purpose_a_lookup_is_refused_with_those_that_are_possible(
    officer: Device,
) -> None:
    answer = await look_up(officer)
    assert (answer.status, answer.code) == (422, "purposes.missing")
    assert "traffic_check" in str(answer.body)


async def test_requirement_2_a_lookup_without_purpose_is_logged_as_refused(
    house: House, officer: Device
) -> None:
    await look_up(officer)
    kinds = {
        event.kind
        for event in await house.station.events(B)
        if str(event.session_id) == officer.session["session"]
    }
    assert [kind for kind in kinds if "Refused" in kind], kinds
    assert "search.LookupOpened" not in kinds


async def test_a_lookup_whose_refusal_cannot_be_logged_is_a_503(house: House, officer: Device) -> None:
    async with house.station.without_log():
        answer = await look_up(officer)
    assert answer.status == 503
