"""What follows a lookup: a stop in two taps, namesakes side by side, relations, questions that wait."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Browser, Geolocation, expect

from tests.scenarios.screen import DESK, PATIENCE_MS, Screen, screen_of
from tests.scenarios.test_device import STORED
from tests.scenarios.town import Town

NAMESAKE = "Jan Peeters"
HERE: Geolocation = {"longitude": 4.61, "latitude": 50.91, "accuracy": 9}


@pytest.fixture
async def joris(town: Town, phone: Screen) -> Screen:
    """Joris Aerts at a traffic check, on a phone that may know where it is."""
    await town.task("joris.aerts", reference="C-7002")
    await phone.context.grant_permissions(["geolocation"])
    await phone.context.set_geolocation(HERE)
    await phone.continue_as("Joris Aerts")
    await phone.sees("C-7002")
    return phone


NETWORK_MS = 60_000
"""The app asks for the network at 3, 6, 12, then every 20 s; the machine may be busy."""


async def eventually(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait for what the server must come to know."""
    async with asyncio.timeout(NETWORK_MS / 1000):
        while not await holds():
            await asyncio.sleep(0.2)


async def asked(town: Town, number: int) -> None:
    """Wait until Joris has asked so many lookups; never one more."""

    async def there() -> bool:
        return len(await town.lookups("joris.aerts")) >= number

    await eventually(there)
    assert len(await town.lookups("joris.aerts")) == number


async def stops(town: Town) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await town.call("joris.aerts", "GET", "/api/followup/stops")
    return found


async def test_a_stop_from_a_persons_card_takes_two_taps(town: Town, joris: Screen) -> None:
    await joris.ask("85.07.30-033.28")
    before = len(await stops(town))
    await joris.forget_taps()
    await joris.press(joris.page.get_by_role("button", name="Staandehouding: Verlinden").first)
    await expect(joris.sheet.get_by_text("Plaats van het toestel")).to_be_visible()
    await joris.press(joris.sheet.get_by_role("button", name="Geseind of gezocht"))
    await joris.sees("Staandehouding geregistreerd")
    assert await joris.taps() == 2

    async def registered() -> bool:
        return len(await stops(town)) == before + 1

    await eventually(registered)
    made = await stops(town)
    assert (made[0]["ground"], made[0]["reference"]) == ("wanted", "C-7002")
    assert made[0]["lookup"] and made[0]["records"]
    assert made[0]["spot"]["longitude"] == HERE["longitude"]


async def test_somebody_without_a_card_is_described(town: Town, joris: Screen) -> None:
    await joris.tab("Zoek")
    await joris.button("Staandehouding zonder kaart")
    ground = joris.sheet.get_by_role("button", name="Verdacht gedrag")
    await expect(ground).to_be_disabled()
    await joris.sheet.get_by_label("Beschrijf de persoon").fill("Man, rode jas")
    await joris.press(ground)
    await joris.sheet.get_by_label("Waarom").fill("keek in auto's")
    await joris.button("Registreer")
    await joris.sees("Staandehouding geregistreerd")

    async def registered() -> bool:
        return any(stop["described"] == "Man, rode jas" for stop in await stops(town))

    await eventually(registered)
    (newest, *_) = await stops(town)
    assert (newest["described"], newest["why"]) == ("Man, rode jas", "keek in auto's")


async def test_a_stop_without_network_is_registered_when_it_is_back(town: Town, joris: Screen) -> None:
    await joris.ask("85.07.30-033.28")
    before = len(await stops(town))
    await joris.press(joris.page.get_by_role("button", name="Staandehouding: Verlinden").first)
    await joris.sheet.get_by_role("button", name="Verkeer").wait_for()
    await joris.context.set_offline(True)
    await joris.press(joris.sheet.get_by_role("button", name="Verkeer"))
    await joris.sees("wacht op netwerk")
    await joris.context.set_offline(False)

    async def registered() -> bool:
        return len(await stops(town)) > before

    await eventually(registered)
    assert len(await stops(town)) == before + 1


async def test_a_question_waits_for_the_network_runs_and_is_announced(town: Town, joris: Screen) -> None:
    await joris.context.set_offline(True)
    await joris.ask("2-ZKV-318", end=False)
    await joris.sees("Wacht op netwerk")
    await joris.sees("Verkeerscontrole · C-7002")
    await joris.sees("wacht tot")
    await joris.tab("Vandaag")
    await joris.context.set_offline(False)
    badge = joris.page.get_by_label("1 beantwoord na wachten")
    await expect(badge).to_be_visible(timeout=NETWORK_MS)
    await joris.press(joris.page.get_by_role("navigation").get_by_role("link", name="Zoek"))
    await joris.press(joris.page.get_by_role("link", name="2-ZKV-318").first)
    await joris.judges("red", "Gezocht")
    await expect(badge).to_have_count(0)
    newest = (await town.lookups("joris.aerts"))[0]
    assert newest["asked_at"] < newest["at"]
    assert newest["purpose"]["reference"] == "C-7002"


async def test_what_waited_and_is_answered_does_not_stop_the_question_that_runs(
    town: Town, joris: Screen
) -> None:
    await joris.context.set_offline(True)
    await joris.ask("85.07.30-033.28", end=False)
    await joris.sees("Wacht op netwerk")
    await town.break_source("wanted-persons", "hang")
    before = len(await town.lookups("joris.aerts"))
    await joris.context.set_offline(False)
    await asked(town, before + 1)
    await joris.ask("Mohamed El Amrani 17/03/1992", end=False)
    await joris.sees("antwoordt nog")
    await joris.sees("Beantwoord na wachten")
    await joris.ended()
    assert "Gestopt" not in await joris.text()


async def test_a_question_that_waits_stands_nowhere_in_clear(joris: Screen) -> None:
    await joris.context.set_offline(True)
    await joris.ask("PLANTED-QUESTION Peeters", end=False)
    await joris.sees("Wacht op netwerk")
    assert "PLANTED" not in await joris.page.evaluate(STORED)


async def test_a_withdrawn_question_is_never_asked(town: Town, joris: Screen) -> None:
    before = len(await town.lookups("joris.aerts"))
    await joris.context.set_offline(True)
    await joris.ask("1-HKL-407", end=False)
    await joris.press(joris.page.get_by_role("button", name="Trek in: 1-HKL-407"))
    await expect(joris.page.get_by_text("wacht tot")).to_have_count(0)
    await joris.context.set_offline(False)
    await joris.sees("Verbonden")
    assert len(await town.lookups("joris.aerts")) == before


async def test_signing_out_erases_what_waits_and_says_so(joris: Screen) -> None:
    await joris.context.set_offline(True)
    await joris.ask("1-HKL-407", end=False)
    await joris.sees("Wacht op netwerk")
    await joris.button("Vergrendel")
    await joris.sees_heading("Vergrendeld")
    await joris.button("Meld af")
    await joris.sees("Druk nog eens om af te melden")
    await joris.button("Meld af")
    await joris.sees_heading("Meld u aan")
    await joris.sees("Afgemeld: 1 vragen")


async def test_namesakes_stand_side_by_side_with_what_differs(joris: Screen) -> None:
    await joris.ask(NAMESAKE)
    await joris.press(joris.page.get_by_role("button", name="Naast elkaar"))
    table = joris.page.get_by_role("region", name="Naast elkaar")
    await expect(table.get_by_role("columnheader").nth(1)).to_be_visible(timeout=PATIENCE_MS)
    born = table.get_by_role("row", name="Geboren")
    await expect(born).to_contain_text("verschilt")
    await joris.press(table.get_by_role("button", name="Kaart van").first)
    await expect(table).to_have_count(0)


async def test_a_step_in_the_relations_is_a_lookup_and_none_is_asked_before(
    town: Town, joris: Screen
) -> None:
    await joris.ask("2-ZKV-318")
    before = len(await town.lookups("joris.aerts"))
    await joris.press(joris.page.get_by_role("button", name="Verbanden"))
    region = joris.page.get_by_role("region", name="Verbanden")
    first = region.get_by_role("button").filter(has_text="Nog niet gevraagd").first
    await expect(first).to_be_visible(timeout=PATIENCE_MS)
    assert len(await town.lookups("joris.aerts")) == before
    middle = await region.get_by_role("button").first.inner_text()
    await joris.press(first)
    await expect(region).to_have_count(0, timeout=PATIENCE_MS)
    await asked(town, before + 1)
    await joris.ended()
    await joris.press(joris.page.get_by_role("button", name="Verbanden"))
    await expect(region.get_by_role("button").first).to_have_text(
        " ".join(middle.split()), use_inner_text=True, timeout=PATIENCE_MS
    )


async def waits(joris: Screen, question: str = "1-HKL-407") -> None:
    """Ask without network."""
    await joris.context.set_offline(True)
    await joris.ask(question, end=False)
    await joris.sees("wacht tot")


async def test_a_task_that_ended_meanwhile_is_told_and_the_question_is_not_asked(
    town: Town, joris: Screen
) -> None:
    before = len(await town.lookups("joris.aerts"))
    await waits(joris)
    await town.no_task("joris.aerts")
    await joris.context.set_offline(False)
    await expect(joris.page.get_by_text("intussen beëindigd")).to_be_visible(timeout=NETWORK_MS)
    await expect(joris.page.get_by_label("1 niet uitgevoerd")).to_be_visible()
    assert len(await town.lookups("joris.aerts")) == before
    await joris.button("Verwijder: 1-HKL-407")
    await expect(joris.page.get_by_label("1 niet uitgevoerd")).to_have_count(0)


async def test_what_waits_outlives_the_app_being_closed(town: Town, joris: Screen) -> None:
    before = len(await town.lookups("joris.aerts"))
    await waits(joris)
    await joris.page.close()
    await joris.context.set_offline(False)
    again = Screen(await joris.context.new_page(), joris.origin, joris.touch)
    await again.page.goto(again.origin)
    await expect(again.page.get_by_label("1 beantwoord na wachten")).to_be_visible(timeout=NETWORK_MS)
    await asked(town, before + 1)


async def test_what_waits_outlives_the_lock_and_runs_after_unlocking(town: Town, joris: Screen) -> None:
    before = len(await town.lookups("joris.aerts"))
    await waits(joris)
    await joris.button("Vergrendel")
    await joris.sees_heading("Vergrendeld")
    await joris.context.set_offline(False)
    await joris.button("Ontgrendel")
    await expect(joris.page.get_by_label("1 beantwoord na wachten")).to_be_visible(timeout=NETWORK_MS)
    await asked(town, before + 1)


async def test_two_tabs_ask_what_waits_once(town: Town, joris: Screen) -> None:
    before = len(await town.lookups("joris.aerts"))
    other = Screen(await joris.context.new_page(), joris.origin, joris.touch)
    await other.page.goto(f"{other.origin}/search")
    await waits(joris)
    await other.sees("wacht tot")
    await joris.context.set_offline(False)
    for tab in (joris, other):
        await expect(tab.page.get_by_text("wacht tot")).to_have_count(0, timeout=NETWORK_MS)
    await asked(town, before + 1)


async def test_a_revoked_device_loses_what_waits_and_says_so(town: Town, joris: Screen) -> None:
    before = len(await town.lookups("joris.aerts"))
    async with joris.page.expect_response("**/api/identity/my-devices") as coming:
        await joris.page.goto(f"{joris.origin}/me")
    device = next(row["id"] for row in await (await coming.value).json() if row["this"])
    await waits(joris)
    await town.call("joris.aerts", "POST", "/api/identity/revoke-device", {"device": device})
    await joris.context.set_offline(False)
    await expect(joris.page.get_by_role("heading", level=1, name="Meld u aan")).to_be_visible(
        timeout=NETWORK_MS
    )
    await joris.sees("Afgemeld: 1 vragen")
    await joris.sees("Dit toestel is uit gebruik genomen")
    assert "1-HKL-407" not in await joris.page.evaluate(STORED)
    assert len(await town.lookups("joris.aerts")) == before


async def test_a_stop_is_put_right_with_a_reason_and_says_what_it_said(town: Town, joris: Screen) -> None:
    await town.call(
        "joris.aerts",
        "POST",
        "/api/followup/record-stop",
        {"ground": "event", "described": "Man, grijze pet"},
    )
    await joris.page.goto(f"{joris.origin}/stops")
    await joris.press(joris.page.get_by_role("button", name="Wijzig: Evenement").first)
    await joris.press(joris.sheet.get_by_text("Identiteitscontrole"))
    correct = joris.sheet.get_by_role("button", name="Verbeter")
    await expect(correct).to_be_disabled()
    await joris.sheet.get_by_label("Waarom wijzigt u dit?").fill("verkeerde rij")
    await joris.press(correct)
    await joris.sees("was: grond: Evenement")
    (newest, *_) = await stops(town)
    assert (newest["ground"], newest["changes"][0]["reason"]) == ("identity_check", "verkeerde rij")


async def test_the_page_of_stops_asks_the_server_once(town: Town, joris: Screen) -> None:
    calls: list[str] = []
    joris.page.on(
        "request", lambda sent: calls.append(sent.url) if "/api/followup/stops" in sent.url else None
    )
    await joris.page.goto(f"{joris.origin}/stops")
    await joris.sees_heading("Mijn staandehoudingen")
    await asyncio.sleep(1)  # not until the network is idle: the line on which phones are woken stays open
    assert len(calls) == 1


async def test_figures_can_be_taken_along_as_a_table_without_anybody(town: Town, browser: Browser) -> None:
    await town.task("joris.aerts", reference="C-7002")
    stop = {"ground": "traffic", "described": "PLANTED-LOOKS", "place": "PLANTED-PLACE"}
    await town.call("joris.aerts", "POST", "/api/followup/record-stop", stop)
    async with screen_of(browser, town.origin, **DESK) as desk:
        await desk.continue_as("Sofie Wuyts")
        await desk.page.goto(f"{desk.origin}/stops/figures")
        await desk.page.get_by_role("table").wait_for()
        async with desk.page.expect_download() as coming:
            await desk.button("CSV")
        text = (await (await coming.value).path()).read_text("utf-8-sig")
    head, *rows = text.splitlines()
    assert head.startswith("Vanaf;Dienst;Grond;Aantal")
    assert any(";Verkeer;" in row for row in rows)
    assert "PLANTED" not in text
