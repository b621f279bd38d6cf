"""A stop done without network is delivered later: once, as of then, and also after signing out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

from focus.core import clock
from focus.core.identity import base64url
from tests.followup.stopping import STRANGER, aged, own, record
from tests.identity.phone import Phone
from tests.search.lookups.desk import Desk, Officer
from tests.sync.outbox import Outbox

STOP = {"ground": "traffic", "described": STRANGER, "purpose": {"code": "traffic_check", "reference": "C-77"}}
RECORD, CORRECT, WITHDRAW = "followup.record_stop", "followup.correct_stop", "followup.withdraw_stop"


async def outbox_of(officer: Officer) -> Outbox:
    key = (await officer.get("/api/sync/key")).body
    phone = cast(Phone, officer)  # what the outbox needs of one: its key, thumbprint and token
    return Outbox(phone, UUID(key["organisation"]), key["kid"], base64url.decode(key["point"]))


async def delivered(officer: Officer, outbox: Outbox) -> list[dict[str, Any]]:
    answer = await officer.call("POST", "/api/sync/deliver", outbox.delivery(), headers={})
    assert answer.status == 200, answer.body
    outcomes: list[dict[str, Any]] = answer.body["outcomes"]
    return outcomes


async def test_a_stop_done_without_network_counts_from_when_it_was_done(desk: Desk) -> None:
    lotte = await desk.officer()
    outbox = await outbox_of(lotte)
    outbox.keep(RECORD, STOP)
    then: datetime = clock.now()
    assert [one["status"] for one in await delivered(lotte, outbox)] == [200]
    (stop,) = await own(lotte)
    assert abs(datetime.fromisoformat(stop["at"]) - then) < timedelta(seconds=2)
    assert (stop["described"], stop["reference"]) == (STRANGER, "C-77")


async def test_delivered_twice_or_sent_before_under_the_same_command_it_is_one_stop(desk: Desk) -> None:
    lotte = await desk.officer()
    outbox, command = await outbox_of(lotte), uuid4()
    assert (await record(lotte, command=str(command), **STOP)).status == 200
    outbox.keep(RECORD, STOP, id=command)
    for _ in range(2):
        assert [one["status"] for one in await delivered(lotte, outbox)] == [200]
    assert len(await own(lotte)) == 1


async def test_what_was_kept_before_signing_out_is_registered_after_it(desk: Desk) -> None:
    lotte = await desk.officer()
    outbox = await outbox_of(lotte)
    outbox.keep(RECORD, STOP)
    assert (await lotte.post("/api/identity/sign-out", {})).status == 204
    assert [one["status"] for one in await delivered(lotte, outbox)] == [200]
    again = await desk.officer()
    assert len(await own(again)) == 1


async def test_its_own_moment_is_measured_from_when_it_was_registered(desk: Desk) -> None:
    lotte = await desk.officer()
    outbox = await outbox_of(lotte)
    long_ago: datetime = clock.now() - timedelta(hours=73)
    earlier: datetime = clock.now() - timedelta(hours=71)
    outbox.keep(RECORD, {**STOP, "at": long_ago.isoformat()})
    outbox.keep(RECORD, {**STOP, "at": earlier.isoformat()})
    first, second = await delivered(lotte, outbox)
    assert (first["status"], first["problem"]["code"]) == (422, "followup.moment_impossible")
    assert second["status"] == 200


async def test_a_stop_is_put_right_and_withdrawn_without_network_too(desk: Desk) -> None:
    lotte = await desk.officer()
    right, wrong = [(await record(lotte)).body["stop"] for _ in range(2)]
    outbox = await outbox_of(lotte)
    outbox.keep(CORRECT, {"stop": right, "reason": "verkeerde rij", "ground": "identity_check"})
    outbox.keep(WITHDRAW, {"stop": wrong, "reason": "twee keer getikt"})
    outbox.keep(WITHDRAW, {"stop": wrong, "reason": "nog eens"})
    *done, twice = await delivered(lotte, outbox)
    assert [one["status"] for one in done] == [200, 200]
    assert (twice["final"], twice["problem"]["code"]) == (True, "followup.stop_settled")
    stops = {stop["id"]: stop for stop in await own(lotte)}
    assert (stops[right]["ground"], stops[wrong]["withdrawn"]) == ("identity_check", True)


async def test_a_stop_too_old_to_change_stays_refused_when_delivered(desk: Desk) -> None:
    lotte = await desk.officer()
    stop = (await record(lotte)).body["stop"]
    await aged(desk, stop, 8)
    outbox = await outbox_of(lotte)
    outbox.keep(WITHDRAW, {"stop": stop, "reason": "vergissing"})
    (outcome,) = await delivered(lotte, outbox)
    assert (outcome["final"], outcome["problem"]["code"]) == (True, "followup.stop_settled")
