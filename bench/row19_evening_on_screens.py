"""Row 19, as it is seen: an evening of the control room on ten phones' screens and one desk's.

Ten real pages at 390×844 and a board, each the app as it is shipped; each notes by itself when an incident
was first on it, and when as closed. The control room's mistakes are sent too.
"""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
from playwright.async_api import Page, async_playwright

from bench.results import Result
from bench.row19_incident_to_phones import feed_of, on_duty
from bench.serving import officer, product
from focus.server.demo import demo_id
from tests.scenarios.screen import DESK, PHONE, Screen, launch, screen_of
from world.control.evening import Evening, Sending, evening
from world.control.sending import Desk, written
from world.town.addresses import build_town

ZONE = "5999"
OFFICERS = ("Joris Aerts", "Tom Goossens", "Lotte Maes", "Elke Thys", "Bram Vos")
LEADER = "Sofie Wuyts"
SPEED = float(os.environ.get("FOCUS_BENCH_SPEED", "60"))
"""The evening's eight hours in eight minutes."""
INCIDENTS = int(os.environ.get("FOCUS_BENCH_INCIDENTS", "200"))
REFERENCE, LAST = re.compile(r"LV1-\d+"), 30
"""How many closed ones a phone shows before it is asked for more."""
SETTLED_S = 20.0
"""What is on no screen so long after the last message is lost."""

# Each page keeps the moment at which a reference was first drawn, apart for what is drawn as closed.
NOTES = """
(() => {
  const seen = (window.sights = {})
  let due = false
  const look = () => {
    due = false
    const now = Date.now()
    let closed = false
    for (const node of document.querySelectorAll('h2, a[href^="/incidents/"], a[href^="/board/"]')) {
      if (node.tagName === 'H2') { closed = node.textContent.startsWith('Gesloten'); continue }
      const found = /LV1-\\d+/.exec(node.textContent)
      const mark = found && found[0] + (closed ? ' closed' : '')
      if (mark && !(mark in seen)) seen[mark] = now
    }
  }
  new MutationObserver(() => { if (!due) { due = true; requestAnimationFrame(look) } })
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
})()
"""


async def run() -> list[Result]:
    """Delays of what is new and of what is closed, what was lost, and whether the lists end as the truth."""
    tonight = named(evening(build_town(households=5_000), incidents=INCIDENTS))
    with TemporaryDirectory() as folder:
        async with (
            product(Path(folder)) as served,
            async_playwright() as playwright,
            AsyncExitStack() as stack,
        ):
            browser = await launch(playwright)
            base = served.base.replace("127.0.0.1", "localhost")
            given = await feed_of(served.home, demo_id("organisation", ZONE))
            for number, name in enumerate(OFFICERS):
                somebody = await officer(served.base, name)
                await on_duty(somebody.device, f"BE-{number}")
                await somebody.device.close()
            phones = [
                await _opened(stack, browser, base, name, "/incidents", **PHONE)
                for name in (*OFFICERS, *OFFICERS)
            ]
            board = await _opened(stack, browser, base, LEADER, "/board", **DESK)
            held = asyncio.create_task(_in_hand([*phones, board]))
            sent = await _sent(served.base, given, tonight)
            await asyncio.sleep(SETTLED_S)
            held.cancel()
            seen = [await page.evaluate("window.sights") for page in (*phones, board)]
            closed = [await _closed_last(page) for page in phones]
            await browser.close()
    return list(_told(tonight, sent, seen, closed))


def named(tonight: Evening) -> Evening:
    """Each title with its reference, so that a screen says which incident it shows."""
    return Evening(
        tuple(replace(one, said=_titled(one)) for one in tonight.sendings),
        tonight.truths,
    )


def _titled(one: Sending) -> Any:
    said = one.said
    if isinstance(said, bytes) or "title" not in said:
        return said
    return {**said, "title": f"{said['title']} {said['incident_id']}"}


async def _opened(
    stack: AsyncExitStack, browser: Any, base: str, name: str, path: str, **device: Any
) -> Page:
    screen: Screen = await stack.enter_async_context(screen_of(browser, base, **device))
    await screen.page.add_init_script(NOTES)
    await screen.continue_as(name)
    await screen.page.goto(base + path)
    return screen.page


async def _in_hand(pages: list[Page]) -> None:
    """Somebody has each of them in his hand: one that nobody touches locks itself."""
    while True:
        for page in pages:
            await page.keyboard.press("Shift")
        await asyncio.sleep(30)


async def _sent(base: str, given: Any, tonight: Evening) -> dict[str, float]:
    """When the message that first says it was sent, in ms of the clock: by reference, and `… closed`."""
    times: dict[str, float] = {}
    async with aiohttp.ClientSession() as http:
        desk, begun = Desk(http, base, given.path, given.secret), time.time()
        async for one in _in_time(tonight.sendings):
            body = one.said if isinstance(one.said, bytes) else written(one.said, _utc(begun), SPEED)
            mark = _mark(one)
            if mark:
                times.setdefault(mark, time.time() * 1000)
            await desk.send(one.id, body)
    return times


async def _in_time(sendings: Iterable[Sending]) -> AsyncIterator[Sending]:
    begun = time.monotonic()
    for one in sendings:
        await asyncio.sleep(max(0.0, one.at / SPEED - (time.monotonic() - begun)))
        yield one


def _mark(one: Sending) -> str:
    """What a screen will show after it; nothing for the other messages."""
    if isinstance(one.said, bytes) or one.mistake == "wrong":
        return ""
    return str(one.said["incident_id"]) + {"new": "", "close": " closed"}.get(one.said["kind"], " ?")


def _utc(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


async def _closed_last(page: Page) -> list[str]:
    """References under *Gesloten*, as they stand."""
    texts = await page.locator("section").filter(has_text="Gesloten").locator("a").all_inner_texts()
    return [found[0] for text in texts if (found := REFERENCE.search(text))]


def _told(
    tonight: Evening, sent: dict[str, float], seen: list[dict[str, float]], closed: list[list[str]]
) -> list[Result]:
    wanted = [mark for one in tonight.truths for mark in (one.reference, f"{one.reference} closed")]
    *phones, board = seen
    results = []
    for what, marks in (
        ("new", [one for one in wanted if " " not in one]),
        ("closed", [one for one in wanted if " " in one]),
    ):
        delays = sorted(screen[one] - sent[one] for screen in phones for one in marks if one in screen)
        lost, p99 = len(phones) * len(marks) - len(delays), quantiles(delays, n=100)[98]
        shown = f"p50 {median(delays):.0f} ms, p99 {p99:.0f} ms, {lost} not seen"
        met = p99 <= 1000 and not lost
        results.append(Result(19, f"evening, {what}, ten phones", shown, "p99 ≤ 1 s, none lost", met))
    desk = sorted(board[one] - sent[one] for one in wanted if " " not in one and one in board)
    shown = f"p50 {median(desk):.0f} ms"
    note = "the rest is below the screen until it is scrolled to or moves up"
    results.append(Result(19, "evening, new, the desk", shown, "p50 ≤ 1 s", median(desk) <= 1000, note))
    ended = sum(one == closed[0] and len(one) == LAST for one in closed)
    results.append(
        Result(19, "evening, lists that end alike", f"{ended} of {len(closed)}", "all", ended == len(closed))
    )
    return results
