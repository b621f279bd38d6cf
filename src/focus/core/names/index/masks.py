"""Words within a few edits of a word, among hundreds of thousands, in well under a millisecond.

A word's mask is 52 bits: which letters occur, which occur twice. One edit takes at most one bit away and adds
at most one, so that masks which differ more prove more edits; what remains is compared letter by letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

Rows = NDArray[np.int64]
_CHUNK: Final = 50_000
_LONGEST: Final = 40
"""Longer words share the last length."""


class Spellings:
    """Words in a–z in one text, ordered by length; their rows are numbers from 0."""

    def __init__(
        self, text: str, starts: NDArray[np.int32], masks: NDArray[np.uint64], *, at_hand: bool = False
    ) -> None:
        """`at_hand`: keep each word as an object, 70 octets a word, for a look-up ten times as quick."""
        self.text, self.starts, self.masks = text, starts, masks
        lengths = np.minimum(np.diff(starts), _LONGEST)
        self._first = np.searchsorted(lengths, np.arange(_LONGEST + 2)).tolist()
        self._words = np.array([*self._cut(np.arange(len(masks))), ""], object)[:-1] if at_hand else None

    @classmethod
    def of(cls, words: Sequence[str]) -> tuple[Spellings, Rows]:
        """The spellings, and where each row stood in `words`."""
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        order = np.argsort(lengths, kind="stable")
        text = "".join(words[i] for i in order.tolist())
        starts = np.concatenate(([0], np.cumsum(lengths[order]))).astype(np.int32)
        return cls(text, starts, _masks(text, starts)), order

    def __len__(self) -> int:
        return len(self.masks)

    def words(self, rows: Rows) -> list[str]:
        """The words of these rows."""
        found: list[str] = self._cut(rows) if self._words is None else self._words[rows].tolist()
        return found

    def _cut(self, rows: Rows) -> list[str]:
        text = self.text
        starts, ends = self.starts[rows].tolist(), self.starts[rows + 1].tolist()
        return [text[start:end] for start, end in zip(starts, ends, strict=True)]

    def near(self, word: str, edits: int) -> tuple[Rows, NDArray[np.uint8]]:
        """Rows within so many edits (two neighbours that change places are one), and their edits."""
        return self.compared(word, self._likely(mask_of(word), min(len(word), _LONGEST), edits), edits)

    def compared(self, word: str, rows: Rows, edits: int) -> tuple[Rows, NDArray[np.uint8]]:
        """Those of these rows within so many edits, and their edits."""
        if not len(rows):
            return rows, np.zeros(0, np.uint8)
        distance = cdist([word], self.words(rows), scorer=OSA.distance, score_cutoff=edits, dtype=np.uint8)[0]
        close = distance <= edits
        return rows[close], distance[close]

    def _likely(self, mask: np.uint64, length: int, edits: int) -> Rows:
        """Rows that letters and length do not rule out: an insertion takes no letter away."""
        shortest, longest = max(1, length - edits), min(_LONGEST, length + edits)
        low, high = self._first[shortest], self._first[longest + 1]
        rows = np.flatnonzero(np.bitwise_count(self.masks[low:high] ^ mask) <= 2 * edits) + low
        masks = self.masks[rows]
        longer = np.minimum(self.starts[rows + 1] - self.starts[rows], _LONGEST) - length
        missing = np.bitwise_count(mask & ~masks) <= edits - np.maximum(0, longer)
        extra = np.bitwise_count(masks & ~mask) <= edits - np.maximum(0, -longer)
        found: Rows = rows[missing & extra]
        return found


def mask_of(word: str) -> np.uint64:
    """26 bits for letters that occur, 26 for those that occur twice."""
    once = twice = 0
    for letter in word:
        bit = 1 << (ord(letter) - 97)
        twice |= once & bit
        once |= bit
    return np.uint64(once | twice << 26)


def _masks(text: str, starts: NDArray[np.int32]) -> NDArray[np.uint64]:
    letters = np.frombuffer(text.encode("ascii"), np.uint8).astype(np.int64) - 97
    masks = np.zeros(len(starts) - 1, np.uint64)
    bits = np.uint64(1) << np.arange(26, dtype=np.uint64)
    for first in range(0, len(masks), _CHUNK):
        ends = starts[first : first + _CHUNK + 1].astype(np.int64)
        owners = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
        cells = owners * 26 + letters[ends[0] : ends[-1]]
        counts = np.bincount(cells, minlength=(len(ends) - 1) * 26).reshape(-1, 26)
        once = np.where(counts > 0, bits, np.uint64(0)).sum(axis=1, dtype=np.uint64)
        twice = np.where(counts > 1, bits << np.uint64(26), np.uint64(0)).sum(axis=1, dtype=np.uint64)
        masks[first : first + _CHUNK] = once | twice
    return masks
