"""A value that is there and is not of the kind that was agreed: never the same as one that is not there."""

from __future__ import annotations

import msgspec

from focus.modules.search.sources.drift import Change, Sort
from focus.modules.search.sources.protocol import WrongSchema


class Unread(msgspec.Struct, frozen=True):
    """What a connector hands on in place of such a value; whoever reads it raises `NotOfKind`."""

    kind: str
    """What was agreed: `boolean`, `date`, `text` …"""
    written: str
    """As the source wrote it, or what can be shown of it."""


class NotOfKind(WrongSchema):
    """A value is not of the agreed kind. Its message never has the value, for that is somebody's."""

    def __init__(
        self, kind: str, written: str = "", *, field: str = "", change: Change = "type", found: Sort = "text"
    ) -> None:
        """`written`: to be shown to the officer, never to be logged."""
        super().__init__(f"no {kind} as agreed", field=field, change=change, found=found)
        self.written = written
