"""Every module's jobs in this process: what is put into the queue, and what runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.bus import Bus
from focus.core.database import Database, Transaction
from focus.core.database.reading import Reading
from focus.core.jobs.own import OWN, OWN_JOBS
from focus.core.jobs.retrying import Retrying
from focus.core.registry.declarations import Job
from focus.core.registry.registry import Registry

if TYPE_CHECKING:
    from focus.core.jobs.running import Running

log = logging.getLogger("focus.jobs")

TOPIC: Final = "jobs"


class AtWork(Protocol):
    """Somebody inside a transaction: an actor."""

    @property
    def tx(self) -> Transaction: ...


class Jobs:
    """`platform.jobs`. Putting works at once, running from `start` to `stop`."""

    def __init__(
        self,
        registry: Registry,
        database: Database,
        bus: Bus,
        *,
        platform_of: Callable[[str], Any],
        retrying: Retrying | None = None,
    ) -> None:
        """`platform_of`: the platform as a module sees it."""
        self._database, self._bus, self._platform_of = database, bus, platform_of
        self._retrying = retrying or Retrying()
        declared = [(module.name, job) for module in registry for job in module.jobs]
        declared += [(OWN, job) for job in OWN_JOBS]
        self._modules = {job: module for module, job in declared}
        self._running: Running | None = None
        self._timers: list[asyncio.Task[None]] = []
        bus.subscribe(TOPIC, self._wake)

    def name_of(self, job: Job) -> str:
        """`search.load_due`. Raises KeyError for a job that no installed module declares."""
        return f"{self._modules[job]}.{job.name}"

    async def put(
        self,
        scope: Transaction | AtWork,
        job: Job,
        arguments: Mapping[str, UUID | int] | None = None,
        *,
        not_before: datetime | None = None,
        key: UUID | int | None = None,
    ) -> None:
        """Have it run once this transaction is committed; with a rollback it was never put.

        `arguments`: ids and numbers that mean nothing by themselves. The queue is no place for personal
        data: it stands outside the records' rights, log and erasure. `key`: while one with this key waits
        to be begun, another is not put; it will see what this transaction wrote, too. In a transaction
        without a scope it belongs to no organisation. Raises TypeError, ValueError.
        """
        tx = scope if isinstance(scope, Transaction) else scope.tx
        if not job.queue:
            raise ValueError(f"{job.name} is not for the queue")
        if isinstance(tx, Reading):
            raise TypeError("work is put in a transaction, not while reading")
        for name, value in (arguments or {}).items():
            if not isinstance(value, UUID | int):
                raise TypeError(f"{name} is {type(value).__name__}; the queue takes ids and numbers only")
        await self._insert(tx, self.name_of(job), arguments or {}, not_before, key)
        tx.after_commit(partial(self._bus.publish, TOPIC, "put"))

    async def _insert(
        self,
        tx: Transaction,
        name: str,
        arguments: Mapping[str, UUID | int],
        not_before: datetime | None,
        key: UUID | int | None,
    ) -> None:
        from focus.core.jobs.driver import Within, queries_on

        organisation = tx.organisation.hex if tx.organisation else None
        # Not `skip`: that would not lock the one that waits, which could then begin before this commits.
        await queries_on(Within(tx)).enqueue(
            name,
            msgspec.json.encode(arguments),
            execute_after=max(not_before - clock.now(), timedelta()) if not_before else None,
            dedupe_key=None if key is None else f"{name} {organisation} {key}",
            headers={"organisation": organisation} if organisation else None,
            on_conflict="update_priority",
        )

    async def run(self, job: Job, **arguments: Any) -> Any:
        """Its function, once, here and now, with what it raises: for commands and tests."""
        return await job.function(self._platform_of(self._modules[job]), **arguments)

    async def start(self) -> None:
        """Begin to run what is due and what is put."""
        for job in self._modules:
            if job.per_process:
                self._timers.append(asyncio.create_task(self._time(job), name=self.name_of(job)))
        shared = {self.name_of(job): job for job in self._modules if not job.per_process}
        if shared:
            from focus.core.jobs.running import Running

            self._running = Running(self._database, shared, self.run, self._retrying)
            self._running.start()

    async def stop(self) -> None:
        """Break off what runs: it is due again, here or in another process."""
        for timer in self._timers:
            timer.cancel()
        for timer in self._timers:
            with suppress(asyncio.CancelledError):
                await timer
        self._timers.clear()
        if self._running is not None:
            await self._running.stop()
            self._running = None

    async def _time(self, job: Job) -> None:
        assert job.every is not None
        while True:
            await asyncio.sleep(job.every.total_seconds())
            try:
                await self.run(job)
            except Exception as failure:
                # Not its message and not its trace: both may quote a person.
                log.error("job %s failed: %s", self.name_of(job), type(failure).__qualname__)  # noqa: TRY400

    def _wake(self, _: str) -> None:
        if self._running is not None:
            self._running.wake()
