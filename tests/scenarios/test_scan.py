"""Scenario 3: a card before the camera fills the question; one tap asks it; without a camera one types."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser, async_playwright, expect

from focus.modules.search.scan.reader import installed
from tests.scenarios.papers import barcode, card, film, zone
from tests.scenarios.screen import PHONE, Screen, launch, screen_of
from tests.scenarios.town import Event, Town

pytestmark = pytest.mark.skipif(not installed(), reason="the extra focus[ocr] is not installed")

JEROEN = {"family": "Verlinden", "given": "Jeroen", "born": "850730", "sex": "M", "national": "85073003328"}
FILM = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@asynccontextmanager
async def browser_with(*flags: str) -> AsyncIterator[Browser]:
    """A browser of its own, ended when left."""
    async with async_playwright() as playwright:
        browser = await launch(playwright, *flags)
        yield browser
        await browser.close()


@asynccontextmanager
async def seeing(picture: Image.Image, folder: Path) -> AsyncIterator[Browser]:
    """A browser whose camera sees this and nothing else."""
    seen = film(picture, folder / "seen.mjpeg")
    async with browser_with(*FILM, f"--use-file-for-fake-video-capture={seen}") as browser:
        yield browser


@pytest.fixture(scope="module")
async def camera(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Browser]:
    """It sees Jeroen Verlinden's card, a little turned."""
    lines = zone(**JEROEN, number="592310447773", expires="310715")
    async with seeing(card(lines, turned=1.5), tmp_path_factory.mktemp("film")) as browser:
        yield browser


@pytest.fixture
async def lotte(town: Town, camera: Browser) -> AsyncIterator[Screen]:
    await town.task("lotte.maes", purpose="identity_check", reference="C-1112", title="Identiteitscontrole")
    async with screen_of(camera, town.origin, **PHONE) as screen:
        await screen.continue_as("Lotte Maes")
        await screen.tab("Zoek")
        yield screen


async def scanned(screen: Screen) -> None:
    """Open the scanner and wait until the card fills the question."""
    await screen.button("Scan")
    await expect(screen.page.get_by_role("region", name="Uit het document")).to_be_visible(timeout=30_000)


async def test_a_card_before_the_camera_fills_the_question(lotte: Screen) -> None:
    await scanned(lotte)
    document = lotte.page.get_by_role("region", name="Uit het document")
    await expect(document).to_contain_text("VERLINDEN, JEROEN")
    await expect(document).to_contain_text("30 juli 1985")
    await expect(document).to_contain_text("BEL 592310447773")
    chosen = lotte.page.get_by_role("list", name="Zo begrepen").get_by_role("button", pressed=True)
    await expect(chosen).to_contain_text("85.07.30-033.28")


async def test_from_card_to_warnings_takes_two_taps(lotte: Screen) -> None:
    await lotte.forget_taps()
    await scanned(lotte)
    await lotte.button("Zoek")
    await lotte.judges("red", "Gezocht")
    await lotte.ended()
    await expect(lotte.card("Verlinden, Jeroen")).to_contain_text("Gebiedsverbod")
    assert await lotte.taps() == 2


async def test_the_camera_is_off_once_the_card_is_read(lotte: Screen) -> None:
    await lotte.page.evaluate(
        "() => { const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);"
        " navigator.mediaDevices.getUserMedia = async (wish) => (window.stream = await open(wish)) }"
    )
    await scanned(lotte)
    assert await lotte.page.evaluate("stream.getTracks().map((track) => track.readyState)") == ["ended"]


async def test_the_log_says_that_a_picture_was_read_and_holds_nothing_of_it(
    lotte: Screen, town: Town, tmp_path: Path
) -> None:
    began = datetime.now(UTC)
    await scanned(lotte)

    def read(events: list[Event]) -> list[Event]:
        """What was logged of this test's pictures that held a zone."""
        pictures = [event for event in events if event["kind"] == "search.PictureScanned"]
        return [
            one
            for one in pictures
            if one["what"]["found"] == "mrz" and datetime.fromisoformat(one["at"]) >= began
        ]

    (one,) = read(await town.log(tmp_path, lambda events: bool(read(events))))
    assert {"found", "octets", "took_ms"} == set(one["what"])


async def test_a_barcode_is_read_on_the_phone_though_the_page_may_compile_nothing(
    town: Town, tmp_path: Path
) -> None:
    async with (
        seeing(barcode("592310447773"), tmp_path) as browser,
        screen_of(browser, town.origin, **PHONE) as screen,
    ):
        await screen.continue_as("Lotte Maes")
        await screen.tab("Zoek")
        await screen.button("Scan")
        await expect(screen.page.get_by_role("searchbox")).to_have_value("592310447773", timeout=30_000)
        compiled = await screen.page.evaluate(
            "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true, () => false)"
        )
        assert compiled is False


async def test_without_a_camera_the_strip_is_typed_and_checked_at_once(town: Town, phone: Screen) -> None:
    await town.task("lotte.maes", purpose="identity_check", reference="C-1112", title="Identiteitscontrole")
    await phone.continue_as("Lotte Maes")
    await phone.tab("Zoek")
    await phone.button("Scan")
    await expect(phone.sheet.get_by_role("status")).to_contain_text("typ hieronder", ignore_case=True)
    wrong = zone(**JEROEN, number="592310447773", expires="310715")
    wrong[1] = wrong[1].replace("850730", "850731", 1)
    await phone.sheet.get_by_label("Of typ de strook").fill("\n".join(wrong))
    await expect(phone.sheet).to_contain_text("Het controlegetal klopt niet: geboortedatum")
