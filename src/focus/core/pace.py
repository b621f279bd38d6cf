"""How often something was done in this minute, in this process: for doors that anybody may knock at."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import Final

MINUTE: Final = 60.0
MOST_KEYS: Final = 20_000
"""Who comes after so many others in one minute shares one count with all that come after."""


class Pace:
    """A count for each key, begun anew each minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._minute = 0
        self._counts: dict[Hashable, int] = defaultdict(int)

    def count(self, key: Hashable, most: int) -> int:
        """One more of this key: 0, or the seconds to wait where there were `most` of it already."""
        now = self._clock()
        if int(now // MINUTE) != self._minute:
            self._minute = int(now // MINUTE)
            self._counts.clear()
        if key not in self._counts and len(self._counts) >= MOST_KEYS:
            key = None
        self._counts[key] += 1
        return int(MINUTE - now % MINUTE) + 1 if self._counts[key] > most else 0
