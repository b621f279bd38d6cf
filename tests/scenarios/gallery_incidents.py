"""Ways to the screens of incidents: as somebody of a crew, and as the shift leader."""

from __future__ import annotations

from datetime import timedelta

from focus.core import clock
from tests.scenarios.gallery import LOTTE, way
from tests.scenarios.screen import Screen
from tests.scenarios.town import Town

WEAPON = "Ruzie tussen ex-partners, mogelijk mes"
"""An open incident of the demo, with everything that can stand on its screen."""


@way("incidents")
async def incidents(screen: Screen, town: Town) -> None:
    until = clock.now() + timedelta(hours=8)
    await town.call(LOTTE, "POST", "/api/duty/begin-duty", {"until": until.isoformat(), "crew": "NO-9"})
    await screen.page.goto(f"{screen.origin}/incidents")
    await screen.page.get_by_role("link", name=WEAPON).first.wait_for()


@way("incident")
async def incident(screen: Screen, town: Town) -> None:
    await incidents(screen, town)
    await screen.press(screen.page.get_by_role("link", name=WEAPON).first)
    await screen.sees("Let op bij aankomst")


@way("board")
async def board(screen: Screen, town: Town) -> None:
    await screen.page.goto(f"{screen.origin}/me")
    await screen.button("Meld af")
    await screen.sees_heading("Meld u aan")
    await screen.continue_as("Sofie Wuyts")
    await screen.page.goto(f"{screen.origin}/board")
    # Of many rows only those in sight are drawn: not any one by its name.
    await screen.page.locator("a[href^='/board/']").first.wait_for()
