"""Behind a hit only who saw it may look, as long as he may, once, and never unlogged."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest

from focus.core.purposes.book import TOPIC
from tests.search.lookups.desk import Desk, Lookup, Officer
from tests.search.lookups.test_hits import SOURCE, details, with_conviction

Seen = tuple[Officer, Lookup, dict[str, Any]]
Spoil = Callable[[Desk, Seen], Awaitable[Officer]]
"""Makes that he may not look any more; who tries."""


async def colleague(desk: Desk, seen: Seen) -> Officer:
    return await desk.officer("Lotte Maes")


async def other_session(desk: Desk, seen: Seen) -> Officer:
    return await desk.officer("Bram Vos")


async def locked(desk: Desk, seen: Seen) -> Officer:
    assert (await seen[0].post("/api/identity/lock")).status == 200
    return seen[0]


async def signed_out(desk: Desk, seen: Seen) -> Officer:
    await seen[0].post("/api/identity/sign-out")
    return seen[0]


async def forgotten(desk: Desk, seen: Seen) -> Officer:
    for lookup in [one for one in desk.search.lookups if str(one.id) == seen[1].id]:
        desk.search.lookups.drop(lookup)
    return seen[0]


async def seen_already(desk: Desk, seen: Seen) -> Officer:
    await details(seen[0], seen[1], seen[2]["id"])
    return seen[0]


REFUSED: list[tuple[Spoil, int, str]] = [
    (colleague, 404, "search.lookup_gone"),
    (other_session, 404, "search.lookup_gone"),
    (locked, 423, "identity.locked"),
    (signed_out, 401, "identity.signed_out"),
    (forgotten, 404, "search.lookup_gone"),
    (seen_already, 404, "search.no_such_hit"),
]


async def tap(officer: Officer, lookup: str, card: str) -> Any:
    return await officer.post(f"/api/search/lookups/{lookup}/details", {"card": card, "source": SOURCE})


@pytest.mark.parametrize(("spoil", "status", "code"), REFUSED)
async def test_who_may_not_look_behind_a_hit_is_refused_and_nothing_is_asked(
    desk: Desk, spoil: Spoil, status: int, code: str
) -> None:
    seen = await with_conviction(desk)
    officer = await spoil(desk, seen)
    before = desk.started()[SOURCE]
    answer = await tap(officer, seen[1].id, seen[2]["id"])

    assert (answer.status, answer.code) == (status, code)
    assert desk.started()[SOURCE] == before


async def test_a_purpose_that_has_been_closed_since_opens_no_details(desk: Desk) -> None:
    officer, lookup, card = await with_conviction(desk)
    before = desk.started()[SOURCE]
    close = "update purposes.purpose set active = $1 where code = 'investigation' and organisation_id = $2"
    await desk.station.owner.execute(close, False, officer.organisation)
    desk.station.platform.bus.publish(TOPIC, str(officer.organisation))
    try:
        answer = await tap(officer, lookup.id, card["id"])
    finally:
        await desk.station.owner.execute(close, True, officer.organisation)
        desk.station.platform.bus.publish(TOPIC, str(officer.organisation))

    assert (answer.status, answer.code) == (422, "purposes.unknown")
    assert desk.started()[SOURCE] == before
    (entry,) = await desk.logged(officer, "LookupRefused")
    assert entry.what["details"]["source"] == SOURCE


async def test_a_purpose_that_no_longer_opens_the_source_opens_no_details(desk: Desk) -> None:
    officer, lookup, card = await with_conviction(desk)
    before = desk.started()[SOURCE]
    opens = "update purposes.purpose set opens = $1 where code = 'investigation' and organisation_id = $2"
    await desk.station.owner.execute(opens, ["vehicles"], officer.organisation)
    try:
        answer = await tap(officer, lookup.id, card["id"])
    finally:
        await desk.station.owner.execute(opens, ["*"], officer.organisation)

    assert (answer.status, answer.code) == (422, "search.no_sources")
    assert desk.started()[SOURCE] == before


async def test_a_lookup_that_never_was_has_no_details(desk: Desk) -> None:
    answer = await tap(await desk.officer(), str(uuid4()), "c1")

    assert (answer.status, answer.code) == (404, "search.lookup_gone")


async def test_two_taps_at_once_ask_once_and_are_logged_once(desk: Desk) -> None:
    officer, lookup, card = await with_conviction(desk)
    before = desk.started()[SOURCE]
    await asyncio.gather(*(tap(officer, lookup.id, card["id"]) for _ in range(3)))
    await desk.quiet()

    assert desk.started()[SOURCE] == before + 1
    assert len(await desk.logged(officer, "DetailsAsked")) == 1


async def test_a_source_that_is_down_at_the_tap_says_so_and_can_be_tapped_again(desk: Desk) -> None:
    officer, lookup, card = await with_conviction(desk)
    with desk.broken(criminal_record="500"):
        down = await details(officer, lookup, card["id"])
    desk.forgive()
    assert down.states[SOURCE]["state"] == "failed"
    assert (down.of("card"), down.of("gone")) == ([], [])  # the card with its hit stays as it was
    again = await details(officer, lookup, card["id"])

    assert again.states[SOURCE]["state"] == "answered"
    assert [fact["key"] for fact in again.cards[card["id"]]["facts"] if fact["source"] == SOURCE]
