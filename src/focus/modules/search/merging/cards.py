"""What a card says: the facts of its records side by side, the likeliest first, none lost."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import msgspec

from focus.modules.search.cards import Alternative, CardFact, CardWarning
from focus.modules.search.records import Fact, Record, Tone, Word
from focus.modules.search.vocabulary import FACTS

WORD_ORDER: Mapping[Word, int] = {"wanted": 0, "danger": 1, "stolen": 2, "breach": 3, "attention": 4}
_FACT_ORDER = {key: place for place, key in enumerate(FACTS)}


class SourcedValue(msgspec.Struct, frozen=True, gc=False):
    """One source saying one value; ordered: registers of record, then the newest, then by name."""

    order: tuple[int, float, str, str]
    """Rank, age (minus the time, so that the newest sorts first), source, value."""
    alternative: Alternative
    fact: Fact


def _order(sourced: SourcedValue) -> tuple[int, float, str, str]:
    return sourced.order


class FactLine:
    """One line of a card: who says it, each with each value once."""

    def __init__(self) -> None:
        self._values: list[SourcedValue] = []
        self._first: dict[tuple[str, str], SourcedValue] = {}
        self._tones: set[Tone | None] = set()
        self._made: CardFact | None = None

    def add(self, sourced: SourcedValue) -> None:
        """One more; of the same source and value the newest counts."""
        self._made = None
        self._tones.add(sourced.fact.tone)
        pair = (sourced.alternative.value, sourced.alternative.source)
        known = self._first.get(pair)
        if known is not None:
            if known.order <= sourced.order:
                return
            self._values.remove(known)
        self._first[pair] = sourced
        insort(self._values, sourced, key=_order)

    def place(self) -> tuple[bool, float, str]:
        """Among the lines of the same key the newest stands first, and last who may not be heard."""
        first = self._values[0]
        return (
            bool(first.fact.withheld),
            first.order[1],
            first.alternative.value or first.alternative.source,
        )

    def made(self) -> CardFact:
        """The line as it now stands."""
        if self._made is None:
            first = self._values[0]
            self._made = CardFact(
                key=first.fact.key,
                value=first.alternative.value,
                source=first.alternative.source,
                at=first.alternative.at,
                kind=first.fact.kind,
                tone=gravest(self._tones),
                others=tuple([sourced.alternative for sourced in self._values[1:]]),
                withheld=first.fact.withheld,
            )
        return self._made


class FactTable:
    """The facts of one card, kept so that one more record costs only its own facts."""

    def __init__(self, ranks: Mapping[str, int], many: Collection[str] = ()) -> None:
        """`many`: facts outside the vocabulary of which a card may say several."""
        self._ranks, self._many = ranks, many
        self._lines: dict[str, dict[str, FactLine]] = {}
        self._order: list[str] | None = None

    def add(self, record: Record) -> None:
        """Let one record speak."""
        source, at = record.source, record.at
        rank, age = self._ranks.get(source, 1), -at.timestamp()
        for fact in record.facts:
            value = fact.value
            lines = self._lines.get(fact.key)
            if lines is None:
                lines = self._lines[fact.key] = {}
                self._order = None
            of = value.casefold() if self._several(fact.key) else ""
            if fact.withheld:
                of = f"\0{source}"
            line = lines.get(of)
            if line is None:
                line = lines[of] = FactLine()
            line.add(SourcedValue((rank, age, source, value), Alternative(value, source, at), fact))

    def _several(self, key: str) -> bool:
        return FACTS[key].many if key in FACTS else key in self._many

    def facts(self) -> tuple[CardFact, ...]:
        """All facts in the vocabulary's order; those of a source's own last."""
        if self._order is None:
            self._order = sorted(self._lines, key=lambda key: (_FACT_ORDER.get(key, 999), key))
        found: list[CardFact] = []
        for key in self._order:
            lines = self._lines[key]
            if len(lines) == 1:
                found.extend([line.made() for line in lines.values()])
            else:
                found.extend([line.made() for line in sorted(lines.values(), key=FactLine.place)])
        return tuple(found)


def gravest(tones: Iterable[Tone | None]) -> Tone | None:
    """Red before amber before nothing."""
    found = set(tones)
    return "red" if "red" in found else "amber" if "amber" in found else None


class WarningTable:
    """The warnings of one card, the gravest first and of equal ones the newest; the same one twice is one."""

    def __init__(self) -> None:
        self._spoken: dict[object, tuple[tuple[float, Any], CardWarning]] = {}
        self._made: tuple[CardWarning, ...] | None = ()

    def add(self, record: Record, order: Any) -> None:
        """Let one record warn; `order`: where it stands among the records, for those of the same moment."""
        age = -record.at.timestamp()
        for warn in record.warnings:
            key = (warn.code, record.source, tuple(sorted(warn.params.items())))
            known = self._spoken.get(key)
            if known is None or (age, order) < known[0]:
                self._spoken[key] = ((age, order), CardWarning(warn, record.source, record.at))
                self._made = None

    def warnings(self) -> tuple[CardWarning, ...]:
        """Everybody's warnings."""
        if self._made is None:
            self._made = tuple(sorted((said for _, said in self._spoken.values()), key=_warning_order))
        return self._made


def _warning_order(warning: CardWarning) -> tuple[bool, int, float, str, str, list[tuple[str, str]]]:
    warn = warning.warn
    grave = (warn.tone != "red", WORD_ORDER[warn.word], -warning.at.timestamp())
    return (*grave, warn.code, warning.source, sorted(warn.params.items()))
