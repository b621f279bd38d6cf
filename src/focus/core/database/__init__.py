"""PostgreSQL: the embedded server or any other, transactions in an organisation's scope, migrations."""

from focus.core.database.database import Database
from focus.core.database.embedded import EmbeddedServer
from focus.core.database.policies import check_policies
from focus.core.database.pool import Connection
from focus.core.database.problems import (
    DatabaseAway,
    DatabaseBusy,
    DatabaseFull,
    DatabaseUnusable,
    MigrationRefused,
    PoliciesBroken,
    TransactionLost,
    means_unstorable,
)
from focus.core.database.streams import Migration, Stream, migrate, pending
from focus.core.database.transaction import Transaction

__all__ = [
    "Connection",
    "Database",
    "DatabaseAway",
    "DatabaseBusy",
    "DatabaseFull",
    "DatabaseUnusable",
    "EmbeddedServer",
    "Migration",
    "MigrationRefused",
    "PoliciesBroken",
    "Stream",
    "Transaction",
    "TransactionLost",
    "check_policies",
    "means_unstorable",
    "migrate",
    "pending",
]
