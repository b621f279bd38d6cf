"""From an empty installation to the first lookup of an officer, all of it by the app's own screens."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from playwright.async_api import Browser, expect

from tests.scenarios.house import Finger, sign_in
from tests.scenarios.screen import DESK, PATIENCE_MS, PHONE, Screen, screen_of
from tests.scenarios.town import Town
from tests.support.server import ROOT, Served, ready, served, start

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
SOURCES, PLATES = ROOT / "world" / "sources", "plates.toml"
BEGIN = (
    "begin",
    "--code=5345",
    "--name=PZ Voorbeeld",
    "--given-names=Jan",
    "--family-name=Peeters",
    "--personnel-number=4711",
)


@pytest.fixture
async def empty(town: Town, tmp_path: Path) -> AsyncIterator[Served]:
    """A server that nobody has begun with, on all sources of the town but the plates; nobody synthetic."""
    own = ("FOCUS_HOME", "FOCUS_PORT", "FOCUS_DEMO", "FOCUS_DATABASE_URL", "FOCUS_SOURCES")
    settings = {name: value for name, value in town.server.environment.items() if name not in own}
    sources = tmp_path / "sources"
    shutil.copytree(SOURCES, sources, ignore=shutil.ignore_patterns(PLATES))
    async with served(tmp_path, **settings, FOCUS_DEMO="0", FOCUS_SOURCES=str(sources)) as server:
        yield server


async def adds_source(server: Served) -> None:
    """The operator puts the register of plates beside the others, has it checked and asked, starts anew."""
    shutil.copy(SOURCES / PLATES, server.home / "sources")
    assert "0 faults" in await operator_says(server, "source", "check")
    assert "1-HKL-407" in await operator_says(server, "source", "test", "plates", "1-HKL-407")
    server.process.terminate()
    server.process.wait(20)
    server.process = start(server.home, server.environment)
    await ready(server)


async def operator_says(server: Served, *arguments: str) -> str:
    """What `focus …` writes beside this server; fails when it fails."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "focus.server",
        *arguments,
        cwd=ROOT,
        env=server.environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
    return output.decode()


async def enrols(screen: Screen, address: str) -> None:
    """Open an address that holds a code, enrol by it and sign in."""
    await Finger.on(screen, {})
    await screen.page.goto(address)
    await enrols_here(screen)


async def enrols_here(screen: Screen) -> None:
    """By the code that is filled in."""
    await screen.button("Schrijf in")
    await screen.sees_heading("Toestel ingeschreven")
    await screen.button("Meld aan")
    await screen.sees_heading("Meld u aan")
    await sign_in(screen)


def origin_of(server: Served) -> str:
    return server.base.replace("127.0.0.1", "localhost")


@pytest.fixture
async def desk(browser: Browser, empty: Served) -> AsyncIterator[Screen]:
    """Jan Peeters, the administrator whom `focus begin` made, at administration."""
    code = CODE.search(await operator_says(empty, *BEGIN))
    assert code
    async with screen_of(browser, origin_of(empty), **DESK) as screen:
        await enrols(screen, f"{screen.origin}/enrol#{code[0]}")
        await opens(screen)
        yield screen


async def opens(screen: Screen) -> None:
    """Administration, by its row of the menu."""
    await screen.tab("Menu")
    await screen.press(screen.page.get_by_role("link", name=re.compile("^Beheer")))
    await screen.sees_heading("Beheer")


async def adds(screen: Screen, number: str, given: str, family: str, function: str) -> None:
    """A person with a function; his page stands there afterwards."""
    await screen.button("Persoon toevoegen")
    await screen.sheet.get_by_label("Stamnummer").fill(number)
    await screen.sheet.get_by_label("Voornaam").fill(given)
    await screen.sheet.get_by_label("Familienaam").fill(family)
    await screen.sheet.get_by_label("Functie").select_option(label=function)
    await screen.button("Voeg toe")
    await screen.sees_heading(f"{given} {family}")


async def code_on(screen: Screen) -> str:
    """The code that stands in the sheet."""
    shown = screen.sheet.locator("output")
    await expect(shown).to_have_text(CODE, timeout=PATIENCE_MS)
    return (await shown.inner_text()).strip()


async def read_by_a_camera(screen: Screen) -> str:
    """What a reader that is not ours sees in the picture of the code."""
    picture = await screen.sheet.get_by_role("img").screenshot()
    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_GRAYSCALE)
    return str(cv2.QRCodeDetector().detectAndDecode(pixels)[0])


async def test_from_nothing_to_an_officer_s_first_lookup(
    browser: Browser, empty: Served, desk: Screen
) -> None:
    """begin → administrator enrolled → officer added → code → source added → officer enrolled → lookup."""
    await adds(desk, "4712", "Lies", "Claes", "Politieambtenaar")
    await desk.button("Geef een code")
    code = await code_on(desk)
    await expect(desk.sheet.get_by_role("timer")).to_contain_text(re.compile(r"9:\d\d"))
    address = await read_by_a_camera(desk)
    assert address == f"{desk.origin}/enrol#{code}"

    await adds_source(empty)
    async with screen_of(browser, desk.origin, **PHONE) as phone:
        await enrols(phone, address)
        await phone.ask("1-HKL-407", end=False)
        await phone.press(phone.sheet.get_by_role("button", name="Verkeerscontrole"))
        await phone.sheet.get_by_label("Reden").fill("Eerste opzoeking")
        await phone.button("Gebruik dit doel")
        await phone.judges("green")
    await tries_a_source(desk)


async def tries_a_source(desk: Screen) -> None:
    """From its page: refused under a purpose that does not open it, then told without a value."""
    await desk.page.keyboard.press("Escape")  # the code of the officer still stands there
    await desk.tab("Menu")
    await desk.press(desk.page.get_by_role("link", name=re.compile("^Toestand van de bronnen")))
    await desk.press(desk.page.get_by_role("link", name="Inschrijvingen en titularissen"))
    await desk.button("Test deze bron")
    await desk.sheet.get_by_label("Vraag").fill("1-HKL-407")
    await desk.sheet.get_by_label("Reden").fill("Nieuwe bron nazien")
    for purpose, told in (
        ("Controle van voorwaarden", "Er is niets gevraagd"),
        ("Verkeerscontrole", "Antwoordde"),
    ):
        await desk.sheet.get_by_role("combobox").select_option(label=purpose)
        await desk.button("Stel de vraag")
        await expect(desk.sheet.get_by_text(told)).to_be_visible(timeout=PATIENCE_MS)
    await expect(desk.sheet.get_by_text("vehicle · plate")).to_be_visible()


async def test_codes_by_two_a_module_off_and_a_device_revoked(
    browser: Browser, empty: Served, desk: Screen
) -> None:
    """A second administrator by the operator, a third by two; what one switches off is gone for all."""
    await adds(desk, "4713", "Piet", "Maes", "Zonebeheerder")
    said = await operator_says(empty, "identity", "issue-code", "5345", "4713")
    second_code = CODE.search(said)
    assert second_code
    async with (
        screen_of(browser, desk.origin, **DESK) as second,
        screen_of(browser, desk.origin, **PHONE) as third,
    ):
        await enrols(second, f"{desk.origin}/enrol#{second_code[0]}")
        await opens(desk)
        await adds(desk, "4714", "Eva", "Smets", "Zonebeheerder")
        await desk.button("Geef een code")
        code = await code_on(desk)
        await expect(desk.sheet.get_by_text("Een tweede persoon moet akkoord gaan")).to_be_visible()

        await Finger.on(third, {})
        await third.page.goto(f"{desk.origin}/enrol#{code}")
        await third.button("Schrijf in")
        await expect(third.page.get_by_role("alert")).to_be_visible()  # one alone opens nothing
        await opens(second)
        await second.button("Akkoord met de code voor Eva Smets")
        await expect(second.page.get_by_text("U gaf uw akkoord voor Eva Smets.")).to_be_visible()
        await enrols_here(third)

        await desk.page.keyboard.press("Escape")
        await desk.press(desk.page.get_by_role("link", name="Modules"))
        await desk.button("Zet Kaart uit")
        await desk.button("Zeker uitzetten")
        await expect(desk.page.get_by_text("Kaart staat uit.")).to_be_visible()
        await third.page.reload()
        await third.sees_heading("Vandaag")
        await third.tab("Kaart")
        await expect(third.page.get_by_text("De kaart staat nog niet aan in uw zone")).to_be_visible()

        await opens(second)
        await second.page.get_by_role("searchbox").fill("Smets")
        await second.press(second.page.get_by_role("link", name=re.compile("Eva Smets")).first)
        await second.press(second.page.get_by_role("button", name=re.compile("^Trek .* in$")))
        await second.press(second.sheet.get_by_role("button", name="Trek in"))
        await expect(second.page.get_by_text("is ingetrokken.")).to_be_visible()
        await third.page.reload()
        await expect(third.page.get_by_role("button", name="Meld aan")).to_be_visible(timeout=PATIENCE_MS)
