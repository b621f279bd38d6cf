"""From a path to its door: one branch a path, and what is left over for patterns, pages and 404."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from focus.core.errors import NotFound, Problem
from focus.core.texts import Texts, preferred
from focus.server.endpoints import Endpoint, Receive, Send, _encode, send_whole
from focus.server.pages import Pages
from focus.server.problems import MEDIA_TYPE, details

KINDS: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "uuid": ("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", UUID),
    "str": ("[^/]+", str),
    "int": ("[0-9]{1,18}", int),
}
"""Kinds of parameters in a path, `{name:kind}`: what they look like and what they become."""

OWN = ("/api", "/.well-known")
"""Paths that are never a page of the app."""


class MethodNotAllowed(Problem):
    """The path exists, but not with this method."""

    code = "core.method_not_allowed"
    status = 405


class Branch:
    """One path: the door of each method. Empty until the platform runs, because doors need it."""

    def __init__(self) -> None:
        self.doors: dict[str, Endpoint] = {}
        self.texts: Texts | None = None

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        """Hand over to the door, or say that there is none."""
        door = self.doors.get(scope["method"])
        if door is None:
            problem = MethodNotAllowed(headers={"allow": ", ".join(sorted(self.doors))})
            await refuse(problem, self.texts, scope, send)
            return
        await door(scope, receive, send)


class Rest:
    """Whatever no fixed path took: paths with parameters, the app's pages, or nothing."""

    def __init__(self, pages: Pages | None) -> None:
        self.pages = pages
        self.texts: Texts | None = None
        self._patterns: list[tuple[re.Pattern[str], dict[str, str], Branch]] = []

    def add(self, path: str, branch: Branch) -> None:
        """Send every path like `/api/search/lookups/{lookup:uuid}/retry` to this branch."""
        kinds = dict(re.findall(r"\{(\w+):(\w+)\}", path))
        parts = re.split(r"\{(\w+):\w+\}", path)
        for position in range(1, len(parts), 2):
            parts[position] = f"(?P<{parts[position]}>{KINDS[kinds[parts[position]]][0]})"
        parts[::2] = map(re.escape, parts[::2])
        self._patterns.append((re.compile("".join(parts)), kinds, branch))

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        """Find who answers."""
        path = scope["path"]
        for pattern, kinds, branch in self._patterns:
            if match := pattern.fullmatch(path):
                found = match.groupdict().items()
                scope["path_params"] = {name: KINDS[kinds[name]][1](text) for name, text in found}
                await branch(scope, receive, send)
                return
        if self.pages is None or any(path == own or path.startswith(f"{own}/") for own in OWN):
            await refuse(NotFound(), self.texts, scope, send)
            return
        await self.pages(scope, receive, send)


async def refuse(problem: Problem, texts: Texts | None, scope: Any, send: Send) -> None:
    """Problem details before any door was reached."""
    headers = dict(scope["headers"])
    wanted = preferred(headers.get(b"accept-language", b"").decode("latin-1"))
    body = details(problem, texts or Texts([]), wanted)
    extra = [(name.encode(), value.encode("latin-1")) for name, value in problem.headers.items()]
    await send_whole(send, problem.status, _encode(body), MEDIA_TYPE.encode(), extra)
