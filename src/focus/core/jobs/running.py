"""PgQueuer's two managers under our eyes: one for the clock, one for the queue."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any, Final

from pgqueuer.core.qm import QueueManager
from pgqueuer.core.sm import SchedulerManager
from pgqueuer.domain.models import CronExpressionEntrypoint
from pgqueuer.domain.types import CronEntrypoint

from focus.core.database import Database
from focus.core.jobs.attempts import EXPRESSION, Attempt, Hands, Turn
from focus.core.jobs.driver import AGAIN_S, CHANNEL, Patient, queries_on
from focus.core.jobs.retrying import Retrying
from focus.core.registry.declarations import Job

log = logging.getLogger("focus.jobs")

AT_ONCE: Final = 2
"""Queued jobs that one process takes in one go; it runs up to twice as many side by side."""

LOOK: Final = timedelta(seconds=30)
"""Between two looks at the queue when nobody wakes us."""

STOP_S: Final = 1.5
"""Seconds in which what was broken off is put back; after that the others find it by its silence."""

Run = Callable[..., Awaitable[Any]]
Manager = QueueManager | SchedulerManager


class Running:
    """From `start` to `stop`, whatever becomes of the database in between."""

    def __init__(self, database: Database, jobs: Mapping[str, Job], run: Run, retrying: Retrying) -> None:
        """`jobs`: by name, without those of each process. `run`: calls a job's function."""
        self._database, self._run, self._retrying = database, run, retrying
        self._periodic = {name: job for name, job in jobs.items() if job.periodic}
        self._queued = {name: job for name, job in jobs.items() if job.queue}
        self._hands = Hands()
        self._drivers: set[Patient] = set()
        self._managers: list[Manager] = []
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin; does not wait."""
        if self._periodic:
            self._tasks.append(asyncio.create_task(self._supervise(self._clock), name="jobs: clock"))
        if self._queued:
            self._tasks.append(asyncio.create_task(self._supervise(self._queue), name="jobs: queue"))

    async def stop(self) -> None:
        """End within two seconds."""
        self._hands.end()
        for manager in self._managers:
            manager.shutdown.set()
        for driver in self._drivers:
            driver.shutdown.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=STOP_S)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def wake(self) -> None:
        """Something was put."""
        for driver in self._drivers:
            driver.wake()

    async def _supervise(self, prepare: Callable[[Patient], Awaitable[Manager]]) -> None:
        while not self._hands.ending:
            driver = Patient(self._database)
            self._drivers.add(driver)
            try:
                manager = await prepare(driver)
                self._managers.append(manager)
                await _run(manager)
            except Exception as failure:
                log.error("jobs: %s", type(failure).__qualname__)  # noqa: TRY400 - a message may quote
                await asyncio.sleep(AGAIN_S)
            finally:
                self._drivers.discard(driver)
                self._managers = [each for each in self._managers if each.queries.driver is not driver]

    async def _clock(self, driver: Patient) -> SchedulerManager:
        manager = SchedulerManager(queries_on(driver))
        for name, job in self._periodic.items():
            key = CronExpressionEntrypoint(CronEntrypoint(name), EXPRESSION)
            manager.registry[key] = Turn(name, job, partial(self._run, job), self._hands, driver)
        first = {
            key: timedelta() if self._periodic[key.entrypoint].every else turn.next_in()
            for key, turn in manager.registry.items()
        }
        await manager.queries.insert_schedule(first)
        return manager

    async def _queue(self, driver: Patient) -> QueueManager:
        manager = QueueManager(queries_on(driver), CHANNEL)
        for name, job in self._queued.items():
            call = partial(self._run, job)
            manager.register_executor(name, Attempt(name, call, self._hands, driver, self._retrying))
        return manager


async def _run(manager: Manager) -> None:
    if isinstance(manager, SchedulerManager):
        await manager.run()
    else:
        await manager.run(
            dequeue_timeout=LOOK,
            batch_size=AT_ONCE,
            max_concurrent_tasks=2 * AT_ONCE,
            log_aggregation_interval=timedelta(),
        )
