"""A lookup meets the briefing: red while it counts, nothing once it was recalled."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from focus.modules.briefing.records import Audience, Subject
from tests.briefing.zone import Member, Zone, content, wanted
from tests.identity.phone import Phone

CASE = {"code": "investigation", "reference": "LI.30.F1.001/26", "reason": "Ladingdiefstal"}
CAR = Subject(kind="vehicle", plate="1-ABC-123")


async def looked_up(phone: Phone, question: str) -> list[dict[str, Any]]:
    body = {"id": str(uuid4()), "question": question, "purpose": CASE}
    answer = await phone.post("/api/search/lookups", body)
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines() if line]


async def test_a_plate_of_a_wanted_item_is_a_red_card_until_the_recall(zone: Zone, desk: Member) -> None:
    phone = await zone.house.signed_in(await zone.house.someone(zone.id))
    item = await desk.publish(content(**wanted(subjects=(CAR,), expected="Volgen op afstand")))
    lines = await looked_up(phone, "1-ABC-123")
    verdict = [line for line in lines if line["kind"] == "verdict"][-1]
    assert verdict["level"] == "red", verdict
    assert "Volgen op afstand" in json.dumps(lines)
    await desk.do("recall", item=item, why="Gevonden")
    lines = await looked_up(phone, "1-ABC-123")
    assert [line for line in lines if line["kind"] == "verdict"][-1]["level"] != "red"
    assert not [line for line in lines if line["kind"] == "card"]


async def test_who_may_not_read_the_briefing_does_not_ask_it(zone: Zone, desk: Member) -> None:
    outside = await zone.house.someone(zone.id, function="dpo", added=["search.ask"])
    phone = await zone.house.signed_in(outside)
    await desk.publish(content(**wanted(subjects=(CAR,))))
    answer = await phone.post(
        "/api/search/lookups", {"id": str(uuid4()), "question": "1-ABC-123", "purpose": CASE}
    )
    assert (answer.status_code, answer.json()["closed"]) == (422, ["briefing"])


async def test_an_item_for_some_is_a_hit_for_them_alone(zone: Zone, desk: Member) -> None:
    meant = await zone.house.someone(zone.id)
    his, other = (
        await zone.house.signed_in(meant),
        await zone.house.signed_in(await zone.house.someone(zone.id)),
    )
    audience = Audience(persons=(meant.id,))
    await desk.publish(content(**wanted(subjects=(CAR,), audience=audience)))
    levels = [
        [line for line in await looked_up(phone, "1-ABC-123") if line["kind"] == "verdict"][-1]["level"]
        for phone in (his, other)
    ]
    assert levels[0] == "red" and levels[1] != "red"
