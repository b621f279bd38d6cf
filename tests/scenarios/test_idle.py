"""Left alone the app locks; and two tabs of one device are one officer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from focus.core.identity.settings import IdentitySettings
from tests.scenarios.house import enrol, house_served, sign_in
from tests.scenarios.screen import PHONE, Screen, screen_of
from tests.scenarios.town import Town
from tests.support.server import free_port

LOCK_S = 300


@pytest.fixture
async def joris(town: Town, phone: Screen) -> Screen:
    """Joris Aerts with an answer on his screen; the page's clock can be turned."""
    await town.task("joris.aerts", reference="C-7002")
    await phone.page.clock.install()
    await phone.continue_as("Joris Aerts")
    await phone.ask("2-ZKV-318")
    await phone.sees("Verlinden, Jeroen")
    return phone


@pytest.fixture
async def beside(joris: Screen) -> Screen:
    """A second tab on his phone."""
    other = Screen(await joris.context.new_page(), joris.origin, touch=True)
    await other.page.goto(other.origin)
    await other.sees_heading("Vandaag")
    return other


async def in_memory(screen: Screen, *words: str) -> set[str]:
    """Which of these stand in the page's heap after its rubbish was collected."""
    # A regular expression keeps the text that it last matched: also the one by which Playwright read it.
    await screen.page.get_by_text("Vergrendeld").count()
    cdp = await screen.context.new_cdp_session(screen.page)
    chunks: list[str] = []
    cdp.on("HeapProfiler.addHeapSnapshotChunk", lambda event: chunks.append(event["chunk"]))
    await cdp.send("HeapProfiler.enable")
    await cdp.send("HeapProfiler.collectGarbage")
    await cdp.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    await cdp.detach()
    heap = "".join(chunks)
    return {word for word in words if word in heap}


async def test_untouched_for_the_organisations_time_the_app_locks(joris: Screen) -> None:
    await joris.page.clock.fast_forward((LOCK_S + 5) * 1000)
    await joris.sees_heading("Vergrendeld")
    assert "Verlinden" not in await joris.page.content()


async def test_a_touch_keeps_the_app_open(joris: Screen) -> None:
    for _ in range(2):
        await joris.page.clock.fast_forward((LOCK_S - 60) * 1000)
        await joris.page.touchscreen.tap(195, 40)
    await expect(joris.card("Verlinden, Jeroen")).to_be_visible()


async def test_requirement_9_a_lock_leaves_no_answer_in_the_memory_of_the_page(joris: Screen) -> None:
    assert await in_memory(joris, "Verlinden") == {"Verlinden"}
    await joris.page.clock.fast_forward((LOCK_S + 5) * 1000)
    await joris.sees_heading("Vergrendeld")
    assert await in_memory(joris, "Verlinden") == set()


async def test_a_lock_by_idleness_opens_with_the_passkey(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    async with (
        house_served(tmp_path, port=port) as house,
        screen_of(browser, f"http://localhost:{port}", **PHONE) as phone,
    ):
        zone = await house.organisation(IdentitySettings(lock_phone_s=60))
        await phone.page.clock.install()
        await enrol(phone, house, await house.someone(zone))
        await sign_in(phone)
        await phone.page.clock.fast_forward(65_000)
        await phone.sees_heading("Vergrendeld")
        await phone.button("Ontgrendel")
        await phone.sees_heading("Vandaag")


async def test_one_question_in_two_tabs_is_answered_in_both(joris: Screen, beside: Screen) -> None:
    await asyncio.gather(joris.ask("1-HKL-407"), beside.ask("1-HKL-407"))
    await asyncio.gather(joris.judges("green"), beside.judges("green"))


async def test_a_lock_in_one_tab_locks_the_other(joris: Screen, beside: Screen) -> None:
    await beside.button("Vergrendel")
    await joris.sees_heading("Vergrendeld")
    assert "Verlinden" not in await joris.page.content()


async def test_signing_out_in_one_tab_ends_the_other(joris: Screen, beside: Screen) -> None:
    await beside.page.goto(f"{beside.origin}/me")
    await beside.button("Meld af")
    await joris.sees_heading("Meld u aan")
    assert "Verlinden" not in await joris.page.content()
