"""What is sent that is not right, by cameras, officers and who looks back: nothing breaks or is lost."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from focus.core import clock
from focus.core.organisations.retention import erase_due
from focus.core.webhooks.signing import sign
from focus.modules.cameras.keeping import leave_phones
from tests.cameras.test_history import CASE, back
from tests.cameras.town import Feed, Member, Town, hit, passage, town_of
from tests.identity.house import House


async def test_something_else_under_an_old_id_is_not_passed_over(
    feed: Feed, town: Town, ann: Member, desk: Member
) -> None:
    read = passage()
    await feed.tell(read)
    late = hit(**{name: read[name] for name in ("id", "plate", "seen_at", "camera")}, make="", colour="")
    answer = await feed.tell(late)
    assert (answer["outcome"], answer["code"], answer["path"]) == ("quarantined", "id_used", "/id")
    held = answer["message"]
    assert await desk.refused("resend", message=held) == (422, "cameras.still_unreadable")
    assert (await feed.tell({**late, "id": str(uuid4())}))["outcome"] == "applied"
    assert len(await ann.hits()) == 1
    other = hit()
    await feed.tell(other)
    reason = {**other["hit"], "reason": "Gestolen"}
    for changed in ({"plate": "2-FIC-002"}, {"hit": reason}, {"country": "NL"}):
        assert (await feed.tell({**other, **changed}))["code"] == "id_used"
    assert (await feed.tell(other))["outcome"] == "duplicate"


async def test_a_replay_at_another_feed_is_not_signed_for_it(feed: Feed, town: Town, desk: Member) -> None:
    other = await town.feed(desk)
    body, signed = msgspec.json.encode(hit()), str(uuid4())
    headers = sign(feed.secret, message_id=signed, at=clock.now(), body=body)
    answer = await town.house.http.post(other.path, content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "cameras.not_signed")


async def test_two_feeds_with_one_secret_are_two(feed: Feed, town: Town, desk: Member) -> None:
    other = await town.feed(desk)
    await town.rows(
        "update cameras.feed set secret = (select secret from cameras.feed where id = $1) returning id",
        feed.id,
    )
    message = hit()
    theirs = Feed(town, other.id, feed.secret, other.path)
    one, two = await feed.tell(message), await theirs.tell(message)
    assert one["outcome"] == two["outcome"] == "applied" and one["id"] != two["id"]


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/xml", ""])
async def test_the_content_type_is_not_asked(feed: Feed, kind: str) -> None:
    message = passage()
    body = msgspec.json.encode(message)
    headers = sign(feed.secret, message_id=message["id"], at=clock.now(), body=body)
    answer = await feed.town.house.http.post(
        feed.path, content=body, headers={**headers, "content-type": kind}
    )
    assert (answer.status_code, answer.json()["outcome"]) == (200, "applied")


ODD: list[tuple[dict[str, Any], str]] = [
    ({"speed": 10**400}, "quarantined"),
    ({"camera": {"id": "1", "name": "x", "longitude": 1e308, "latitude": 4}}, "quarantined"),
    ({"seen_at": "0001-01-01T00:00:00+14:00"}, "quarantined"),
    ({"seen_at": "9999-12-31T23:59:59-14:00"}, "quarantined"),
    ({"plate": "\u202e2-FIC\u0000"}, "quarantined"),
    ({"plate": "２-ＦＩＣ-００１"}, "applied"),
    ({"plate": "ß'; drop table--"}, "applied"),
    ({"colour": "\u0000"}, "quarantined"),
    ({"extra": {"deep": [[[[]]]]}}, "applied"),
]


@pytest.mark.parametrize(("changed", "outcome"), ODD, ids=[str(changed)[:40] for changed, _ in ODD])
async def test_odd_values_are_taken_in_or_kept(feed: Feed, changed: dict[str, Any], outcome: str) -> None:
    message = {**passage(), **changed}
    answer = await feed.send(json.dumps(message).encode(), message_id=message["id"])
    assert (answer.status_code, answer.json()["outcome"]) == (200, outcome), answer.text


@pytest.mark.parametrize("since", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
async def test_a_list_may_name_a_plate_since_ever(feed: Feed, ann: Member, since: str) -> None:
    listed = {**hit()["hit"], "since": since}
    assert (await feed.tell(hit(hit=listed)))["outcome"] == "applied"
    assert len(await ann.hits()) == 1


async def test_wide_letters_of_a_plate_are_the_same_plate(feed: Feed, town: Town, desk: Member) -> None:
    await feed.tell(passage(plate="２-ＦＩＣ-００１"))
    assert [one["plate"] for one in await desk.do("history", **back(1, **CASE))] == ["２-ＦＩＣ-００１"]


@pytest.mark.parametrize(
    "changed",
    [
        {"camera": "a\u0000b"},
        {"since": "0001-01-01T00:00:00+14:00"},
        {"until": "9999-12-31T23:59:59-14:00"},
        {"reference": "\u0000"},
        {"reason": "\u0000"},
    ],
)
async def test_who_looks_back_oddly_is_refused_and_nothing_breaks(
    feed: Feed, desk: Member, changed: dict[str, str]
) -> None:
    answer = await desk.post("history", **back(20, **{**CASE, **changed}))
    assert answer.status_code in (200, 400, 422), answer.text


async def test_a_sign_that_cannot_be_kept_is_refused_in_a_word_too(feed: Feed, ann: Member) -> None:
    told = await feed.tell(hit())
    await ann.do("confirm", hit=told["id"])
    answer = await ann.post("outcome", hit=told["id"], outcome="stopped", text="a\u0000b")
    assert (answer.status_code, answer.json()["code"]) == (422, "core.invalid_input")


async def test_a_word_without_network_that_cannot_be_kept_holds_up_no_other(feed: Feed, ann: Member) -> None:
    told = await feed.tell(hit())
    outbox = await ann.outbox()
    outbox.keep("cameras.confirm", {"hit": told["id"]})
    outbox.keep("cameras.outcome", {"hit": told["id"], "outcome": "stopped", "text": "a\u0000b"})
    outbox.keep("cameras.outcome", {"hit": told["id"], "outcome": "stopped", "text": "ab"})
    items = await outbox.deliver()
    assert [(one["status"], one["final"]) for one in items] == [(200, True), (422, True), (200, True)]
    assert items[1]["problem"]["code"] == "core.invalid_input"
    assert (await ann.hit())["state"] == "stopped"


async def test_of_two_officers_at_once_one_decides_and_both_are_kept(
    feed: Feed, town: Town, ann: Member
) -> None:
    bob = await town.member(crew="NO-4")
    told = await feed.tell(hit())
    await asyncio.gather(ann.do("confirm", hit=told["id"]), bob.do("not-same", hit=told["id"]))
    shown = await ann.hit()
    assert sorted((one["word"], one["counted"]) for one in shown["said"]) in (
        [("confirmed", True), ("not_same", False)],
        [("confirmed", False), ("not_same", True)],
    )


async def test_a_word_after_it_left_the_phones_is_kept_and_brings_it_back_to_none(
    feed: Feed, town: Town, ann: Member
) -> None:
    told = await feed.tell(hit(timedelta(hours=23, minutes=59)))
    with clock.fixed(clock.now() + timedelta(minutes=2)):
        await leave_phones(town.house.platform)
    assert await ann.hits() == {}
    await ann.do("confirm", hit=told["id"])
    await ann.do("outcome", hit=told["id"], outcome="not_seen")
    assert await ann.hits() == {}
    (row,) = await town.rows("select state, on_phones from cameras.hit")
    assert (row["state"], row["on_phones"]) == ("not_seen", False)
    await town.earlier(366)
    await erase_due(town.house.platform)
    assert await ann.refused("confirm", hit=told["id"]) == (404, "cameras.hit_unknown")


async def test_a_feed_that_ends_while_it_sends(feed: Feed, town: Town, desk: Member, house: House) -> None:
    messages = [hit() for _ in range(6)]
    answers = await asyncio.gather(
        *(feed.send(msgspec.json.encode(one), message_id=one["id"]) for one in messages[:3]),
        desk.post("end-feed", feed=feed.id),
        *(feed.send(msgspec.json.encode(one), message_id=one["id"]) for one in messages[3:]),
    )
    assert {one.status_code for one in answers} <= {200, 401}
    kept = await town.rows("select id from cameras.hit")
    assert len(kept) == sum(one.status_code == 200 for one in answers) - 1
    other = await town_of(house)
    assert await other.rows("select id from cameras.hit") == []
