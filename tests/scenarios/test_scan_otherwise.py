"""What else is held before the camera, and what happens when there is none, or nobody reads."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser, expect

from focus.modules.search.scan.reader import installed
from tests.scenarios.lens import hold_before, lamp_burns, take_away
from tests.scenarios.papers import barcode, card, old_card, plate, qr, wall, zone
from tests.scenarios.screen import PHONE, Screen, screen_of
from tests.scenarios.test_scan import JEROEN, browser_with, seeing
from tests.scenarios.town import Town
from tests.search.lookups.desk import until
from tests.support.server import served

needs_ocr = pytest.mark.skipif(not installed(), reason="the extra focus[ocr] is not installed")

MARIE = old_card(
    family="Dubois", given="Marie Claire", born="850412", sex="F", nationality="FRA", number="880692310",
    expires="290101",
)  # fmt: skip
PATIENCE_MS = 60_000
"""The reader is started anew, on a machine that does other work."""


@asynccontextmanager
async def scanner(browser: Browser, origin: str) -> AsyncIterator[Screen]:
    """Lotte Maes with the scanner open."""
    async with screen_of(browser, origin, **PHONE) as screen:
        await screen.continue_as("Lotte Maes")
        await screen.tab("Zoek")
        await screen.button("Scan")
        yield screen


async def says(screen: Screen, text: str) -> None:
    """The line below the camera."""
    await expect(screen.sheet.get_by_role("status")).to_contain_text(text, timeout=PATIENCE_MS)


@needs_ocr
@pytest.mark.parametrize(
    ("picture", "question"),
    [(card(MARIE, turned=-1.0), " ".join(MARIE)), (plate("2-ZKV-318"), "2-ZKV-318"), (qr(), "2-ZKV-318")],
    ids=["an older card", "a plate", "a QR code"],
)
async def test_it_fills_the_question(town: Town, tmp_path: Path, picture: Image.Image, question: str) -> None:
    async with seeing(picture, tmp_path) as browser, scanner(browser, town.origin) as screen:
        await expect(screen.page.get_by_role("searchbox")).to_have_value(question, timeout=PATIENCE_MS)


@needs_ocr
async def test_what_is_no_document_is_said_and_a_card_is_still_found(town: Town, browser: Browser) -> None:
    async with screen_of(browser, town.origin, **PHONE) as screen:
        await screen.continue_as("Lotte Maes")
        await screen.tab("Zoek")
        await hold_before(screen, wall())
        await screen.button("Scan")
        await says(screen, "Geen document of plaat in beeld")
        await hold_before(screen, card(zone(**JEROEN, number="591191706458", expires="310715")))
        document = screen.page.get_by_role("region", name="Uit het document")
        await expect(document).to_contain_text("VERLINDEN, JEROEN", timeout=PATIENCE_MS)


async def test_the_lamp_is_a_tap_away_where_there_is_one(town: Town, browser: Browser) -> None:
    async with screen_of(browser, town.origin, **PHONE) as screen:
        await screen.continue_as("Lotte Maes")
        await screen.tab("Zoek")
        await hold_before(screen, wall(), lamp=True)
        await screen.button("Scan")
        lamp = screen.sheet.get_by_role("button", name="Licht")
        await screen.press(lamp)
        await expect(lamp).to_have_attribute("aria-pressed", "true")
        assert await lamp_burns(screen) is True
        await screen.press(lamp)
        await expect(lamp).to_have_attribute("aria-pressed", "false")
        assert await lamp_burns(screen) is False


async def test_without_a_camera_one_types_at_once(town: Town) -> None:
    async with browser_with() as browser, scanner(browser, town.origin) as screen:
        await says(screen, "Hier is geen camera")
        await _types_at_once(screen)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        ("NotAllowedError", "De camera mag niet"),
        ("NotReadableError", "Een andere app gebruikt de camera"),
    ],
    ids=["it was refused", "another app has it"],
)
async def test_a_camera_that_is_not_given_is_said_and_one_types_at_once(
    town: Town, browser: Browser, error: str, text: str
) -> None:
    async with screen_of(browser, town.origin, **PHONE) as screen:
        await screen.continue_as("Lotte Maes")
        await screen.tab("Zoek")
        await take_away(screen, error)
        await screen.button("Scan")
        await says(screen, text)
        await _types_at_once(screen)


async def _types_at_once(screen: Screen) -> None:
    await expect(screen.sheet.get_by_label("Of typ de strook")).to_be_focused()
    await screen.page.keyboard.type("2zkv318")
    await screen.page.keyboard.press("Enter")
    await expect(screen.page.get_by_role("searchbox")).to_have_value("2zkv318")
    await expect(screen.sheet).to_have_count(0)


@needs_ocr
async def test_a_reader_that_dies_in_the_middle_is_told_and_reads_on(town: Town, tmp_path: Path) -> None:
    async with seeing(wall(), tmp_path) as browser, scanner(browser, town.origin) as screen:
        pictures = screen.on_their_way("/api/search/scan")
        await says(screen, "Geen document of plaat in beeld")
        told = asyncio.create_task(says(screen, "Het lezen liep vast"))
        reader = _reader_of(town.server.process.pid)
        os.kill(reader, signal.SIGSTOP)
        await until(lambda: bool(pictures), seconds=PATIENCE_MS / 1000)
        await town.no_task("tom.goossens")  # whoever comes later is answered: so the picture is with it
        os.kill(reader, signal.SIGKILL)
        await told
        await says(screen, "Geen document of plaat in beeld")
        assert _reader_of(town.server.process.pid) != reader


def _reader_of(server: int) -> int:
    """The process that reads pictures for this server."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and _is_reader(folder, server):
            return int(folder.name)
    raise AssertionError("nobody reads")


def _is_reader(folder: Path, server: int) -> bool:
    try:
        parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        return parent == server and b"scan.worker" in (folder / "cmdline").read_bytes()
    except OSError:
        return False


async def test_without_the_extra_barcodes_are_read_and_the_rest_is_typed(tmp_path: Path) -> None:
    """A server on which the reading of text was never installed."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['rapidocr'] = None\n", "utf-8")
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    async with served(tmp_path / "focus", PYTHONPATH=path) as server:
        origin = server.base.replace("127.0.0.1", "localhost")
        async with seeing(wall(), tmp_path) as browser, scanner(browser, origin) as screen:
            await says(screen, "Deze server leest geen tekst van een beeld")
        async with (
            seeing(barcode("592310447773"), tmp_path) as browser,
            scanner(browser, origin) as screen,
        ):
            await expect(screen.page.get_by_role("searchbox")).to_have_value("592310447773")
