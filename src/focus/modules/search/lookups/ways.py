"""The ways in which one text is asked: its likeliest reading, and others that are plausible too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from focus.modules.search.cards import AskedSource, State
from focus.modules.search.lookups.selection import Choice
from focus.modules.search.merging import SubjectFinder
from focus.modules.search.questions import Kind, Reading

PLAUSIBLE = 0.45
"""From this plausibility on a reading is asked too; below it nobody would mean it."""
MOST = 3
"""Readings that are asked at once."""
_STATE_ORDER = ("asked", "closed", "unsuited")
_WORST = ("asked", "slow", "failed", "silent", "cancelled", "closed", "answered", "empty")


@dataclass(slots=True)
class Way:
    """One reading, whom it is put to, and who fits it."""

    reading: Reading
    choice: Choice
    finder: SubjectFinder = field(init=False)

    def __post_init__(self) -> None:
        self.finder = SubjectFinder(self.reading, self.choice.registers(self.reading.kind))


def plausible_too(chosen: Reading, readings: Sequence[Reading]) -> list[Reading]:
    """The other readings of a text that a human could have meant, each kind of thing once."""
    found: list[Reading] = []
    if chosen.certain:
        return found
    for reading in readings:
        same = (reading.kind, reading.normal) == (chosen.kind, chosen.normal)
        if not same and reading.plausibility >= PLAUSIBLE:
            found.append(reading)
    return found


def joined(choices: Sequence[Choice]) -> Choice:
    """All sources that any reading is put to; one that is asked for any of them is asked."""
    first = choices[0]
    if len(choices) == 1:
        return first
    asked = {source.config.name: source for choice in choices for source in choice.asked}
    shown = tuple(_gravest(same) for same in zip(*(choice.shown for choice in choices), strict=True))
    return Choice(tuple(asked.values()), shown, first.reachable)


def _gravest(same: Sequence[AskedSource]) -> AskedSource:
    best = min(same, key=lambda one: (_STATE_ORDER.index(one.state), not one.matters))
    matters = any(one.matters and one.state == best.state for one in same)
    return msgspec.structs.replace(best, matters=matters)


def joined_state(states: Iterable[State]) -> State:
    """What became of a source that was asked about several readings: what is worst for the word."""
    return min(states, key=_WORST.index)


def kinds_of(readings: Iterable[Reading]) -> list[Kind]:
    """The kinds of some readings, each once."""
    return list(dict.fromkeys(reading.kind for reading in readings))
