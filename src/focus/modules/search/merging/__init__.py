"""Records into cards: who is the same, why, and what the card then says. Pure; asks nobody."""

from focus.modules.search.merging.merger import Changes, Merger, NoSuchRecord
from focus.modules.search.merging.names import same_name
from focus.modules.search.merging.owing import OWED, SOMEBODY, Owed
from focus.modules.search.merging.subjects import SubjectFinder, Subjects

__all__ = [
    "OWED", "SOMEBODY", "Changes", "Merger", "NoSuchRecord", "Owed", "SubjectFinder", "Subjects", "same_name",
]  # fmt: skip
