"""After the organisation's delay a stop loses who, where and why, by the clock and in the log."""

from __future__ import annotations

from uuid import UUID

import pytest

from focus.core import clock
from focus.core.organisations.retention import erase_due
from focus.modules.followup.keeping import ERASED
from tests.followup.stopping import STRANGER, aged, figures, own, record, setting
from tests.search.lookups.desk import Desk, Officer

WHOLE = """select to_jsonb(s)::text || coalesce(
             (select string_agg(to_jsonb(c)::text, '')
              from followup.stop_change c where c.stop_id = s.id), '')
           from followup.stop s where id = $1"""


async def an_old_one(desk: Desk, lotte: Officer) -> str:
    """A stop of eight days ago that was put right, in an organisation that keeps them a week."""
    stop = str((await record(lotte, place="Ringlaan 4", why="stond stil")).body["stop"])
    change = {"stop": stop, "reason": "huisnummer vergeten", "place": "Ringlaan 44"}
    assert (await lotte.post("/api/followup/correct-stop", change)).status == 200
    await aged(desk, stop, 8)
    await setting(desk, lotte.organisation, stops_days=7)
    return stop


async def test_past_its_delay_it_is_not_shown_even_before_it_is_erased(desk: Desk) -> None:
    lotte = await desk.officer()
    await an_old_one(desk, lotte)
    try:
        (shown,) = await own(lotte)
        assert (shown["described"], shown["place"], shown["why"], shown["erased"]) == ("", "", "", True)
        assert [(one["reason"], one["before"]) for one in shown["changes"]] == [("", {})]
    finally:
        await setting(desk, lotte.organisation)


async def test_the_clock_erases_it_from_the_rows_without_anybody_registering_another(desk: Desk) -> None:
    lotte = await desk.officer()
    stop = await an_old_one(desk, lotte)
    owner = desk.station.owner
    try:
        assert STRANGER in await owner.fetchval(WHOLE, UUID(stop))
        await erase_due(desk.station.platform)
        assert await owner.fetchval("select erased from followup.stop where id = $1", UUID(stop))
        kept = await owner.fetchval(WHOLE, UUID(stop))
        assert [w for w in (STRANGER, "Ringlaan", "stond stil", "huisnummer", "C-1109") if w in kept] == []
        shift = await desk.officer("Sofie Wuyts")
        assert (await figures(shift)).body["rows"][0]["stops"] == 1
    finally:
        await setting(desk, lotte.organisation)


async def test_the_erasure_is_in_the_log_once_with_how_many_and_before_when(desk: Desk) -> None:
    lotte = await desk.officer()
    await an_old_one(desk, lotte)
    await record(lotte)
    before = {event.id for event in await desk.station.events(lotte.organisation, ERASED)}
    try:
        await erase_due(desk.station.platform)
        await erase_due(desk.station.platform)
        (event,) = [e for e in await desk.station.events(lotte.organisation, ERASED) if e.id not in before]
        assert (event.what["stops"], event.what["days"], event.person_id) == (1, 7, None)
        assert event.what["before"] < clock.now().isoformat()
    finally:
        await setting(desk, lotte.organisation)


async def test_what_is_not_due_stays_whole(desk: Desk) -> None:
    lotte = await desk.officer()
    stop = (await record(lotte, place="Ringlaan 4")).body["stop"]
    await aged(desk, stop, 364)
    await erase_due(desk.station.platform)
    (shown,) = await own(lotte)
    assert (shown["described"], shown["place"], shown["erased"]) == (STRANGER, "Ringlaan 4", False)


async def test_every_rule_of_the_installed_modules_names_what_the_platform_may_erase(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await erase_due(desk.station.platform)
    assert "retention of" not in caplog.text
