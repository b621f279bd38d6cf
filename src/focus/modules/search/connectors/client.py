"""What every connector does: open, ask, close."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

import msgspec

from focus.modules.search.sources.drift import Drift

Call_contra = TypeVar("Call_contra", contravariant=True)


class Raw(msgspec.Struct, frozen=True):
    """What came, decoded. `empty`: a status said that nothing is known."""

    value: Any
    size: int
    empty: bool = False
    columns: frozenset[str] | None = None
    """Of a database's answer, which has them without rows too."""
    drifts: tuple[Drift, ...] = ()
    """What could not be read while decoding."""
    unread: int = 0
    """Of them those for which the answer is not a whole one."""


class Trace:
    """What `focus source test` shows of one question."""

    def __init__(self) -> None:
        self.asked = ""
        self.status = ""
        self.size = 0
        self.beginning = ""


class Client(Protocol[Call_contra]):
    """A way to a source. `deadline` is loop time."""

    async def open(self) -> None:
        """Get ready; nothing is connected before the first question."""

    async def ask(self, call: Call_contra, *, deadline: float, trace: Trace | None = None) -> Raw:
        """Ask once and read the answer to its end. Raises `SourceFailed`; cancelled, it hangs up at once."""

    async def close(self) -> None:
        """Hang up everything."""
