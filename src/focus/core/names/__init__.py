"""Names of people: how alike two are, and finding one among many. Needs nothing else of the platform."""

from focus.core.names.reasons import Reason, Score, Why
from focus.core.names.scoring import MATCH, POSSIBLE, score

__all__ = ["MATCH", "POSSIBLE", "Reason", "Score", "Why", "score"]
