"""One connection to a directory, one question at a time."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any

from focus.modules.search.connectors import ldap_messages as wire
from focus.modules.search.connectors.ber import BerInvalid, head
from focus.modules.search.sources.drift import Drift
from focus.modules.search.sources.protocol import SourceFailed

_HEAD = 6
_CHUNK = 65_536


class LdapConnection:
    """Fails with `SourceFailed`, and is of no use after that. The deadline is the caller's."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, most: int) -> None:
        """`most`: octets of an answer."""
        self._reader, self._writer, self._most = reader, writer, most
        self._left = b""
        self._number = 0
        self._came = 0
        self.heard = False
        """Whether anything came since the last question."""
        self.idle_since = 0.0

    @property
    def open(self) -> bool:
        """Whether the other side is still there and has said nothing unasked."""
        return not (self._writer.is_closing() or self._reader.at_eof() or self._left)

    def hang_up(self) -> None:
        """Close without another word."""
        self._writer.transport.abort()

    async def starttls(self, context: ssl.SSLContext, host: str) -> None:
        """Encrypt from here on."""
        tag, content = await self._one(wire.starttls())
        code, words = wire.result(content) if tag == wire.EXTENDED else (2, "no answer to StartTLS")
        if code or self._left:
            raise wire.refusal(code or 2, words)
        await self._writer.start_tls(context, server_hostname=host)

    async def bind(self, name: str, password: str) -> None:
        """Say who we are."""
        tag, content = await self._one(wire.bind(name, password))
        code, words = wire.result(content) if tag == wire.BIND else (2, "no answer to the bind")
        if code:
            raise wire.refusal(code, words)

    async def search(
        self, request: bytes, wanted: dict[str, str], most: int
    ) -> tuple[list[dict[str, Any]], int, tuple[Drift, ...]]:
        """(entries, at most `most`; octets; what could not be read or did not come).

        A referral is no answer: what it points to was not asked.
        """
        self._begin(request)
        rows: list[dict[str, Any]] = []
        told: dict[Drift, None] = {}
        while True:
            tag, content = await self._next()
            if tag == wire.ENTRY:
                rows.append(wire.entry(content, wanted, told))
                if len(rows) > most:
                    raise SourceFailed("too_large", f"more than {most} entries")
            elif tag == wire.REFERENCE:
                raise SourceFailed("status", f"referred to another directory: {wire.pointed(content)}")
            elif tag == wire.DONE:
                code, words = wire.result(content)
                if code == wire.REFERRAL:
                    raise SourceFailed("status", f"referred to another directory: {wire.pointed(content)}")
                if code:
                    raise wire.refusal(code, words)
                return rows, self._came, tuple(told)
            else:
                raise BerInvalid(f"an answer to something else ({tag:#x})")

    def _begin(self, operation: bytes) -> None:
        self._number += 1
        self._came, self.heard = 0, False
        self._writer.write(wire.message(self._number, operation))

    async def _one(self, operation: bytes) -> tuple[int, bytes]:
        self._begin(operation)
        return await self._next()

    async def _next(self) -> tuple[int, bytes]:
        content = await self._message()
        turn, tag, inside = wire.opened(content)
        if turn == 0 and tag == wire.EXTENDED:
            raise SourceFailed("reset", "the directory says goodbye")
        if turn != self._number:
            raise BerInvalid(f"an answer to question {turn}, asked was {self._number}")
        return tag, inside

    async def _message(self) -> bytes:
        while (found := head(self._left[:_HEAD])) is None or len(self._left) < sum(found):
            if self._left and self._left[0] != 0x30:
                raise BerInvalid("no LDAP")
            if found is not None and self._came - len(self._left) + sum(found) > self._most:
                raise SourceFailed("too_large", f"more than {self._most} bytes")
            data = await self._reader.read(_CHUNK)
            if not data:
                raise SourceFailed("reset", "closed")
            self.heard = True
            self._came += len(data)
            if self._came > self._most:
                raise SourceFailed("too_large", f"more than {self._most} bytes")
            self._left += data
        size, length = found
        content, self._left = self._left[size : size + length], self._left[size + length :]
        return content
