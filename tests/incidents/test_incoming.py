"""Messages of control rooms: signed, in any order, twice, broken; what phones hold of them."""

from __future__ import annotations

import asyncio
import json
import random
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from focus.core import clock
from focus.modules.incidents.messages.limits import MOST_OCTETS
from tests.identity.house import House
from tests.incidents.messages.eido_example import eido
from tests.incidents.messages.examples import CAP, INCIDENT, envelope, octets, police_incident
from tests.incidents.town import Feed, Member, Town, town_of, webhook


@pytest.fixture
async def feed(town: Town, desk: Member) -> Feed:
    return await town.feed(desk)


def at(minutes: int) -> str:
    """So many minutes after the beginning of the story, an hour ago."""
    begin = clock.now() - timedelta(hours=1)
    return (begin + timedelta(minutes=minutes)).isoformat()


async def test_a_message_becomes_an_incident_on_phones(feed: Feed, ann: Member, desk: Member) -> None:
    outcome = await feed.tell(
        kind="new",
        title="Inbraak bezig",
        keywords=["Inbraak"],
        priority={"level": 1, "lights": True},
        places=[{"address": {"street": "Bosdreef", "number": "31", "city": "Lindebeek"},
                 "point": {"latitude": 51.03, "longitude": 4.86, "uncertainty_m": 12.0}}],
        persons=[{"role": "caller", "full_name": "Rik Verzonnen", "phones": ["+3214000101"]},
                 {"role": "victim", "full_name": "Mia Verzonnen"},
                 {"role": "accused", "given_names": "Dirk", "family_name": "Fictiefs", "born": "1990-01-02"}],
        vehicles=[{"plate": "2-FIC-001", "colour": "grijs"}],
        things=[{"name": "mes", "weapon": True}],
        log=[{"id": "l1", "at": at(1), "text": "Melder ziet twee personen"}],
    )  # fmt: skip
    assert outcome["outcome"] == "applied"
    shown = await ann.the("incident")
    assert shown["id"] == outcome["incident"]
    assert (shown["kind"], shown["title"], shown["priority"], shown["lights"], shown["state"]) == (
        "burglary", "Inbraak bezig", 1, True, "open",
    )  # fmt: skip
    assert (shown["number"], shown["source"], shown["weapon"], shown["caller"]) == (
        "I-0001",
        "Meldkamer",
        True,
        True,
    )
    assert (shown["place"]["street"], shown["place"]["latitude"], shown["place"]["within_m"]) == (
        "Bosdreef", 51.03, 12.0,
    )  # fmt: skip
    victim, suspect, vehicle, knife = shown["linked"]
    assert (victim["role"], victim["label"], victim["question"]) == ("victim", "", "")
    assert (suspect["role"], suspect["question"]) == ("suspect", "Dirk Fictiefs 02/01/1990")
    assert (vehicle["question"], knife["caution"]) == ("2-FIC-001", True)
    line = await ann.the("line")
    assert (line["kind"], line["text"], line["author"]) == (
        "control",
        "Melder ziet twee personen",
        "Meldkamer",
    )
    assert await ann.held("caller") == {}
    caller = await desk.the("caller")
    assert (caller["id"], caller["name"], caller["phone"]) == (shown["id"], "Rik Verzonnen", "+3214000101")


async def test_the_signature_is_asked_for_first(feed: Feed, town: Town, house: House) -> None:
    body = msgspec.json.encode(webhook())
    answers = [
        await feed.send(body, secret=b"x" * 32),
        await feed.send(body, at=clock.now() - timedelta(minutes=6)),
        await feed.send(body, at=clock.now() + timedelta(minutes=6)),
        await house.http.post(feed.path, content=body),
        await Feed(town, feed.id, feed.secret, f"/api/incidents/in/{uuid4()}").send(body),
    ]
    assert [(one.status_code, one.json()["code"]) for one in answers] == [(401, "incidents.not_signed")] * 5
    assert await town.rows("select * from incidents.message") == []


async def test_a_feed_that_ended_sends_no_more(feed: Feed, desk: Member) -> None:
    await desk.do("end-feed", feed=feed.id)
    answer = await feed.send(msgspec.json.encode(webhook()))
    assert answer.status_code == 401
    assert await desk.refused("end-feed", feed=feed.id) == (404, "incidents.feed_unknown")


async def test_a_message_that_is_too_large_is_refused(feed: Feed) -> None:
    answer = await feed.send(b" " * (MOST_OCTETS + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "core.too_large")


async def test_the_same_message_again_changes_nothing(feed: Feed, town: Town, ann: Member) -> None:
    message = webhook(kind="new", title="Ruzie", log=[{"id": "1", "text": "Eerste"}])
    body = msgspec.json.encode(message)
    outcomes = [(await feed.send(body, message_id=message["id"])).json()["outcome"] for _ in range(3)]
    assert outcomes == ["applied", "duplicate", "duplicate"]
    versions = await town.rows("select version from feed.record where type like 'incidents.i%'")
    assert [row["version"] for row in versions] == [1]
    assert len(await ann.held("line")) == 1


def story() -> list[dict[str, Any]]:
    """An incident in four messages."""
    crew = {"id": "lima-12", "name": "NO-2"}
    return [
        webhook(kind="new", sequence=1, sent_at=at(0), title="Ruzie",
                log=[{"id": "1", "at": at(0), "text": "A"}]),
        webhook(sequence=2, sent_at=at(2), title="Ruzie met mes", priority={"level": 1},
                log=[{"text": "Zonder uur"}, {"text": "Zonder uur"}],
                resources=[{**crew, "stages": [{"state": "en_route", "at": at(1)}]}]),
        webhook(sequence=3, sent_at=at(4), places=[{"address": {"street": "Markt"}}],
                resources=[{**crew, "stages": [{"state": "on_scene", "at": at(3)}]}]),
        webhook(kind="close", sequence=4, sent_at=at(9), result="done", reason="Bemiddeld"),
    ]  # fmt: skip


def essence(incident: dict[str, Any], lines: dict[str, Any]) -> Any:
    """What must not depend on the order in which messages came."""
    crews = [
        (one["call_sign"], one["state"], dict(sorted(one["times"].items()))) for one in incident["crews"]
    ]
    kept = {
        name: incident[name]
        for name in ("title", "priority", "state", "result", "place", "gaps", "opened_at")
    }
    said = sorted(
        (line["kind"], line["at"], line["text"]) for line in lines.values() if line["kind"] != "crew"
    )
    return kept, crews, said


async def test_in_whatever_order_messages_come_the_incident_ends_the_same(
    town: Town, desk: Member, ann: Member, house: House
) -> None:
    messages, seen = story(), []
    for order in permutations(messages):
        feed = await town.feed(desk)
        for message in order:
            await feed.send(msgspec.json.encode(message), message_id=message["id"])
        (found,) = await town.rows("select id from incidents.incident where feed_id = $1", feed.id)
        shown = await desk.see("incident", incident=found["id"])
        seen.append(essence(shown["incident"], {line["id"]: line for line in shown["lines"]}))
    assert len(seen) == 24
    assert seen[0][0]["title"] == "Ruzie met mes"
    assert (seen[0][0]["state"], seen[0][0]["result"], seen[0][0]["gaps"]) == ("closed", "done", [])
    assert all(one == seen[0] for one in seen)


async def test_a_missing_message_is_told_until_it_comes(feed: Feed, ann: Member) -> None:
    one, two, three, _ = story()
    for message in (one, three):
        await feed.send(msgspec.json.encode(message), message_id=message["id"])
    assert (await ann.the("incident"))["gaps"] == [2]
    answer = await feed.send(msgspec.json.encode(two), message_id=two["id"])
    assert answer.json()["outcome"] == "older"
    assert (await ann.the("incident"))["gaps"] == []


async def test_a_broken_message_waits_and_a_good_one_heals(
    feed: Feed, desk: Member, ann: Member, town: Town
) -> None:
    message = webhook(kind="new", title="Brand")
    broken = {**message, "sent_at": "2026-03-14T14:05:09"}
    answer = await feed.send(msgspec.json.encode(broken), message_id=message["id"])
    told = answer.json()
    assert (answer.status_code, told["outcome"], told["code"], told["path"]) == (
        200, "quarantined", "time_without_zone", "/sent_at",
    )  # fmt: skip
    assert await ann.held("incident") == {}
    (held,) = await desk.see("quarantine")
    assert (held["id"], held["code"], held["feed"]) == (told["message"], "time_without_zone", str(feed.id))
    await feed.send(msgspec.json.encode(broken), message_id=message["id"])
    assert len(await desk.see("quarantine")) == 1
    assert (await feed.send(msgspec.json.encode(message), message_id=message["id"])).json()[
        "outcome"
    ] == "applied"
    assert (await desk.see("quarantine"), (await ann.the("incident"))["title"]) == ([], "Brand")
    kinds = [kind for kind, _ in await town.logged()]
    assert kinds == ["FeedAdded", "MessageQuarantined", "MessageQuarantined", "MessageApplied"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"\xff\xfe", "encoding"),
        (b"{", "malformed"),
        (b'{"a":' * 60 + b"1" + b"}" * 60, "too_deep"),
        (b'{"id": 1, "id": 2}', "duplicate_name"),
        (b"", "malformed"),
        (msgspec.json.encode(webhook(exercise=True)), "wrong_id"),
    ],
)
async def test_whatever_cannot_be_read_is_kept_as_it_came(
    feed: Feed, desk: Member, body: bytes, code: str
) -> None:
    told = (await feed.send(body)).json()
    assert (told["outcome"], told["code"]) == ("quarantined", code)
    shown = msgspec.convert(await desk.see("message", message=told["message"]), dict[str, Any])
    assert msgspec.convert(shown["octets"], bytes) == body


async def test_an_exercise_and_a_clock_that_is_ahead_make_no_incident(feed: Feed, ann: Member) -> None:
    ahead = (clock.now() + timedelta(hours=1)).isoformat()
    assert (await feed.tell(exercise=True))["code"] == "exercise"
    assert (await feed.tell(sent_at=ahead))["code"] == "from_the_future"
    assert (await feed.tell(kind="acknowledgement"))["code"] == "no_incident"
    assert await ann.held("incident") == {}


async def test_what_waits_may_be_tried_again_or_dropped(
    feed: Feed, desk: Member, town: Town, ann: Member
) -> None:
    soon = webhook(kind="new", title="Straks", sent_at=(clock.now() + timedelta(minutes=11)).isoformat())
    first = (await feed.send(msgspec.json.encode(soon), message_id=soon["id"])).json()["message"]
    second = (await feed.send(b"{")).json()["message"]
    answer = await desk.post("resend", message=second)
    assert (answer.status_code, answer.json()["code"]) == (422, "incidents.still_unreadable")
    assert answer.json()["params"]["why"] == "malformed"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("focus.modules.incidents.messages.order.AHEAD", timedelta(hours=1))
        done = await desk.do("resend", message=first)
    assert done["outcome"] == "applied"
    assert (await ann.the("incident"))["title"] == "Straks"
    await desk.do("drop-message", message=second)
    assert await desk.see("quarantine") == []
    assert await desk.refused("drop-message", message=second) == (404, "incidents.message_unknown")


@pytest.mark.parametrize("form", ["eido", "cap", "ucri"])
async def test_the_standards_are_read(town: Town, desk: Member, ann: Member, form: str) -> None:
    feed = await town.feed(desk, form)
    bodies = {"eido": octets(eido()), "cap": CAP.encode(), "ucri": octets(envelope(police_incident()))}
    answer = await feed.send(bodies[form])
    assert answer.status_code == 200, answer.text
    if form == "ucri":
        said = answer.json()
        assert (said["sharedIncidentId"], said["status"]) == (INCIDENT, "accepted")
        assert (await ann.the("incident"))["title"] == "Ruzie tussen ex-partners, mogelijk met mes"
    else:
        told = answer.json()
        assert told.get("outcome") in ("applied", "quarantined")
        assert told.get("code", "") in ("", "exercise")


async def test_the_control_room_closes_and_frees(feed: Feed, desk: Member, ann: Member) -> None:
    told = await feed.tell(kind="new", title="Ruzie", sent_at=at(0))
    await ann.do("take-state", incident=told["incident"], state="on_scene")
    await feed.tell(kind="close", result="done", sent_at=at(30))
    shown = await ann.the("incident")
    assert (shown["state"], shown["result"], shown["crews"][0]["state"]) == ("closed", "done", "available")
    assert (await ann.the("crew"))["incident"] is None


async def test_what_an_officer_closed_stays_closed_while_the_feed_says_what_it_said(
    feed: Feed, desk: Member, ann: Member
) -> None:
    told = await feed.tell(kind="new", title="Ruzie", sent_at=at(0), state="open")
    await ann.do("close", incident=told["incident"], result="done")
    await feed.tell(sent_at=at(20), state="open", title="Ruzie in de straat")
    shown = await ann.the("incident")
    assert (shown["state"], shown["title"]) == ("closed", "Ruzie in de straat")


async def test_the_feed_that_closed_it_may_open_it_again(feed: Feed, ann: Member) -> None:
    await feed.tell(kind="new", sent_at=at(0), title="Ruzie")
    await feed.tell(kind="close", sent_at=at(5))
    await feed.tell(sent_at=at(9), state="open")
    assert (await ann.the("incident"))["state"] == "open"


async def test_what_the_desk_changed_stays_until_the_control_room_says_otherwise(
    feed: Feed, desk: Member
) -> None:
    told = await feed.tell(kind="new", title="Ruzie", sent_at=at(0), priority={"level": 3})
    await desk.do("change-incident", incident=told["incident"], priority=1, title="Ruzie met mes")
    await feed.tell(title="Ruzie", sent_at=at(1), text="Nieuws")
    shown = await desk.the("incident")
    assert (shown["priority"], shown["title"]) == (1, "Ruzie met mes")
    await feed.tell(title="Ruzie met vuurwapen", sent_at=at(2))
    shown = await desk.the("incident")
    assert (shown["priority"], shown["title"]) == (1, "Ruzie met vuurwapen")


async def test_the_control_room_sends_our_crew(feed: Feed, ann: Member) -> None:
    stage = {"state": "assigned", "at": clock.now().isoformat()}
    told = await feed.tell(kind="new", title="Ruzie", resources=[{"name": "no-2", "stages": [stage]}])
    crew = await ann.the("crew")
    assert (crew["state"], crew["incident"]) == ("assigned", told["incident"])


async def test_a_log_that_is_told_again_stays_one_and_a_corrected_line_is_corrected(
    feed: Feed, ann: Member
) -> None:
    lines = [{"text": "Zonder nummer"}, {"id": "7", "at": at(1), "text": "Wit voertuig"}]
    await feed.tell(kind="new", title="Ruzie", sent_at=at(0), log=lines)
    first = await ann.held("line")
    lines[1]["text"] = "Zwart voertuig"
    await feed.tell(sent_at=at(2), whole=True, title="Ruzie", log=lines)
    then = await ann.held("line")
    assert sorted(one["text"] for one in then.values()) == ["Zonder nummer", "Zwart voertuig"]
    assert then.keys() == first.keys()


async def test_the_same_words_twice_are_two_lines(feed: Feed, ann: Member) -> None:
    twice = [{"text": "Zelfde woorden"}] * 2
    cautions = [{"text": "Agressieve hond"}] * 2
    await feed.tell(
        kind="new", title="Ruzie", log=[*twice, {"id": "a", "text": "x"}, {"id": "a", "text": "y"}]
    )
    await feed.tell(title="Ruzie", cautions=cautions)
    lines = sorted(one["text"] for one in (await ann.held("line")).values())
    assert lines == ["Agressieve hond", "Agressieve hond", "Zelfde woorden", "Zelfde woorden", "x", "y"]


@pytest.mark.parametrize("form", ["eido", "cap", "ucri", "webhook"])
async def test_whatever_is_sent_gets_an_answer_and_the_next_good_one_counts(
    town: Town, desk: Member, form: str
) -> None:
    feed = await town.feed(desk, form)
    good = {
        "eido": octets(eido()),
        "cap": CAP.encode(),
        "ucri": octets(envelope(police_incident())),
        "webhook": msgspec.json.encode(webhook(kind="new", title="Ruzie", text="x" * 9_000)),
    }[form]
    chance = random.Random(17)
    for _ in range(40):
        broken = bytearray(good[: chance.randrange(len(good))] if chance.random() < 0.3 else good)
        for _ in range(chance.randrange(1, 6)):
            broken[chance.randrange(len(broken))] = chance.choice(b'{}[]",:<>&0-zA\x00\xff')
        answer = await feed.send(bytes(broken))
        assert answer.status_code == 200, (form, bytes(broken))
    signed = msgspec.json.decode(good)["id"] if form == "webhook" else None
    answer = await feed.send(good, message_id=signed)
    assert answer.status_code == 200
    told = answer.headers.get("focus-outcome") or answer.json()["outcome"]
    assert told in ("applied", "older", "duplicate")


async def test_a_feed_that_sends_more_than_it_may_waits_and_others_go_on(
    town: Town, desk: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables: Any = town.house.platform.settings.variables
    monkeypatch.setitem(variables, "FOCUS_INCIDENTS_MESSAGES_A_MINUTE", "3")
    feed, other = await town.feed(desk), await town.feed(desk)
    answers = [await feed.send(b"{") for _ in range(8)]  # at most six, if a minute ends in between
    assert answers[0].status_code == 200
    (refused, *_) = [one for one in answers if one.status_code != 200]
    assert (refused.status_code, refused.json()["code"]) == (429, "incidents.too_many")
    assert 1 <= refused.json()["params"]["retry_after"] <= 61
    assert (await other.send(b"{")).status_code == 200


async def test_html_of_a_log_becomes_words(town: Town, desk: Member, ann: Member) -> None:
    feed = await town.feed(desk)
    text = "<p>Twee <b>daders</b></p><script>alert(1)</script>"
    await feed.tell(kind="new", title="Ruzie", log=[{"id": "1", "text": text, "html": True}])
    assert (await ann.the("line"))["text"] == "Twee daders"


async def test_many_at_once_lose_nothing(feed: Feed, ann: Member) -> None:
    await feed.tell(kind="new", title="Ruzie", sent_at=at(0))
    told = [
        feed.tell(sent_at=at(number), log=[{"id": str(number), "text": f"Regel {number}"}])
        for number in range(20)
    ]
    assert {one["outcome"] for one in await asyncio.gather(*told)} <= {"applied", "older"}
    assert len(await ann.held("line")) == 20


async def test_a_feed_of_one_organisation_tells_no_other(feed: Feed, house: House, ann: Member) -> None:
    other = await town_of(house)
    eve, chief = await other.member(crew="NO-2"), await other.desk()
    theirs = await other.feed(chief)
    one = await feed.tell(kind="new", title="Bij ons")
    two = await theirs.tell(kind="new", title="Bij hen")
    assert one["incident"] != two["incident"]
    assert ((await ann.the("incident"))["title"], (await eve.the("incident"))["title"]) == (
        "Bij ons",
        "Bij hen",
    )
    assert [shown["id"] for shown in await chief.see("feeds")] == [str(theirs.id)]
    held = (await feed.send(b"{")).json()["message"]
    assert await chief.refused("drop-message", message=held) == (404, "incidents.message_unknown")
    assert await chief.see("message", message=held) is None


async def test_the_secret_is_shown_once_and_stands_nowhere(feed: Feed, town: Town) -> None:
    (row,) = await town.rows("select secret from incidents.feed")
    assert feed.secret not in row["secret"]
    assert "secret" not in json.dumps(await town.logged())


async def test_from_message_to_commit_in_milliseconds(feed: Feed, ann: Member) -> None:
    await feed.tell(kind="new", title="Ruzie", sent_at=at(0))
    took = []
    for number in range(40):
        log = [{"id": str(number), "text": f"Regel {number}"}]
        body = webhook(sent_at=at(0), log=log)
        began: datetime = clock.now()
        await feed.send(msgspec.json.encode(body), message_id=body["id"])
        took.append((clock.now() - began).total_seconds() * 1000)
    took.sort()
    print(f"message to commit: median {took[20]:.1f} ms, p95 {took[37]:.1f} ms")
    assert took[20] < 250
