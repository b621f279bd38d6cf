"""Every screen of the app and the way to it; the checks of looks and the handbook's pictures share them.

A way starts on Today of Lotte Maes, who has a task, and may leave a source broken: the caller mends.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import expect

from tests.scenarios.screen import PATIENCE_MS, Screen
from tests.scenarios.town import Town

Way = Callable[[Screen, Town], Awaitable[None]]
HOLD_MS = 1_300
LATE = ("wanted-persons", "driving-bans")
LOTTE = "lotte.maes"
TASK = {"reference": "C-1109", "title": "Verkeerscontrole Ringlaan", "place": "Ringlaan, Lindebeek"}
WAYS: dict[str, Way] = {}


def way(name: str) -> Callable[[Way], Way]:
    """Hang a screen into the gallery."""

    def hang(function: Way) -> Way:
        WAYS[name] = function
        return function

    return hang


@way("today")
async def today(screen: Screen, town: Town) -> None:
    await screen.sees("C-1109")


@way("search-empty")
async def search_empty(screen: Screen, town: Town) -> None:
    await screen.ask("1-HKL-407")
    await screen.tab("Zoek")
    await screen.sees_heading("Zoeken")


@way("search-typed")
async def search_typed(screen: Screen, town: Town) -> None:
    await screen.type("Mohamed El Amrani 17/03/1992")
    await screen.sees("Naam en datum")


@way("search-problem")
async def search_problem(screen: Screen, town: Town) -> None:
    await screen.type("66041066600")
    await screen.sees("het controlegetal klopt niet")


@way("search-unreadable")
async def search_unreadable(screen: Screen, town: Town) -> None:
    await screen.ask("66041066600", end=False)
    await screen.sees("Deze vraag is niet te lezen")


@way("search-streaming")
async def search_streaming(screen: Screen, town: Town) -> None:
    for late in LATE:
        await town.break_source(late, "hang")
    await screen.ask("Mohamed El Amrani 17/03/1992", end=False)
    await expect(screen.page.get_by_role("article").first).to_be_visible(timeout=PATIENCE_MS)
    await screen.sees("antwoordt nog")


@way("search-red")
async def search_red(screen: Screen, town: Town) -> None:
    await screen.ask("2-ZKV-318")
    await screen.judges("red")


@way("search-red-holder")
async def search_red_holder(screen: Screen, town: Town) -> None:
    await screen.ask("85.07.30-033.28")
    await screen.judges("red")


@way("search-amber")
async def search_amber(screen: Screen, town: Town) -> None:
    await screen.ask("Greta Hellemans 09/05/1948")
    await screen.judges("amber")


@way("search-green")
async def search_green(screen: Screen, town: Town) -> None:
    await screen.ask("1-HKL-407")
    await screen.judges("green")


@way("search-silent")
async def search_silent(screen: Screen, town: Town) -> None:
    await town.break_source("insurance", "reset")
    await screen.ask("1-HKL-407")
    await screen.judges("pending")


@way("sources-sheet")
async def sources_sheet(screen: Screen, town: Town) -> None:
    await search_silent(screen, town)
    await screen.press(screen.sources)
    await screen.sheet.wait_for()


@way("card-why")
async def card_why(screen: Screen, town: Town) -> None:
    await search_red_holder(screen, town)
    await screen.press(screen.page.get_by_role("button", name="Niet hij").first)
    await screen.sheet.wait_for()


@way("reading-sheet")
async def reading_sheet(screen: Screen, town: Town) -> None:
    await search_green(screen, town)
    await screen.button("Belgische plaat")
    await screen.sheet.wait_for()


@way("purpose-sheet")
async def purpose_sheet(screen: Screen, town: Town) -> None:
    await screen.tab("Zoek")
    await screen.button("Wijzig het doel")
    await screen.press(screen.sheet.get_by_role("button", name="Identiteitscontrole"))


@way("open-sources")
async def open_sources(screen: Screen, town: Town) -> None:
    await screen.press(screen.page.get_by_role("button", name="bronnen open"))
    await screen.sheet.wait_for()


@way("map")
async def map_tab(screen: Screen, town: Town) -> None:
    await screen.tab("Kaart")
    await screen.sees_heading("Kaart")


@way("chat")
async def chat(screen: Screen, town: Town) -> None:
    await screen.tab("Chat")
    await screen.sees_heading("Chat")


@way("menu")
async def menu(screen: Screen, town: Town) -> None:
    await screen.tab("Menu")
    await screen.sees_heading("Menu")


@way("me")
async def me(screen: Screen, town: Town) -> None:
    await screen.page.goto(f"{screen.origin}/me")
    await screen.sees("Mijn toestellen")
    await screen.sees("Deze sessie")


@way("my-lookups")
async def my_lookups(screen: Screen, town: Town) -> None:
    await screen.ask("1-HKL-407")
    await screen.page.goto(f"{screen.origin}/me/lookups")
    await screen.sees_heading("Mijn opzoekingen")
    await screen.sees("bronnen antwoordden")


@way("connection")
async def connection(screen: Screen, town: Town) -> None:
    await screen.press(screen.page.get_by_role("button", name="Verbonden"))
    await screen.sheet.wait_for()


@way("emergency")
async def emergency(screen: Screen, town: Town) -> None:
    button = screen.page.get_by_role("button", name="Nood: één seconde ingedrukt houden")
    await button.click(delay=HOLD_MS)
    await screen.sees("Noodoproep")


@way("no-task")
async def no_task(screen: Screen, town: Town) -> None:
    async with screen.page.expect_response("**/api/purposes/end-task"):  # once it can no longer be taken back
        await screen.button("Beëindig")
        await screen.sees("Geen lopende taak")


@way("start-task")
async def start_task(screen: Screen, town: Town) -> None:
    await town.no_task(LOTTE)  # from elsewhere: here it could be taken back for six seconds
    await screen.page.goto(screen.origin)
    await screen.button("Start een taak")
    await screen.press(screen.sheet.get_by_role("button", name="Verkeerscontrole"))


@way("offline")
async def offline(screen: Screen, town: Town) -> None:
    await screen.context.set_offline(True)
    await screen.sees("U werkt verder zonder netwerk")


@way("locked")
async def locked(screen: Screen, town: Town) -> None:
    await screen.button("Vergrendel")
    await screen.sees_heading("Vergrendeld")


@way("enrol")
async def enrol(screen: Screen, town: Town) -> None:
    await sign_in(screen, town)
    await screen.press(screen.page.get_by_role("link", name="Schrijf dit toestel in"))
    await screen.sees_heading("Schrijf dit toestel in")


@way("sign-in")
async def sign_in(screen: Screen, town: Town) -> None:
    await locked(screen, town)
    await screen.button("Meld af")
    await screen.sees_heading("Meld u aan")
    await screen.sees("Demonstratie")


async def _as_hanne(screen: Screen) -> None:
    """Somebody who looks after the sources."""
    await _sign_out(screen)
    await screen.continue_as("Hanne Peeters")


async def _sign_out(screen: Screen) -> None:
    await screen.page.goto(f"{screen.origin}/me")
    await screen.button("Meld af")
    await screen.sees_heading("Meld u aan")


@way("sources")
async def sources(screen: Screen, town: Town) -> None:
    await town.break_source("wanted-persons", "garbage")
    await town.break_source("driving-bans", "wrong-schema")
    await screen.ask("Mohamed El Amrani 17/03/1992")
    await _as_hanne(screen)
    await town.health_written()
    await screen.tab("Menu")
    await screen.press(screen.page.get_by_role("link", name="Toestand van de bronnen"))
    await screen.sees_heading("Toestand van de bronnen")
    await screen.sees("Antwoord onleesbaar")


@way("source")
async def source(screen: Screen, town: Town) -> None:
    await sources(screen, town)
    await screen.press(screen.page.get_by_role("link", name="Rijverboden"))
    await screen.sees("Anders dan afgesproken")


async def to_today(screen: Screen, town: Town) -> None:
    """Where every way starts, from wherever the one before ended."""
    await town.mend()
    await screen.context.set_offline(False)
    if screen.who not in ("", "Lotte Maes"):
        await _sign_out(screen)
    task = await town.call(LOTTE, "GET", "/api/purposes/my-task")
    if task is None or task["reference"] != TASK["reference"]:
        await town.task(LOTTE, **TASK)
    await screen.page.goto(screen.origin)
    heading = screen.page.get_by_role("heading", level=1)
    await heading.first.wait_for()
    where = await heading.first.inner_text()
    if where == "Vergrendeld":
        await screen.button("Ontgrendel")
    elif where == "Meld u aan":
        await screen.continue_as("Lotte Maes")
    await screen.sees(TASK["reference"])
