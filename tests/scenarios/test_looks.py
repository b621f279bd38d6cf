"""Every screen: nothing that shuts somebody out, nothing that does not fit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from playwright.async_api import Browser, CDPSession, Page, ViewportSize

from tests.scenarios import (  # noqa: F401 - they hang their ways into the gallery
    gallery_briefing,
    gallery_follow,
    gallery_incidents,
    gallery_scan,
)
from tests.scenarios.gallery import WAYS, to_today
from tests.scenarios.screen import DESK, PHONE, Screen, screen_of
from tests.scenarios.town import Town
from tests.support.server import ROOT

pytestmark = pytest.mark.timeout(400)
"""The first of them walks to every screen."""

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
USUAL_PX, LARGE_PX = 16, 32
NARROW: ViewportSize = {"width": 320, "height": 640}
OTHERWISE_AT_A_DESK = (
    "today",
    "search-empty",
    "search-red",
    "search-silent",
    "menu",
    "me",
    "my-lookups",
    "start-task",
    "briefing-desk",
    "roll-call",
    "board",
)
Look = Callable[[Page], Awaitable[list[str]]]
Findings = dict[str, dict[str, list[str]]]
"""By what was looked at, then by screen."""

# Visible things that stick out of the page or are cut by it, unless something around them scrolls sideways.
# A phone zooms out until the widest thing fits, and innerWidth with it: the page's own width is what counts.
TOO_WIDE = """() => {
  const out = [], wide = document.documentElement.clientWidth
  for (const node of document.querySelectorAll('body *')) {
    const box = node.getBoundingClientRect()
    if (!box.width || !box.height || box.right <= wide + 1 && box.left >= -1) continue
    if (node.closest('.vh, [aria-hidden=true], .skip')) continue
    let scrolls = false
    for (let up = node.parentElement; up && up !== document.body; up = up.parentElement) {
      const sideways = /auto|scroll/.test(getComputedStyle(up).overflowX)
      if (sideways && up.scrollWidth > up.clientWidth) scrolls = true
    }
    if (!scrolls) out.push(`${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 40)}`)
  }
  if (document.documentElement.scrollWidth > wide) out.push('the page scrolls sideways')
  return out
}"""


@pytest.fixture(scope="module")
async def on_a_phone(running_town: Town, browser: Browser) -> Findings:
    """Every screen, walked to on a narrow phone with text at 200 %; then as usual, by day and by night."""
    looks = {"large": _too_wide, "day": _violations, "night": _contrast, "narrow": _narrow}
    return await _walk(running_town, browser, PHONE, looks=looks)


@pytest.fixture(scope="module")
async def at_a_desk(running_town: Town, browser: Browser) -> Findings:
    """Every screen that looks otherwise at a desk."""
    return await _walk(running_town, browser, DESK, ways=OTHERWISE_AT_A_DESK, looks={"day": _violations})


async def test_axe_finds_nothing_on_a_phone(on_a_phone: Findings) -> None:
    assert on_a_phone["day"] == {}


async def test_contrast_holds_at_night(on_a_phone: Findings) -> None:
    assert on_a_phone["night"] == {}


async def test_axe_finds_nothing_at_a_desk(at_a_desk: Findings) -> None:
    assert at_a_desk["day"] == {}


async def test_nothing_sticks_out_at_320_pixels(on_a_phone: Findings) -> None:
    assert on_a_phone["narrow"] == {}


async def test_nothing_sticks_out_at_twice_the_text_size(on_a_phone: Findings) -> None:
    assert on_a_phone["large"] == {}


async def _walk(
    town: Town,
    browser: Browser,
    device: dict[str, Any],
    *,
    looks: dict[str, Look],
    ways: Sequence[str] = (),
) -> Findings:
    """What each look finds on each screen; only screens with something.

    With the look `large`, which comes first, the way there is walked in large text too.
    """
    found: Findings = {name: {} for name in looks}
    async with screen_of(browser, town.origin, **device, reduced_motion="reduce") as screen:
        await screen.context.add_init_script(path=AXE)
        text = await screen.context.new_cdp_session(screen.page)
        for name in ways or WAYS:
            if "large" in looks:
                await _sized(screen, text, LARGE_PX, NARROW)
            await to_today(screen, town)
            await WAYS[name](screen, town)
            for look, see in looks.items():
                if seen := await see(screen.page):
                    found[look][name] = seen
                if look == "large":
                    await _sized(screen, text, USUAL_PX, device["viewport"])
    await town.mend()
    return found


async def _sized(screen: Screen, text: CDPSession, px: int, viewport: ViewportSize) -> None:
    """The owner's setting of text, from which media queries count too, and the width of his device."""
    await text.send("Page.setFontSizes", {"fontSizes": {"standard": px}})
    await screen.page.set_viewport_size(viewport)
    await screen.until(f"parseFloat(getComputedStyle(document.documentElement).fontSize) === {px}")


async def _violations(page: Page, **options: Any) -> list[str]:
    """axe-core's rules for WCAG 2.2 A and AA, and its best practices."""
    result = await page.evaluate(
        "options => axe.run(document, options)", {"resultTypes": ["violations"], **options}
    )
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


async def _contrast(page: Page) -> list[str]:
    await page.emulate_media(color_scheme="dark")
    found = await _violations(page, runOnly=["color-contrast"])
    await page.emulate_media(color_scheme="light")
    return found


async def _narrow(page: Page) -> list[str]:
    usual = page.viewport_size
    await page.set_viewport_size(NARROW)
    found = await _too_wide(page)
    if usual:
        await page.set_viewport_size(usual)
    return found


async def _too_wide(page: Page) -> list[str]:
    found: list[str] = await page.evaluate(TOO_WIDE)
    return found
