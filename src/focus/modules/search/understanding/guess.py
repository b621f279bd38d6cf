"""What one family of readings makes of a text, and how likely that is."""

from __future__ import annotations

from dataclasses import dataclass

from focus.modules.search.questions import Reading, Unreadable


@dataclass(frozen=True, slots=True)
class Guess:
    """A reading with its weight: 1 when the form allows nothing else, 0.5 for a mere possibility."""

    reading: Reading
    weight: float


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that looks like a kind and is not right; shown when nothing better fits."""

    problem: Unreadable
    weight: float


Found = list[Guess | Slip]
