"""The real OpenID provider of `oidc/provider.mjs`: installed once per lock file, run on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from tests.support.packages import installed, node
from tests.support.server import free_port

SOURCE = Path(__file__).parent / "oidc"
SECRET = "a-secret+with/odd:characters"
READY_S = 30.0


@dataclass
class RunningProvider:
    """A provider and the browser that visits it."""

    issuer: str

    async def tell(self, **attested: Any) -> None:
        """What it attests of whoever comes next."""
        async with httpx.AsyncClient() as http:
            (await http.post(f"{self.issuer}/tell", json=attested)).raise_for_status()

    async def visit(self, url: str, *, until: str) -> dict[str, str]:
        """Follow the redirects like a browser; the query with which it comes back to `until`."""
        async with httpx.AsyncClient() as browser:
            for _ in range(8):
                answer = await browser.get(url)
                assert answer.is_redirect, f"{answer.status_code} at {url}: {answer.text[:500]}"
                url = str(httpx.URL(url).join(answer.headers["location"]))
                if url.startswith(until):
                    return dict(parse_qsl(urlsplit(url).query))
        raise AssertionError("the provider never sent the browser back")


@asynccontextmanager
async def provider_running(*, return_to: str) -> AsyncIterator[RunningProvider]:
    """The provider in a process of its own, ended when left."""
    folder, port = await asyncio.to_thread(installed, SOURCE), free_port()
    command = [node(), str(folder / "provider.mjs"), str(port), return_to]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    assert process.stdout is not None
    written = b""
    try:
        async with asyncio.timeout(READY_S):
            while b"ready" not in written:
                line = await process.stdout.readline()
                assert line, f"the provider ended: {written.decode()}"
                written += line
        drain = asyncio.create_task(_drain(process.stdout))
        yield RunningProvider(f"http://localhost:{port}")
        drain.cancel()
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _drain(stream: asyncio.StreamReader) -> None:
    while await stream.read(4_096):
        pass
