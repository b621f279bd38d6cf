"""Messages of camera systems: signed, twice, in any order, broken; what phones hold of them."""

from __future__ import annotations

import asyncio
import base64
import json
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from focus.core import clock
from focus.modules.cameras.message import MOST_OCTETS, MOST_PICTURE, Message, schema
from tests.cameras.town import PICTURE, Feed, Member, Town, hit, jpeg, passage, town_of
from tests.identity.house import House


async def test_a_hit_is_on_phones_and_a_passage_is_not(
    feed: Feed, town: Town, ann: Member, desk: Member
) -> None:
    seen = passage()
    assert (await feed.tell(seen))["outcome"] == "applied"
    told = await feed.tell(hit())
    shown = await ann.hit()
    assert (shown["id"], shown["plate"], shown["country"], shown["state"]) == (
        told["id"], "2-FIC-001", "B", "new",
    )  # fmt: skip
    assert (shown["list"], shown["list_name"], shown["owner"], shown["reason"]) == (
        "zone-list", "Aandachtslijst zone", "Zone Lindevallei", "Gebruikt bij ladingdiefstal",
    )  # fmt: skip
    assert (shown["instruction"], shown["contact"]) == ("Niet zelf aanhouden", "+32 14 00 01 00")
    assert (shown["camera"]["name"], shown["camera"]["longitude"], shown["picture"]) == (
        "Ringlaan", 4.86, True,
    )  # fmt: skip
    assert await desk.hit() == shown
    rows = await town.rows("select plate, listed from cameras.passage order by listed")
    assert [(row["plate"], row["listed"]) for row in rows] == [("2FIC001", False), ("2FIC001", True)]


async def test_the_signature_is_asked_for_first(feed: Feed, town: Town, house: House) -> None:
    body = msgspec.json.encode(hit())
    answers = [
        await feed.send(body, secret=b"x" * 32),
        await feed.send(body, at=clock.now() - timedelta(minutes=6)),
        await feed.send(body, at=clock.now() + timedelta(minutes=6)),
        await house.http.post(feed.path, content=body),
        await Feed(town, feed.id, feed.secret, f"/api/cameras/in/{uuid4()}").send(body),
    ]
    assert [(one.status_code, one.json()["code"]) for one in answers] == [(401, "cameras.not_signed")] * 5
    assert await town.rows("select id from cameras.passage") == []
    assert await town.rows("select id from cameras.message") == []


async def test_a_feed_that_ended_sends_no_more(feed: Feed, desk: Member) -> None:
    await desk.do("end-feed", feed=feed.id)
    assert (await feed.send(msgspec.json.encode(hit()))).status_code == 401
    assert await desk.refused("end-feed", feed=feed.id) == (404, "cameras.feed_unknown")
    assert (await desk.get("feeds")).json() == []


async def test_the_same_message_again_changes_nothing(feed: Feed, town: Town, ann: Member) -> None:
    message = hit()
    body = msgspec.json.encode(message)
    answers = [(await feed.send(body, message_id=message["id"])).json() for _ in range(3)]
    assert [one["outcome"] for one in answers] == ["applied", "duplicate", "duplicate"]
    assert len({one["id"] for one in answers}) == 1
    versions = await town.rows("select version from feed.record where type = 'cameras.hit'")
    assert [row["version"] for row in versions] == [1]
    assert len(await ann.hits()) == 1


async def test_the_same_message_at_once_is_one(feed: Feed, town: Town) -> None:
    message = hit()
    body = msgspec.json.encode(message)
    answers = await asyncio.gather(*(feed.send(body, message_id=message["id"]) for _ in range(8)))
    outcomes = sorted(one.json()["outcome"] for one in answers)
    assert outcomes == ["applied", *["duplicate"] * 7]
    assert len(await town.rows("select id from cameras.hit")) == 1
    assert (await town.kinds()).count("HitTold") == 1


async def test_out_of_order_each_stands_by_the_time_it_was_seen(feed: Feed, ann: Member) -> None:
    minutes = [3, 9, 1, 5]
    for ago in minutes:
        await feed.tell(hit(timedelta(minutes=ago)))
    seen = sorted(one["seen_at"] for one in (await ann.hits()).values())
    assert len(seen) == 4
    assert seen == sorted(set(seen))


async def test_what_was_seen_yesterday_is_kept_and_is_on_no_phone(
    feed: Feed, town: Town, ann: Member
) -> None:
    assert (await feed.tell(hit(timedelta(hours=25))))["outcome"] == "applied"
    assert await ann.hits() == {}
    assert len(await town.rows("select id from cameras.hit")) == 1


def without(message: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in message.items() if key != name}


BROKEN: list[tuple[Any, str, str]] = [
    (lambda: without(passage(), "plate"), "missing", "/plate"),
    (lambda: passage(camera={"id": "1", "name": "x", "longitude": 4.0}), "missing", "/camera/latitude"),
    (lambda: passage(camera={"id": "1", "name": "x", "longitude": 4.0, "latitude": 91}),
     "out_of_range", "/camera/latitude"),
    (lambda: passage(plate=7), "wrong_type", "/plate"),
    (lambda: passage(plate="- -"), "no_plate", "/plate"),
    (lambda: passage(plate="x" * 21), "wrong_length", "/plate"),
    (lambda: passage(plate="A\0B"), "unstorable_text", "/plate"),
    (lambda: passage(country="be"), "unknown_value", "/country"),
    (lambda: passage(type="cameras.other"), "unknown_value", "/type"),
    (lambda: passage(seen_at="yesterday"), "not_a_time", "/seen_at"),
    (lambda: passage(seen_at="2026-11-30T10:00:00"), "time_without_zone", "/seen_at"),
    (lambda: passage(timedelta(minutes=-6)), "from_the_future", "/seen_at"),
    (lambda: passage(timedelta(days=366)), "too_old", "/seen_at"),
    (lambda: passage(confidence=1.2), "out_of_range", "/confidence"),
    (lambda: without(hit(), "hit"), "missing", "/hit"),
    (lambda: hit(type="cameras.read"), "unknown_value", "/hit"),
    (lambda: hit(hit={**hit()["hit"], "list": {"code": "z", "name": "Z"}}), "missing", "/hit/list/owner"),
    (lambda: hit(picture="%%%"), "not_base64", "/picture"),
    (lambda: hit(picture=base64.b64encode(b"<html>").decode()), "no_picture", "/picture"),
    (lambda: hit(picture=base64.b64encode(PICTURE[:-2]).decode()), "no_picture", "/picture"),
    (lambda: hit(picture=base64.b64encode(jpeg(5000, 4000)).decode()), "no_picture", "/picture"),
    (lambda: hit(picture=base64.b64encode(PICTURE + bytes(MOST_PICTURE)).decode()), "too_large", "/picture"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("message", "code", "path"), BROKEN, ids=[f"{code} {path}" for _, code, path in BROKEN]
)
async def test_what_is_wrong_is_named_with_its_place(
    feed: Feed, town: Town, ann: Member, message: Any, code: str, path: str
) -> None:
    answer = await feed.tell(message())
    assert (answer["outcome"], answer["code"], answer.get("path", "")) == ("quarantined", code, path)
    assert await ann.hits() == {}
    assert await town.rows("select id from cameras.passage") == []


async def test_what_is_no_json_or_too_deep_is_kept_as_it_came(feed: Feed, town: Town) -> None:
    deep = b'{"type":"cameras.read","x":' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    half = b'{"type":"cameras.read","id":"a","plate":"\\ud800"}'
    bodies = [b"{", b"[]", b"\xff\xfe", b"", b"null", half, deep, deep[:300_000]]
    answers = [(await feed.send(body)).json() for body in bodies]
    assert {one["outcome"] for one in answers} == {"quarantined"}
    codes = "malformed wrong_type malformed malformed wrong_type malformed too_deep too_deep"
    assert [one["code"] for one in answers] == codes.split()
    kept = await town.rows("select octets from cameras.message")
    assert sorted(row["octets"] for row in kept) == sorted(bodies)


async def test_the_signed_id_is_the_messages(feed: Feed) -> None:
    answer = await feed.send(msgspec.json.encode(passage()), message_id="another")
    assert (answer.json()["code"], answer.json()["path"]) == ("wrong_id", "/id")


@pytest.mark.parametrize("octets", [MOST_OCTETS + 1, 10 * 1024 * 1024])
async def test_a_message_that_is_too_large_is_refused(feed: Feed, town: Town, octets: int) -> None:
    answer = await feed.send(b" " * octets)
    assert (answer.status_code, answer.json()["code"]) == (413, "core.too_large")
    assert await town.rows("select id from cameras.message") == []


async def test_a_good_message_heals_the_broken_one(feed: Feed, desk: Member, ann: Member) -> None:
    good = hit()
    await feed.tell({**good, "country": "be"})
    await feed.tell({**good, "country": 7})
    assert [one["code"] for one in (await desk.get("quarantine")).json()] == ["wrong_type", "unknown_value"]
    assert (await feed.tell(good))["outcome"] == "applied"
    assert (await desk.get("quarantine")).json() == []
    assert (await ann.hit())["country"] == "B"


async def test_the_desk_tries_again_or_drops(feed: Feed, desk: Member, ann: Member) -> None:
    early = hit(timedelta(minutes=-5, seconds=-30))
    held = (await feed.tell(early))["message"]
    answer = await desk.post("resend", message=held)
    assert (answer.status_code, answer.json()["code"]) == (422, "cameras.still_unreadable")
    with clock.fixed(clock.now() + timedelta(seconds=50)):
        assert (await desk.do("resend", message=held))["outcome"] == "applied"
    assert len(await ann.hits()) == 1
    other = (await feed.send(b"{")).json()["message"]
    await desk.do("drop-message", message=other)
    assert (await desk.get("quarantine")).json() == []
    assert await desk.refused("drop-message", message=other) == (404, "cameras.message_unknown")


async def test_a_message_of_one_zone_is_nothing_to_another(feed: Feed, house: House, ann: Member) -> None:
    other = await town_of(house)
    chief, eve = await other.member("dispatcher"), await other.member(crew="NO-2")
    theirs = await other.feed(chief)
    message = hit()
    one, two = await feed.tell(message), await theirs.tell(message)
    assert one["id"] != two["id"]
    assert (set(await ann.hits()), set(await eve.hits())) == ({one["id"]}, {two["id"]})
    held = (await feed.send(b"{")).json()["message"]
    assert await chief.refused("drop-message", message=held) == (404, "cameras.message_unknown")
    assert (await eve.get(f"pictures/{one['id']}")).status_code == 404


async def test_the_secret_is_shown_once_and_stands_nowhere(feed: Feed, town: Town) -> None:
    (row,) = await town.rows("select secret from cameras.feed")
    assert feed.secret not in row["secret"]
    assert "secret" not in json.dumps([one.what for one in await town.logged()])


async def test_feeds_say_how_they_do(feed: Feed, desk: Member) -> None:
    await feed.tell(passage())
    await feed.send(b"{")
    (shown,) = (await desk.get("feeds")).json()
    assert (UUID(shown["id"]), shown["today"], shown["quarantined"]) == (feed.id, 1, 1)
    assert shown["last_at"] is not None


def test_the_schema_is_that_of_the_form() -> None:
    form = schema()["$defs"]["Message"]
    assert set(form["properties"]) == set(Message.__struct_fields__)
    assert set(form["required"]) == {"type", "id", "plate", "country", "seen_at", "camera"}
