"""A connection that may not keep us waiting: limits for the header, for a whole request and for silence.

Without them one peer that sends a header without end has everybody wait, also where no proxy stands in front.
What answers, streams among it, has no limit here: it ends with its session.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEADER_OCTETS: Final = 64 * 1024
"""Of request line and headers together."""
HEADER_S: Final = 10.0
"""From the connection, or the request's first octet, to the end of its headers."""
BODY_S: Final = 120.0
"""From there to the end of its body: two mebibytes at 17 kB/s."""
_WORDS: Final = {408: "Request Timeout", 431: "Request Header Fields Too Large"}


class Connection(HttpToolsProtocol):
    """uvicorn's, with limits."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._in_header = False
        self._header_octets = 0
        self._patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A peer that says nothing is let go."""
        super().connection_made(transport)
        self._within(HEADER_S)

    def connection_lost(self, exc: Exception | None) -> None:
        self._within(None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Octets of a header are counted; one piece is at most what the loop reads at once."""
        super().data_received(data)
        if self._in_header:
            self._header_octets += len(data)
            if self._header_octets > HEADER_OCTETS:
                self._refuse(431)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_header, self._header_octets = True, 0
        self._within(HEADER_S)

    def on_headers_complete(self) -> None:
        self._in_header = False
        self._within(BODY_S)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._within(None)
        super().on_message_complete()

    def _within(self, seconds: float | None) -> None:
        """What comes next comes within so many seconds; None: nothing is waited for."""
        if self._patience is not None:
            self._patience.cancel()
        self._patience = None if seconds is None else self.loop.call_later(seconds, self._refuse, 408)

    def _refuse(self, status: int) -> None:
        """Say why, where nothing is being answered, and let go."""
        self._within(None)
        self._in_header = False
        if self.transport.is_closing():
            return
        if self.cycle is None or self.cycle.response_complete:
            words = _WORDS[status]
            head = f"HTTP/1.1 {status} {words}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
            self.transport.write(head.encode())
        self.transport.close()
