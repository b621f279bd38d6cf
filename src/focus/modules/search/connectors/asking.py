"""Putting a question over HTTP: with credentials, once more when that is safe, always within its deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Final

from focus.modules.search.connectors.client import Trace
from focus.modules.search.connectors.credentials import Credentials
from focus.modules.search.connectors.http import Address, Pool, Reply
from focus.modules.search.connectors.http.address import request
from focus.modules.search.connectors.http.times import wait_of
from focus.modules.search.sources.access import Access
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.settings import Settings

RETRY_NEEDS_S: Final = 0.05
"""A second try is made only when so much of the deadline is left."""


class HttpAsker:
    """One source's connections and credentials. Headers hold secrets: never shown, never logged."""

    def __init__(self, address: Address, access: Access, settings: Settings, *, most: int) -> None:
        self.address = address
        self._credentials = Credentials(access, settings, address)
        self._pool = Pool(address, most=most, tls=self._credentials.tls, shows=self._credentials.shows)
        self._hide = settings.hide

    async def ask(
        self,
        method: str,
        target: str,
        headers: bytes,
        body: bytes | None,
        *,
        kind: str,
        readable: Collection[int],
        deadline: float,
        trace: Trace | None = None,
    ) -> Reply:
        """A token refused in the middle is renewed and the question asked again, once."""
        if trace is not None:
            shown = f"\n{body.decode()}" if body else ""
            trace.asked = self._hide(f"{method} {self.address.shown}{target}{shown}")
        for turn in range(2):
            whole, added, token = await self._credentials.applied(method, target, body, kind, deadline)
            octets = request(method, whole, headers + added, body)
            reply = await self._put(octets, readable, deadline, again=method == "GET")
            if reply.status != 401 or not self._credentials.renewable(token):
                break
            if turn:
                raise SourceFailed("token", "a new token is refused as well")
        self._credentials.check_clock(reply)
        if trace is not None:
            trace.status, trace.size = f"HTTP {reply.status}", len(reply.body)
            trace.beginning = self._hide(reply.body[:1600].decode("utf-8", "replace"))[:400]
        return reply

    async def _put(self, octets: bytes, readable: Collection[int], deadline: float, *, again: bool) -> Reply:
        """Once more, at once, when a GET could not reach it or was cut off."""
        try:
            return await self._pool.ask(octets, readable=readable, deadline=deadline, again=again)
        except SourceFailed as failed:
            left = deadline - asyncio.get_running_loop().time()
            if not again or failed.reason not in ("unreachable", "reset") or left <= RETRY_NEEDS_S:
                raise
            return await self._pool.ask(octets, readable=readable, deadline=deadline)

    def close(self) -> None:
        """Hang up everything."""
        self._pool.close()
        self._credentials.close()


def refusal(reply: Reply) -> SourceFailed:
    """What a status that is no answer means."""
    told = f"HTTP {reply.status}"
    if reply.status in (401, 403, 407):
        return SourceFailed("refused_login", told)
    wait = wait_of(reply.retry_after) if reply.status in (429, 503) else 0.0
    if wait:
        return SourceFailed("told_to_wait", f"{told}, for {wait:.0f} s", wait_s=wait)
    return SourceFailed("busy" if reply.status == 429 else "status", told)
