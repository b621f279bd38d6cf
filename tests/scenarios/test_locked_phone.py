"""Requirements 10 and 11: a locked phone gives nothing away, opens for its officer only, and not for ever.

SPEC.md S20 and S24, in a real browser with a virtual authenticator.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, Playwright, async_playwright, expect

from focus.core.identity.settings import IdentitySettings
from tests.identity.house import House
from tests.scenarios.house import PRF, Finger, enrol, house_served, sign_in
from tests.scenarios.screen import PHONE, Screen, let_in, screen_of
from tests.scenarios.town import Town
from tests.support.server import free_port
from tools.chromium import FLAGS, find

HOUR_S = 3_600

# The kinds of keys that lie anywhere in the browser's databases, by what they may be used for.
KEYS = """async () => {
  const found = []
  const walk = (value) => {
    if (!value || typeof value !== 'object' || ArrayBuffer.isView(value)) return
    if (value instanceof CryptoKey) found.push(value.usages.join(' '))
    else Object.values(value).forEach(walk)
  }
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => { indexedDB.open(name).onsuccess = (e) => done(e.target.result) })
    for (const store of db.objectStoreNames) {
      walk(await new Promise((done) => {
        db.transaction(store).objectStore(store).getAll().onsuccess = (e) => done(e.target.result)
      }))
    }
    db.close()
  }
  return found.filter(Boolean).sort()
}"""
# Which stores of the browser's databases hold anything.
LEFT = """async () => {
  const found = []
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => { indexedDB.open(name).onsuccess = (e) => done(e.target.result) })
    for (const store of db.objectStoreNames) {
      const n = await new Promise((done) => {
        db.transaction(store).objectStore(store).count().onsuccess = (e) => done(e.target.result)
      })
      if (n) found.push(`${name}/${store}`)
    }
    db.close()
  }
  return found.sort()
}"""
ERASED = {"focus/keys", "focus-outbox/keys", "focus-outbox/numbers"}
"""The device's own key, the organisation's public one and a number: all that an erased device has."""


@dataclass(frozen=True)
class Held:
    """A phone in somebody's hand."""

    phone: Screen
    house: House
    finger: Finger


@asynccontextmanager
async def phone_of(
    browser: Browser, home: Path, settings: IdentitySettings, *, prf: bool
) -> AsyncIterator[Held]:
    """An officer's phone, signed in, in a zone of its own; the page's clock can be turned."""
    port = free_port()
    async with (
        house_served(home, port=port) as house,
        screen_of(browser, f"http://localhost:{port}", **PHONE) as phone,
    ):
        zone = await house.organisation(settings)
        await phone.page.clock.install()
        finger = await enrol(phone, house, await house.someone(zone), options={PRF: prf})
        await sign_in(phone)
        await phone.page.evaluate("navigator.serviceWorker.ready")
        yield Held(phone, house, finger)


async def cut_and_locked(phone: Screen) -> None:
    """Locked, without network, and the app opened anew."""
    assert set(await phone.page.evaluate(LEFT)) - ERASED, "it holds nothing that could be erased"
    await phone.button("Vergrendel")
    await phone.sees_heading("Vergrendeld")
    await phone.context.set_offline(True)
    await phone.page.reload()
    await phone.sees_heading("Vergrendeld")


async def test_requirement_11_a_dump_of_a_locked_phones_profile_holds_nothing(
    town: Town, tmp_path: Path
) -> None:
    await town.task("joris.aerts", reference="C-7003")
    profile = tmp_path / "profile"
    async with async_playwright() as playwright:
        title = await _a_day_on_a_phone(playwright, profile, town.origin)
    octets = b"".join(path.read_bytes() for path in profile.rglob("*") if path.is_file())
    assert len(title) > 5
    planted = ("PLANTED-IN-CLEAR", "Verlinden", "ZKV-318", "1-HKL-407", "C-7003", "Joris", title)
    found = [word for word in planted if any(word.encode(code) in octets for code in ("utf-8", "utf-16-le"))]
    assert found == ["PLANTED-IN-CLEAR"], "what stands in clear is found, and nothing else does"


async def _a_day_on_a_phone(playwright: Playwright, profile: Path, origin: str) -> str:
    """Everything that a phone comes to hold, then the lock; the title of an item of the briefing."""
    context = await playwright.chromium.launch_persistent_context(
        profile, executable_path=find(), args=list(FLAGS), **PHONE
    )
    await let_in(context, origin)
    phone = Screen(context.pages[0], origin, touch=True)
    await phone.page.add_init_script("localStorage.setItem('planted', 'PLANTED-IN-CLEAR')")
    await phone.page.goto(origin)
    await phone.continue_as("Joris Aerts")
    await phone.page.goto(f"{origin}/briefing")
    item = phone.page.locator("main a :is(h2, h3, b)").filter(has_text=re.compile(r"\w{6}")).first
    title = (await item.inner_text()).strip()
    await phone.page.goto(origin)
    await phone.ask("2-ZKV-318")
    await phone.sees("Verlinden, Jeroen")
    await phone.context.set_offline(True)
    await phone.ask("1-HKL-407", end=False)
    await phone.sees("Wacht op netwerk")
    await phone.button("Vergrendel")
    await phone.sees_heading("Vergrendeld")
    assert await phone.page.evaluate(KEYS) == ["sign", "verify"], "the device's own key, and no other"
    await context.close()
    return title


async def test_without_network_the_passkey_opens_what_is_there(browser: Browser, tmp_path: Path) -> None:
    async with phone_of(browser, tmp_path, IdentitySettings(), prf=True) as held:
        phone = held.phone
        await cut_and_locked(phone)
        assert await phone.page.get_by_text("Proef").count() == 0
        await phone.button("Ontgrendel")
        await phone.sees_heading("Vandaag")
        await phone.page.goto(f"{phone.origin}/me")
        await expect(phone.page.get_by_text("Proef")).to_be_visible()

        await phone.context.set_offline(False)
        confirm = phone.page.get_by_role("button", name="Bevestigen")
        await phone.page.evaluate("dispatchEvent(new Event('online'))")
        await expect(confirm).to_be_visible(timeout=40_000)
        await expect(phone.page.get_by_text("Proef")).to_be_visible()
        await confirm.tap()
        await expect(confirm).to_have_count(0)
        await expect(phone.page.get_by_text("Proef")).to_be_visible()
        await phone.page.reload()
        await expect(phone.page.get_by_text("Proef")).to_be_visible()


async def test_a_colleagues_finger_opens_nothing(browser: Browser, tmp_path: Path) -> None:
    async with phone_of(browser, tmp_path, IdentitySettings(), prf=True) as held:
        phone = held.phone
        await cut_and_locked(phone)
        await held.finger.is_a_strangers()
        await phone.button("Ontgrendel")
        await phone.sees_heading("Vergrendeld")


async def test_without_a_way_in_the_phone_says_that_it_waits_for_the_server(
    browser: Browser, tmp_path: Path
) -> None:
    async with phone_of(browser, tmp_path, IdentitySettings(), prf=False) as held:
        phone = held.phone
        await cut_and_locked(phone)
        await phone.button("Ontgrendel")
        await phone.sees("Ontgrendelen kan pas als de server weer antwoordt")
        await expect(phone.page.get_by_role("button", name="Ontgrendel", exact=True)).to_be_enabled()
        await phone.context.set_offline(False)
        await phone.button("Ontgrendel")
        await phone.sees_heading("Vandaag")


async def test_five_wrong_pins_leave_nothing(browser: Browser, tmp_path: Path) -> None:
    async with phone_of(browser, tmp_path, IdentitySettings(offline_pin=True), prf=False) as held:
        phone = held.phone
        await phone.page.goto(f"{phone.origin}/me")
        await phone.button("Kies een pincode")
        await phone.page.get_by_role("textbox", name="Pincode").fill("271828")
        await phone.page.get_by_role("textbox", name="Nog eens").fill("271828")
        await phone.button("Bewaar en bevestig")
        await phone.sees("Verwijder de pincode")
        await cut_and_locked(phone)
        await phone.button("Ontgrendel")
        pin = phone.page.get_by_label("Pincode van dit toestel")
        for left in (4, 3, 2, 1):
            await pin.fill("000000")
            await phone.button("Openen met pincode")
            await phone.sees("Nog één poging" if left == 1 else f"Nog {left} pogingen")
        await pin.fill("000000")
        await phone.button("Openen met pincode")
        await phone.sees_heading("Meld u aan")
        assert await phone.page.evaluate(KEYS) == ["sign", "verify"]
        assert set(await phone.page.evaluate(LEFT)) <= ERASED


async def test_the_right_pin_opens(browser: Browser, tmp_path: Path) -> None:
    async with phone_of(browser, tmp_path, IdentitySettings(offline_pin=True), prf=False) as held:
        phone = held.phone
        await phone.page.goto(f"{phone.origin}/me")
        await phone.button("Kies een pincode")
        await phone.page.get_by_role("textbox", name="Pincode").fill("271828")
        await phone.page.get_by_role("textbox", name="Nog eens").fill("271828")
        await phone.button("Bewaar en bevestig")
        await phone.sees("Verwijder de pincode")
        await cut_and_locked(phone)
        await phone.button("Ontgrendel")
        await phone.page.get_by_label("Pincode van dit toestel").fill("271828")
        await phone.button("Openen met pincode")
        await phone.sees_heading("Ik")


@pytest.mark.parametrize("moved_s", [73 * HOUR_S, -2 * HOUR_S], ids=["lease over", "clock set back"])
async def test_requirement_10_what_is_there_goes_with_the_lease_or_the_clock(
    browser: Browser, tmp_path: Path, moved_s: int
) -> None:
    async with phone_of(browser, tmp_path, IdentitySettings(), prf=True) as held:
        phone = held.phone
        await cut_and_locked(phone)
        now = await phone.page.evaluate("Date.now()")
        await phone.page.clock.set_system_time((now / 1000) + moved_s)
        await phone.button("Ontgrendel")
        await phone.sees_heading("Meld u aan")
        assert await phone.page.evaluate(KEYS) == ["sign", "verify"]
        assert set(await phone.page.evaluate(LEFT)) <= ERASED


async def test_requirement_10_a_revoked_phone_deletes_what_it_holds_at_its_next_word_with_the_server(
    browser: Browser, tmp_path: Path
) -> None:
    async with phone_of(browser, tmp_path, IdentitySettings(), prf=True) as held:
        phone, house = held.phone, held.house
        async with house.platform.database.unscoped() as tx:
            zones = await tx.fetch("select organisation_id from organisations.directory()")
        for zone in zones:
            async with house.platform.database.transaction(zone["organisation_id"]) as tx:
                await tx.execute(
                    """update identity.device set revoked_at = now(), share = null
                       where organisation_id = focus.must_scope()"""
                )
        house.identity.authenticator.forget("*")
        await phone.page.reload()
        await phone.sees_heading("Meld u aan")
        assert set(await phone.page.evaluate(LEFT)) <= ERASED
