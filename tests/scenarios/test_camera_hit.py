"""Scenario 11: a plate hit, confirmed by eye, and its outcome goes back to the list's owner.

A server of its own, without the sources: it must know the owner's address when it starts.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
import pytest
from aiohttp import web
from playwright.async_api import Browser, expect

from focus.core import clock
from focus.core.webhooks.signing import secret_of, verify
from focus.server.demo import demo_id
from tests.scenarios.screen import DESK, PHONE, Screen, screen_of
from tests.scenarios.town import NOT_BUILT, Town
from tests.support.device import Device
from tests.support.server import ROOT, served
from world.cameras import send_camera_reads

PLATE = "2-ZKV-318"
PATIENCE_MS = 15_000
WORDS = "Bestuurder gecontroleerd, lading in orde"


@dataclass
class Owner:
    """Whose list it is: takes what is told, and checks who signed it."""

    origin: str = ""
    secret: str = ""
    told: list[dict[str, Any]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name.lower(): value for name, value in request.headers.items()}
        verify([secret_of(self.secret)], headers, body, now=clock.now())
        self.told.append(msgspec.json.decode(body))
        return web.Response(status=204)

    async def hears(self) -> dict[str, Any]:
        """What it is told, within some seconds."""
        for _ in range(100):
            if self.told:
                return self.told[-1]
            await asyncio.sleep(0.1)
        raise AssertionError("the list's owner was told nothing")


@pytest.fixture
async def owner() -> AsyncIterator[Owner]:
    found, app = Owner(), web.Application()
    app.router.add_post("/in", found.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield found
    await runner.cleanup()


@dataclass
class Cameras:
    """A demo zone with cameras on, and the secret of its camera system."""

    town: Town
    feed: dict[str, str]

    async def see(self, *plates: str) -> None:
        """Some cars pass, and these plates stand on the list."""
        base, path, secret = self.town.server.base, self.feed["path"], self.feed["secret"]
        outcomes = await send_camera_reads(base, path, secret, count=4, hits=plates)
        assert outcomes == ["applied"] * (4 + len(plates))


async def verified(town: Town, person: str) -> Device:
    """A device of somebody who has just shown himself."""
    device = Device(town.server.base)
    await device.continue_as(str(demo_id("person", person)))
    return await device.verify()


async def posted(device: Device, path: str, content: Any) -> Any:
    answer = await device.post(path, content)
    assert answer.status == 200, answer
    return answer.body


@pytest.fixture
async def cameras(tmp_path: Path, owner: Owner) -> AsyncIterator[Cameras]:
    assert (ROOT / "web" / "dist" / "index.html").is_file(), NOT_BUILT
    async with (
        served(tmp_path / "focus", FOCUS_WEBHOOKS_HOSTS=owner.origin) as server,
        aiohttp.ClientSession() as http,
    ):
        town = Town(server, "", http)
        admin, leader = await verified(town, "griet.vanloon"), await verified(town, "sofie.wuyts")
        for name in ("webhooks", "cameras"):
            await posted(admin, "/api/organisations/switch-module-on", {"name": name})
        wanted = {
            "name": "Lijst",
            "address": f"{owner.origin}/in",
            "kinds": ["cameras.outcome"],
            "topics": ["zone-list"],
        }
        owner.secret = (await posted(admin, "/api/webhooks/add-receiver", wanted))["secret"]
        feed = await posted(leader, "/api/cameras/add-feed", {"name": "Ringlaan"})
        until = (clock.now() + timedelta(hours=8)).isoformat()
        await town.call("lotte.maes", "POST", "/api/duty/begin-duty", {"until": until, "crew": "NO-2"})
        yield Cameras(town, feed)
        for device in (admin, leader):
            await device.close()
        await town.close()


@pytest.fixture
async def lotte(browser: Browser, cameras: Cameras) -> AsyncIterator[Screen]:
    async with screen_of(browser, cameras.town.origin, **PHONE) as screen:
        await screen.continue_as("Lotte Maes")
        await screen.page.evaluate("navigator.serviceWorker.ready")
        yield screen


async def test_from_alert_to_the_list_s_owner_with_the_network_gone_in_between(
    cameras: Cameras, owner: Owner, lotte: Screen
) -> None:
    page = lotte.page
    await expect(page.get_by_role("heading", name="Mogelijke treffers")).to_have_count(0)
    await cameras.see(PLATE)
    card = page.get_by_role("link", name=re.compile(PLATE))
    await expect(card).to_be_visible(timeout=PATIENCE_MS)
    await lotte.press(card)

    await expect(page.get_by_role("heading", name="Mogelijke treffer", exact=True)).to_be_visible()
    await expect(page.get_by_role("img", name="Foto van de camera")).to_be_visible(timeout=PATIENCE_MS)
    await expect(page.get_by_role("heading", name="Staat deze plaat op de foto?")).to_be_visible()
    await expect(page.get_by_text("staat 3 dagen op de lijst")).to_be_visible()
    await expect(page.get_by_text("Niet alleen aanhouden")).to_be_visible()
    await expect(page.get_by_text("gezocht", exact=False)).to_have_count(0)

    await lotte.context.set_offline(True)
    await lotte.button("Zelfde plaat")
    await expect(page.get_by_role("heading", name="Plaat bevestigd")).to_be_visible()
    await expect(page.get_by_role("img", name="Foto van de camera")).to_be_visible()
    await lotte.button("Meld de afloop")
    await lotte.press(lotte.sheet.get_by_role("button", name=re.compile("Gecontroleerd")))
    await lotte.sheet.get_by_role("textbox").fill(WORDS)
    await lotte.press(lotte.sheet.get_by_role("button", name="Meld", exact=True))
    await expect(page.get_by_role("heading", name="Voertuig gecontroleerd")).to_be_visible()
    await expect(page.get_by_text("Wacht op verzending").first).to_be_visible()
    assert owner.told == []

    await lotte.context.set_offline(False)
    told = await owner.hears()
    assert told["type"] == "cameras.outcome"
    data = told["data"]
    assert (data["list"], data["plate"], data["outcome"], data["text"]) == (
        "zone-list",
        PLATE,
        "stopped",
        WORDS,
    )
    assert "Maes" not in str(told)
    await expect(page.get_by_text("Wacht op verzending")).to_have_count(0, timeout=PATIENCE_MS)
    await lotte.tab("Vandaag")
    await expect(card).to_have_count(0)
    assert len(owner.told) == 1


async def test_off_duty_a_phone_has_no_hits(cameras: Cameras, browser: Browser, lotte: Screen) -> None:
    await cameras.see(PLATE)
    card = re.compile(PLATE)
    await expect(lotte.page.get_by_role("link", name=card)).to_be_visible(timeout=PATIENCE_MS)
    await cameras.town.call("lotte.maes", "POST", "/api/duty/end-duty", {})
    await expect(lotte.page.get_by_role("link", name=card)).to_have_count(0, timeout=PATIENCE_MS)
    async with screen_of(browser, cameras.town.origin, **DESK) as desk:
        await desk.continue_as("Sofie Wuyts")  # who leads the shift sees them at the desk
        await expect(desk.page.get_by_role("link", name=card)).to_be_visible(timeout=PATIENCE_MS)
        await desk.press(desk.page.get_by_role("link", name=card))
        await expect(desk.page.get_by_role("button", name="Zelfde plaat")).to_be_visible()
