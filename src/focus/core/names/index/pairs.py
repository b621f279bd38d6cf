"""Which surname goes with which given name somewhere: a bitmap that may say yes too often, never no."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.int32]

_SMALLEST: Final = 1 << 16
_BITS_PER_PAIR: Final = 16
_MULTIPLIERS: Final = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD1B54A32D192ED03))


class Pairs:
    """A set of pairs of words in 2–4 bytes each. Asked for one that is not there it errs once in about 70."""

    def __init__(self, bits: NDArray[np.uint8]) -> None:
        self.bits = bits
        self._shift = np.uint64(64 - (len(bits) * 8).bit_length() + 1)

    @classmethod
    def for_(cls, expected: int) -> Pairs:
        """Empty, with room for so many."""
        size = max(_SMALLEST, 1 << (expected * _BITS_PER_PAIR - 1).bit_length())
        return cls(np.zeros(size // 8, np.uint8))

    def add(self, family: Words, given: Words) -> None:
        """From now on these may be there."""
        for place in self._places(family, given):
            np.bitwise_or.at(self.bits, place >> 3, np.uint8(1) << (place & 7).astype(np.uint8))

    def hold(self, family: Words, given: Words) -> NDArray[np.bool_]:
        """For each pair whether it may be there."""
        first, second = self._places(family, given)
        found = self._set(first)
        rows = np.flatnonzero(found)
        found[rows] = self._set(second[rows])
        return found

    def _set(self, place: NDArray[np.int64]) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = (self.bits[place >> 3] >> (place & 7).astype(np.uint8)) & np.uint8(1) == 1
        return found

    def _places(self, family: Words, given: Words) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        mixed = (family.astype(np.uint64) << np.uint64(32)) | given.astype(np.uint64)
        mixed ^= mixed >> np.uint64(29)
        first, second = (
            ((mixed * by) ^ ((mixed * by) >> np.uint64(31))) * _MULTIPLIERS[0] >> self._shift
            for by in _MULTIPLIERS
        )
        return first.astype(np.int64), second.astype(np.int64)
