"""Asking many sources side by side: one deadline, a bulkhead and a breaker for each, cancelled for real."""

from focus.modules.search.engine.engine import Engine, Outcome, Round

__all__ = ["Engine", "Outcome", "Round"]
