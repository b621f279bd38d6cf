"""What other modules may use of Search: to offer a source, and to read what a question means."""

from focus.modules.search.offering import Offer, OfferedSource, Patience, Words
from focus.modules.search.questions import Kind, Reading
from focus.modules.search.records import Fact, Identifier, Record, Relation, Warn

__all__ = [
    "Fact",
    "Identifier",
    "Kind",
    "Offer",
    "OfferedSource",
    "Patience",
    "Reading",
    "Record",
    "Relation",
    "Warn",
    "Words",
]
