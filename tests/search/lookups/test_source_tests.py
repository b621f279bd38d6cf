"""One source tested by hand: in the log first, under a purpose and a reason, and never what a record says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest
from msgspec.structs import replace

from focus.core.gate.gate import NotPermitted
from focus.modules.search.health.tested import SourceTest
from focus.modules.search.health.testing import run_test
from tests.search.connectors.servers import Server, faulty_server
from tests.search.lookups.desk import CAR, MAN, Desk, Officer, officer_at
from tests.search.lookups.sources import write_own_words, write_source
from tests.support.device import Answer
from tests.support.server import served
from tests.support.waiting import until

KEEPER = "Hanne Peeters"
WHY = {"purpose": "wanted_search", "reason": "Bron nazien na melding"}
"""A purpose that opens every source; it asks for no reference."""


async def run_one(who: Officer, source: str = "plates", question: str = CAR, **more: Any) -> Answer:
    body = {"id": str(uuid4()), "source": source, "question": question, **WHY, **more}
    return await who.post("/api/search/test-source", body)


async def test_it_says_how_the_source_fared_and_which_fields_came(desk: Desk) -> None:
    hanne, before = await desk.officer(KEEPER), desk.started()
    answer = await run_one(hanne)
    assert answer.status == 200, answer
    said = answer.body
    assert (said["state"], said["reason"], said["kind"], said["drift"]) == ("answered", "", "plate", [])
    assert said["records"] >= 1
    assert 0 <= said["ms"] <= said["deadline_ms"]
    fields = {(one["part"], one["field"]): one["records"] for one in said["mapped"]}
    assert fields["identifier", "plate"] >= 1
    assert ("fact", "make") in fields
    assert desk.started() - before == {"plates": 1}


async def test_no_value_of_a_record_is_shown_or_logged(desk: Desk) -> None:
    hanne, lotte = await desk.officer(KEEPER), await desk.officer()
    shown = (await lotte.ask(CAR)).cards.values()
    values = {fact["value"] for card in shown for fact in card["facts"] if len(fact["value"]) > 4}
    assert values
    answer = await run_one(hanne)
    await desk.quiet()
    logged = [event.what for event in await desk.logged(hanne, "SourceTestOpened", "SourceTested")]
    told = json.dumps([answer.body, logged], ensure_ascii=False)
    assert [value for value in values if value in told and value not in CAR] == []


async def test_the_log_has_who_asked_what_why_and_what_became_of_it(desk: Desk) -> None:
    hanne = await desk.officer(KEEPER)
    answer = await run_one(hanne, reference="D-12")
    await desk.quiet()
    opened, ended = await desk.logged(hanne, "SourceTestOpened", "SourceTested")
    for event in (opened, ended):
        assert str(event.person_id) == hanne.session["person"]
        assert event.purpose is not None
        assert (event.purpose.code, event.purpose.reason) == (WHY["purpose"], WHY["reason"])
        assert event.purpose.reference == "D-12"
        assert (event.what["source"], event.what["question"], event.what["normal"]) == ("plates", CAR, CAR)
    assert ended.what["lookup"] == str(opened.id)
    assert (ended.what["state"], ended.what["records"]) == ("answered", answer.body["records"])
    assert ended.what["ms"] == answer.body["ms"]


async def test_nothing_leaves_while_the_entry_is_being_committed(desk: Desk) -> None:
    hanne, before = await desk.officer(KEEPER), desk.started()
    await desk.quiet()
    async with desk.station.log_held() as being_written:
        asking = asyncio.create_task(run_one(hanne))
        await until(being_written, seconds=2)
        assert desk.started() == before
    assert (await asking).status == 200
    assert desk.started() - before == {"plates": 1}


async def test_with_the_log_down_it_is_503_and_nobody_is_asked(desk: Desk) -> None:
    hanne, before = await desk.officer(KEEPER), desk.started()
    async with desk.station.without_log():
        answer = await run_one(hanne)
    assert (answer.status, answer.code) == (503, "log.unavailable")
    assert desk.started() == before


async def test_a_double_tap_asks_once(desk: Desk) -> None:
    hanne, before, id_ = await desk.officer(KEEPER), desk.started(), str(uuid4())
    assert (await run_one(hanne, id=id_)).status == 200
    again = await run_one(hanne, id=id_)
    assert (again.status, again.code) == (409, "search.already_answered")
    assert desk.started() - before == {"plates": 1}


async def test_an_officer_who_does_not_look_after_sources_may_not(desk: Desk) -> None:
    lotte, before = await desk.officer(), desk.started()
    answer = await run_one(lotte)
    assert (answer.status, answer.code) == (403, "gate.not_permitted")
    assert desk.started() == before


async def test_who_may_not_ask_about_persons_may_not_test_either(desk: Desk) -> None:
    """How many records there are is an answer; the permission for health alone does not give it."""
    hanne = await desk.officer(KEEPER)
    await hanne.ask(CAR, purpose={"code": WHY["purpose"], "reason": WHY["reason"]})
    (lookup,) = desk.in_hand(hanne)
    only = replace(lookup.principal, permissions=frozenset({"search.health"}))
    before = desk.started()
    with pytest.raises(NotPermitted):
        await run_test(desk.search, only, SourceTest(id=uuid4(), source="plates", question=CAR, **WHY))
    refused = await desk.station.events(hanne.organisation, "gate.Refused")
    assert refused[0].what["operation"] == "search.test_source"
    assert desk.started() == before


@pytest.mark.parametrize(
    ("more", "status", "code"),
    [
        ({"purpose": None}, 422, "purposes.missing"),
        ({"purpose": "no_such"}, 422, "purposes.unknown"),
        ({"purpose": "investigation"}, 422, "purposes.reference_missing"),
        ({"purpose": "traffic_check", "reason": " - "}, 422, "search.reason_needed"),
        (
            {"purpose": "traffic_check", "source": "weapons-register", "question": MAN},
            403,
            "search.source_closed",
        ),
        ({"source": "no-such"}, 404, "search.no_such_source"),
        ({"question": "+32 470 12 34 56"}, 422, "search.question_not_taken"),
        ({"question": "?!"}, 422, "search.unreadable"),
    ],
)
async def test_what_does_not_fit_is_refused_in_the_log_and_nobody_is_asked(
    desk: Desk, more: dict[str, Any], status: int, code: str
) -> None:
    hanne, before = await desk.officer(KEEPER), desk.started()
    answer = await run_one(hanne, **more)
    assert (answer.status, answer.code) == (status, code), answer
    assert desk.started() == before
    (refused,) = await desk.logged(hanne, "LookupRefused")
    assert (refused.what["reason"], refused.what["test"]["question"]) == (code, more.get("question", CAR))


async def test_a_failure_is_named(desk: Desk) -> None:
    hanne = await desk.officer(KEEPER)
    for mode, state, reason in (("hang", "silent", "timeout"), ("401", "failed", "refused_login")):
        with desk.broken(plates=mode):
            said = (await run_one(hanne)).body
        assert (said["state"], said["reason"], said["records"]) == (state, reason, 0)
    await desk.quiet()
    ends = await desk.logged(hanne, "SourceTested")
    assert [event.what["reason"] for event in ends] == ["timeout", "refused_login"]


@pytest.fixture(scope="module")
async def registers() -> AsyncIterator[Server]:
    async with faulty_server() as running:
        yield running


async def test_quotas_hold_and_what_is_not_as_agreed_is_named_without_a_value(
    tmp_path_factory: pytest.TempPathFactory, registers: Server
) -> None:
    folder = tmp_path_factory.mktemp("sources")
    write_source(folder, "metered", f"{registers.base}/found", short="METER")
    file = folder / "metered.toml"
    file.write_text(file.read_text().replace("\n[rest]", "\n[quota]\nper_day = 1\n\n[rest]"))
    write_own_words(folder, f"{registers.base}/found")
    write_source(folder, "changed", f"{registers.base}/null", short="CHANGED")
    async with served(tmp_path_factory.mktemp("home"), FOCUS_SOURCES=str(folder)) as running:
        hanne = await officer_at(running.base, KEEPER)
        try:
            first, second = [(await run_one(hanne, "metered", "1-ABC-123")).body for _ in range(2)]
            changed = (await run_one(hanne, "changed", "1-ABC-123")).body
            own = (await run_one(hanne, "dogs", "1-ABC-123")).body
            (health,) = (await hanne.get("/api/search/health?source=metered")).body
        finally:
            await hanne.close()
    assert (first["state"], first["records"]) == ("answered", 1)
    assert (second["state"], second["reason"]) == ("failed", "quota")
    assert registers.asked["found"] == 2  # once for each of two sources
    assert (own["warnings"], own["words"]["facts"]) == (1, {"pit_bull_permit": "Vergunning pitbull"})
    assert (changed["state"], changed["reason"]) == ("failed", "wrong_schema")
    assert changed["drift"] == [{"path": "vehicles", "change": "missing", "found": "nothing"}]
    assert health["quota"]["today"] == 1


async def test_a_field_that_may_not_be_seen_is_not_named(desk: Desk) -> None:
    """Of the national register, for a purpose to which it does not open all."""
    people = desk.world.world.people
    mover = next(p for p in range(len(people.national)) if people.previous[p] >= 0)
    hanne, number = await desk.officer(KEEPER), f"{people.national[mover]:011}"
    shown = {}
    for purpose in ("identity_check", "investigation"):
        answer = await run_one(
            hanne, "national-register", number, purpose=purpose, reference="LI.30.F1.001/26"
        )
        assert answer.status == 200, answer
        shown[purpose] = {one["field"] for one in answer.body["mapped"]}
    assert shown["investigation"] - shown["identity_check"] == {"former_address"}
