"""What an officer reads about searching: own lookups, the sources, how a question is understood."""

from __future__ import annotations

from typing import Any

from tests.search.lookups.desk import CAR, CASE, CLEAN_CAR, MAN, Desk, Officer


async def mine(officer: Officer, before: str = "") -> list[dict[str, Any]]:
    answer = await officer.get("/api/search/my-lookups" + (f"?before={before}" if before else ""))
    assert answer.status == 200
    found: list[dict[str, Any]] = answer.body
    return found


async def test_ones_own_lookups_are_there_newest_first_as_oversight_sees_them(desk: Desk) -> None:
    lotte = await desk.officer()
    first, second = await lotte.ask(CAR), await lotte.ask(CLEAN_CAR)
    await desk.quiet()
    newest, older = (await mine(lotte))[:2]
    assert (newest["id"], older["id"]) == (second.id, first.id)
    assert (older["question"], older["verdict"]) == (CAR, {"level": "red", "word": "wanted"})
    assert (newest["verdict"]["level"], newest["purpose"]["reference"]) == ("green", "C-1109")
    counted = older["sources"]
    assert counted["asked"] == counted["answered"] == len(first.asked)


async def test_the_verdict_after_a_retry_is_the_one_that_is_shown(desk: Desk) -> None:
    lotte = await desk.officer()
    with desk.broken(sis_vehicles="500"):
        lookup = await lotte.ask(CLEAN_CAR)
    await lotte.retry(lookup.id, "sis-vehicles")
    await desk.quiet()
    newest = (await mine(lotte))[0]
    assert (newest["id"], newest["verdict"]["level"], newest["sources"]["failed"]) == (lookup.id, "green", 0)


async def test_nobody_sees_another_persons_lookups(desk: Desk) -> None:
    lotte, bram = await desk.officer(), await desk.officer("Bram Vos")
    lookup = await lotte.ask(CAR)
    await desk.quiet()
    assert lookup.id not in [one["id"] for one in await mine(bram)]
    assert await mine(bram, before=lookup.id) == [
        one for one in await mine(bram) if one["at"] < lookup.opened["at"]
    ]


async def test_another_organisations_lookups_are_no_place_to_read_on_from(desk: Desk) -> None:
    lotte, stijn = await desk.officer(), await desk.officer("Stijn Smeets")
    own = await stijn.ask(CAR, purpose=CASE)
    lookup = await lotte.ask(CAR)
    await desk.quiet()
    assert own.id in [one["id"] for one in await mine(stijn)]
    assert await mine(stijn, before=lookup.id) == []


async def test_pages_hold_each_lookup_once(desk: Desk) -> None:
    lotte = await desk.officer("Nele Lemmens")
    purpose = {"code": "traffic_check"}
    asked = [(await lotte.ask(CLEAN_CAR, purpose=purpose)).id for _ in range(33)]
    await desk.quiet()
    first = await mine(lotte)
    second = await mine(lotte, before=first[-1]["id"])
    assert [one["id"] for one in (*first, *second)] == asked[::-1]
    assert len(first) == 30
    assert all(one["verdict"] for one in (*first, *second))


async def test_to_read_ones_own_lookups_leaves_no_entry(desk: Desk) -> None:
    lotte = await desk.officer()
    await mine(lotte)
    assert await desk.logged(lotte) == []


async def test_to_understand_a_question_asks_nobody_and_leaves_no_entry(desk: Desk) -> None:
    lotte, before = await desk.officer(), desk.started()
    answer = await lotte.post("/api/search/understand", {"question": CAR})
    assert answer.body["readings"][0]["kind"] == "plate"
    wrong = await lotte.post("/api/search/understand", {"question": "85.07.30-033.29"})
    assert wrong.body["problems"][0]["code"] == "check_digit"
    assert desk.started() == before
    events = await desk.station.events(lotte.organisation, "search.Consulted")
    assert events == []
    assert await desk.logged(lotte) == []


async def test_the_sources_are_shown_as_this_officer_may_ask_them(desk: Desk) -> None:
    lotte, before = await desk.officer(), desk.started()
    shown = {source["name"]: source for source in (await lotte.get("/api/search/sources")).body}
    assert len(shown) == 60 + 1 and shown["briefing"]["open"]
    assert shown["plates"]["open"]
    assert shown["plates"]["legal"]
    assert (shown["intelligence"]["open"], shown["intelligence"]["reason"]) == (False, "function")
    assert desk.started() == before


async def test_the_officers_language_names_purpose_and_sources(desk: Desk) -> None:
    lotte = await desk.officer()
    await lotte.post("/api/identity/change-language", {"language": "fr"})
    try:
        lookup = await lotte.ask(MAN)
    finally:
        await lotte.post("/api/identity/change-language", {"language": "nl"})
    titles = {source["name"]: source["title"] for source in lookup.opened["sources"]}
    assert lookup.opened["purpose"]["title"] == "Contrôle routier"
    assert titles["national-register"].startswith("Registre national")
