"""Scenario 1: active task, plate, verdict in two seconds, holder, licence, conditions, done in three taps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from tests.scenarios.screen import Screen
from tests.scenarios.town import Event, Town

PROMISED_MS = 2_000
NOISE_MS = 2_000
"""Allowed on top where two cores also run everything else."""


@pytest.fixture
async def lotte(town: Town, phone: Screen) -> Screen:
    """Lotte Maes on her phone, at the traffic check of the demo."""
    await town.task("lotte.maes", reference="C-1109", title="Verkeerscontrole Ringlaan")
    await phone.continue_as("Lotte Maes")
    return phone


async def test_today_shows_the_active_task(lotte: Screen) -> None:
    await lotte.sees("C-1109")
    await lotte.sees("Verkeerscontrole Ringlaan")


async def test_a_wanted_holder_is_red_within_the_promised_time(
    lotte: Screen, record_property: Callable[[str, Any], None]
) -> None:
    await lotte.ask("2-ZKV-318")
    await lotte.judges("red", "Gezocht")
    took = await lotte.verdict_ms("red")
    record_property("verdict_ms", round(took))
    print(f"verdict {took:.0f} ms after the tap")
    assert took < PROMISED_MS + NOISE_MS


async def test_the_gravest_card_stands_first(lotte: Screen) -> None:
    await lotte.ask("2-ZKV-318")
    await expect(lotte.page.get_by_role("article").first).to_contain_text("Verlinden, Jeroen")


async def test_from_plate_to_holder_to_done_takes_three_taps(lotte: Screen) -> None:
    await lotte.type("2-ZKV-318")
    await lotte.forget_taps()

    await lotte.button("Zoek")
    await lotte.ended()
    holder = lotte.page.get_by_role("button", name="Verlinden, Jeroen").filter(has_text="titularis")
    await lotte.press(holder.first)
    await lotte.sees("Rijksregisternummer")
    await lotte.ended()
    card = lotte.card("Verlinden, Jeroen")
    await expect(card).to_contain_text("Aanhouden op bevel")
    await expect(card).to_contain_text("Rijverbod")
    await expect(card).to_contain_text("Gebiedsverbod")
    await lotte.looks()
    await lotte.button("Controle klaar")

    await lotte.sees("Geen lopende taak")
    assert await lotte.taps() == 3


async def test_every_answer_was_in_the_log_with_its_reason_before_it_was_shown(
    lotte: Screen, town: Town, tmp_path: Path
) -> None:
    await lotte.ask("2-ZKV-318")
    mine = (await town.lookups("lotte.maes"))[0]
    assert mine["question"] == "2-ZKV-318"
    assert mine["purpose"]["code"] == "traffic_check"
    assert mine["purpose"]["reference"] == "C-1109"

    def about(events: list[Event]) -> list[Event]:
        return [event for event in events if mine["id"] in (event["id"], event["what"].get("lookup"))]

    opened, closed = about(await town.log(tmp_path, lambda events: len(about(events)) == 2))
    assert (opened["kind"], closed["kind"]) == ("search.LookupOpened", "search.LookupClosed")
    assert {event["purpose"]["reference"] for event in (opened, closed)} == {"C-1109"}
    assert opened["purpose"]["basis"] and closed["purpose"]["basis"]
    assert "OK 5999" in await town.focus("log", "verify", "--organisation", "5999")
