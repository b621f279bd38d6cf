"""A push that arrives says that there is something, never what; the officer turns it on himself."""

from __future__ import annotations

import json
from typing import Any

from playwright.async_api import expect

from tests.scenarios.screen import Screen
from tests.scenarios.town import Town
from tests.support.waiting import until

LISTEN = """() => {
  self.shown = []
  self.registration.showNotification = async (title, { body, tag }) => {
    self.shown.push({ title, body, tag })
  }
}"""
"""What the worker shows: a browser without a window has no place for notifications."""


async def delivered(phone: Screen, message: dict[str, Any]) -> None:
    """As a push service delivers it to this browser."""
    session = await phone.context.new_cdp_session(phone.page)
    found: list[str] = []

    def registered(event: dict[str, Any]) -> None:
        found.extend(one["registrationId"] for one in event["registrations"] if not one["isDeleted"])

    session.on("ServiceWorker.workerRegistrationUpdated", registered)
    await session.send("ServiceWorker.enable")
    await until(lambda: bool(found))
    await session.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": f"{phone.origin}/", "registrationId": found[-1], "data": json.dumps(message)},
    )


async def test_a_push_says_that_there_is_something_and_never_what(town: Town, phone: Screen) -> None:
    await phone.context.grant_permissions(["notifications"], origin=phone.origin)
    await phone.continue_as("Nele Lemmens")
    await phone.page.evaluate("navigator.serviceWorker.ready")
    (worker,) = phone.context.service_workers
    await worker.evaluate(LISTEN)
    await delivered(phone, {"v": 1, "m": "briefing", "u": True})

    async def shown() -> bool:
        return bool(await worker.evaluate("self.shown"))

    await until(shown)
    told = {"title": "FOCUS", "body": "Dringend: open FOCUS.", "tag": "briefing"}
    assert await worker.evaluate("self.shown") == [told]


async def test_the_officers_own_page_says_whether_this_phone_is_woken(town: Town, phone: Screen) -> None:
    await phone.continue_as("Nele Lemmens")
    await phone.page.goto(f"{phone.origin}/me")
    await expect(phone.page.get_by_role("heading", name="Meldingen")).to_be_visible()
    await expect(phone.page.get_by_text("alleen in dienst")).to_be_visible()
