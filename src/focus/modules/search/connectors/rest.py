"""Sources over HTTP that answer with JSON."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import aiohttp
import msgspec
from yarl import URL

from focus.modules.search.connectors import session as sessions
from focus.modules.search.connectors.client import Raw, Trace
from focus.modules.search.connectors.decoding import decode_json
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.settings import Settings
from focus.modules.search.sources.templates import Fill, compile_body, compile_question

_RETRY_NEEDS_S = 0.05
"""A second try is made only when so much of the deadline is left."""


class RestCall(msgspec.Struct, frozen=True):
    """One question as it goes out; headers hold secrets: never shown, never logged."""

    method: str
    url: URL
    headers: dict[str, str] | None
    body: bytes | None
    empty_statuses: frozenset[int]


class RestWay:
    """One `[[ask]]` of a REST source, compiled."""

    def __init__(self, config: SourceConfig, ask: Ask, settings: Settings) -> None:
        rest = config.rest
        if rest is None:
            raise ValueError(f"{config.name} has no [rest]")
        self._method = ask.method
        self._base = settings.fill(rest.base).rstrip("/")
        self._path = compile_question(ask.path, escape=True)
        self._query = _filled(ask.query) if isinstance(ask.query, dict) else {}
        self._headers = {name: settings.fill(value) for name, value in rest.headers.items()}
        self._own_headers = {name: compile_question(settings.fill(v)) for name, v in ask.headers.items()}
        self._body: Callable[[Mapping[str, str]], Any] | None = None
        if ask.body is not None:
            self._body = compile_body(ask.body)
            self._headers["Content-Type"] = "application/json"
        self._empty = frozenset(ask.empty_statuses)

    def call(self, facts: Mapping[str, str]) -> RestCall | None:
        """None: a fact that the address or all parameters need is not there."""
        path = self._path(facts)
        if path is None:
            return None
        given = {name: value for name, fill in self._query.items() if (value := fill(facts)) is not None}
        body = self._body(facts) if self._body else None
        if (self._query and not given) or (self._body and not body):
            return None
        address = self._base + path
        if given:
            address += ("&" if "?" in path else "?") + urlencode(given)
        headers = self._headers
        if self._own_headers:
            own = {
                name: value for name, fill in self._own_headers.items() if (value := fill(facts)) is not None
            }
            headers = headers | own
        encoded = msgspec.json.encode(body) if body is not None else None
        return RestCall(self._method, URL(address, encoded=True), headers, encoded, self._empty)


def _filled(query: dict[str, str]) -> dict[str, Fill]:
    return {name: compile_question(template) for name, template in query.items()}


class RestClient:
    """Asks over the loop's shared session."""

    def __init__(self, config: SourceConfig) -> None:
        self._max_bytes = config.max_bytes
        self._shared: sessions.SharedSession | None = None

    async def open(self) -> None:
        """Join the shared session."""
        if self._shared is None or self._shared.session.closed:
            self._shared = sessions.enter()

    async def close(self) -> None:
        """Leave it; the last one out hangs up."""
        shared, self._shared = self._shared, None
        if shared is not None:
            await sessions.leave(shared)

    async def ask(self, call: RestCall, *, deadline: float, trace: Trace | None = None) -> Raw:
        """Once more, at once, when a GET could not reach it or was cut off before an answer began."""
        await self.open()
        try:
            async with asyncio.timeout_at(deadline):
                try:
                    return await self._once(call, trace)
                except SourceFailed as failed:
                    if not self._worth_another_try(call, failed, deadline):
                        raise
                return await self._once(call, trace)
        except TimeoutError:
            raise SourceFailed("timeout") from None

    def _worth_another_try(self, call: RestCall, failed: SourceFailed, deadline: float) -> bool:
        left = deadline - asyncio.get_running_loop().time()
        return call.method == "GET" and failed.reason in ("unreachable", "reset") and left > _RETRY_NEEDS_S

    async def _once(self, call: RestCall, trace: Trace | None) -> Raw:
        if self._shared is None:
            raise SourceFailed("broken", "closed")
        if trace is not None:
            body = f"\n{call.body.decode()}" if call.body else ""
            trace.asked = f"{call.method} {call.url}{body}"
        try:
            response = await self._shared.session.request(
                call.method, call.url, headers=call.headers, data=call.body, allow_redirects=False
            )
        except (aiohttp.ClientError, OSError) as problem:
            raise _why(problem) from None
        try:
            return await self._read(response, call, trace)
        except (aiohttp.ClientError, OSError) as problem:
            response.close()
            raise _why(problem) from None
        except BaseException:
            response.close()
            raise

    async def _read(self, response: aiohttp.ClientResponse, call: RestCall, trace: Trace | None) -> Raw:
        status = response.status
        if trace is not None:
            trace.status = f"HTTP {status}"
        if status in call.empty_statuses:
            body = await self._body(response, trace)
            if body:
                decode_json(body, response.charset)  # a page of something else in between says nothing
            return Raw(None, len(body), empty=True)
        if status != 200:
            raise _refusal(status)
        body = await self._body(response, trace)
        return Raw(decode_json(body, response.charset), len(body))

    async def _body(self, response: aiohttp.ClientResponse, trace: Trace | None) -> bytes:
        most = self._max_bytes
        if (response.content_length or 0) > most:
            raise SourceFailed("too_large", f"says {response.content_length} bytes, {most} are allowed")
        content, parts, size = response.content, [], 0
        while chunk := await content.readany():
            size += len(chunk)
            if size > most:
                raise SourceFailed("too_large", f"more than {most} bytes")
            parts.append(chunk)
        body = parts[0] if len(parts) == 1 else b"".join(parts)
        if trace is not None:
            trace.size, trace.beginning = size, body[:1600].decode("utf-8", "replace")[:400]
        return body


def _refusal(status: int) -> SourceFailed:
    if status in (401, 403, 407):
        return SourceFailed("refused_login", f"HTTP {status}")
    return SourceFailed("busy" if status == 429 else "status", f"HTTP {status}")


def _why(problem: Exception) -> SourceFailed:
    detail = f"{type(problem).__name__}: {problem}"[:300]
    if isinstance(problem, aiohttp.ClientResponseError):
        return SourceFailed("garbage", detail)
    if isinstance(problem, aiohttp.InvalidURL):
        return SourceFailed("broken", detail)
    if isinstance(problem, aiohttp.ClientConnectorError | ConnectionRefusedError):
        return SourceFailed("unreachable", detail)
    return SourceFailed("reset", detail)
