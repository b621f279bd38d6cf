"""Words within one edit of a word, found without looking at the others.

Two words within one edit are equal once a letter is taken out of one or of both. Each word therefore stands
in a table under the numbers of itself and of itself less each letter: 4 octets a letter.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]

_BASE: Final = 0x9E3779B97F4A7C15
_BACK: Final = pow(_BASE, -1, 1 << 64)
_SPREAD: Final = 0xD1B54A32D192ED03
_ALL: Final = (1 << 64) - 1
_LONGEST: Final = 64
_POWERS: Final = np.array([pow(_BASE, i, 1 << 64) for i in range(_LONGEST)], np.uint64)
_CHUNK: Final = 50_000


class Deletions:
    """For words in one text: which may be within one edit. Never one too few, up to 64 letters."""

    def __init__(self, starts: NDArray[np.int32], owners: NDArray[np.int32]) -> None:
        self.starts, self.owners = starts, owners
        self._shift = 64 - (len(starts) - 1).bit_length() + 1

    @classmethod
    def of_words(cls, text: str, starts: NDArray[np.int32]) -> Deletions:
        """For the words that begin at `starts` in the text."""
        count = len(text) + len(starts) - 1
        bits = max(8, min(21, count.bit_length() - 1))
        places = np.empty(count, np.uint32)
        owners = np.empty(count, np.int32)
        letters = np.frombuffer(text.encode("ascii"), np.uint8)
        at = 0
        for first in range(0, len(starts) - 1, _CHUNK):
            ends = starts[first : first + _CHUNK + 1].astype(np.int64)
            found, own = _places(letters, ends, np.uint64(64 - bits))
            places[at : at + len(found)], owners[at : at + len(own)] = found, own + first
            at += len(found)
        order = np.argsort(places, kind="stable")
        first_of = np.zeros((1 << bits) + 1, np.int32)
        np.cumsum(np.bincount(places, minlength=1 << bits), out=first_of[1:])
        return cls(first_of, owners[order])

    def near(self, word: str) -> Rows:
        """Rows that may be within one edit of the word, ascending."""
        starts, owners = self.starts, self.owners
        found: list[int] = []
        for place in _places_of(word, self._shift):
            found += owners[starts[place] : starts[place + 1]].tolist()
        return np.array(sorted(set(found)), np.int64)


def _places(letters: NDArray[np.uint8], ends: NDArray[np.int64], shift: np.uint64) -> Any:
    """The place of each word and of each word less a letter, and which word of the chunk it is."""
    lengths = np.diff(ends)
    owner = np.repeat(np.arange(len(lengths)), lengths)
    within = np.arange(ends[-1] - ends[0]) - (ends[:-1] - ends[0])[owner]
    power = _POWERS[np.minimum(within, _LONGEST - 1)]
    worth = letters[ends[0] : ends[-1]].astype(np.uint64) * power
    summed = np.concatenate((np.zeros(1, np.uint64), np.cumsum(worth, dtype=np.uint64)))
    before = summed[ends[:-1] - ends[0]]
    total = summed[ends[1:] - ends[0]] - before
    left = summed[:-1] - before[owner]
    right = total[owner] - left - worth
    mixed = np.concatenate((total, left + right * np.uint64(_BACK))) * np.uint64(_SPREAD)
    return (mixed >> shift).astype(np.uint32), np.concatenate((np.arange(len(lengths)), owner))


def _places_of(word: str, shift: int) -> set[int]:
    worth = [ord(letter) * pow(_BASE, i, 1 << 64) for i, letter in enumerate(word[:_LONGEST])]
    left, right = 0, sum(worth)
    found = {(right * _SPREAD & _ALL) >> shift}
    for each in worth:
        right -= each
        found.add(((left + right * _BACK) * _SPREAD & _ALL) >> shift)
        left += each
    return found
