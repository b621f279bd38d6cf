"""Chance that can be repeated: the same seed gives the same world, whatever is asked first."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

today = date(2026, 11, 23)
"""The day on which the population is as it is; ages are counted from here."""

_mask = (1 << 64) - 1


def stream(seed: int, purpose: str) -> np.random.Generator:
    """Own random stream per purpose: one more draw here changes nothing there."""
    return np.random.Generator(np.random.PCG64([seed, crc32(purpose.encode())]))


@lru_cache(maxsize=1024)
def _salt(purpose: str) -> int:
    return crc32(purpose.encode()) * 0xD1B54A32D192ED03


def draw(purpose: str, number: int) -> int:
    """64 random bits that belong to one thing (a person, an address) and one purpose."""
    bits = (number * 0x9E3779B97F4A7C15 + _salt(purpose)) & _mask
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & _mask
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & _mask
    return bits ^ (bits >> 31)


def share(purpose: str, number: int) -> float:
    """Uniform in [0, 1) for one thing and one purpose."""
    return draw(purpose, number) / 2.0**64


def zipf(count: int, *, exponent: float = 0.8) -> NDArray[np.float64]:
    """Probabilities of `count` ranked choices, as names and shops are spread in life."""
    weights = 1.0 / np.arange(1, count + 1) ** exponent
    chances: NDArray[np.float64] = weights / weights.sum()
    return chances


def days(day: date) -> int:
    """Days since 1970-01-01, the form in which columns keep dates."""
    return day.toordinal() - _epoch


def day(days_since_epoch: int) -> date:
    return date.fromordinal(int(days_since_epoch) + _epoch)


_epoch = date(1970, 1, 1).toordinal()
