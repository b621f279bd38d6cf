"""Row 14: the app on a weak phone: processor slowed four times, slow 4G, a real Chromium, the real server.

Slow 4G as in Lighthouse: 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.async_api import Browser, CDPSession, Page, async_playwright

from bench.results import Result
from bench.row13_memory import start_world
from bench.serving import ROOT, product
from focus.core.identity.demo import COOKIE
from tests.support.demo import TOKEN
from tools.chromium import FLAGS, find

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
OFFLINE = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
RUNS = 5
LIGHTHOUSE_RUNS = 3
NODE = [sys.executable, str(ROOT / "tools" / "node.py")]


async def run() -> list[Result]:
    """Sizes from the built files, times from the browser."""
    results = [shell_size()]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        world, said = start_world(home, "--persons", "20000")
        environment = {**said["environment"], "FOCUS_SOURCES": str(ROOT / "world" / "sources")}
        try:
            async with product(home, **environment) as served, async_playwright() as playwright:
                browser = await playwright.chromium.launch(executable_path=find(), args=FLAGS)
                base = served.base.replace("127.0.0.1", "localhost")
                first = [await first_time(browser, base) for _ in range(RUNS)]
                results.append(_seconds("usable, first time", median(first), 2.0))
                results += await signed_in(browser, base)
                await browser.close()
                results += lighthouse(base, home)
        finally:
            world.terminate()
            world.wait(20)
    return results


def shell_size() -> Result:
    """Everything that the app keeps on the phone to open, in one language, compressed."""
    dist = ROOT / "web" / "dist"
    shell = json.loads((dist / "shell.json").read_text("utf-8"))
    names = shell if isinstance(shell, list) else shell.get("files", [])
    files = [dist / (str(name).lstrip("/") or "index.html") for name in names]
    mine = [path for path in files if not path.name.startswith(("fr-", "de-", "en-"))]
    texts = [path.read_bytes() for path in mine if path.suffix in {".js", ".css", ".html"}]
    size = sum(len(gzip.compress(text, 9)) for text in texts) / 1000
    return Result(14, "shell, compressed", f"{size:.0f} kB", "≤ 120 kB", size <= 120)


async def slowed(page: Page, network: dict[str, Any]) -> CDPSession:
    """A phone's processor and network."""
    session = await page.context.new_cdp_session(page)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    await session.send("Network.enable")
    await session.send("Network.emulateNetworkConditions", network)
    return session


async def first_time(browser: Browser, base: str) -> float:
    """Seconds from an empty phone to the first thing that can be pressed."""
    context = await browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-BE")
    await context.add_cookies([{"name": COOKIE, "value": TOKEN, "url": f"{base}/api/demo/"}])
    page = await context.new_page()
    await slowed(page, SLOW_4G)
    await page.goto(base, wait_until="commit")
    await page.get_by_role("button").first.wait_for()
    milliseconds = float(await page.evaluate("performance.now()"))
    await context.close()
    return milliseconds / 1000


async def signed_in(browser: Browser, base: str) -> list[Result]:
    """Verdict after the tap, and the app opened again without network."""
    context = await browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-BE")
    await context.add_cookies([{"name": COOKIE, "value": TOKEN, "url": f"{base}/api/demo/"}])
    page = await context.new_page()
    await page.goto(base)
    await page.locator("input").first.fill("Lotte")
    await page.get_by_text("Lotte Maes").first.click()
    await page.get_by_role("link", name="Zoek").first.click()
    session = await slowed(page, SLOW_4G)
    verdicts = [await ask(page) for _ in range(RUNS)]
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await session.send("Network.emulateNetworkConditions", OFFLINE)
    opened = []
    for _ in range(RUNS):
        await page.reload(wait_until="commit")
        await page.locator(".sysbar").first.wait_for()
        opened.append(float(await page.evaluate("performance.now()")) / 1000)
    await context.close()
    return [
        _seconds("verdict after the tap", median(verdicts), 2.0),
        _seconds("opened without network", median(opened), 1.0),
    ]


async def ask(page: Page) -> float:
    """Seconds from Enter to the red verdict."""
    await page.goto(page.url.split("/search")[0] + "/search", wait_until="commit")
    field = page.locator("input").first
    await field.fill("2-ZKV-318")
    started = await page.evaluate("performance.now()")
    await field.press("Enter")
    await page.locator(".verdict--red").first.wait_for(timeout=20_000)
    return float(await page.evaluate("performance.now()") - started) / 1000


def lighthouse(base: str, home: Path) -> list[Result]:
    """Lighthouse's own scores for the first screen, on its default phone; the median of its runs."""
    folder = home / "lighthouse"
    install = [*NODE, "npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder)]
    subprocess.run([*install, "lighthouse@12"], check=True, stdout=subprocess.DEVNULL)
    reports = [lighthouse_report(base, folder) for _ in range(LIGHTHOUSE_RUNS)]
    results = []
    for name in ("performance", "accessibility", "best-practices"):
        score = median(report[name]["score"] for report in reports)
        what = f"Lighthouse: {reports[0][name]['title'].lower()}"
        results.append(Result(14, what, f"{score * 100:.0f}", "≥ 95", score >= 0.95))
    return results


def lighthouse_report(base: str, folder: Path) -> dict[str, Any]:
    """The categories of one run; a trace that lacks the page's start has no score, and is taken again."""
    report = folder / "report.json"
    command = [*NODE, "node", str(folder / "node_modules" / "lighthouse" / "cli" / "index.js"), base]
    command += ["--quiet", "--output=json", f"--output-path={report}"]
    command += ["--chrome-flags=--headless=new " + " ".join(FLAGS)]
    said: dict[str, Any] = {}
    for _ in range(LIGHTHOUSE_RUNS):
        subprocess.run(command, check=False, env={**os.environ, "CHROME_PATH": find() or ""})
        said = json.loads(report.read_text("utf-8"))
        if "runtimeError" not in said:
            return dict(said["categories"])
    raise RuntimeError(said["runtimeError"]["message"])


def _seconds(what: str, measured: float, target: float) -> Result:
    return Result(
        14, f"{what}, 4× slower processor", f"{measured:.2f} s", f"≤ {target:g} s", measured <= target
    )
