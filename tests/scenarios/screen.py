"""The app on one device, in an officer's words: what he taps, types and reads."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from playwright.async_api import (
    Browser,
    BrowserContext,
    Error,
    Locator,
    Page,
    Playwright,
    Request,
    Route,
    expect,
)

from focus.core.identity.demo import COOKIE
from tests.support.demo import TOKEN
from tools.chromium import FLAGS, find

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PATIENCE_MS = 15_000
LOOK_MS = 650
"""A tap that comes sooner after another may be the second of a double tap."""
TWIN_MS = 1_550
"""A question that is asked again sooner is the same lookup."""

# Counts the officer's taps and keeps when each verdict was first on the screen, by the page's own clock.
WATCH = """
(() => {
  const seen = (window.watched = { taps: 0, tappedAt: 0, askedAt: 0, verdicts: {} })
  addEventListener('click', (event) => {
    if (!event.isTrusted) return
    seen.taps += 1
    seen.tappedAt = performance.now()
  }, true)
  addEventListener('submit', () => { seen.askedAt = performance.now(); seen.verdicts = {} }, true)
  new MutationObserver(() => {
    const level = document.querySelector('[data-verdict]')?.dataset.verdict
    if (level && seen.askedAt && !(level in seen.verdicts)) {
      seen.verdicts[level] = performance.now() - seen.askedAt
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-verdict'] })
})()
"""


async def launch(playwright: Playwright, *more: str) -> Browser:
    """Chromium; one clear sentence when there is none."""
    chromium = find()
    assert chromium, "No Chromium: run `python tools/chromium.py`, or set FOCUS_CHROMIUM."
    return await playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, *more])


@dataclass
class Screen:
    """One page of the app; every device of the tests is a fresh one."""

    page: Page
    origin: str
    touch: bool
    who: str = ""
    """As whom it was last signed in."""

    @property
    def context(self) -> BrowserContext:
        """The device: its network, its storage."""
        return self.page.context

    async def press(self, target: Locator) -> None:
        """A finger on a phone, a mouse at a desk."""
        if self.touch:
            await target.tap()
        else:
            await target.click()

    async def double_tap(self, target: Locator) -> None:
        """Twice where it stands now, whatever stands there the second time."""
        box = await target.bounding_box()
        assert box, "nothing to tap"
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        for _ in range(2):
            await (self.page.touchscreen.tap(x, y) if self.touch else self.page.mouse.click(x, y))

    async def looks(self) -> None:
        """Look before the next tap, as whoever means it does."""
        await self.until(f"performance.now() - watched.tappedAt > {LOOK_MS}")

    async def forgets(self) -> None:
        """Wait until the question may be asked anew."""
        await self.until(f"performance.now() - watched.askedAt > {TWIN_MS}")

    def on_their_way(self, path: str) -> set[Request]:
        """Requests to this path that were made from now on and are not answered yet."""
        waiting: set[Request] = set()
        self.page.on("request", lambda one: waiting.add(one) if path in one.url else None)

        def over(one: Request) -> None:
            waiting.discard(one)

        self.page.on("requestfinished", over)
        self.page.on("requestfailed", over)
        return waiting

    async def slow_network(self, path: str, ms: int) -> None:
        """Requests to this path leave the device so much later."""

        async def later(route: Route) -> None:
            await asyncio.sleep(ms / 1000)
            with contextlib.suppress(Error):  # the app gave it up meanwhile
                await route.continue_()

        await self.page.route(path, later)

    async def button(self, name: str) -> None:
        """Press the button of this name."""
        await self.press(self.page.get_by_role("button", name=name, exact=True).first)

    async def continue_as(self, name: str) -> None:
        """Sign in as a synthetic person; Today is there afterwards."""
        await self.page.goto(self.origin)
        people = self.page.get_by_role("searchbox")
        await people.fill(name)
        await self.press(self.page.get_by_role("button", name=name).first)
        self.who = name
        await self.sees_heading("Vandaag")

    async def tab(self, name: str) -> None:
        """Press one of the five tabs, whatever count it bears."""
        link = self.page.get_by_role("navigation").get_by_role("link", name=re.compile(rf"^{name}\b"))
        await self.press(link)

    async def type(self, question: str) -> None:
        """Write a question in the one field; nothing is asked yet."""
        await self.tab("Zoek")
        await self.page.get_by_role("searchbox").fill(question)

    async def ask(self, question: str, *, end: bool = True) -> None:
        """Write a question and press search; with `end`, wait until every source is in or given up."""
        await self.type(question)
        await self.button("Zoek")
        if end:
            await self.ended()

    async def until(self, expression: str) -> None:
        """Wait until an expression is true in the page, through a reload too.

        Playwright's own waiting evaluates text inside the page, which the app's policy forbids.
        """
        async with asyncio.timeout(PATIENCE_MS / 1000):
            while True:
                with contextlib.suppress(Error):  # the page is being replaced
                    if await self.page.evaluate(expression):
                        return
                await asyncio.sleep(0.05)

    async def ended(self) -> None:
        """Wait for the strip that counts the sources."""
        await expect(self.sources).to_be_visible(timeout=PATIENCE_MS)

    @property
    def sources(self) -> Locator:
        """The strip of counts that stands there when an answer is complete; opens the list of sources."""
        return self.page.get_by_role("button", name="geantwoord").first

    @property
    def verdict(self) -> Locator:
        """The strip that judges."""
        return self.page.locator("[data-verdict]")

    async def judges(self, level: str, word: str = "") -> None:
        """The verdict is of this level and says this word."""
        await expect(self.verdict).to_have_attribute("data-verdict", level, timeout=PATIENCE_MS)
        await expect(self.verdict).to_contain_text(word, ignore_case=True)

    async def verdict_ms(self, level: str) -> float:
        """How long after the question the verdict of this level was on the screen."""
        return float(await self.page.evaluate("level => watched.verdicts[level]", level))

    async def taps(self) -> int:
        """Taps since the page was loaded or `forget_taps`."""
        return int(await self.page.evaluate("watched.taps"))

    async def forget_taps(self) -> None:
        """Count from here."""
        await self.page.evaluate("watched.taps = 0")

    def card(self, title: str) -> Locator:
        """The card of this person or thing."""
        heading = self.page.get_by_role("heading", level=3, name=title)
        return self.page.get_by_role("article").filter(has=heading)

    @property
    def sheet(self) -> Locator:
        """What lies above the view."""
        return self.page.get_by_role("dialog")

    async def sees(self, text: str) -> None:
        """This text is on the screen."""
        await expect(self.page.get_by_text(text).first).to_be_visible(timeout=PATIENCE_MS)

    async def sees_heading(self, text: str) -> None:
        """The page is the one with this heading."""
        heading = self.page.get_by_role("heading", level=1, name=text)
        await expect(heading).to_be_visible(timeout=PATIENCE_MS)

    async def text(self) -> str:
        """All that can be read."""
        return await self.page.locator("body").inner_text()


async def let_in(context: BrowserContext, origin: str) -> None:
    """As if the address that a demo prints had been opened on this device."""
    await context.add_cookies([{"name": COOKIE, "value": TOKEN, "url": f"{origin}/api/demo/"}])


@asynccontextmanager
async def screen_of(browser: Browser, origin: str, **device: Any) -> AsyncIterator[Screen]:
    """A fresh device with the app's page; `device` is what Playwright calls a context's options."""
    options = {**(device or PHONE), "locale": device.get("locale", "nl-BE")}
    context = await browser.new_context(**options)
    await let_in(context, origin)
    await context.add_init_script(WATCH)
    page = await context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    try:
        yield Screen(page, origin, bool(options.get("has_touch")))
    finally:
        await context.close()
