"""What can go wrong with the database, as its callers meet it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import asyncpg

from focus.core.errors import Problem, Unavailable

RETRY_AFTER = 2
"""Seconds after which a caller may try again."""


class DatabaseAway(Unavailable):
    """The database does not answer just now; it is looked for all the time, nothing needs a restart.

    After a lost commit nobody knows whether it took place: repeat with the same id.
    """

    code: ClassVar[str] = "core.database_away"

    def __init__(self) -> None:
        super().__init__(params={"retry_after": RETRY_AFTER})


class DatabaseBusy(Unavailable):
    """Every connection stayed taken for too long."""

    code: ClassVar[str] = "core.database_busy"

    def __init__(self) -> None:
        super().__init__(params={"retry_after": RETRY_AFTER})


class DatabaseFull(Problem):
    """The disk of the database is full: nothing is written, reading goes on, until there is room."""

    code: ClassVar[str] = "core.database_full"
    status: ClassVar[int] = 507


class DatabaseUnusable(Exception):
    """The operator must do something first; the message says what. Never holds a password."""


class MigrationRefused(DatabaseUnusable):
    """A stream's files do not agree with what this database remembers of them."""


class PoliciesBroken(DatabaseUnusable):
    """Rows are not kept apart as they must be; `offenders` names each place."""

    def __init__(self, offenders: Sequence[str]) -> None:
        self.offenders = tuple(offenders)
        lines = "\n".join(f"  - {offender}" for offender in self.offenders)
        super().__init__(f"The database does not keep organisations apart:\n{lines}")


class TransactionLost(Exception):
    """A statement failed inside the transaction, the failure was swallowed, and nothing was committed."""


def means_gone(failure: BaseException) -> bool:
    """Whether `failure` says that the server or the connection is lost, not that a statement is wrong."""
    if isinstance(failure, asyncpg.QueryCanceledError):
        return False
    if isinstance(failure, asyncpg.InterfaceError):
        text = str(failure)
        return "closed" in text or "closing" in text
    if isinstance(failure, asyncpg.InternalClientError):
        # The server said farewell and the line is not closed yet.
        return True
    if isinstance(failure, asyncpg.IdleInTransactionSessionTimeoutError):
        return False
    return isinstance(failure, OSError | asyncpg.PostgresConnectionError | asyncpg.OperatorInterventionError)


def means_unstorable(failure: BaseException) -> bool:
    """Whether `failure` says that a given text or time is none that PostgreSQL can hold.

    A text with NUL in it, a time before or after its calendar: no fault of the statement.
    """
    if isinstance(failure, asyncpg.CharacterNotInRepertoireError | asyncpg.UntranslatableCharacterError):
        return True
    return isinstance(failure, asyncpg.DataError) and isinstance(failure.__cause__, OverflowError)
