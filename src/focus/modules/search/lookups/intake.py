"""How records come into a lookup: without what may not be seen, and with what colleagues said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from focus.modules.search.hints.holding import Holding
from focus.modules.search.hints.merge_hints import Hints
from focus.modules.search.merging import Merger
from focus.modules.search.records import Record
from focus.modules.search.rights.redaction import Hidden, veiled


@dataclass(slots=True)
class Intake:
    """What one lookup's records pass before anybody else knows them."""

    hidden: Mapping[str, Hidden] = field(default_factory=dict)
    """Source → what of its records this purpose or function may not see."""
    holding: Holding = field(default_factory=lambda: Holding(Hints(b"")))
    """What colleagues of the zone held apart."""
    withheld: dict[str, set[str]] = field(default_factory=dict)
    """Source → fields that were taken out of what it said."""
    detailed: set[str] = field(default_factory=set)
    """Sources whose details were asked after a hit."""
    _hits: dict[str, Record] = field(default_factory=dict)

    def take(self, record: Record, source: str, merger: Merger) -> None:
        """Take in what may be seen of a record; from here on nobody knows the rest."""
        shown = veiled(record, self.hidden.get(source, {}))
        if shown is not record:
            taken = {fact.key for fact in shown.facts if fact.withheld}
            self.withheld.setdefault(source, set()).update(taken)
        if shown.hit:
            self._hits[source] = shown
            self.detailed.discard(source)
        merger.add(shown)
        self.holding.hear(shown.key)

    def answered(self, source: str, merger: Merger) -> None:
        """The details behind a hit are there: nothing is left to tap."""
        if source in self.detailed and source in self._hits:
            merger.add(replace(self._hits.pop(source), hit=False))

    def said(self) -> dict[str, list[str]]:
        """For the log: source → fields withheld."""
        return {source: sorted(fields) for source, fields in sorted(self.withheld.items())}
