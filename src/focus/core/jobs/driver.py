"""PgQueuer on the platform's own connections: by its pool, its transactions and its wake-ups."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from functools import cache
from typing import Final, Self, TypeVar

from pgqueuer.adapters.persistence.qb import (
    QueryBuilderEnvironment,
    QueryQueueBuilder,
    QuerySchedulerBuilder,
)
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.core.tm import TaskManager
from pgqueuer.domain.models import Job, TableChangedEvent, TracebackRecord, utc_now
from pgqueuer.domain.settings import DBSettings
from pgqueuer.domain.types import Channel
from pgqueuer.ports.driver import Driver, NotifyCallback

from focus.core.database import Database, DatabaseAway, DatabaseBusy, Transaction, TransactionLost

SCHEMA: Final = "jobs"
CHANNEL: Final = Channel("focus_jobs")
AGAIN_S: Final = 1.0
"""Seconds until a database that is away is asked again."""

Answer = TypeVar("Answer")


@cache
def names() -> DBSettings:
    """Every name is given, because PgQueuer takes those that are not from variables such as FUNCTION."""
    return DBSettings(
        prefix="",
        db_schema=SCHEMA,
        channel=CHANNEL,
        function="fn_pgqueuer_changed",
        statistics_table="pgqueuer_statistics",
        queue_status_type="pgqueuer_status",
        queue_table="pgqueuer",
        queue_table_log="pgqueuer_log",
        trigger="tg_pgqueuer_changed",
        schedules_table="pgqueuer_schedules",
    )


class _Woken(Queries):
    """What is put back wakes the process that did it, because no trigger does."""

    async def retry_job(self, job: Job, delay: timedelta, traceback_record: TracebackRecord | None) -> None:
        await super().retry_job(job, delay, traceback_record)
        if isinstance(self.driver, Patient):
            self.driver.wake()


def queries_on(driver: Driver) -> Queries:
    """PgQueuer's statements in our schema."""
    return _Woken(
        driver,
        QueryBuilderEnvironment(names()),
        QueryQueueBuilder(names()),
        QuerySchedulerBuilder(names()),
    )


class _Base(Driver):
    """What PgQueuer asks of a driver besides its statements."""

    def __init__(self) -> None:
        self._ended = asyncio.Event()
        self._tasks = TaskManager()
        self._listeners: list[NotifyCallback] = []

    @property
    def shutdown(self) -> asyncio.Event:
        return self._ended

    @property
    def tm(self) -> TaskManager:
        return self._tasks

    async def add_listener(self, channel: str, callback: NotifyCallback) -> None:
        self._listeners.append(callback)

    async def notify(self, channel: str, payload: str) -> None:
        """To this process alone; others are woken by the bus."""
        for callback in self._listeners:
            callback(payload)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listeners.clear()


class Within(_Base):
    """Statements inside a transaction of somebody else's."""

    def __init__(self, tx: Transaction) -> None:
        super().__init__()
        self._tx = tx

    async def fetch(self, query: str, *args: object) -> list[dict[str, object]]:
        return [dict(row) for row in await self._tx.fetch(query, *args)]

    async def execute(self, query: str, *args: object) -> str:
        return await self._tx.execute(query, *args)


class Patient(_Base):
    """Each statement in a transaction of its own, without a scope; waits while the database is away.

    So PgQueuer never hears of an outage, which it would answer by giving up what it was about to write.
    """

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database

    async def fetch(self, query: str, *args: object) -> list[dict[str, object]]:
        async def work(tx: Transaction) -> list[dict[str, object]]:
            return [dict(row) for row in await tx.fetch(query, *args)]

        return await self._patiently(work)

    async def execute(self, query: str, *args: object) -> str:
        async def work(tx: Transaction) -> str:
            return await tx.execute(query, *args)

        return await self._patiently(work)

    def wake(self) -> None:
        """There is work: look now."""
        event = TableChangedEvent(
            channel=CHANNEL, sent_at=utc_now(), type="table_changed_event", operation="insert", table=SCHEMA
        )
        for callback in self._listeners:
            callback(event.model_dump_json())

    async def _patiently(self, work: Callable[[Transaction], Awaitable[Answer]]) -> Answer:
        while not (self._ended.is_set() and self._database.away):
            try:
                async with self._database.unscoped() as tx:
                    return await work(tx)
            except (DatabaseAway, DatabaseBusy, TransactionLost):
                if self._ended.is_set():
                    raise
                with suppress(TimeoutError):
                    async with asyncio.timeout(AGAIN_S):
                        await self._ended.wait()
        raise DatabaseAway
