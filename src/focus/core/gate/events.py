"""An action returns its event; the gate writes it to the log in the same transaction."""

from __future__ import annotations

from typing import Any

import msgspec


class Event(msgspec.Struct, kw_only=True, frozen=True):
    """What an action did. The class name, in the past tense, is the event's kind: `residence.VisitRecorded`.

    All fields go to the log and back to the caller as the answer.
    """


class Change(msgspec.Struct, frozen=True):
    """A value that an action replaced, as the log keeps it: who looks back sees what it was."""

    name: str
    before: Any
    after: Any


def changes(before: msgspec.Struct | None, after: msgspec.Struct) -> list[Change]:
    """Fields of two records of one type that differ, in its order; all of them where nothing was before."""
    was = msgspec.to_builtins(before) if before is not None else {}
    now = msgspec.to_builtins(after)
    return [Change(name, was.get(name), now[name]) for name in now if was.get(name) != now[name]]
