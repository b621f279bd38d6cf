"""A circuit breaker: a source that fails again and again is left alone for a while, then tried once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Breaker:
    """Times are those of the event loop's clock, in seconds. `who` is the question itself, any object."""

    failures: int
    """In a row, until it opens."""
    pause_s: float
    failed: int = 0
    open_until: float = 0.0
    probe: object = None
    """The one question that tries the source again after its pause, until its fate is known."""

    def lets(self, now: float, who: object) -> bool:
        """Whether a question may go through."""
        if self.failed < self.failures:
            return True
        if now < self.open_until or self.probe is not None:
            return False
        self.probe = who
        return True

    def is_open(self, now: float) -> bool:
        """Whether questions are turned away."""
        return self.failed >= self.failures and now < self.open_until

    def succeeded(self) -> None:
        """It answered: closed again."""
        self.failed = 0
        self.probe = None

    def faulted(self, now: float, who: object) -> None:
        """It did not answer as it should. One that was asked before it opened prolongs no pause."""
        opens = self.failed + 1 == self.failures or self.probe is who
        self.failed += 1
        if opens:
            self.open_until = now + self.pause_s
        self.abandoned(who)

    def abandoned(self, who: object) -> None:
        """The question was called off, which says nothing of the source."""
        if self.probe is who:
            self.probe = None
