"""The whole protocol in a real Chromium: WebCrypto's keys, and its virtual authenticator over CDP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.async_api import CDPSession, Page, async_playwright

from focus.core.gate import Settings
from focus.server.app import create
from tests.identity.house import House, core_registry
from tests.support.server import free_port
from tests.support.waiting import until
from tools.chromium import FLAGS, find

CLIENT = (Path(__file__).parent / "browser_client.js").read_text("utf-8")
pytestmark = pytest.mark.browser


@dataclass
class Browser:
    """A page of the server's origin, and the authenticator behind it."""

    page: Page
    cdp: CDPSession
    authenticator: str
    house: House

    async def run(self, expression: str, *arguments: Any) -> Any:
        """Evaluate in the page."""
        return await self.page.evaluate(expression, list(arguments))

    async def verifies_user(self, does: bool) -> None:
        """Let the authenticator recognise its user, or not."""
        told = {"authenticatorId": self.authenticator, "isUserVerified": does}
        await self.cdp.send("WebAuthn.setUserVerified", told)

    async def enrolled(self) -> dict[str, Any]:
        """Enrol as a new person with an empty authenticator; the answer."""
        await self.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": self.authenticator})
        ann = await self.house.someone(await self.house.organisation())
        answer: dict[str, Any] = await self.run("([code]) => phone.enrol(code)", await self.house.code(ann))
        return answer


@asynccontextmanager
async def serving(home: Path, port: int) -> AsyncIterator[House]:
    app = create(Settings(home=home, origin=f"http://localhost:{port}", port=port), core_registry())
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    running = asyncio.create_task(server.serve())
    await until(lambda: server.started or running.done(), seconds=60)
    if running.done():
        running.result()
    yield House(app.platform, app, None)  # type: ignore[arg-type]
    server.should_exit = True
    await running


@pytest.fixture(scope="module")
async def browser(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Browser]:
    port = free_port()
    async with serving(tmp_path_factory.mktemp("focus"), port) as house, async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=find(), args=FLAGS)
        page = await running.new_page()
        blank = f"http://localhost:{port}/test-page"
        await page.route(
            "**/test-page", lambda route: route.fulfill(content_type="text/html", body="<p>test")
        )
        await page.goto(blank)
        await page.add_script_tag(content=CLIENT)
        cdp = await page.context.new_cdp_session(page)
        await cdp.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        added = await cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        yield Browser(page, cdp, added["authenticatorId"], house)
        await running.close()


async def test_chromium_enrols_signs_in_and_proves_each_request_both_ways(browser: Browser) -> None:
    enrolled = await browser.enrolled()
    assert enrolled["status"] == 200, enrolled
    assert (await browser.run("() => phone.signIn()"))["status"] == 200
    for algorithm in ("HS256", "ES256"):
        me = await browser.run("([alg]) => phone.call('GET', '/api/identity/me', undefined, alg)", algorithm)
        assert me["status"] == 200, me
        assert me["body"]["person"]["id"] == enrolled["body"]["person"]


async def test_chromium_locks_and_unlocks_with_a_new_proof_key(browser: Browser) -> None:
    await browser.enrolled()
    await browser.run("() => phone.signIn()")
    await browser.run("() => phone.call('POST', '/api/identity/lock', '{}', 'HS256')")
    me = "() => phone.call('GET', '/api/identity/me', undefined, 'HS256')"
    assert (await browser.run(me))["status"] == 423
    assert (await browser.run("() => phone.unlock()"))["status"] == 200
    assert (await browser.run(me))["status"] == 200


async def test_neither_key_can_be_taken_out_of_chromium(browser: Browser) -> None:
    await browser.enrolled()
    await browser.run("() => phone.signIn()")
    for key in ("phone.key.privateKey", "phone.proofKey"):
        taken = await browser.run(
            f"() => crypto.subtle.exportKey('jwk', {key}).then(() => 'taken', (refused) => refused.name)"
        )
        assert taken == "InvalidAccessError"


async def test_chromium_whose_user_is_not_verified_gets_no_session(browser: Browser) -> None:
    await browser.enrolled()
    await browser.verifies_user(False)
    try:
        outcome = await browser.run(
            "() => phone.signIn().then((answer) => answer.status, (refused) => refused.name)"
        )
    finally:
        await browser.verifies_user(True)
    assert outcome == "NotAllowedError"
