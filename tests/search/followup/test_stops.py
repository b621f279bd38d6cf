"""A stop is registered with its ground, purpose and lookup; figures count it without a name."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from focus.core import clock
from tests.search.lookups.desk import MAN, Desk, Officer

STRANGER = "Man, ongeveer 30, rode jas, zwarte fiets"


async def record(officer: Officer, *, command: str | None = None, **given: Any) -> Any:
    """Register a stop of a stranger, unless `given` says otherwise."""
    body = {"ground": "traffic", "described": STRANGER, **given}
    path = "/api/search/record-stop"
    sent = officer.headers("POST", path, json.dumps(body).encode())
    if command:
        sent["Focus-Command"] = command
    return await officer.call("POST", path, body, headers=sent)


async def own(officer: Officer, before: str | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (
        await officer.get(f"/api/search/stops?before={before}" if before else "/api/search/stops")
    ).body
    return found


async def figures(officer: Officer, query: str = "") -> Any:
    return await officer.get(f"/api/search/stop-figures{query}")


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
    (event,) = await desk.logged(lotte, "StopRecorded")
    assert event.what["stop"] == answer.body["stop"]
    assert (event.what["ground"], event.what["purpose"]) == ("traffic", "traffic_check")
    assert (event.what["described"], event.what["placed"]) == (True, True)
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
        ({"ground": "curiosity"}, "search.ground_unknown"),
        ({"described": " "}, "search.nobody_stopped"),
        ({"ground": "suspicious", "why": "!"}, "search.ground_unexplained"),
        ({"at": "2020-01-01T00:00:00Z"}, "search.moment_impossible"),
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
    ended = {"purpose": {"code": "traffic_check", "reference": "C-77"}, "task": str(uuid4())}
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
    (event,) = await desk.logged(lotte, "Consulted")
    assert event.what == {"view": "stops", "ids": [made]}


async def test_figures_count_by_ground_unit_and_period_without_anybody(desk: Desk) -> None:
    lotte = await desk.officer()
    await record(lotte)
    await record(lotte)
    await record(lotte, ground="at_request", lookup=str(uuid4()), records=["plates/person/1"], described="")
    shift = await desk.officer("Sofie Wuyts")
    rows = (await figures(shift, "?period=day")).body
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
    assert (answer.status, answer.code) == (422, "search.period_too_long")


async def setting(desk: Desk, organisation: UUID, **values: Any) -> None:
    """What the organisation set, behind everybody's back; nothing: as delivered."""
    await desk.station.owner.execute("delete from organisations.setting where module = 'search'")
    if values:
        await desk.station.owner.execute(
            """insert into organisations.setting (organisation_id, module, value, changed_at)
               values ($1, 'search', $2::text::jsonb, now())""",
            organisation,
            msgspec.json.encode(values).decode(),
        )


async def test_an_organisation_words_its_own_grounds(desk: Desk) -> None:
    lotte = await desk.officer()
    mine = {"code": "market", "titles": {"nl": "Markttoezicht"}}
    await setting(desk, lotte.organisation, grounds=[mine])
    try:
        offered = (await lotte.get("/api/search/grounds")).body
        assert [(one["code"], one["title"]) for one in offered] == [("market", "Markttoezicht")]
        assert (await record(lotte)).code == "search.ground_unknown"
        assert (await record(lotte, ground="market")).status == 200
    finally:
        await setting(desk, lotte.organisation)


async def test_after_the_delay_who_and_where_are_gone_and_the_count_stays(desk: Desk) -> None:
    lotte = await desk.officer()
    old = (await record(lotte, place="Ringlaan 4")).body["stop"]
    await desk.station.owner.execute(
        "update search.stop set at = at - interval '8 days' where id = $1", UUID(old)
    )
    await setting(desk, lotte.organisation, stops_days=7)
    try:
        (unwritten,) = await own(lotte)
        assert (unwritten["described"], unwritten["place"], unwritten["erased"]) == ("", "", True)
        await record(lotte)
        kept = await desk.station.owner.fetchrow(
            "select described, place, ground, erased from search.stop where id = $1", UUID(old)
        )
        assert tuple(kept) == ("", "", "traffic", True)
        shift = await desk.officer("Sofie Wuyts")
        rows = (await figures(shift)).body
        assert sum(row["stops"] for row in rows if row["unit"] == rows[0]["unit"]) == 2
    finally:
        await setting(desk, lotte.organisation)
