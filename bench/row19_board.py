"""Row 19, at the desk: a board with 2,000 incidents, a change on it, and the safety strip's first facts.

The desk's machine is not slowed down. Times are the page's own: from the navigation to the first row, from
the end of the answer with the change to the row that shows it, and from the opened incident to the
first fact, which from the second incident at an address on is one that the phone holds.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

import aiohttp
from playwright.async_api import Browser, async_playwright

from bench.results import Result
from bench.row13_memory import start_world
from bench.row19_incident_to_phones import feed_of, on_duty
from bench.serving import ROOT, officer, product
from focus.core import clock
from focus.server.demo import demo_id
from tests.scenarios.screen import DESK, PHONE, launch, screen_of
from world.control.sending import Desk

INCIDENTS, RUNS = 2_000, 7
TITLE = "Vechtpartij op het plein"
# Kept by the page: when a row with the wanted title was first drawn.
NOTES = """
(() => {
  window.noted = { wanted: '', drawn: 0 }
  new MutationObserver(() => {
    if (noted.wanted && !noted.drawn && document.body.textContent.includes(noted.wanted)) {
      requestAnimationFrame(() => { noted.drawn = performance.now() })
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
})()
"""
ADDRESS = {"street": "Bosdreef", "number": "31", "city": "Lindebeek"}
FACT = "section.safety li .src b"


async def run() -> list[Result]:
    """Two thousand open at once, more than an evening of a large zone ever has."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        world, said = start_world(home, "--persons", "20000")
        environment = {**said["environment"], "FOCUS_SOURCES": str(ROOT / "world" / "sources")}
        try:
            async with (
                product(home, **environment) as served,
                async_playwright() as playwright,
                aiohttp.ClientSession() as http,
            ):
                given = await feed_of(served.home, demo_id("organisation", "5999"))
                desk = Desk(http, served.base, given.path, given.secret)
                for number in range(INCIDENTS):
                    await told(desk, f"BOARD-{number}", f"{TITLE} {number}", priority=2 + number % 3)
                browser = await launch(playwright)
                base = served.base.replace("127.0.0.1", "localhost")
                results = await board(browser, base, desk)
                results.append(await strip(browser, served.base, base, desk))
                await browser.close()
        finally:
            world.terminate()
            world.wait(20)
    return results


async def told(desk: Desk, incident: str, title: str, *, kind: str = "new", **more: Any) -> str:
    """One message of the control room; the incident's id here."""
    made, level = str(uuid4()), more.pop("priority", 2)
    said = {
        "version": 1, "id": made, "source": "bench.example", "incident_id": incident, "kind": kind,
        "sent_at": clock.now().isoformat(), "title": title, "incident_kind": "fight",
        "priority": {"level": level}, "state": "open", **more,
    }  # fmt: skip
    answer = await desk.send(made, json.dumps(said).encode())
    if answer.get("outcome") != "applied":
        raise RuntimeError(answer)
    return str(answer["incident"])


async def board(browser: Browser, base: str, desk: Desk) -> list[Result]:
    """Opened by somebody who had it yesterday; then changed at its top."""
    painted, changed = [], []
    async with screen_of(browser, base, **DESK) as screen:
        await screen.page.add_init_script(NOTES)
        await screen.continue_as("Sofie Wuyts")
        await screen.page.goto(f"{base}/board")
        await screen.page.get_by_text(TITLE).first.wait_for(timeout=60_000)
        await screen.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        for _ in range(RUNS):
            await screen.page.reload(wait_until="commit")
            await screen.page.get_by_text(TITLE).first.wait_for(timeout=60_000)
            painted.append(float(await screen.page.evaluate("performance.now()")))
        for number in range(RUNS):
            title = f"Dringend {number} {uuid4().hex[:6]}"
            await screen.page.evaluate("(title) => { noted.wanted = title; noted.drawn = 0 }", title)
            await told(desk, f"TOP-{number}", title, priority=1)
            await screen.page.get_by_text(title).first.wait_for(timeout=20_000)
            changed.append(float(await screen.page.evaluate(DRAWN_AFTER)))
    return [
        _shown("board with 2,000 incidents, first row", median(painted), 1_000),
        _shown("a new one drawn after its answer", median(changed), 100),
    ]


DRAWN_AFTER = """
() => {
  const all = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/sync/pull'))
  const ends = all.map(({ responseEnd }) => responseEnd).filter((end) => end < noted.drawn)
  return noted.drawn - Math.max(...ends)
}
"""


async def strip(browser: Browser, address: str, base: str, desk: Desk) -> Result:
    """An incident at an address that registers know something of, opened by the crew that is sent."""
    somebody = await officer(address, "Joris Aerts")
    await on_duty(somebody.device, "BE-1")
    await somebody.device.close()
    times = []
    async with screen_of(browser, base, **PHONE) as phone:
        await phone.continue_as("Joris Aerts")
        for number in range(RUNS):
            point = {"longitude": 4.868, "latitude": 51.041}
            place = {"id": "scene", "address": ADDRESS, "point": point}
            crew = {
                "id": "BE-1",
                "name": "BE-1",
                "stages": [{"state": "assigned", "at": clock.now().isoformat()}],
            }
            title = f"Achtervolging {number} {uuid4().hex[:6]}"
            made = await told(desk, f"STRIP-{number}", title, places=[place], resources=[crew])
            await phone.page.goto(f"{base}/incidents")
            await phone.page.get_by_text(title).first.click()
            began = float(await phone.page.evaluate("performance.now()"))
            ask = phone.page.locator("section.safety button")
            if await ask.count():
                await ask.first.click()
                began = float(await phone.page.evaluate("performance.now()"))
            await phone.page.locator(FACT).first.wait_for(timeout=20_000)
            times.append(float(await phone.page.evaluate("performance.now()")) - began)
            assert made
    return _shown("safety strip, first fact (the phone holds it)", median(times), 1_000)


def _shown(what: str, milliseconds: float, target: int) -> Result:
    return Result(19, what, f"{milliseconds:.0f} ms", f"≤ {target} ms", milliseconds <= target)
