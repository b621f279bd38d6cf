"""Hints at work in one lookup: what a colleague held apart is shown apart, and says so."""

from __future__ import annotations

from collections.abc import Iterable

from focus.modules.search.hints.merge_hints import Hints
from focus.modules.search.merging import Merger


class Holding:
    """Hears of each record; parts those that would stand on one card against a colleague's word."""

    def __init__(self, hints: Hints) -> None:
        self._hints = hints
        self._keys: dict[bytes, str] = {}
        self._freed: set[str] = set()

    def hear(self, key: str) -> None:
        """A record came."""
        if self._hints.pairs:
            self._keys[self._hints.hashed(key)] = key

    def apply(self, merger: Merger) -> None:
        """Part what must be parted."""
        for parted, others in self._hints.pairs.items():
            record = self._keys.get(parted)
            if record is None or record in self._freed:
                continue
            for other, said_at in others.items():
                if other in self._keys:
                    merger.hold_apart(record, self._keys[other], said_at)

    def others(self, record: str) -> Iterable[str]:
        """The records of this lookup from which a colleague held it apart."""
        others = self._hints.pairs.get(self._hints.hashed(record), {}) if self._hints.pairs else {}
        return [self._keys[other] for other in others if other in self._keys]

    def free(self, record: str) -> None:
        """The hint is withdrawn: it holds nothing apart here any more."""
        self._freed.add(record)
