"""Sources that are directories (LDAP 3): simple bind, search, limits of size and time; hung up for real."""

from __future__ import annotations

import asyncio
import math
import ssl
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec

from focus.modules.search.connectors import ldap_messages as wire
from focus.modules.search.connectors.ber import BerInvalid
from focus.modules.search.connectors.client import Raw, Trace
from focus.modules.search.connectors.credentials import tls_of
from focus.modules.search.connectors.ldap_connection import LdapConnection
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.filters import Node, compile_filter
from focus.modules.search.sources.places import Ldap
from focus.modules.search.sources.protocol import FailureReason, SourceFailed
from focus.modules.search.sources.settings import Settings

IDLE_S: Final = 60.0


class LdapCall(msgspec.Struct, frozen=True):
    """One search."""

    filter: Node
    shown: str
    attributes: list[str]


class LdapWay:
    """One `[[ask]]` of a directory, compiled."""

    def __init__(self, config: SourceConfig, ask: Ask) -> None:
        self._filter, self._attributes = compile_filter(ask.filter), ask.attributes
        self._shown = ask.filter

    def call(self, facts: Mapping[str, str]) -> LdapCall | None:
        """None: none of the facts is there, and a filter of constants would find everybody."""
        if self._filter.facts and not any(facts.get(name) for name in self._filter.facts):
            return None
        node = self._filter.make(facts)
        return LdapCall(node, f"{self._shown} {node}", self._attributes) if node else None


class LdapClient:
    """Keeps bound connections; how many at once is the bulkhead's."""

    def __init__(self, config: SourceConfig, settings: Settings) -> None:
        if config.ldap is None:
            raise ValueError(f"{config.name} has no [ldap]")
        self._ldap: Ldap = config.ldap
        parts = urlsplit(settings.fill(config.ldap.url))
        self._host, self._encrypted = parts.hostname or "", parts.scheme == "ldaps"
        self._port = parts.port or (636 if self._encrypted else 389)
        self._bind, self._password = settings.fill(config.ldap.bind), settings.fill(config.ldap.password)
        self._tls = tls_of(config.access.tls, settings)
        if self._tls is None and (self._encrypted or config.ldap.starttls):
            self._tls = ssl.create_default_context()
        self._most = config.max_bytes
        self._idle: list[LdapConnection] = []
        self._busy: set[LdapConnection] = set()

    async def open(self) -> None:
        """Nothing to do: connections are made when they are needed."""

    async def close(self) -> None:
        """Hang up everything."""
        for line in (*self._idle, *self._busy):
            line.hang_up()
        self._idle.clear()

    async def ask(self, call: LdapCall, *, deadline: float, trace: Trace | None = None) -> Raw:
        """Search once; once more when a connection that had been waiting turns out to be dead."""
        if trace is not None:
            trace.asked = f"{self._host}:{self._port} {self._ldap.base} {call.shown}"
        try:
            async with asyncio.timeout_at(deadline):
                raw = await self._search(call, deadline)
        except TimeoutError:
            raise SourceFailed("timeout") from None
        except BerInvalid as problem:
            raise SourceFailed("garbage", str(problem)) from None
        except OSError as problem:
            reason: FailureReason = "tls" if isinstance(problem, ssl.SSLError) else "reset"
            raise SourceFailed(reason, type(problem).__name__) from None
        if trace is not None:
            trace.status, trace.size = f"{len(raw.value)} entries", raw.size
            trace.beginning = str(raw.value[:3])[:400]
        return raw

    async def _search(self, call: LdapCall, deadline: float) -> Raw:
        line = self._waiting()
        if line is not None:
            try:
                return await self._over(line, call, deadline)
            except (SourceFailed, OSError) as problem:
                if line.heard or (isinstance(problem, SourceFailed) and problem.reason != "reset"):
                    raise
        return await self._over(await self._connected(), call, deadline)

    async def _over(self, line: LdapConnection, call: LdapCall, deadline: float) -> Raw:
        """A connection over which something failed is not used again, but for a refusal in good order."""
        left = deadline - asyncio.get_running_loop().time()
        ldap = self._ldap
        request = wire.search(
            ldap.base, ldap.scope, call.filter, call.attributes,
            most=ldap.most + 1, seconds=max(1, math.ceil(left)),
        )  # fmt: skip
        wanted = {name.lower(): name for name in call.attributes}
        self._busy.add(line)
        try:
            rows, size, told = await line.search(request, wanted, ldap.most)
        except BaseException:
            line.hang_up()
            raise
        finally:
            self._busy.discard(line)
        line.idle_since = asyncio.get_running_loop().time()
        self._idle.append(line)
        # Without entries nothing is known of their attributes.
        columns = frozenset(name for row in rows for name in row) if rows else None
        values = [value for row in rows for name, value in row.items() if name != "dn"]
        if values and not any(map(_readable, values)):
            raise SourceFailed("charset", "no attribute is in UTF-8")
        # Of an attribute that came in pieces nobody knows what the next piece says.
        pieces = sum(each.change == "shape" for each in told)
        return Raw(rows, size, columns=columns, drifts=told, unread=pieces)

    def _waiting(self) -> LdapConnection | None:
        oldest = asyncio.get_running_loop().time() - IDLE_S
        while self._idle:
            line = self._idle.pop()
            if line.open and line.idle_since >= oldest:
                return line
            line.hang_up()
        return None

    async def _connected(self) -> LdapConnection:
        tls = self._tls if self._encrypted else None
        try:
            streams = await asyncio.open_connection(
                self._host, self._port, ssl=tls, server_hostname=self._host if tls else None
            )
        except OSError as problem:
            reason: FailureReason = "tls" if isinstance(problem, ssl.SSLError) else "unreachable"
            raise SourceFailed(reason, f"{type(problem).__name__}: {problem}"[:300]) from None
        line = LdapConnection(*streams, self._most)
        try:
            if self._ldap.starttls and self._tls is not None:
                await self._starttls(line, self._tls)
            if self._bind:
                await line.bind(self._bind, self._password)
        except BaseException:
            line.hang_up()
            raise
        return line

    async def _starttls(self, line: LdapConnection, context: ssl.SSLContext) -> None:
        try:
            await line.starttls(context, self._host)
        except ssl.SSLError as problem:
            raise SourceFailed("tls", f"{problem}"[:300]) from None


def _readable(value: Any) -> bool:
    return any(isinstance(each, str) for each in (value if isinstance(value, list) else [value]))
