"""A phone's side of pulling, in a few lines: what it holds after applying what it was told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from focus.core.sync.wire import State

Held = dict[tuple[str, str], tuple[int, Any, frozenset[str]]]


@dataclass
class Phone:
    """Rows by (type, id): version, body, buckets; and its state."""

    state: State | None = None
    rows: Held = field(default_factory=dict)
    named: set[tuple[str, str]] = field(default_factory=set)
    """Since a restart."""
    swept: bool = True
    whole: bool = False

    def apply(self, line: bytes) -> None:
        """One line, whole; the records of a piece count only with the state that follows them."""
        told = msgspec.json.decode(line)
        if "left" in told:
            self._begin(told)
        elif "t" in told:
            self._record(told)
        if "state" in told:
            self.state = msgspec.convert(told["state"], State)
        if told.get("whole"):
            self._end()

    def _begin(self, told: dict[str, Any]) -> None:
        self.whole = False
        if told["restart"]:
            self.named, self.swept = set(), False
        lost = frozenset(told["left"])
        for key, (version, body, buckets) in list(self.rows.items()):
            if key[0] not in told["types"] or not buckets - lost:
                del self.rows[key]
            else:
                self.rows[key] = (version, body, buckets - lost)

    def _record(self, told: dict[str, Any]) -> None:
        key = (told["t"], told["i"])
        if told.get("gone"):
            self.rows.pop(key, None)
            return
        self.named.add(key)
        self.rows[key] = (told["v"], told["d"], frozenset(told["b"]))

    def _end(self) -> None:
        self.whole = True
        if not self.swept:
            self.rows = {key: row for key, row in self.rows.items() if key in self.named}
            self.swept = True
