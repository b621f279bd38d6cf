"""What a card says: the facts of its records side by side, the likeliest first, none lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from focus.modules.search.cards import CardFact, CardWarning, Said
from focus.modules.search.records import Fact, Record, Tone, Word
from focus.modules.search.vocabulary import FACTS, FactTerm

WORD_ORDER: Mapping[Word, int] = {"wanted": 0, "danger": 1, "stolen": 2, "breach": 3, "attention": 4}
_FACT_ORDER = {key: place for place, key in enumerate(FACTS)}
_UNKNOWN = FactTerm()


class Voice(msgspec.Struct, frozen=True):
    """One source saying one value; ordered: registers of record, then the newest, then by name."""

    rank: int
    age: float
    """Minus the time, so that the newest sorts first."""
    source: str
    value: str
    at: datetime
    fact: Fact


def _voice_order(voice: Voice) -> tuple[int, float, str, str]:
    return (voice.rank, voice.age, voice.source, voice.value)


class FactTable:
    """The facts of one card, kept so that one more record costs only its own facts."""

    def __init__(self, ranks: Mapping[str, int]) -> None:
        self._ranks = ranks
        self._voices: dict[str, list[Voice]] = {}
        self._lines: dict[str, tuple[CardFact, ...]] = {}
        self._stale: set[str] = set()

    def add(self, record: Record) -> None:
        """Let one record speak."""
        rank = self._ranks.get(record.source, 1)
        age = -record.at.timestamp()
        for fact in record.facts:
            voice = Voice(rank, age, record.source, fact.value, record.at, fact)
            self._voices.setdefault(fact.key, []).append(voice)
            self._stale.add(fact.key)

    def facts(self) -> tuple[CardFact, ...]:
        """All facts in the vocabulary's order; those of a source's own last."""
        for key in self._stale:
            self._lines[key] = self._lines_of(key)
        self._stale.clear()
        order = sorted(self._lines, key=lambda key: (_FACT_ORDER.get(key, 999), key))
        return tuple(line for key in order for line in self._lines[key])

    def _lines_of(self, key: str) -> tuple[CardFact, ...]:
        voices = sorted(self._voices[key], key=_voice_order)
        if not FACTS.get(key, _UNKNOWN).many:
            return (self._line(voices),)
        by_value: dict[str, list[Voice]] = {}
        for voice in voices:
            by_value.setdefault(voice.value.casefold(), []).append(voice)
        newest_first = sorted(by_value.values(), key=lambda said: (said[0].age, said[0].value))
        return tuple(self._line(said) for said in newest_first)

    def _line(self, voices: list[Voice]) -> CardFact:
        first = voices[0]
        seen = {(first.value, first.source)}
        others = []
        for voice in voices[1:]:
            if (voice.value, voice.source) not in seen:
                seen.add((voice.value, voice.source))
                others.append(Said(voice.value, voice.source, voice.at))
        return CardFact(
            key=first.fact.key,
            value=first.value,
            source=first.source,
            at=first.at,
            kind=first.fact.kind,
            tone=gravest(voice.fact.tone for voice in voices),
            others=tuple(others),
        )


def gravest(tones: Iterable[Tone | None]) -> Tone | None:
    """Red before amber before nothing."""
    found = set(tones)
    return "red" if "red" in found else "amber" if "amber" in found else None


def warnings_of(records: Iterable[Record]) -> tuple[CardWarning, ...]:
    """Everybody's warnings, the gravest first and of equal ones the newest; the same one twice is one."""
    spoken: dict[tuple[str, str, tuple[tuple[str, str], ...]], CardWarning] = {}
    for record in records:
        for warn in record.warnings:
            key = (warn.code, record.source, tuple(sorted(warn.params.items())))
            known = spoken.get(key)
            if known is None or known.at < record.at:
                spoken[key] = CardWarning(warn, record.source, record.at)
    return tuple(sorted(spoken.values(), key=_warning_order))


def _warning_order(warning: CardWarning) -> tuple[bool, int, float, str, str, list[tuple[str, str]]]:
    warn = warning.warn
    grave = (warn.tone != "red", WORD_ORDER[warn.word], -warning.at.timestamp())
    return (*grave, warn.code, warning.source, sorted(warn.params.items()))
