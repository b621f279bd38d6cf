"""A zone without demo people: real passkeys on a virtual authenticator, and a server that can be upgraded."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.async_api import CDPSession

from focus.core.gate import Settings
from focus.server.app import create
from tests.identity.house import House, Someone, core_registry
from tests.scenarios.screen import Screen

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}

PRF = "hasPrf"
"""Among its options: it gives a secret beside its signature."""


class _Quiet(uvicorn.Server):
    """Leaves the signals to pytest."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def house_served(home: Path, *, port: int, app: Path | None = None) -> AsyncIterator[House]:
    """The core on this port, with the app of this folder or the built one."""
    origin = f"http://localhost:{port}"
    served = create(Settings(home=home, origin=origin, port=port, app=app), core_registry())
    config = uvicorn.Config(served, host="127.0.0.1", port=port, log_config=None, timeout_graceful_shutdown=2)
    server = _Quiet(config)
    living = asyncio.create_task(server.serve())
    while not server.started:
        if living.done():
            living.result()
        await asyncio.sleep(0.05)
    try:
        yield House(served.platform, served, None)  # type: ignore[arg-type]
    finally:
        server.should_exit = True
        with contextlib.suppress(asyncio.CancelledError):
            await living


@dataclass(frozen=True)
class Finger:
    """The authenticator of a device, and who touches it."""

    cdp: CDPSession
    id: str

    @classmethod
    async def on(cls, screen: Screen, options: Mapping[str, bool]) -> Finger:
        """A virtual authenticator for this device."""
        cdp = await screen.context.new_cdp_session(screen.page)
        await cdp.send("WebAuthn.enable")
        chosen = {"options": {**AUTHENTICATOR, **options}}
        added = await cdp.send("WebAuthn.addVirtualAuthenticator", chosen)
        return cls(cdp, added["authenticatorId"])

    async def is_a_strangers(self) -> None:
        """Somebody else touches it from now on."""
        chosen = {"authenticatorId": self.id, "isUserVerified": False}
        await self.cdp.send("WebAuthn.setUserVerified", chosen)


async def enrol(
    screen: Screen, house: House, who: Someone, *, options: Mapping[str, bool] | None = None
) -> Finger:
    """Bind this device, with an authenticator of its own, to somebody, through the app."""
    finger = await Finger.on(screen, options or {})
    await screen.page.goto(f"{screen.origin}/enrol#{await house.code(who)}")
    await screen.button("Schrijf in")
    await screen.sees_heading("Toestel ingeschreven")
    await screen.button("Meld aan")
    await screen.sees_heading("Meld u aan")
    return finger


async def sign_in(screen: Screen) -> None:
    """With the passkey; Today is there afterwards."""
    await screen.button("Meld aan")
    await screen.sees_heading("Vandaag")
