"""Further ways of the gallery: what is scanned, pasted or said besides, and what a card keeps apart."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.scenarios.gallery import LOTTE, search_red_holder, way
from tests.scenarios.lens import hold_before
from tests.scenarios.papers import card, passport, wall, zone
from tests.scenarios.screen import PATIENCE_MS, Screen
from tests.scenarios.town import Town

JEROEN = zone(
    family="Verlinden", given="Jeroen", born="850730", sex="M", national="85073003328",
    number="591191706458", expires="310715",
)  # fmt: skip
IVAN = passport(
    family="Petrov", given="Ivan", born="811205", sex="M", nationality="BGR", number="BG3841207",
    expires="300101",
)  # fmt: skip
NOTE = "Bestuurder 85.07.30-033.28, gsm 0470 12 34 56; rijdt met 2-ZKV-318; Dirk Aerts 21/09/1968"


@way("scan")
async def scan(screen: Screen, town: Town) -> None:
    """A camera that sees bricks, with a lamp beside it: the scanner goes on looking."""
    await screen.tab("Zoek")
    await hold_before(screen, wall(), lamp=True)
    await screen.button("Scan")
    await screen.sheet.get_by_role("button", name="Licht").wait_for()


@way("scan-card")
async def scan_card(screen: Screen, town: Town) -> None:
    """The card is in the frame and nothing reads it yet."""
    await screen.tab("Zoek")
    await screen.page.route("**/api/search/scan", lambda route: None)
    await hold_before(screen, card(JEROEN, turned=1.5), lamp=True)
    await screen.button("Scan")
    await screen.sheet.get_by_role("button", name="Licht").wait_for()
    await screen.until("document.querySelector('dialog video, [role=dialog] video')?.currentTime > 0")


@way("scan-none")
async def scan_none(screen: Screen, town: Town) -> None:
    """No camera; a strip with a fault in the birth date is being typed."""
    await screen.tab("Zoek")
    await screen.button("Scan")
    await expect(screen.sheet.get_by_role("status")).to_contain_text("geen camera")
    wrong = [JEROEN[0], JEROEN[1].replace("850730", "850731", 1), JEROEN[2]]
    await screen.sheet.get_by_label("Of typ de strook").fill("\n".join(wrong))
    await screen.sees("Het controlegetal klopt niet")


@way("scan-read")
async def scan_read(screen: Screen, town: Town) -> None:
    await screen.type(" ".join(JEROEN))
    await screen.sees("85.07.30-033.28")


@way("scan-answer")
async def scan_answer(screen: Screen, town: Town) -> None:
    """A passport was asked, and its holder with it."""
    await screen.ask(" ".join(IVAN))
    await screen.page.get_by_role("button", name="Niet hij: Petrov, Ivan").wait_for()


@way("namesake")
async def namesake(screen: Screen, town: Town) -> None:
    await scan_answer(screen, town)
    await screen.press(screen.page.get_by_role("button", name="Niet hij: Petrov, Ivan"))
    await expect(screen.sheet).to_contain_text("zelfde geboortedatum")


@way("readings")
async def readings(screen: Screen, town: Town) -> None:
    await screen.type("dubois 1985 antwerpen")
    await screen.sees("+ antwerpen")


@way("readings-several")
async def readings_several(screen: Screen, town: Town) -> None:
    await screen.type(NOTE)
    await screen.sees("Hierin staan meerdere dingen")


@way("beside")
async def beside(screen: Screen, town: Town) -> None:
    await screen.ask("2-ZKV-318 rode caddy")
    await screen.ended()
    await screen.page.get_by_text("Niet teruggevonden").first.scroll_into_view_if_needed()


@way("half-seen")
async def half_seen(screen: Screen, town: Town) -> None:
    await screen.ask("2-ZK?-318")
    await screen.judges("red")


@way("hit-first")
async def hit_first(screen: Screen, town: Town) -> None:
    """The criminal record says only that it has something."""
    case = {"reference": "LV.60.L2.100002/2026", "reason": "Inbraak loods"}
    await town.task(LOTTE, kind="case", purpose="investigation", **case)
    await screen.page.goto(screen.origin)
    await screen.sees("LV.60.L2.100002/2026")
    await search_red_holder(screen, town)
    await screen.page.get_by_text(re.compile("^Hit bij")).first.scroll_into_view_if_needed()


@way("withheld")
async def withheld(screen: Screen, town: Town) -> None:
    """Somebody's former address, at an identity check: there, and not for this purpose."""
    await town.task(LOTTE, purpose="identity_check", reference="C-1121")
    await screen.page.goto(screen.origin)
    await screen.sees("C-1121")
    await screen.ask("Katrien Van den Berghe 14/10/1977")
    await screen.ended()
    await screen.card("Van den Berghe, Katrien").scroll_into_view_if_needed()
    row = screen.page.get_by_text("Niet voor dit doel").first
    await row.wait_for(timeout=PATIENCE_MS)
    await row.scroll_into_view_if_needed()


@way("held-apart")
async def held_apart(screen: Screen, town: Town) -> None:
    """A colleague said it is somebody else; who asks again is told, and may say otherwise."""
    await screen.ask("Lotte Coppens 29/02/2004")
    await screen.card("Coppens, Lotte").first.wait_for()
    apart = screen.page.get_by_text("hield dit apart").first
    if not await apart.count():  # the zone remembers: on the next walk it is apart already
        await screen.press(screen.page.get_by_role("button", name=re.compile("^Niet hij: ")).first)
        await screen.press(screen.sheet.get_by_role("button", name="Niet hij").last)
        await screen.sees("Gesplitst")
        await screen.tab("Zoek")
        await screen.forgets()
        await screen.ask("Lotte Coppens 29/02/2004")
    await apart.wait_for(timeout=PATIENCE_MS)
    await apart.scroll_into_view_if_needed()


@way("stop-without-card")
async def stop_without_card(screen: Screen, town: Town) -> None:
    await screen.tab("Zoek")
    await screen.button("Staandehouding zonder kaart")
    await screen.sheet.get_by_label("Beschrijf de persoon").fill("Man, rode jas")
    await screen.press(screen.sheet.get_by_role("button", name="Verdacht gedrag"))
    await screen.sheet.get_by_label("Waarom").wait_for()
