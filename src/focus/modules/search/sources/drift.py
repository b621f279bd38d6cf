"""How an answer differs from what was agreed: where and in what way, never a value: that is somebody's."""

from __future__ import annotations

from typing import Any, Literal, Protocol

import msgspec

Change = Literal["missing", "type", "code", "form", "namespace", "column", "table", "attribute", "shape"]
"""Text: `search-drift-<change>`. `code`: one that the source's file does not know; `form`: a date or time of
another form; `shape`: the whole answer is another one."""
Sort = Literal["", "nothing", "text", "number", "yes_no", "list", "object"]
"""Text: `search-drift-found-<sort>`."""

LONGEST = 120
"""Signs of a path; a source that makes them up cannot fill our database."""
MOST = 16
"""Drifts of one answer that are told apart."""


class Drift(msgspec.Struct, frozen=True):
    """One difference."""

    path: str
    """As the source's file names it; empty: of the whole answer."""
    change: Change
    found: Sort = ""
    """What stands there instead."""


class Differing(Protocol):
    """The fault that tells it."""

    @property
    def drift(self) -> Drift: ...


class Drifts:
    """What one answer has of them, gathered while it is read."""

    def __init__(self, seen: tuple[Drift, ...] = ()) -> None:
        self.seen = dict.fromkeys(seen[:MOST])
        self.unread = 0
        """Records that could not be read, or not in full."""

    def note(self, drift: Drift) -> None:
        """A difference with which the record can be read all the same."""
        if len(self.seen) < MOST:
            self.seen[drift] = None

    def lost(self, fault: Differing) -> None:
        """A record is left out for it."""
        self.unread += 1
        self.note(fault.drift)

    def partly(self, fault: Differing) -> None:
        """A value that says whom a record is about could not be read; the rest of the record was."""
        self.unread += 1
        self.note(fault.drift)


def sort_of(value: Any) -> Sort:
    """What kind of value stands there."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes_no"
    if isinstance(value, dict):
        return "object"
    if isinstance(value, list | tuple):
        return "list"
    return "text" if isinstance(value, str) else "number"
