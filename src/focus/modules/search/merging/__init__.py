"""Records into cards: who is the same, why, and what the card then says. Pure; asks nobody."""

from focus.modules.search.merging.merger import Changes, Merger, NoSuchRecord
from focus.modules.search.merging.names import same_name

__all__ = ["Changes", "Merger", "NoSuchRecord", "same_name"]
