"""From an empty installation to the first lookup of an officer, all of it by the app's own screens."""

from __future__ import annotations

import asyncio
import re
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
from tests.support.server import ROOT, Served, served

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
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
    """A server that nobody has begun with, on the town's sources; no synthetic people sign in."""
    own = ("FOCUS_HOME", "FOCUS_PORT", "FOCUS_DEMO", "FOCUS_DATABASE_URL")
    settings = {name: value for name, value in town.server.environment.items() if name not in own}
    async with served(tmp_path, **settings, FOCUS_DEMO="0") as server:
        yield server


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


async def test_from_nothing_to_an_officer_s_first_lookup(browser: Browser, desk: Screen) -> None:
    """begin → administrator enrolled → officer added → code → officer enrolled by the image → lookup."""
    await adds(desk, "4712", "Lies", "Claes", "Politieambtenaar")
    await desk.button("Geef een code")
    code = await code_on(desk)
    await expect(desk.sheet.get_by_role("timer")).to_contain_text(re.compile(r"9:\d\d"))
    address = await read_by_a_camera(desk)
    assert address == f"{desk.origin}/enrol#{code}"

    async with screen_of(browser, desk.origin, **PHONE) as phone:
        await enrols(phone, address)
        await phone.ask("1-HKL-407", end=False)
        await phone.press(phone.sheet.get_by_role("button", name="Verkeerscontrole"))
        await phone.sheet.get_by_label("Reden").fill("Eerste opzoeking")
        await phone.button("Gebruik dit doel")
        await phone.judges("green")
