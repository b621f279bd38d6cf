"""A newer app: offered, never forced. And the app on the officer's own screen: offered once."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.scenarios.house import enrol, house_served, sign_in
from tests.scenarios.screen import PHONE, Screen, screen_of
from tests.scenarios.town import Town
from tests.support.server import ROOT, free_port

OFFER = "Nieuwe versie klaar"
LOOK_FOR_NEWER = "navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => true)"
CONTROLLED = "navigator.serviceWorker.controller !== null"

# What Chromium sends when it would let an app be installed; `asked` counts how often it was let ask.
INSTALLABLE = """(outcome) => {
  window.asked = window.asked ?? 0
  const event = new Event('beforeinstallprompt', { cancelable: true })
  event.prompt = async () => { window.asked += 1 }
  event.userChoice = Promise.resolve({ outcome })
  window.dispatchEvent(event)
  return event.defaultPrevented
}"""


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built app as its next version: another shell, known by a mark, and a worker of another version."""
    folder = tmp_path_factory.mktemp("newer") / "app"
    shutil.copytree(ROOT / "web" / "dist", folder, ignore=shutil.ignore_patterns("*.br"))
    shell, worker = folder / "index.html", folder / "sw.js"
    shell.write_text(
        shell.read_text("utf-8").replace("<title>", '<meta name="newer" content="yes" /><title>')
    )
    written, count = re.subn(
        r'(version:\s*["`])[0-9a-f]{16}', r"\g<1>ffffffffffffffff", worker.read_text("utf-8")
    )
    assert count == 1
    worker.write_text(written)
    return folder


@asynccontextmanager
async def upgraded(
    browser: Browser, home: Path, newer: Path, *, tabs: int = 1
) -> AsyncIterator[list[Screen]]:
    """Signed in while the old app was served; the new one is served now and was looked for."""
    port = free_port()
    async with screen_of(browser, f"http://localhost:{port}", **PHONE) as phone:
        screens = [phone]
        async with house_served(home, port=port) as house:
            await enrol(phone, house, await house.someone(await house.organisation()))
            await sign_in(phone)
            await phone.until(CONTROLLED)
            for _ in range(tabs - 1):
                screens.append(Screen(await phone.context.new_page(), phone.origin, touch=True))
                await screens[-1].page.goto(phone.origin)
                await screens[-1].sees_heading("Vandaag")
        async with house_served(home, port=port, app=newer):
            for screen in screens:
                await screen.page.evaluate("window.notReloaded = true")
            await phone.page.evaluate(LOOK_FOR_NEWER)
            yield screens


async def is_newer(page: Page) -> bool:
    """Whether the page came from the newer app."""
    return await page.locator('meta[name="newer"]').count() == 1


async def test_a_newer_app_is_offered_and_nothing_reloads_by_itself(
    browser: Browser, tmp_path: Path, newer: Path
) -> None:
    async with upgraded(browser, tmp_path, newer) as (phone,):
        await phone.sees(OFFER)
        assert await phone.page.evaluate("window.notReloaded") and not await is_newer(phone.page)


async def test_a_form_that_is_being_filled_in_is_left_alone(
    browser: Browser, tmp_path: Path, newer: Path
) -> None:
    async with upgraded(browser, tmp_path, newer) as (phone,):
        await phone.sees(OFFER)
        await phone.button("Start een taak")
        await expect(phone.sheet).to_be_visible()
        await expect(phone.page.locator("[inert]").filter(has_text=OFFER)).to_have_count(1)


async def test_only_today_and_the_menu_carry_the_offer(browser: Browser, tmp_path: Path, newer: Path) -> None:
    async with upgraded(browser, tmp_path, newer) as (phone,):
        await phone.sees(OFFER)
        await phone.tab("Kaart")
        await expect(phone.page.get_by_text(OFFER)).to_have_count(0)
        await phone.tab("Menu")
        await phone.sees(OFFER)


async def test_who_accepts_has_the_newer_app_and_is_still_signed_in(
    browser: Browser, tmp_path: Path, newer: Path
) -> None:
    async with upgraded(browser, tmp_path, newer) as (phone,):
        await phone.button("Herlaad")
        await phone.until("window.notReloaded === undefined")
        await phone.sees_heading("Vandaag")
        assert await is_newer(phone.page)
        await expect(phone.page.get_by_text(OFFER)).to_have_count(0)


async def test_another_tab_is_not_reloaded_and_may_follow_later(
    browser: Browser, tmp_path: Path, newer: Path
) -> None:
    async with upgraded(browser, tmp_path, newer, tabs=2) as (phone, other):
        await phone.button("Herlaad")
        await phone.until("window.notReloaded === undefined")
        await other.sees(OFFER)
        assert await other.page.evaluate("window.notReloaded")
        await other.button("Herlaad")
        await other.until("window.notReloaded === undefined")
        await other.sees_heading("Vandaag")
        assert await is_newer(other.page)


@pytest.fixture
async def lotte(phone: Screen, town: Town) -> Screen:
    await phone.continue_as("Lotte Maes")
    return phone


async def test_installing_is_offered_in_the_apps_own_words(lotte: Screen) -> None:
    assert await lotte.page.evaluate(INSTALLABLE, "accepted")
    await lotte.sees("Zet FOCUS op uw scherm")
    await lotte.button("Installeer")
    assert await lotte.page.evaluate("window.asked") == 1
    await expect(lotte.page.get_by_text("Zet FOCUS op uw scherm")).to_have_count(0)


async def test_an_offer_put_off_never_comes_back_to_today(lotte: Screen) -> None:
    await lotte.page.evaluate(INSTALLABLE, "dismissed")
    await lotte.button("Later")
    await lotte.page.reload()
    await lotte.sees_heading("Vandaag")
    await lotte.page.evaluate(INSTALLABLE, "dismissed")
    await expect(lotte.page.get_by_text("Zet FOCUS op uw scherm")).to_have_count(0)


async def test_an_offer_put_off_waits_in_the_menu(lotte: Screen) -> None:
    await lotte.page.evaluate(INSTALLABLE, "dismissed")
    await lotte.button("Later")
    await lotte.tab("Menu")
    await lotte.sees("Zet FOCUS op uw scherm")
