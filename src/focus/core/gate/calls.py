"""What a hand-written route receives and may return."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from focus.core.gate.principal import Principal
from focus.core.texts import preferred

if TYPE_CHECKING:
    from focus.core.gate.platform import Platform


@dataclass(slots=True)
class Call:
    """One request to a `Route`, read and, unless the route is public, authenticated and permitted."""

    platform: Platform
    method: str
    path: str
    parameters: Mapping[str, Any]
    """From the path, converted: `call.parameters["lookup"]` is a UUID."""
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """Lower-case names."""
    raw: bytes
    """The body's octets."""
    body: Any
    """The body decoded to the route's type, or None."""
    client: str
    """The peer's address."""
    principal: Principal | None = None

    @property
    def who(self) -> Principal:
        """The principal of a route that is not public."""
        if self.principal is None:
            raise RuntimeError("a public route has no principal")
        return self.principal

    @property
    def language(self) -> str:
        """The language to answer in: the person's own, else what the browser prefers, else Dutch."""
        if self.principal:
            return self.principal.language
        return preferred(self.headers.get("accept-language", ""))


@dataclass(slots=True)
class Reply:
    """An answer with its own status or headers; `content` is encoded as JSON unless it is bytes."""

    content: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    media_type: str = "application/json"


@dataclass(slots=True)
class Lines:
    """A stream of lines (NDJSON): each item is bytes of one JSON text without its newline, or encodable.

    The iterator is closed when the client goes away, so its `finally` runs within 100 ms.
    """

    items: AsyncIterator[Any]
    media_type: str = "application/x-ndjson"
    gzip: bool = False
    """Compressed, each item as it comes; for whoever says that he can read it."""


@dataclass(slots=True)
class Held:
    """A connection that its server keeps by itself: `serve(receive, send)` as ASGI has them.

    For streams of which there are thousands at a time; everything else returns `Lines`.
    """

    serve: Callable[[Any, Any], Awaitable[None]]
