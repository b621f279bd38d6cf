"""Finding one person by name among many, in memory."""

from focus.core.names.index.building import Building, Named, changed, store_of
from focus.core.names.index.dates import DateReason, DateWhy, number_of
from focus.core.names.index.packing import packed, unpacked
from focus.core.names.index.search import Candidate, Entry, Index
from focus.core.names.index.store import Store

__all__ = [
    "Building",
    "Candidate",
    "DateReason",
    "DateWhy",
    "Entry",
    "Index",
    "Named",
    "Store",
    "changed",
    "number_of",
    "packed",
    "store_of",
    "unpacked",
]
