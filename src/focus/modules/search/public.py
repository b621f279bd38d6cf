"""What other modules may use of Search: to offer a source, to read what a question means, and the purpose of
what a device sends once it has a network again.
"""

from focus.modules.search.lookups.later import SKEW, resolved_later
from focus.modules.search.lookups.requests import PurposeGiven
from focus.modules.search.offering import Offer, OfferedSource, Patience, Words
from focus.modules.search.questions import Kind, Reading
from focus.modules.search.records import Fact, Identifier, Record, Relation, Warn
from focus.modules.search.sources.asker import asked_by

__all__ = [
    "SKEW",
    "Fact",
    "Identifier",
    "Kind",
    "Offer",
    "OfferedSource",
    "Patience",
    "PurposeGiven",
    "Reading",
    "Record",
    "Relation",
    "Warn",
    "Words",
    "asked_by",
    "resolved_later",
]
