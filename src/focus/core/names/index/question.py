"""A question taken apart, and how likely a pair of words is meant by it."""

from __future__ import annotations

from itertools import combinations
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from focus.core.names.index.tokens import Slot, otherwise, slots_of
from focus.core.names.parts import Part, parts_of

Values = NDArray[np.float32]
_UNDERRATED: Final = 0.14
"""The pair scorer seldom says more than so much above what the words say."""
_MOST_JUDGED, _MOST_ALIKE = 240, 60


class Question(NamedTuple):
    """Who is looked for. `born` as in `dates`: yyyymmdd with 00 for what is not known, 0 for none."""

    parts: tuple[Part, ...]
    slots: list[Slot]
    born: int

    @classmethod
    def of(cls, name: str, born: int) -> Question:
        """No slots when there are no letters in the name."""
        return cls(parts_of(name), slots_of(name), born)

    @classmethod
    def readings(cls, name: str, born: int) -> list[Question]:
        """As written, then as it may be meant: a short name that is a particle too, a particle misspelt."""
        return [cls.of(each, born) for each in (name, *otherwise(name))]

    @property
    def whole(self) -> Slot | None:
        """The slot that stands for all parts: a question of one part, or `Van Waerde` as one surname."""
        return next((slot for slot in self.slots if len(slot.parts) == len(self.parts)), None)

    @property
    def apart(self) -> list[tuple[int, int]]:
        """Numbers of two slots that stand for different parts."""
        return [
            (i, j)
            for i, j in combinations(range(len(self.slots)), 2)
            if not self.slots[i].parts & self.slots[j].parts
        ]


class Likest(NamedTuple):
    """Names that are worth comparing in full, likeliest first, and how likely by words and birth date."""

    names: NDArray[np.int32]
    value: Values

    @classmethod
    def of(cls, names: NDArray[np.int32], value: Values, most: int) -> Likest:
        """Each once; ties by number."""
        order = np.lexsort((names, -value))[: most * 4]
        _, once = np.unique(names[order], return_index=True)
        order = order[np.sort(once)][:most]
        return cls(names[order], value[order])


class Least(NamedTuple):
    """Whom a search is for: some `most`, and everybody who may score `score` or more."""

    most: int
    score: float = 0.0

    def judged(self, usual: int) -> int:
        """How many are worth comparing in full, at most."""
        return _MOST_JUDGED if self.score else usual

    def rows(self, usual: int) -> int:
        """How many of one pair of words are looked at."""
        return _MOST_ALIKE if self.score else usual

    def reached(self, value: float, scores: list[float]) -> bool:
        """Whether nobody of this likeness would come before the `most` best of these scores."""
        best = sorted(scores, reverse=True)
        return len(best) >= self.most and best[self.most - 1] >= min(1.0, value + _UNDERRATED)

    def floor(self, usual: float) -> float:
        """What a likeness in words must reach."""
        return max(usual, self.score - _UNDERRATED) if self.score else usual


def together(one: NDArray[Any], other: NDArray[Any]) -> Values:
    """Two values as the pair scorer joins them: the weaker one weighs as much as both."""
    value: Values = 0.25 * (one + other) + 0.5 * np.minimum(one, other)
    return value
