"""The ways to what follows a lookup: stops, namesakes, relations, questions that wait."""

from __future__ import annotations

from playwright.async_api import expect

from tests.scenarios.gallery import LOTTE, search_red, search_red_holder, way
from tests.scenarios.screen import Screen
from tests.scenarios.town import Town

NETWORK_MS = 60_000
"""Until the app has found the network again."""


@way("stop-sheet")
async def stop_sheet(screen: Screen, town: Town) -> None:
    await search_red_holder(screen, town)
    await screen.press(screen.page.get_by_role("button", name="Staandehouding: Verlinden").first)
    await screen.sheet.get_by_role("button", name="Verdacht gedrag").wait_for()


@way("my-stops")
async def my_stops(screen: Screen, town: Town) -> None:
    await stop_sheet(screen, town)
    async with screen.page.expect_response("**/api/sync/deliver"):  # six seconds after the tap
        await screen.press(screen.sheet.get_by_role("button", name="Geseind of gezocht"))
        await screen.sees("Staandehouding geregistreerd")
    await screen.page.goto(f"{screen.origin}/stops")
    await screen.sees_heading("Mijn staandehoudingen")
    await screen.sees("Geseind of gezocht")


@way("compare")
async def compare(screen: Screen, town: Town) -> None:
    await screen.ask("Jan Peeters")
    await screen.press(screen.page.get_by_role("button", name="Naast elkaar"))
    await screen.page.get_by_role("region", name="Naast elkaar").wait_for()


@way("relations")
async def relations(screen: Screen, town: Town) -> None:
    await search_red(screen, town)
    await screen.ended()
    await screen.press(screen.page.get_by_role("button", name="Verbanden"))
    await screen.page.get_by_role("region", name="Verbanden").wait_for()


@way("change-stop")
async def change_stop(screen: Screen, town: Town) -> None:
    kept = await town.call(LOTTE, "GET", "/api/followup/stops")
    if not any(stop["ground"] == "wanted" for stop in kept):  # the zone remembers those of ways before
        await my_stops(screen, town)
    await screen.page.goto(f"{screen.origin}/stops")
    await screen.press(screen.page.get_by_role("button", name="Wijzig: Geseind of gezocht").first)
    await screen.sheet.get_by_role("button", name="Trek in").wait_for()


@way("stops-figures")
async def stops_figures(screen: Screen, town: Town) -> None:
    """Those of the zone, as its shift leader sees them."""
    await town.stops(LOTTE)
    await screen.page.goto(f"{screen.origin}/me")
    await screen.button("Meld af")
    await screen.sees_heading("Meld u aan")
    await screen.continue_as("Sofie Wuyts")
    await screen.page.goto(f"{screen.origin}/stops/figures")
    await screen.page.get_by_role("table").wait_for()


@way("waiting")
async def waiting(screen: Screen, town: Town) -> None:
    await screen.context.set_offline(True)
    await screen.ask("2-ZKV-318", end=False)
    await screen.sees("Wacht op netwerk")


@way("later-answered")
async def later_answered(screen: Screen, town: Town) -> None:
    await waiting(screen, town)
    await screen.context.set_offline(False)
    await expect(screen.page.get_by_text("Beantwoord na wachten").first).to_be_visible(timeout=NETWORK_MS)


@way("later-refused")
async def later_refused(screen: Screen, town: Town) -> None:
    """Its task ended before the network was back."""
    await waiting(screen, town)
    await town.no_task(LOTTE)
    await screen.context.set_offline(False)
    await expect(screen.page.get_by_text("intussen beëindigd").first).to_be_visible(timeout=NETWORK_MS)
