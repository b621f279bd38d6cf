"""Sources over HTTP that answer with JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import msgspec

from focus.modules.search.connectors.asking import HttpAsker, refusal
from focus.modules.search.connectors.client import Raw, Trace
from focus.modules.search.connectors.decoding import decode_json
from focus.modules.search.connectors.http import Address
from focus.modules.search.connectors.http.address import written
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.settings import Settings
from focus.modules.search.sources.templates import Fill, compile_body, compile_question


class RestCall(msgspec.Struct, frozen=True):
    """One question as it goes out; headers hold secrets: never shown, never logged."""

    method: str
    target: str
    """Path and query."""
    headers: bytes
    body: bytes | None
    empty_statuses: frozenset[int]
    readable: frozenset[int]
    """Statuses whose body is read."""


class RestWay:
    """One `[[ask]]` of a REST source, compiled."""

    def __init__(self, config: SourceConfig, ask: Ask, settings: Settings) -> None:
        address, rest = _address(config, settings), config.rest
        self._method, self._base = ask.method, address.path
        self._path = compile_question(ask.path, escape=True)
        self._query = _filled(ask.query) if isinstance(ask.query, dict) else {}
        fixed = {name: settings.fill(value) for name, value in rest.headers.items()} if rest else {}
        self._body: Callable[[Mapping[str, str]], Any] | None = None
        if ask.body is not None:
            self._body = compile_body(ask.body)
            fixed["Content-Type"] = "application/json"
        own = {name.lower() for name in ask.headers}
        self._headers = address.beginning({n: v for n, v in fixed.items() if n.lower() not in own})
        self._own_headers = {name: compile_question(settings.fill(v)) for name, v in ask.headers.items()}
        self._empty = frozenset(ask.empty_statuses)
        self._readable = self._empty | {200}

    def call(self, facts: Mapping[str, str]) -> RestCall | None:
        """None: a fact that the address or all parameters need is not there, or cannot be sent."""
        target = self._path(facts)
        if target is None:
            return None
        if self._query:
            given = {name: value for name, fill in self._query.items() if (value := fill(facts)) is not None}
            if not given:
                return None
            target += ("&" if "?" in target else "?") + urlencode(given)
        body = None
        if self._body:
            filled = self._body(facts)
            if not filled:
                return None
            body = msgspec.json.encode(filled)
        headers = self._headers
        if self._own_headers:
            own = self._own(facts)
            if own is None:
                return None
            headers += own
        return RestCall(self._method, self._base + target, headers, body, self._empty, self._readable)

    def _own(self, facts: Mapping[str, str]) -> bytes | None:
        own = {name: value for name, fill in self._own_headers.items() if (value := fill(facts)) is not None}
        try:
            return written(own)
        except ValueError:
            return None


def _filled(query: dict[str, str]) -> dict[str, Fill]:
    return {name: compile_question(template) for name, template in query.items()}


def _address(config: SourceConfig, settings: Settings) -> Address:
    if config.rest is None:
        raise ValueError(f"{config.name} has no [rest]")
    return Address.of(settings.fill(config.rest.base))


class RestClient:
    """Asks over connections of its own."""

    def __init__(self, config: SourceConfig, settings: Settings) -> None:
        self._asker = HttpAsker(_address(config, settings), config.access, settings, most=config.max_bytes)

    async def open(self) -> None:
        """Nothing to get ready."""

    async def close(self) -> None:
        """Hang up everything."""
        self._asker.close()

    async def ask(self, call: RestCall, *, deadline: float, trace: Trace | None = None) -> Raw:
        """Ask and decode. Raises `SourceFailed`."""
        reply = await self._asker.ask(
            call.method,
            call.target,
            call.headers,
            call.body,
            kind="application/json",
            readable=call.readable,
            deadline=deadline,
            trace=trace,
        )
        if reply.status in call.empty_statuses:
            if reply.body:
                decode_json(reply.body, reply.charset)  # a page of something else in between says nothing
            return Raw(None, len(reply.body), empty=True)
        if reply.status != 200:
            raise refusal(reply)
        return Raw(decode_json(reply.body, reply.charset), len(reply.body))
