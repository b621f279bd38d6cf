"""The push service of `endpoint/service.mjs`: in the place of the browser makers' own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.support.packages import installed, node
from tests.support.server import free_port

SOURCE = Path(__file__).parent / "endpoint"
READY_S = 30.0


@dataclass
class PushService:
    """Running on loopback."""

    origin: str

    async def subscription(self, key: str) -> dict[str, Any]:
        """A new browser's PushSubscription to whoever holds `key`, with `clientHash` to look it up."""
        options = {"userVisibleOnly": "true", "applicationServerKey": key}
        found: dict[str, Any] = (await self._post("/subscribe", options))["data"]
        return found

    async def received(self, client: str) -> list[str]:
        """What a browser has got so far, opened."""
        messages: list[str] = (await self._post("/get-notifications", {"clientHash": client}))["data"][
            "messages"
        ]
        return messages

    async def expire(self, client: str) -> None:
        """A browser that listens no more."""
        async with httpx.AsyncClient() as http:
            (await http.post(f"{self.origin}/expire-subscription/{client}")).raise_for_status()

    async def _post(self, path: str, content: dict[str, str]) -> Any:
        async with httpx.AsyncClient() as http:
            answer = await http.post(self.origin + path, json=content)
            assert answer.status_code == 200, answer.text
            return answer.json()


@asynccontextmanager
async def push_service() -> AsyncIterator[PushService]:
    """In a process of its own, ended when left."""
    folder, port = await asyncio.to_thread(installed, SOURCE), free_port()
    process = await asyncio.create_subprocess_exec(
        node(), str(folder / "service.mjs"), str(port), cwd=folder, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(READY_S):
            line = await process.stdout.readline()
            assert b"running" in line, line
        yield PushService(f"http://localhost:{port}")
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
