"""`python -m tests.scenarios.shots [NAME …]`: takes the handbook's pictures anew, all or these."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright

from tests.scenarios import (  # noqa: F401 - they hang their ways into the gallery
    gallery_briefing,
    gallery_follow,
    gallery_incidents,
    gallery_scan,
)
from tests.scenarios.gallery import WAYS, to_today
from tests.scenarios.screen import DESK, PHONE, Screen, launch, screen_of
from tests.scenarios.town import Town, town_at
from tests.support.server import ROOT

PICTURES = ROOT / "docs" / "handbook" / "pictures"
SHARP = 1.5
"""Pixels per CSS pixel on the phone: sharp enough on a page, small enough in a repository."""
LARGEST = 250_000
"""Octets of a picture."""
SETTLE_MS = 350
"""Longer than any movement."""


@dataclass(frozen=True)
class Shot:
    """One picture: a way of the gallery, seen on some device."""

    name: str
    way: str
    desk: bool = False
    dark: bool = False
    scroll: int = 0
    """CSS pixels that the page is scrolled down."""

    @property
    def device(self) -> dict[str, Any]:
        """Playwright's options of the device."""
        size = DESK if self.desk else {**PHONE, "device_scale_factor": SHARP}
        return {**size, "color_scheme": "dark" if self.dark else "light", "reduced_motion": "reduce"}


SHOTS = (
    Shot("me", "me"),
    Shot("briefing", "briefing"),
    Shot("briefing-dark", "briefing", dark=True),
    Shot("briefing-item", "briefing-item"),
    Shot("duty", "duty"),
    Shot("connection", "connection"),
    Shot("incidents", "incidents"),
    Shot("incident", "incident"),
    Shot("incident-dark", "incident", dark=True),
    Shot("wide-board", "board", desk=True),
    Shot("wide-board-dark", "board", desk=True, dark=True),
    Shot("wide-briefing-desk", "briefing-desk", desk=True),
    Shot("wide-roll-call", "roll-call", desk=True),
    Shot("sources", "sources"),
    Shot("sources-desk", "source", desk=True),
    Shot("source", "source"),
    Shot("today", "today"),
    Shot("today-dark", "today", dark=True),
    Shot("no-task", "no-task"),
    Shot("start-task", "start-task"),
    Shot("search-empty", "search-empty"),
    Shot("search-typed", "search-typed"),
    Shot("search-problem", "search-problem"),
    Shot("search-streaming", "search-streaming"),
    Shot("search-red", "search-red"),
    Shot("search-red-dark", "search-red", dark=True),
    Shot("search-holder", "search-red-holder", scroll=330),
    Shot("search-amber", "search-amber"),
    Shot("search-green", "search-green"),
    Shot("search-silent", "search-silent"),
    Shot("sources-sheet", "sources-sheet"),
    Shot("card-why", "card-why"),
    Shot("purpose-sheet", "purpose-sheet"),
    Shot("menu", "menu"),
    Shot("my-lookups", "my-lookups"),
    Shot("emergency", "emergency"),
    Shot("offline", "offline"),
    Shot("waiting", "waiting"),
    Shot("stop-sheet", "stop-sheet"),
    Shot("my-stops", "my-stops"),
    Shot("change-stop", "change-stop"),
    Shot("wide-stops", "stops-figures", desk=True),
    Shot("later-answered", "later-answered"),
    Shot("later-refused", "later-refused"),
    Shot("compare", "compare"),
    Shot("relations", "relations"),
    Shot("wide-compare", "compare", desk=True),
    Shot("wide-relations", "relations", desk=True),
    Shot("locked", "locked"),
    Shot("enrol", "enrol"),
    Shot("sign-in", "sign-in"),
    Shot("wide-today", "today", desk=True),
    Shot("wide-search", "search-red", desk=True),
    Shot("wide-search-dark", "search-red", desk=True, dark=True),
)
LANGUAGES = {"fr": "Français", "de": "Deutsch", "en": "English"}


async def main(wanted: Sequence[str]) -> None:
    """Take them; exits with a sentence when one is too large."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="focus-shots-") as home:
        async with town_at(Path(home)) as town, async_playwright() as playwright:
            browser = await launch(playwright)
            for shot in SHOTS:
                if not wanted or shot.name in wanted:
                    await _take(town, browser, shot)
            for language, name in LANGUAGES.items():
                if not wanted or f"search-red-{language}" in wanted:
                    await _in(town, browser, language, name)
            await browser.close()
    large = [path.name for path in PICTURES.glob("*.png") if path.stat().st_size > LARGEST]
    if large:
        sys.exit(f"Larger than {LARGEST:,} octets: {', '.join(large)}.")


async def _take(town: Town, browser: Browser, shot: Shot) -> None:
    async with screen_of(browser, town.origin, **shot.device) as screen:
        await to_today(screen, town)
        await WAYS[shot.way](screen, town)
        if shot.scroll:
            await screen.page.locator("main .page").evaluate(
                "(page, top) => { page.scrollTop = top }", shot.scroll
            )
        await _save(screen, shot.name, settle=shot.way != "search-streaming")
    await town.mend()


async def _in(town: Town, browser: Browser, language: str, name: str) -> None:
    """The red answer in another language of the officer."""
    async with screen_of(browser, town.origin, **SHOTS[0].device) as screen:
        await to_today(screen, town)
        try:
            await screen.page.goto(f"{town.origin}/me")
            async with screen.page.expect_response("**/api/identity/change-language"):
                await screen.button(name)
            await screen.page.goto(f"{town.origin}/search")
            await screen.page.get_by_role("searchbox").fill("2-ZKV-318")
            await screen.page.keyboard.press("Enter")
            await screen.judges("red")
            await screen.page.locator(".sources").wait_for()
            await _save(screen, f"search-red-{language}")
        finally:
            await town.call("lotte.maes", "POST", "/api/identity/change-language", {"language": "nl"})


async def _save(screen: Screen, name: str, *, settle: bool = True) -> None:
    if settle:
        await screen.page.wait_for_timeout(SETTLE_MS)
    path = PICTURES / f"{name}.png"
    await screen.page.screenshot(path=path, caret="hide", animations="disabled")
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1000:.0f} kB", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
