"""How long answers took, kept as counts that can be added: a quantile is right to within a tenth."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

EDGES: Final = tuple(round(1.2**step, 1) for step in range(1, 58))
"""Milliseconds, to half a minute; each a fifth above the one before."""


def place(ms: float) -> int:
    """In which count a duration belongs."""
    return min(bisect_left(EDGES, ms), len(EDGES) - 1)


def quantile(counts: Sequence[int], share: float) -> int | None:
    """Milliseconds below which this share of the answers came; None without any."""
    whole = sum(counts)
    if not whole:
        return None
    sought, seen = share * whole, 0
    for at, count in enumerate(counts):
        seen += count
        if seen >= sought and count:
            low = EDGES[at - 1] if at else 0.0
            return round((low + EDGES[at]) / 2)
    return round(EDGES[-1])
