"""How often queued work is tried, and how long it rests in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Retrying:
    """Four times as long each time: 2 s, 8 s, 32 s … up to an hour; eight tries take about two hours."""

    most: int = 8
    """Tries; after the last one it waits for the operator."""
    first: timedelta = timedelta(seconds=2)
    factor: int = 4
    longest: timedelta = timedelta(hours=1)

    def rest(self, tries: int) -> timedelta:
        """After so many tries that failed, one or more."""
        times: int = self.factor ** min(tries - 1, 20)
        return min(self.first * times, self.longest)
