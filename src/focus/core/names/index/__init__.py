"""Finding one person by name among many: in PostgreSQL up to a whole country, in memory for lists."""

from focus.core.names.index.dates import DateReason, DateWhy
from focus.core.names.index.register import Register
from focus.core.names.index.search import Candidate, Index
from focus.core.names.index.store import Entry, Store
from focus.core.names.index.store_memory import MemoryStore
from focus.core.names.index.store_postgresql import PostgresqlStore

__all__ = [
    "Candidate",
    "DateReason",
    "DateWhy",
    "Entry",
    "Index",
    "MemoryStore",
    "PostgresqlStore",
    "Register",
    "Store",
]
