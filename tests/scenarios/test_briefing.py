"""Scenario 9, and 7 in text and place: there within a second, read and seen without network, recalled."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import expect

from tests.scenarios.screen import PATIENCE_MS, Screen
from tests.scenarios.town import Town
from tests.search.lookups.desk import Officer, officer_at
from tests.support.waiting import until


@pytest.fixture
async def hanne(town: Town) -> AsyncIterator[Officer]:
    """At the information desk, by its API."""
    officer = await officer_at(town.server.base, "Hanne Peeters")
    yield officer
    await officer.close()


def content(title: str, **changed: Any) -> dict[str, Any]:
    """What a desk writes, for the whole zone."""
    return {
        "kind": "attention",
        "title": title,
        "text": "Vijf inbraken in tien dagen. Twee mannen, donkere kledij.",
        "expected": "Niet zelf aanhouden",
        "must_read": True,
        "place": "Vaartdijk",
        "audience": {"whole": True},
        "valid_to": (datetime.now(UTC) + timedelta(days=2)).isoformat(),
        "subjects": [{"kind": "vehicle", "plate": "1-VRT-777", "described": "grijze bestelwagen"}],
        **changed,
    }


async def publish(desk: Officer, title: str, **changed: Any) -> str:
    """A new item; its id."""
    draft = str(uuid4())
    saved = await desk.post(
        "/api/briefing/save-draft", {"draft": draft, "content": content(title, **changed)}
    )
    assert saved.status == 200, saved
    published = await desk.post("/api/briefing/publish", {"draft": draft, "version": 1})
    assert published.status == 200, published
    return draft


async def readers(desk: Officer, item: str) -> dict[str, Any]:
    answer = await desk.get(f"/api/briefing/readers?item={item}")
    return {one["name"]: one for one in answer.body["readers"]}


async def test_published_it_is_on_an_open_phone_within_a_second(
    town: Town, phone: Screen, hanne: Officer
) -> None:
    await phone.continue_as("Tom Goossens")
    await phone.page.goto(f"{phone.origin}/briefing")
    await phone.sees_heading("Briefing")
    title = f"Bestelwagen {uuid4().hex[:6]}"
    await publish(hanne, title)
    began = time.monotonic()
    await expect(phone.page.get_by_text(title).first).to_be_visible(timeout=PATIENCE_MS)
    assert time.monotonic() - began < 3  # the aim is a second; the machine of a test has other work


async def test_without_network_it_is_read_and_seen_and_the_desk_knows_afterwards(
    town: Town, phone: Screen, hanne: Officer
) -> None:
    title = f"Vermist {uuid4().hex[:6]}"
    item = await publish(hanne, title)
    await phone.continue_as("Elke Thys")
    await phone.page.evaluate("navigator.serviceWorker.ready")
    await phone.page.goto(f"{phone.origin}/briefing/{item}")
    await phone.sees(title)
    await phone.context.set_offline(True)
    await phone.button("Gelezen")
    await expect(phone.page.get_by_text("wacht", exact=False).first).to_be_visible(timeout=PATIENCE_MS)
    await phone.button("Waarneming")
    await phone.sheet.get_by_role("textbox").first.fill("Te voet richting Vaartdijk")
    await phone.press(phone.sheet.get_by_role("button", name="Meld"))
    assert (await readers(hanne, item))["Elke Thys"].get("read_at") is None
    await phone.context.set_offline(False)

    async def known() -> bool:
        return bool((await readers(hanne, item))["Elke Thys"].get("version") == 1)

    await until(known, seconds=20)

    async def seen() -> bool:
        shown = (await hanne.get(f"/api/briefing/item?item={item}")).body
        return [one["text"] for one in shown["sightings"]] == ["Te voet richting Vaartdijk"]

    await until(seen, seconds=20)


async def test_recalled_while_it_is_read_it_goes_with_a_word(
    town: Town, phone: Screen, hanne: Officer
) -> None:
    title = f"Gezocht voertuig {uuid4().hex[:6]}"
    item = await publish(hanne, title)
    await phone.continue_as("Joris Aerts")
    await phone.page.goto(f"{phone.origin}/briefing/{item}")
    await phone.sees("Vijf inbraken")
    answer = await hanne.post("/api/briefing/recall", {"item": item, "why": "voertuig gevonden"})
    assert answer.status == 200, answer
    await phone.sees("voertuig gevonden")
    await expect(phone.page.get_by_text("Vijf inbraken")).to_have_count(0)


async def test_whoever_it_is_about_is_a_hit_in_search_and_without_network_on_the_watch_list(
    town: Town, phone: Screen, hanne: Officer
) -> None:
    plates = [{"kind": "vehicle", "plate": plate} for plate in ("1-VRT-781", "1-VRT-782")]
    await publish(hanne, f"Bestelwagen {uuid4().hex[:6]}", kind="vehicle", subjects=plates)
    await town.task("lotte.maes", reference="C-1109")
    await phone.continue_as("Lotte Maes")
    await phone.page.evaluate("navigator.serviceWorker.ready")
    await phone.page.goto(f"{phone.origin}/briefing")
    await phone.sees_heading("Briefing")
    await phone.ask("1-VRT-781")
    await phone.sees("Briefing B-")
    await phone.context.set_offline(True)
    await phone.tab("Zoek")
    await phone.ask("1-VRT-782", end=False)
    await phone.sees("volglijst van")
