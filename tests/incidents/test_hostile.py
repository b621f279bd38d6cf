"""Control rooms that send what is not right: coded answers, nothing lost, nothing broken."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from uuid import uuid4

import pytest

from focus.core import clock
from focus.core.webhooks.signing import sign
from tests.incidents.town import Feed, Member, Town, webhook

ODD: list[dict[str, Any]] = [
    {"sent_at": "0001-01-01T00:00:00+14:00"},
    {"sent_at": "9999-12-31T23:59:59-14:00"},
    {"started_at": "0001-01-01T00:00:00+14:00", "title": "Oud"},
    {"started_at": "9999-12-31T23:59:59-14:00", "title": "Later"},
    {"sequence": 10**400},
    {"sequence": 2**63 - 1},
    {"sequence": -(2**63)},
    {"priority": 10**30},
    {"title": "a\u0000b"},
    {"title": "\u202e" * 4_000},
    {"incident_id": "x" * 100_000},
    {"source": "\u0000"},
    {"version": True},
    {"places": [{"point": {"longitude": 1e308, "latitude": -1e308}}]},
    {"places": [{"text": "x" * 50_000, "point": {"longitude": 4.8, "latitude": 51.0}}]},
    {"acted_at": "0001-01-01T00:00:00+14:00", "state": "closed"},
    {"log": [{"id": str(one), "text": "x", "at": "2026-11-30T12:00:00Z"} for one in range(20_000)]},
    {"log": [{"text": "x", "at": "0001-01-01T00:00:00+14:00"}]},
    {"log": [{"text": "x", "at": "9999-12-31T23:59:59-14:00"}]},
    {"calls": [{"started_at": "0001-01-01T00:00:00+14:00"}]},
    *(
        {"resources": [{"name": name, "stages": [{"state": "accepted", "at": at}]}]}
        for name in ("NO-2", "N" * 5_000, "\u202e", " ")
        for at in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-11-30T12:00:00Z")
    ),
]


@pytest.mark.parametrize("said", ODD, ids=lambda said: str(said)[:40])
async def test_odd_values_are_taken_in_or_kept(town: Town, desk: Member, said: dict[str, Any]) -> None:
    await town.member(crew="NO-2")
    feed, message = await town.feed(desk), webhook(title="Gewoon")
    message.update(said)
    answer = await feed.send(json.dumps(message).encode(), message_id=message["id"])
    assert answer.status_code in (200, 413), answer.text
    if answer.status_code == 200:
        outcome = answer.json()["outcome"]
        assert outcome in ("applied", "quarantined", "older")
        if outcome == "quarantined":
            assert answer.json()["code"]
    await feed.tell(title="En verder", incident_id="LB-2")
    assert "En verder" in [one["title"] for one in (await desk.held("incident")).values()]
    assert (await desk.post("history")).status_code == 200


FORMATS = ("ucri", "eido", "cap", "webhook")
BODIES = [
    b"", b"null", b"{", b"\x00" * 100, b"\xff\xfe<\x00a\x00/\x00>\x00", b"[" * 300_000, b"<a>" * 200_000,
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'cccccccc'><!ENTITY d '&b;&b;&b;'>]><a>&d;</a>",
    b"<?xml version='1.0' encoding='utf-7'?><alert/>", b'{"id": 1e999999}', b'{"a": "\\ud800"}',
    b"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><sent>0001-01-01T00:00:00+14:00</sent></alert>",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
async def test_nonsense_in_every_format_waits_in_quarantine(town: Town, desk: Member, form: str) -> None:
    feed = await town.feed(desk, form)
    for body in BODIES:
        answer = await feed.send(body)
        assert (answer.status_code, answer.json()["outcome"]) == (200, "quarantined"), body[:40]
    kept = await town.rows("select octets from incidents.message where outcome = 'quarantined'")
    assert sorted(row["octets"] for row in kept) == sorted(BODIES)


async def test_a_message_for_one_feed_is_none_for_another(town: Town, desk: Member) -> None:
    one, two = await town.feed(desk), await town.feed(desk)
    message = webhook()
    body = json.dumps(message).encode()
    headers = sign(one.secret, message_id=message["id"], at=clock.now(), body=body)
    answer = await town.house.http.post(two.path, content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "incidents.not_signed")


async def test_a_feed_that_ends_while_it_sends(town: Town, desk: Member) -> None:
    feed = await town.feed(desk)
    messages = [webhook(incident_id=f"LB-{number}", title="X") for number in range(6)]
    answers = await asyncio.gather(
        *(feed.send(json.dumps(one).encode(), message_id=one["id"]) for one in messages[:3]),
        desk.post("end-feed", feed=feed.id),
        *(feed.send(json.dumps(one).encode(), message_id=one["id"]) for one in messages[3:]),
    )
    assert {one.status_code for one in answers} <= {200, 401}
    assert len(await desk.held("incident")) == sum(one.status_code == 200 for one in answers) - 1


async def test_a_text_that_cannot_be_kept_is_refused_at_the_desk(desk: Member) -> None:
    body = {"id": str(uuid4()), "kind": "burglary", "title": "a\u0000b", "place": {"town": "Lindebeek"}}
    assert await desk.refused("open-incident", **body) == (422, "core.invalid_input")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"since": "0001-01-01T00:00:00+14:00"}, 422),
        ({"until": "9999-12-31T23:59:59-14:00"}, 422),
        ({"since": "2026-01-01T00:00:00"}, 422),
        ({"since": "2026-01-01T00:00:00Z"}, 200),
        ({"text": "a\u0000"}, 422),
    ],
)
async def test_who_looks_back_oddly_is_told(desk: Member, asked: dict[str, str], status: int) -> None:
    assert (await desk.post("history", **asked)).status_code == status


async def test_two_feeds_of_one_secret_do_not_share_their_incidents(town: Town, desk: Member) -> None:
    one, two = await town.feed(desk), await town.feed(desk)
    await town.rows(
        "update incidents.feed set secret = (select secret from incidents.feed where id = $1) returning id",
        one.id,
    )
    message = webhook(title="Samen")
    body = json.dumps(message).encode()
    both = Feed(town, two.id, one.secret, two.path)
    answers = [(await feed.send(body, message_id=message["id"])).json() for feed in (one, both)]
    assert [one["outcome"] for one in answers] == ["applied", "applied"]
    assert answers[0]["incident"] != answers[1]["incident"]
