"""A stop is registered with its ground, purpose and lookup; figures count it without a name."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from focus.core import clock
from tests.followup.stopping import STRANGER, figures, own, record, setting
from tests.search.lookups.desk import MAN, Desk


async def test_a_stop_after_a_lookup_says_which_records_which_lookup_and_which_purpose(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(MAN)
    card = max(lookup.cards.values(), key=lambda one: len(one["records"]))
    records = [one["id"] for one in card["records"]]
    answer = await record(lotte, ground="wanted", described="", records=records, lookup=lookup.id)
    assert answer.status == 200
    (stop,) = await own(lotte)
    assert (stop["ground"], stop["title"]) == ("wanted", "Geseind of gezocht")
    assert (stop["records"], stop["lookup"]) == (records, lookup.id)
    assert (stop["purpose"], stop["reference"]) == ("traffic_check", "C-1109")


async def test_a_stop_of_somebody_unknown_keeps_description_place_and_position(desk: Desk) -> None:
    lotte = await desk.officer()
    spot = {"longitude": 4.61, "latitude": 50.91, "accuracy": 12.0}
    await record(lotte, ground="suspicious", why="keek in auto's", place="Ringlaan 4", spot=spot)
    (stop,) = await own(lotte)
    assert (stop["described"], stop["place"], stop["spot"]) == (STRANGER, "Ringlaan 4", spot)
    assert (stop["why"], stop["lookup"], stop["records"]) == ("keek in auto's", None, [])


async def test_the_log_says_that_somebody_was_stopped_and_not_what_he_looked_like(desk: Desk) -> None:
    lotte = await desk.officer()
    answer = await record(lotte, place="Ringlaan 4")
    (event,) = await desk.logged(lotte, "StopRecorded", module="followup")
    assert event.what["stop"] == answer.body["stop"]
    assert (event.what["ground"], event.what["purpose"]) == ("traffic", "traffic_check")
    assert (event.what["described"], event.what["placed"], event.what["records"]) == (True, True, 0)
    assert STRANGER not in str(event.what)
    assert "Ringlaan" not in str(event.what)


async def test_the_same_command_twice_is_one_stop(desk: Desk) -> None:
    lotte = await desk.officer()
    command = str(uuid4())
    first, second = [await record(lotte, command=command) for _ in range(2)]
    assert first.body == second.body
    assert len(await own(lotte)) == 1


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"ground": "curiosity"}, "followup.ground_unknown"),
        ({"described": " "}, "followup.nobody_stopped"),
        ({"ground": "suspicious", "why": "!"}, "followup.ground_unexplained"),
        ({"at": "2020-01-01T00:00:00Z"}, "followup.moment_impossible"),
        ({"purpose": {"code": "curiosity"}}, "purposes.unknown"),
        ({"purpose": {"code": "incident"}}, "purposes.reference_missing"),
    ],
)
async def test_a_stop_that_lacks_something_is_refused(desk: Desk, given: dict[str, Any], code: str) -> None:
    lotte = await desk.officer()
    answer = await record(lotte, **given)
    assert (answer.status, answer.code) == (422, code)
    assert await own(lotte) == []


async def test_without_task_and_purpose_nobody_is_registered(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    assert (await record(bram)).code == "purposes.missing"
    assert await own(bram) == []


async def test_a_stop_sent_later_counts_when_it_was_and_under_the_purpose_it_had(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    then = clock.now() - timedelta(hours=5)
    ended: dict[str, Any] = {"purpose": {"code": "traffic_check", "reference": "C-77"}, "task": str(uuid4())}
    assert (await record(bram, **ended)).code == "purposes.task_unknown"
    answer = await record(bram, at=then.isoformat(), **ended)
    assert answer.status == 200
    (stop,) = await own(bram)
    assert stop["at"].startswith(then.isoformat()[:19])
    assert stop["reference"] == "C-77"


async def test_nobody_sees_the_stops_of_a_colleague(desk: Desk) -> None:
    lotte, bram = await desk.officer(), await desk.officer("Bram Vos")
    answer = await record(lotte)
    assert await own(bram) == []
    assert await own(bram, before=answer.body["stop"]) == []


async def test_own_stops_come_a_page_at_a_time(desk: Desk) -> None:
    lotte = await desk.officer()
    made = [(await record(lotte)).body["stop"] for _ in range(32)]
    first = await own(lotte)
    rest = await own(lotte, before=first[-1]["id"])
    assert [one["id"] for one in (*first, *rest)] == made[::-1]
    assert len(first) == 30


async def test_to_read_ones_stops_is_logged_with_their_ids(desk: Desk) -> None:
    lotte = await desk.officer()
    made = (await record(lotte)).body["stop"]
    await own(lotte)
    (event,) = await desk.logged(lotte, "Consulted", module="followup")
    assert event.what == {"view": "stops", "ids": [made]}


async def test_figures_count_by_ground_unit_and_period_without_anybody(desk: Desk) -> None:
    lotte = await desk.officer()
    await record(lotte)
    await record(lotte)
    await record(lotte, ground="at_request", lookup=str(uuid4()), records=["plates/person/1"], described="")
    shift = await desk.officer("Sofie Wuyts")
    rows = (await figures(shift, "?period=day")).body["rows"]
    units = {row["unit"] for row in rows}
    counted = {row["ground"]: row for row in rows if row["unit"] == min(units)}
    assert (counted["traffic"]["stops"], counted["traffic"]["unknown"]) == (2, 2)
    assert (counted["at_request"]["after_lookup"], counted["at_request"]["unknown"]) == (1, 0)
    assert all(row["unit_name"] for row in rows)
    assert not {"person", "records", "described", "place"} & set(rows[0])


async def test_figures_need_a_permission_of_their_own(desk: Desk) -> None:
    lotte = await desk.officer()
    assert (await figures(lotte)).code == "gate.not_permitted"


async def test_figures_cover_a_year_at_most(desk: Desk) -> None:
    shift = await desk.officer("Sofie Wuyts")
    answer = await figures(shift, "?first=2020-01-01&last=2026-01-01")
    assert (answer.status, answer.code) == (422, "followup.period_too_long")


async def test_an_organisation_words_its_own_grounds(desk: Desk) -> None:
    lotte = await desk.officer()
    mine = {"code": "market", "titles": {"nl": "Markttoezicht"}, "basis": {"nl": "Politiereglement art. 12"}}
    await setting(desk, lotte.organisation, grounds=[mine])
    try:
        offered = (await lotte.get("/api/followup/grounds")).body
        assert [(one["code"], one["title"]) for one in offered] == [("market", "Markttoezicht")]
        assert (offered[0]["basis"], offered[0]["proposed"]) == ("Politiereglement art. 12", False)
        assert (await record(lotte)).code == "followup.ground_unknown"
        assert (await record(lotte, ground="market")).status == 200
        assert (await own(lotte))[0]["basis"] == "Politiereglement art. 12"
    finally:
        await setting(desk, lotte.organisation)


async def test_a_citation_of_the_platform_is_called_a_proposal(desk: Desk) -> None:
    lotte = await desk.officer()
    offered = {one["code"]: one for one in (await lotte.get("/api/followup/grounds")).body}
    assert (offered["identity_check"]["basis"], offered["identity_check"]["proposed"]) == (
        "WPA art. 34 en 44/1",
        True,
    )
    assert (offered["at_request"]["basis"], offered["at_request"]["proposed"]) == ("", False)


async def test_figures_say_how_many_were_registered_late_and_withdrawn(desk: Desk) -> None:
    lotte = await desk.officer()
    await record(
        lotte, at=(clock.now() - timedelta(minutes=62)).isoformat(), purpose={"code": "traffic_check"}
    )
    gone = (await record(lotte)).body["stop"]
    await lotte.post("/api/followup/withdraw-stop", {"stop": gone, "reason": "twee keer getikt"})
    shift = await desk.officer("Sofie Wuyts")
    row = (await figures(shift)).body["rows"][0]
    assert (row["stops"], row["late"], row["withdrawn"]) == (1, 1, 1)


async def test_counts_below_what_the_organisation_shows_say_only_that_there_are_a_few(desk: Desk) -> None:
    lotte = await desk.officer()
    for _ in range(3):
        await record(lotte)
    await record(lotte, ground="at_request")
    await setting(desk, lotte.organisation, figures_smallest=3)
    try:
        shift = await desk.officer("Sofie Wuyts")
        answer = (await figures(shift)).body
        counted = {row["ground"]: row for row in answer["rows"]}
        assert answer["smallest"] == 3
        assert (counted["traffic"]["stops"], counted["traffic"]["after_lookup"]) == (3, 0)
        assert (counted["at_request"]["stops"], counted["at_request"]["unknown"]) == (None, None)
    finally:
        await setting(desk, lotte.organisation)
