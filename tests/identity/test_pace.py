"""Who is not known yet is answered only so often."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import httpx

from focus.core.pace import MOST_KEYS, Pace
from tests.identity.house import house_at


async def test_one_address_is_answered_only_so_often_and_others_go_on(tmp_path: Path) -> None:
    async with house_at(tmp_path, FOCUS_IDENTITY_SIGN_INS_A_MINUTE="8") as house:
        answers = [await house.http.post("/api/identity/sign-in/begin", json={}) for _ in range(10)]
        refused = [one for one in answers if one.status_code != 200]
        assert 1 <= len(refused) <= 2  # a minute may end in between
        assert refused[0].json()["code"] == "identity.too_many_steps"
        transport = httpx.ASGITransport(app=cast("Any", house.app), client=("192.0.2.7", 5))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8500") as other:
            assert (await other.post("/api/identity/sign-in/begin", json={})).status_code == 200


def test_a_minute_begins_anew_and_many_keys_need_no_more_room() -> None:
    now = [30.0]
    pace = Pace(lambda: now[0])
    assert [pace.count("a", 2) for _ in range(3)] == [0, 0, 31]
    now[0] = 60.0
    assert pace.count("a", 2) == 0
    for number in range(3 * MOST_KEYS):
        pace.count(number, 1)
    assert len(pace._counts) <= MOST_KEYS + 1
    assert pace.count("new", 1) > 0
