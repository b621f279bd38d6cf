"""A circuit breaker: a source that fails again and again is left alone for a while, then tried once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Breaker:
    """Times are those of the event loop's clock, in seconds."""

    failures: int
    """In a row, until it opens."""
    pause_s: float
    failed: int = 0
    open_until: float = 0.0
    probing: bool = False

    def lets(self, now: float) -> bool:
        """Whether a question may go through. After the pause exactly one does, until its fate is known."""
        if self.failed < self.failures:
            return True
        if now < self.open_until or self.probing:
            return False
        self.probing = True
        return True

    def succeeded(self) -> None:
        """It answered: closed again."""
        self.failed = 0
        self.probing = False

    def faulted(self, now: float) -> None:
        """It did not answer as it should."""
        self.failed += 1
        self.probing = False
        if self.failed >= self.failures:
            self.open_until = now + self.pause_s

    def abandoned(self) -> None:
        """The question was called off, which says nothing of the source."""
        self.probing = False
