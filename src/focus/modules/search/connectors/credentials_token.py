"""Tokens of a token server: fetched once for all who wait, kept, renewed before their end."""

from __future__ import annotations

import asyncio
import time
from base64 import b64encode
from collections.abc import Callable
from typing import Final
from urllib.parse import quote_plus, urlencode

import msgspec

from focus.modules.search.connectors.http import Address, Pool
from focus.modules.search.connectors.http.address import request
from focus.modules.search.sources.access import Token
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.settings import Settings

FETCH_S: Final = 5.0
"""For one fetch, whoever waits for it and however long."""
EARLY: Final = 0.1
"""This share of its life before its end a token is renewed."""
LIFE_S: Final = 300.0
"""Of a token whose life is not told."""


class _Given(msgspec.Struct):
    access_token: str
    token_type: str = "Bearer"  # noqa: S105 - the kind, not a token
    expires_in: float = LIFE_S


class Tokens:
    """The tokens of one source."""

    def __init__(
        self,
        token: Token,
        settings: Settings,
        pool: Pool,
        address: Address,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`pool` and `address`: of the token server; `seconds`: the clock by which a token grows old."""
        self._settings, self._pool, self._seconds = settings, pool, seconds
        client, secret = settings.fill(token.client), settings.fill(token.secret)
        form = {"grant_type": "client_credentials"} | ({"scope": token.scope} if token.scope else {})
        form |= token.parameters
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if token.login == "basic":
            pair = f"{quote_plus(client)}:{quote_plus(secret)}".encode()
            headers["Authorization"] = f"Basic {b64encode(pair).decode()}"
        else:
            form |= {"client_id": client, "client_secret": secret}
        beginning = address.beginning(headers)
        self._octets = request("POST", address.path or "/", beginning, urlencode(form).encode())
        self._value, self._until = "", 0.0
        self._coming: asyncio.Task[str] | None = None

    async def value(self, deadline: float) -> str:
        """A token that still lives. Raises `SourceFailed`."""
        loop = asyncio.get_running_loop()
        if self._value and self._seconds() < self._until:
            return self._value
        if self._coming is None or self._coming.done() or self._coming.get_loop() is not loop:
            self._coming = loop.create_task(self._fetch(loop.time() + FETCH_S))
            self._coming.add_done_callback(_heard)
        try:
            async with asyncio.timeout_at(deadline):
                return await asyncio.shield(self._coming)
        except TimeoutError:
            raise SourceFailed("timeout", "token server") from None

    def refused(self, value: str) -> None:
        """The source does not take this token any more."""
        if value == self._value:
            self._value = ""

    def close(self) -> None:
        """Hang up."""
        if self._coming:
            self._coming.cancel()
        self._pool.close()

    async def _fetch(self, deadline: float) -> str:
        statuses, asked = (200, 400, 401), self._seconds()
        try:
            reply = await self._pool.ask(self._octets, readable=statuses, deadline=deadline)
        except SourceFailed as failed:
            raise SourceFailed(failed.reason, f"token server: {failed.detail}") from None
        if reply.status in (400, 401, 403):
            raise SourceFailed("refused_login", f"token server: HTTP {reply.status}")
        if reply.status != 200:
            raise SourceFailed("status", f"token server: HTTP {reply.status}")
        try:
            given = msgspec.json.decode(reply.body, type=_Given, strict=False)
        except msgspec.DecodeError:
            raise SourceFailed("garbage", "token server: no token in its answer") from None
        if given.token_type.lower() != "bearer":
            raise SourceFailed("wrong_schema", "token server: no bearer token")
        self._value, self._until = given.access_token, asked + given.expires_in * (1 - EARLY)
        return self._settings.told(self._value)


def _heard(task: asyncio.Task[str]) -> None:
    """Its failure is told to those who wait; when nobody does any more, to nobody."""
    if not task.cancelled():
        task.exception()
