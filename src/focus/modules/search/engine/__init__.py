"""Asking many sources side by side: one deadline, a bulkhead and a breaker for each, cancelled for real."""

from focus.modules.search.engine.engine import Engine, FanOut
from focus.modules.search.engine.outcome import Outcome

__all__ = ["Engine", "FanOut", "Outcome"]
