"""Door 3: a stop says who gave the reference under which somebody was stopped."""

from __future__ import annotations

from focus.core import clock
from tests.followup.stopping import own, record
from tests.search.lookups.desk import Desk

TYPED = {"code": "incident", "reference": "I-9482"}


async def test_a_stop_under_a_control_says_that_the_control_gave_its_number(desk: Desk) -> None:
    lotte = await desk.officer()
    await record(lotte)
    (stop,) = await own(lotte)
    assert (stop["reference"], stop["issuer"]) == ("C-1109", "control")


async def test_requirement_1_a_self_declared_reference_of_a_stop_needs_a_reason_and_is_marked(
    desk: Desk,
) -> None:
    lotte = await desk.officer()
    refused = await record(lotte, purpose=TYPED)
    assert (refused.status, refused.code) == (422, "purposes.reason_missing")
    answer = await record(lotte, purpose={**TYPED, "reason": "Melding van een buur"})
    assert (answer.status, answer.body["issuer"]) == (200, "self")
    (stop,) = await own(lotte)
    assert (stop["reference"], stop["issuer"]) == ("I-9482", "self")
    (event,) = await desk.logged(lotte, "StopRecorded", module="followup")
    assert event.purpose is not None
    assert event.purpose.issuer == event.what["issuer"] == "self"


async def test_a_stop_that_was_done_is_registered_though_nobody_knows_its_incident_any_more(
    desk: Desk,
) -> None:
    lotte = await desk.officer()
    answer = await record(lotte, purpose=TYPED, at=clock.now().isoformat())
    assert (answer.status, answer.body["issuer"]) == (200, "self")
