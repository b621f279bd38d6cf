"""What officers say of a hit; who sees it, who is woken, and what the list's owner hears."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from focus.core import clock
from tests.cameras.town import PICTURE, Feed, Member, Town, hit


async def calls(town: Town) -> list[set[UUID]]:
    """Who was to be woken, call by call; all of it urgent."""
    rows = await town.rows("select persons, urgent from push.call order by at, id")
    assert all(row["urgent"] for row in rows)
    return [set(row["persons"]) for row in rows]


async def test_confirmed_by_eye_and_the_list_s_owner_hears_how_it_ended(
    feed: Feed, town: Town, ann: Member
) -> None:
    await town.receiver("zone-list")
    message = hit()
    one = (await feed.tell(message))["id"]
    assert (await ann.do("confirm", hit=one))["state"] == "confirmed"
    assert await town.told() == []
    said = await ann.do("outcome", hit=one, outcome="stopped", text="Bestuurder gecontroleerd")
    assert (said["counted"], said["state"]) == (True, "stopped")
    ((topic, told),) = await town.told()
    assert topic == "zone-list"
    assert (told["message"], told["outcome"], told["text"], told["plate"]) == (
        message["id"], "stopped", "Bestuurder gecontroleerd", "2-FIC-001",
    )  # fmt: skip
    assert "Proef" not in str(told)
    shown = await ann.hit()
    assert (shown["state"], [word["word"] for word in shown["said"]]) == ("stopped", ["confirmed", "stopped"])
    assert "Proef" in shown["decided_by"]


async def test_another_plate_ends_it_and_its_owner_hears_so(feed: Feed, town: Town, ann: Member) -> None:
    await town.receiver()
    one = (await feed.tell(hit()))["id"]
    await ann.do("not-same", hit=one)
    assert [(topic, told["outcome"]) for topic, told in await town.told()] == [("zone-list", "not_same")]


async def test_only_who_wants_that_list_is_told(feed: Feed, town: Town, ann: Member) -> None:
    await town.receiver("federal-list")
    await town.receiver("zone-list", kind="incidents.closed")
    one = (await feed.tell(hit()))["id"]
    await ann.do("not-same", hit=one)
    assert await town.told() == []


async def test_no_outcome_before_plate_and_picture_were_compared(feed: Feed, town: Town, ann: Member) -> None:
    one = (await feed.tell(hit()))["id"]
    assert await ann.refused("outcome", hit=one, outcome="stopped") == (409, "cameras.not_confirmed")
    assert await ann.refused("confirm", hit=uuid4()) == (404, "cameras.hit_unknown")
    assert (await ann.hit())["state"] == "new"


async def test_of_two_at_once_both_are_seen_and_the_first_decides(
    feed: Feed, town: Town, ann: Member
) -> None:
    await town.receiver()
    bob = await town.member(crew="NO-4")
    one = (await feed.tell(hit()))["id"]
    first = await ann.do("confirm", hit=one)
    second = await bob.do("not-same", hit=one)
    assert (first["counted"], second["counted"], second["state"]) == (True, False, "confirmed")
    words = [(word["word"], word["person"], word["counted"]) for word in (await bob.hit())["said"]]
    assert words == [("confirmed", str(ann.who.id), True), ("not_same", str(bob.who.id), False)]
    await ann.do("outcome", hit=one, outcome="not_seen")
    late = await bob.do("outcome", hit=one, outcome="stopped")
    assert (late["counted"], late["state"]) == (False, "not_seen")
    assert [told["outcome"] for _, told in await town.told()] == ["not_seen"]


async def test_confirmed_without_network_counts_from_then_and_once(
    feed: Feed, town: Town, ann: Member
) -> None:
    await town.receiver()
    one = (await feed.tell(hit()))["id"]
    outbox = await ann.outbox()
    outbox.keep("cameras.confirm", {"hit": one})
    outbox.keep("cameras.outcome", {"hit": one, "outcome": "stopped"})
    delivered = clock.now()
    for _ in range(2):
        outcomes = await outbox.deliver()
        assert [outcome["status"] for outcome in outcomes] == [200, 200], outcomes
    shown = await ann.hit()
    assert [word["word"] for word in shown["said"]] == ["confirmed", "stopped"]
    assert shown["decided_at"] == shown["said"][0]["at"]
    assert all(datetime.fromisoformat(word["at"]) < delivered for word in shown["said"])
    assert [told["outcome"] for _, told in await town.told()] == ["stopped"]


async def test_off_duty_sees_nothing(feed: Feed, ann: Member) -> None:
    one = (await feed.tell(hit()))["id"]
    assert set(await ann.hits()) == {one}
    await ann.off_duty()
    assert await ann.hits() == {}
    assert (await ann.get(f"pictures/{one}")).status_code == 404


async def test_who_may_not_read_hits_sees_none(feed: Feed, town: Town) -> None:
    clerk = await town.member("zone_administrator", crew="NO-7", added=["duty.use"])
    one = (await feed.tell(hit()))["id"]
    assert await clerk.hits() == {}
    assert (await clerk.get(f"pictures/{one}")).status_code == 403
    assert (await clerk.refused("confirm", hit=one))[0] == 403


async def test_the_picture_comes_as_it_was_taken_and_is_kept_nowhere(
    feed: Feed, town: Town, ann: Member
) -> None:
    one = (await feed.tell(hit()))["id"]
    answer = await ann.get(f"pictures/{one}")
    assert (answer.status_code, answer.content) == (200, PICTURE)
    assert answer.headers["content-type"] == "image/jpeg"
    assert (answer.headers["cache-control"], answer.headers["x-content-type-options"]) == (
        "no-store",
        "nosniff",
    )
    seen = [entry for entry in await town.logged() if entry.kind == "cameras.PictureSeen"]
    assert [(entry.person_id, entry.what) for entry in seen] == [(ann.who.id, {"hit": one})]
    bare: Any = hit()
    del bare["picture"]
    other = (await feed.tell(bare))["id"]
    assert (await ann.get(f"pictures/{other}")).status_code == 404


async def test_crews_on_duty_are_woken_and_nobody_else(feed: Feed, town: Town, ann: Member) -> None:
    bob = await town.member(crew="NO-4")
    await bob.off_duty()
    await town.member()
    await town.member("zone_administrator", crew="NO-7", added=["duty.use"])
    await feed.tell(hit())
    assert await calls(town) == [{ann.who.id}]


async def test_a_plate_that_passes_many_cameras_wakes_once(feed: Feed, town: Town, ann: Member) -> None:
    for plate in ("2-FIC-001", "2 FIC 001", "2-FIC-002"):
        await feed.tell(hit(plate=plate))
    assert len(await calls(town)) == 2


async def test_what_is_told_late_wakes_nobody(feed: Feed, town: Town, ann: Member) -> None:
    await feed.tell(hit(timedelta(minutes=16)))
    assert await calls(town) == []
    assert len(await ann.hits()) == 1
