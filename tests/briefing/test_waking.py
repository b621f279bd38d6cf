"""Whose phone is woken: on duty, meant, not yet read; the urgent again and again until it was."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from focus.core import clock
from focus.core.gate import Envelope
from focus.core.ids import new_id
from focus.modules.briefing.records import Audience
from focus.modules.briefing.waking import repeat
from focus.modules.duty.shifts import begin_duty, end_duty
from tests.briefing.zone import OPERATIONS, Member, Zone, content


async def on_duty(who: Member, *, on: bool = True) -> None:
    gate = who.house.platform.gate
    action: Any = begin_duty if on else end_duty
    given = {"until": clock.now() + timedelta(hours=8)} if on else {}
    await gate.act(who.principal, "duty", action, action.parameters(**given))


async def calls(zone: Zone) -> list[tuple[frozenset[UUID], bool]]:
    """Who was woken, and whether urgently, the oldest first; sent or not."""
    async with zone.house.platform.database.transaction(zone.id) as tx:
        rows = await tx.fetch("select persons, urgent from push.call order by at, id")
    return [(frozenset(row["persons"]), row["urgent"]) for row in rows]


async def long_ago(zone: Zone) -> None:
    """Whoever was woken was woken a while ago."""
    async with zone.house.platform.database.transaction(zone.id) as tx:
        await tx.execute("update briefing.waking set at = at - interval '1 hour'")


async def test_whoever_is_on_duty_is_woken_and_nobody_off_duty(zone: Zone, desk: Member, ann: Member) -> None:
    await zone.member()
    await on_duty(ann)
    await desk.publish(content(must_read=True))
    assert await calls(zone) == [(frozenset({ann.id}), False)]


async def test_what_need_not_be_read_wakes_nobody(zone: Zone, desk: Member, ann: Member) -> None:
    await on_duty(ann)
    await desk.publish(content())
    await desk.publish(content(priority="high"))
    assert await calls(zone) == []


async def test_only_whom_it_is_for_is_woken(zone: Zone, desk: Member, ann: Member) -> None:
    other = await zone.member()
    await on_duty(ann)
    await on_duty(other)
    await desk.publish(content(must_read=True, audience=Audience(persons=(other.id,))))
    assert await calls(zone) == [(frozenset({other.id}), False)]


async def test_the_urgent_is_repeated_until_it_was_read(zone: Zone, desk: Member, ann: Member) -> None:
    await on_duty(ann)
    item = await desk.publish(content(priority="urgent"))
    await repeat(zone.house.platform)
    assert await calls(zone) == [(frozenset({ann.id}), True)]
    await long_ago(zone)
    await repeat(zone.house.platform)
    assert await calls(zone) == [(frozenset({ann.id}), True)] * 2
    await ann.do("acknowledge", item=item, version=1)
    await long_ago(zone)
    await repeat(zone.house.platform)
    assert len(await calls(zone)) == 2


async def test_whoever_goes_off_duty_is_left_in_peace_and_the_relief_is_woken(
    zone: Zone, desk: Member, ann: Member
) -> None:
    relief = await zone.member()
    await on_duty(ann)
    await desk.publish(content(priority="urgent"))
    await on_duty(ann, on=False)
    await on_duty(relief)
    await long_ago(zone)
    await repeat(zone.house.platform)
    assert (await calls(zone))[1:] == [(frozenset({relief.id}), True)]


async def test_an_edit_wakes_again_a_minor_correction_does_not(zone: Zone, desk: Member, ann: Member) -> None:
    await on_duty(ann)
    item = await desk.publish(content(must_read=True))
    await desk.do(
        "revise", item=item, content=content("tikfout", must_read=True), version=1, minor=True, why="tikfout"
    )
    assert len(await calls(zone)) == 1
    await desk.do("revise", item=item, content=content("anders", must_read=True), version=2)
    assert len(await calls(zone)) == 2


async def test_3_what_ended_wakes_nobody_any_more(zone: Zone, desk: Member, ann: Member) -> None:
    await on_duty(ann)
    item = await desk.publish(content(priority="urgent"))
    await desk.do("recall", item=item, why="gevonden")
    await long_ago(zone)
    await repeat(zone.house.platform)
    assert len(await calls(zone)) == 1


async def look(who: Member, **changed: Any) -> Any:
    action = OPERATIONS["look_offline"]
    given = {"id": new_id(), "question": " 1-ABC-123 ", "kind": "plate", "at": clock.now(), **changed}
    envelope = Envelope(new_id(), at=clock.now(), device_at=clock.now())
    return await who.house.platform.gate.execute(
        who.principal, "briefing", action, action.parameters(**given), envelope=envelope
    )


async def test_what_a_phone_answered_by_itself_is_in_the_log(zone: Zone, desk: Member, ann: Member) -> None:
    item = await desk.publish()
    asked = clock.now() - timedelta(hours=5)
    await look(ann, items=(item,), at=asked)
    (entry,) = await zone.log("briefing.LookedOffline")
    told = (entry.person_id, entry.what["question"], entry.what["items"], entry.what["explained"])
    assert told == (ann.id, "1-ABC-123", [str(item)], False)
    assert entry.what["at"][:19] == asked.isoformat()[:19]
