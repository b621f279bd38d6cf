"""A whole evening of the control room, with its mistakes, at the speed of the machine."""

from __future__ import annotations

import json

import pytest

from focus.core import clock
from focus.modules.incidents.messages.kinds import KINDS
from tests.incidents.town import Feed, Member, Town
from world.control.evening import Evening, Sending, evening
from world.control.sending import written
from world.town.addresses import build_town

QUICK = 200_000.0
"""The evening's eight hours in a seventh of a second: its moments lie that close."""


@pytest.fixture(scope="module")
def tonight() -> Evening:
    return evening(build_town(households=2_000), incidents=40, mistakes=0.2)


async def sent(feed: Feed, sendings: tuple[Sending, ...]) -> list[str]:
    begun, outcomes = clock.now(), []
    for one in sendings:
        body = one.said if isinstance(one.said, bytes) else written(one.said, begun, QUICK)
        answer = await feed.send(body, message_id=one.id)
        assert answer.status_code == 200, answer.text
        outcomes.append(answer.json()["outcome"])
    return outcomes


async def test_an_evening_arrives_whole_whatever_goes_wrong_on_the_way(
    town: Town, desk: Member, tonight: Evening
) -> None:
    feed = await town.feed(desk)
    outcomes = await sent(feed, tonight.sendings)
    slips = [one.mistake for one in tonight.sendings]
    assert outcomes.count("quarantined") == slips.count("broken") + slips.count("wrong")
    assert outcomes.count("duplicate") == slips.count("twice") + slips.count("again")

    rows = await town.rows("select id, reference, content::text from incidents.incident")
    found = {row["reference"]: (row["id"], json.loads(row["content"])) for row in rows}
    assert len(found) == len(tonight.truths)
    for truth in tonight.truths:
        incident, content = found[truth.reference]
        assert content["kind"] in KINDS
        assert (content["title"], content["priority"]) == (truth.title, truth.priority)
        assert (content["place"]["street"], content["place"]["number"]) == (truth.street, truth.number)
        assert (content["state"], content["result"]) == (truth.state, truth.result)
        assert content.get("gaps", []) == []
        assert {one["call_sign"]: one["state"] for one in content["crews"]} == truth.crews
        lines = await town.rows(
            "select text from incidents.line where incident_id = $1 and kind = 'control'", incident
        )
        assert sorted(row["text"] for row in lines) == sorted(truth.lines)


async def test_yesterdays_evening_once_more_changes_nothing(
    town: Town, desk: Member, tonight: Evening
) -> None:
    feed = await town.feed(desk)
    some = tonight.sendings[:120]
    await sent(feed, some)
    before = await town.rows("select id, content::text, told from incidents.incident order by id")
    again = await sent(feed, tuple(one for one in some if one.mistake not in ("broken", "wrong")))
    assert set(again) == {"duplicate"}
    assert await town.rows("select id, content::text, told from incidents.incident order by id") == before
