"""Double tap, two tabs, reused ids: one lookup, one entry, one round of sources."""

from __future__ import annotations

import asyncio
from uuid import uuid4

from tests.search.lookups.desk import CAR, CASE, CLEAN_CAR, MAN, Desk, Lookup, Officer, until


async def stream(officer: Officer, body: dict[str, object]) -> Lookup:
    heard = Lookup(str(body["id"]))
    async for line in officer.lines("/api/search/lookups", body):
        heard.hear(line)
    return heard


async def test_a_double_tap_is_one_lookup_and_both_hear_all_of_it(desk: Desk) -> None:
    lotte, before = await desk.officer(), desk.started()
    body = lotte.body(MAN)
    with desk.broken(custody="slow"):
        first, *others = await asyncio.gather(*[stream(lotte, body) for _ in range(4)])
    assert first.lines[-1]["kind"] == "closed"
    assert all(other.lines == first.lines for other in others)
    assert set((desk.started() - before).values()) == {1}
    await desk.quiet()
    assert await desk.kinds(lotte) == ["LookupOpened", "LookupClosed"]


async def test_two_tabs_with_the_same_question_are_one_lookup(desk: Desk) -> None:
    lotte, before = await desk.officer(), desk.started()
    with desk.broken(custody="slow"):
        first, second = await asyncio.gather(lotte.ask(MAN), lotte.ask("850730 03328"))
    assert first.lines == second.lines
    assert first.id != second.id
    assert set((desk.started() - before).values()) == {1}
    await desk.quiet()
    assert await desk.kinds(lotte) == ["LookupOpened", "LookupClosed"]


async def test_a_tab_that_joins_late_hears_everything_from_the_first_line(desk: Desk) -> None:
    lotte = await desk.officer()
    with desk.broken(plates="slow"):
        heard = Lookup("")
        first = asyncio.create_task(lotte.ask(CAR, heard=heard))
        await until(lambda: desk.open("plates") == 1 and len(heard.lines) > 1)
        second = await lotte.ask(CAR)
    assert second.lines == (await first).lines


async def test_when_one_of_two_tabs_closes_the_other_hears_on(desk: Desk) -> None:
    lotte = await desk.officer()
    with desk.broken(plates="slow"):
        leaving = asyncio.create_task(lotte.ask(CAR))
        await until(lambda: desk.open("plates") == 1)
        heard = Lookup("")
        staying = asyncio.create_task(lotte.ask(CAR, heard=heard))
        await until(lambda: bool(heard.lines))
        leaving.cancel()
        lookup = await staying
    assert lookup.states["plates"]["state"] == "answered"


async def test_the_second_tab_may_use_its_own_id_afterwards(desk: Desk) -> None:
    lotte = await desk.officer()
    with desk.broken(plates="500", insurance="slow"):
        first, second = await asyncio.gather(lotte.ask(CAR), lotte.ask(CAR))
    for lookup in (first, second):
        assert (await lotte.retry(lookup.id, "plates")).states["plates"]["state"] == "answered"


async def test_the_same_question_under_another_purpose_is_another_lookup(desk: Desk) -> None:
    lotte = await desk.officer()
    control, case = await asyncio.gather(lotte.ask(CAR), lotte.ask(CAR, purpose=CASE))
    assert control.opened["purpose"]["code"] != case.opened["purpose"]["code"]
    assert len(await desk.logged(lotte, "LookupOpened")) == 2


async def test_the_same_question_for_another_reason_is_another_lookup(desk: Desk) -> None:
    """Else the log would keep one reason and lose the other."""
    bram = await desk.officer("Bram Vos")
    reasons = ("vermist sinds maandag", "seining van gisteren")
    await asyncio.gather(*[bram.ask(CAR, purpose={"code": "wanted_search", "reason": r}) for r in reasons])
    logged = [event.purpose.reason for event in await desk.logged(bram, "LookupOpened") if event.purpose]
    assert sorted(logged, key=str) == sorted(reasons)


async def test_two_officers_with_the_same_question_are_two_lookups(desk: Desk) -> None:
    lotte, other, before = await desk.officer(), await desk.officer(), desk.started()
    await asyncio.gather(lotte.ask(MAN), other.ask(MAN))
    assert set((desk.started() - before).values()) == {2}
    assert len(await desk.logged(lotte, "LookupOpened")) == len(await desk.logged(other, "LookupOpened")) == 1


async def test_an_id_that_was_answered_is_not_answered_again(desk: Desk) -> None:
    lotte = await desk.officer()
    body, before = lotte.body(MAN), desk.started()
    await stream(lotte, body)
    answer = await lotte.post("/api/search/lookups", body)
    assert (answer.status, answer.code) == (409, "search.already_answered")
    assert set((desk.started() - before).values()) == {1}


async def test_an_id_that_was_answered_keeps_its_lookup_for_retry(desk: Desk) -> None:
    lotte = await desk.officer()
    body = lotte.body(CAR)
    with desk.broken(plates="500"):
        await stream(lotte, body)
    assert (await lotte.post("/api/search/lookups", body)).status == 409
    assert (await lotte.retry(body["id"], "plates")).states["plates"]["state"] == "answered"


async def test_an_id_in_use_is_no_id_for_another_question(desk: Desk) -> None:
    lotte = await desk.officer()
    body = lotte.body(CAR)
    with desk.broken(plates="slow"):
        first = asyncio.create_task(stream(lotte, body))
        await until(lambda: desk.open("plates") == 1)
        answer = await lotte.post("/api/search/lookups", {**body, "question": CLEAN_CAR})
        assert (answer.status, answer.code) == (409, "search.already_answered")
        assert (await first).verdict["word"] == "wanted"


async def test_a_stolen_id_takes_nothing_from_its_owner(desk: Desk) -> None:
    lotte, bram = await desk.officer(), await desk.officer("Bram Vos")
    body = lotte.body(CAR)
    with desk.broken(plates="500"):
        await stream(lotte, body)
    answer = await bram.post("/api/search/lookups", {**body, "purpose": CASE})
    assert (answer.status, answer.code) == (409, "search.already_answered")
    assert (await lotte.retry(body["id"], "plates")).states["plates"]["state"] == "answered"


async def test_somebody_elses_lookup_does_not_exist(desk: Desk) -> None:
    lotte, bram = await desk.officer(), await desk.officer("Bram Vos")
    lookup = await lotte.ask(MAN)
    card = next(iter(lookup.cards.values()))
    split = {"lookup": lookup.id, "card": card["id"], "record": card["records"][0]["id"]}
    answers = [
        await bram.post(f"/api/search/lookups/{lookup.id}/retry", {"sources": ["plates"]}),
        await bram.post("/api/search/split", split),
        await bram.post("/api/search/stop", {"lookup": lookup.id}),
    ]
    assert {(answer.status, answer.code) for answer in answers} == {(404, "search.lookup_gone")}
    unknown = await bram.post("/api/search/stop", {"lookup": str(uuid4())})
    assert {answer.body["title"] for answer in answers} == {unknown.body["title"]}


async def test_ones_own_lookup_on_another_device_does_not_exist(desk: Desk) -> None:
    lotte, tablet = await desk.officer(), await desk.officer()
    lookup = await lotte.ask(CAR)
    assert (await tablet.post("/api/search/stop", {"lookup": lookup.id})).status == 404


async def test_asked_again_right_after_leaving_it_is_asked_anew(desk: Desk) -> None:
    """The lookup that is being called off must not answer the new one with its own end."""
    lotte, heard = await desk.officer(), Lookup("")
    with desk.broken(plates="slow"):
        leaving = asyncio.create_task(lotte.ask(CAR, heard=heard))
        await until(lambda: desk.open("plates") == 1)
        await lotte.post("/api/search/stop", {"lookup": heard.id})
        lookup = await lotte.ask(CAR)
        await leaving
    assert lookup.states["plates"]["state"] == "answered"
    assert heard.states["plates"]["state"] == "cancelled"
