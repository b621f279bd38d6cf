"""Requirement 1: nothing is asked or shown unless the entry is committed; with the log down it is 503."""

from __future__ import annotations

import asyncio

from tests.search.lookups.desk import CAR, MAN, Desk, Lookup, until


async def test_the_entry_says_who_asked_what_why_and_of_whom(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CAR)
    (opened,) = await desk.logged(lotte, "LookupOpened")
    assert str(opened.id) == lookup.id
    assert opened.person_id is not None
    assert str(opened.person_id) == lotte.session["person"]
    assert (opened.what["question"], opened.what["kind"], opened.what["normal"]) == (CAR, "plate", CAR)
    assert opened.what["asked"] == lookup.asked
    assert opened.purpose is not None
    assert (opened.purpose.code, opened.purpose.reference) == ("traffic_check", "C-1109")
    assert lookup.opened["purpose"]["basis"] == opened.purpose.basis


async def test_the_closing_entry_says_what_was_disclosed(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CAR)
    await desk.quiet()
    (closed,) = await desk.logged(lotte, "LookupClosed")
    assert (closed.what["lookup"], closed.what["ended"]) == (lookup.id, "done")
    assert closed.what["verdict"] == ["red", "wanted"]
    assert closed.what["records"]["plates"] == lookup.states["plates"]["records"]
    told = {name for names in closed.what["sources"].values() for name in names}
    assert told == set(lookup.asked)


async def test_with_the_log_down_a_lookup_is_503_and_no_source_is_asked(desk: Desk) -> None:
    lotte, before = await desk.officer(), desk.started()
    async with desk.station.without_log():
        answer = await lotte.refused(CAR)
    assert (answer.status, answer.code) == (503, "log.unavailable")
    assert desk.started() == before
    assert await desk.kinds(lotte) == []


async def test_with_the_log_down_both_of_a_double_tap_are_503(desk: Desk) -> None:
    lotte, before = await desk.officer(), desk.started()
    body = lotte.body(CAR)
    async with desk.station.without_log():
        answers = await asyncio.gather(*[lotte.post("/api/search/lookups", body) for _ in range(3)])
    assert {(answer.status, answer.code) for answer in answers} == {(503, "log.unavailable")}
    assert desk.started() == before
    assert all(str(one.id) != body["id"] for one in desk.search.lookups)


async def test_a_refusal_that_cannot_be_logged_is_503_too(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    async with desk.station.without_log():
        answer = await bram.refused(CAR)
    assert (answer.status, answer.code) == (503, "log.unavailable")


async def test_after_the_log_was_down_the_same_id_may_be_asked_again(desk: Desk) -> None:
    lotte = await desk.officer()
    body = lotte.body(CAR)
    async with desk.station.without_log():
        assert (await lotte.post("/api/search/lookups", body)).status == 503
    lines = [line async for line in lotte.lines("/api/search/lookups", body)]
    assert lines[-1]["kind"] == "closed"


async def test_nothing_is_asked_or_said_while_the_entry_is_being_committed(desk: Desk) -> None:
    """The log's table is locked, so the commit hangs; both taps of a double tap wait with it."""
    lotte, before, taps = await desk.officer(), desk.started(), (Lookup(""), Lookup(""))
    await desk.quiet()
    async with desk.station.log_held() as being_written:
        asking = [asyncio.create_task(lotte.ask(CAR, heard=tap)) for tap in taps]
        await until(lambda: [len(one.known_as) for one in desk.in_hand(lotte)] == [2], seconds=1)
        await until(being_written, seconds=1)
        for _ in range(3):  # whatever was sent has arrived when later answers have
            assert (await lotte.get("/api/health")).status == 200
        (lookup,) = desk.in_hand(lotte)
        assert (lookup.lines, lookup.states, desk.started()) == ([], {}, before)
        assert [tap.lines for tap in taps] == [[], []]
    first, second = await asyncio.gather(*asking)
    assert first.lines[0]["kind"] == "opened"
    assert first.lines == second.lines
    assert set(desk.started() - before) >= set(first.asked) - {"briefing"}  # our own tables


async def test_a_retry_that_cannot_be_logged_asks_nobody(desk: Desk) -> None:
    lotte = await desk.officer()
    with desk.broken(plates="500"):
        lookup = await lotte.ask(CAR)
    await desk.quiet()
    before = desk.started()
    async with desk.station.without_log():
        answer = await lotte.post(f"/api/search/lookups/{lookup.id}/retry", {"sources": ["plates"]})
    assert (answer.status, answer.code) == (503, "log.unavailable")
    assert desk.started() == before


async def test_a_split_that_cannot_be_logged_does_not_happen(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(MAN)
    card = next(card for card in lookup.cards.values() if len(card["records"]) > 1)
    split = {"lookup": lookup.id, "card": card["id"], "record": card["records"][-1]["id"]}
    async with desk.station.without_log():
        answer = await lotte.post("/api/search/split", split)
    assert (answer.status, answer.code) == (503, "log.unavailable")
    assert (await lotte.post("/api/search/split", split)).status == 200


async def test_what_was_disclosed_while_the_log_went_away_is_logged_when_it_is_back(desk: Desk) -> None:
    lotte, heard = await desk.officer(), Lookup("")
    with desk.broken(plates="slow", sis_vehicles="slow"):
        asking = asyncio.create_task(lotte.ask(CAR, heard=heard))
        await until(lambda: bool(heard.lines))
        async with desk.station.without_log():
            await asking
            await until(lambda: desk.search.disclosures.waiting == 1)
    await until(lambda: desk.search.disclosures.waiting == 0)
    (closed,) = await desk.logged(lotte, "LookupClosed")
    assert (closed.what["lookup"], closed.what["ended"]) == (heard.id, "done")
