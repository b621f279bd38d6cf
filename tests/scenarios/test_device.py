"""The device: no network, the lock, a clock that is wrong, four languages."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.scenarios.screen import PHONE, Screen, screen_of
from tests.scenarios.town import Town

THREE_HOURS_AHEAD = """
(() => {
  const Real = Date, ahead = 3 * 3600_000
  window.Date = class extends Real {
    constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead) }
    static now() { return Real.now() + ahead }
  }
})()
"""

# Everything the browser keeps for the app, as text: what a thief of the phone would read.
STORED = """async () => {
  const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) found.push(request.url)
  }
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => { indexedDB.open(name).onsuccess = (e) => done(e.target.result) })
    for (const store of db.objectStoreNames) {
      const rows = await new Promise((done) => {
        db.transaction(store).objectStore(store).getAll().onsuccess = (e) => done(e.target.result)
      })
      for (const row of rows) {
        found.push(JSON.stringify(row, (_, value) => {
          const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value
          return ArrayBuffer.isView(bytes) ? new TextDecoder('latin1').decode(bytes) : bytes
        }))
      }
    }
    db.close()
  }
  return found.join('\\n')
}"""


@pytest.fixture
async def joris(town: Town, phone: Screen) -> Screen:
    """Joris Aerts at a traffic check."""
    await town.task("joris.aerts", reference="C-7001")
    await phone.continue_as("Joris Aerts")
    await phone.sees("C-7001")
    return phone


async def test_without_network_the_app_opens_and_says_so(joris: Screen) -> None:
    await joris.page.evaluate("navigator.serviceWorker.ready")
    await joris.context.set_offline(True)
    await joris.page.reload()
    await joris.sees_heading("Vandaag")
    await joris.sees("Geen netwerk")
    await joris.sees("U werkt verder zonder netwerk")
    await joris.sees("C-7001")


async def test_a_question_without_network_says_that_it_waits(joris: Screen) -> None:
    await joris.context.set_offline(True)
    await joris.ask("1-HKL-407", end=False)
    await joris.sees("Wacht op netwerk")


async def test_the_app_finds_the_network_again_by_itself(joris: Screen) -> None:
    await joris.context.set_offline(True)
    await joris.sees("Geen netwerk")
    await joris.context.set_offline(False)
    await joris.sees("Verbonden")


async def test_the_lock_leaves_nothing_of_an_answer_on_the_screen(joris: Screen) -> None:
    await joris.ask("2-ZKV-318")
    await joris.sees("Verlinden, Jeroen")
    await joris.button("Vergrendel")
    await joris.sees_heading("Vergrendeld")
    assert "Verlinden" not in await joris.page.content()


async def test_after_unlocking_an_answer_is_gone(joris: Screen) -> None:
    await joris.ask("2-ZKV-318")
    await joris.button("Vergrendel")
    await joris.button("Ontgrendel")
    await expect(joris.page.get_by_role("navigation")).to_be_visible()
    await expect(joris.card("Verlinden, Jeroen")).to_have_count(0)


async def test_the_device_keeps_nothing_readable_of_an_answer_or_a_session(joris: Screen) -> None:
    await joris.ask("2-ZKV-318")
    await joris.button("Vergrendel")
    await joris.sees_heading("Vergrendeld")
    stored = await joris.page.evaluate(STORED)
    assert "/assets/" in stored, "nothing was read at all"
    assert not [word for word in ("Verlinden", "ZKV-318", "C-7001", "Joris") if word in stored]


async def test_a_device_whose_clock_is_three_hours_ahead_works(town: Town, browser: Browser) -> None:
    await town.task("joris.aerts")
    async with screen_of(browser, town.origin, **PHONE) as ahead:
        await ahead.context.add_init_script(THREE_HOURS_AHEAD)
        await ahead.continue_as("Joris Aerts")
        await ahead.ask("1-HKL-407")
        await ahead.judges("green")


@pytest.mark.parametrize(
    ("language", "tab", "wanted"),
    [
        ("Français", "Chercher", "Recherché"),
        ("Deutsch", "Suche", "Gesucht"),
        ("English", "Search", "Wanted"),
    ],
)
async def test_the_app_speaks_the_language_of_its_officer(
    town: Town, phone: Screen, language: str, tab: str, wanted: str
) -> None:
    await town.task("bram.vos")
    await phone.continue_as("Bram Vos")
    try:
        await phone.page.goto(f"{town.origin}/me")
        await phone.button(language)
        await phone.tab(tab)
        await phone.page.get_by_role("searchbox").fill("2-ZKV-318")
        await phone.page.keyboard.press("Enter")
        await phone.judges("red", wanted)
    finally:
        await town.call("bram.vos", "POST", "/api/identity/change-language", {"language": "nl"})
