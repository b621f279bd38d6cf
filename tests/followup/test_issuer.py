"""Door 3: a stop says who gave the reference under which somebody was stopped."""

from __future__ import annotations

from focus.core import clock
from focus.core.organisations.retention import erase_due
from tests.followup.stopping import aged, figures, own, record, setting
from tests.search.lookups.desk import Desk

TYPED = {"code": "incident", "reference": "I-9482"}


async def test_a_stop_under_a_control_says_that_the_control_gave_its_number(desk: Desk) -> None:
    lotte = await desk.officer()
    await record(lotte)
    (stop,) = await own(lotte)
    assert (stop["reference"], stop["issuer"]) == ("C-1109", "control")


async def test_requirement_2_a_self_declared_reference_of_a_stop_needs_a_reason_and_is_marked(
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


async def test_figures_count_self_declared_stops_also_after_the_references_were_erased(desk: Desk) -> None:
    lotte, shift = await desk.officer(), await desk.officer("Sofie Wuyts")
    stop = (await record(lotte, purpose={"code": "traffic_check", "reference": "X-1"})).body["stop"]
    await record(lotte, ground="at_request")

    async def counted() -> dict[str, int]:
        rows = (await figures(shift)).body["rows"]
        return {row["ground"]: row["self_declared"] for row in rows}

    assert await counted() == {"traffic": 1, "at_request": 0}
    await aged(desk, stop, 8)
    await setting(desk, lotte.organisation, stops_days=7)
    try:
        await erase_due(desk.station.platform)
        assert await counted() == {"traffic": 1, "at_request": 0}
        erased = next(one for one in await own(lotte) if one["erased"])
        assert (erased["reference"], erased["issuer"]) == (None, None)
    finally:
        await setting(desk, lotte.organisation)
