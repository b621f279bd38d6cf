"""One run of a job, as PgQueuer calls it: never lets a message out, counts its tries, ends when told to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import msgspec
from pgqueuer.core.executors import (
    AbstractEntrypointExecutor,
    AbstractScheduleExecutor,
    EntrypointExecutorParameters,
    ScheduleExecutorFactoryParameters,
)
from pgqueuer.domain import models
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.types import CronEntrypoint, CronExpression

from focus.core import clock
from focus.core.database import DatabaseAway, DatabaseBusy
from focus.core.jobs.driver import SCHEMA, Patient
from focus.core.jobs.retrying import Retrying
from focus.core.jobs.timing import next_after
from focus.core.registry.declarations import Job

log = logging.getLogger("focus.jobs")

EXPRESSION: Final = CronExpression("* * * * *")
"""PgQueuer keeps one beside each name and asks no more of it than that it is one: see `Turn.next_in`."""

_BEGIN: Final = f"""update {SCHEMA}.pgqueuer set begun = begun + 1, dedupe_key = null where id = $1
  returning begun"""  # noqa: S608
_GIVE_BACK: Final = f"update {SCHEMA}.pgqueuer set begun = begun - 1 where id = $1"  # noqa: S608
_HASTEN: Final = f"update {SCHEMA}.pgqueuer_schedules set next_run = now() where id = $1"  # noqa: S608

Call = Callable[[], Awaitable[Any]]


class Dead(Exception):
    """Tried often enough; says the kind of the last failure and nothing that it said."""


@dataclass
class Hands:
    """The runs of this process that are under way."""

    ending: bool = False
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    async def run(self, name: str, call: Call) -> BaseException | None:
        """How it failed, None when it did not; a CancelledError when it was told to end."""
        if self.ending:
            return asyncio.CancelledError()
        task = asyncio.ensure_future(call())
        self._tasks.add(task)
        try:
            await asyncio.wait({task})
        finally:
            task.cancel()
            self._tasks.discard(task)
        failure = asyncio.CancelledError() if task.cancelled() else task.exception()
        if failure is not None and not self.ending:
            # Not its message and not its trace: both may quote a person.
            log.error("job %s failed: %s", name, type(failure).__qualname__)
        return failure

    def end(self) -> None:
        """Break off what is under way and begin nothing more."""
        self.ending = True
        for task in self._tasks:
            task.cancel()


class Turn(AbstractScheduleExecutor):
    """A periodic job's turn."""

    def __init__(self, name: str, job: Job, call: Call, hands: Hands, driver: Patient) -> None:
        super().__init__(
            ScheduleExecutorFactoryParameters(CronEntrypoint(name), EXPRESSION, _never, clean_old=False)
        )
        self._name, self._job, self._call, self._hands, self._driver = name, job, call, hands, driver

    async def execute(self, schedule: models.Schedule, context: models.ScheduleContext) -> None:
        """What was broken off is due again at once, for whichever process is there."""
        await self._hands.run(self._name, self._call)
        if self._hands.ending:
            await self._driver.execute(_HASTEN, schedule.id)

    def get_next(self) -> datetime:
        return next_after(self._job, clock.now())

    def next_in(self) -> timedelta:
        return self.get_next() - clock.now()


class Attempt(AbstractEntrypointExecutor):
    """A queued job's attempt."""

    def __init__(
        self,
        name: str,
        call: Callable[..., Awaitable[Any]],
        hands: Hands,
        driver: Patient,
        retrying: Retrying,
    ) -> None:
        super().__init__(EntrypointExecutorParameters(concurrency_limit=0, func=_never, on_failure="hold"))
        self._name, self._call, self._hands, self._driver = name, call, hands, driver
        self._retrying = retrying

    async def execute(self, job: models.Job, context: models.Context) -> None:
        """Raises RetryRequested or Dead.

        The try is counted before it begins, so what takes the process along dies too. From then on the same
        key may be put again, because this run may not see what that put belongs to any more.
        """
        row = await self._driver.fetch(_BEGIN, job.id)
        if not row:
            return
        tries = int(str(row[0]["begun"]))
        failure: BaseException | None = None
        if tries <= self._retrying.most:
            failure = await self._hands.run(self._name, lambda: self._call(**arguments_of(job)))
            if failure is None:
                return
        await self._after(job, tries, failure)

    async def _after(self, job: models.Job, tries: int, failure: BaseException | None) -> None:
        if self._hands.ending or isinstance(failure, DatabaseAway | DatabaseBusy):
            # Neither is its fault.
            await self._driver.execute(_GIVE_BACK, job.id)
            raise RetryRequested(timedelta() if self._hands.ending else self._retrying.first)
        kind = type(failure).__qualname__ if failure else "the process ended in it"
        if tries >= self._retrying.most:
            log.error("job %s is given up after %d tries; see focus jobs status", self._name, tries)
            raise Dead(kind)
        raise RetryRequested(self._retrying.rest(tries), kind)


def arguments_of(job: models.Job) -> dict[str, Any]:
    """As they were put: a text is a UUID."""
    given = msgspec.json.decode(job.payload or b"{}")
    arguments = {key: UUID(value) if isinstance(value, str) else value for key, value in given.items()}
    organisation = (job.headers or {}).get("organisation")
    if organisation is not None:
        arguments["organisation"] = UUID(str(organisation))
    return arguments


async def _never(*_: object) -> None:
    """PgQueuer wants a function where we have a method."""
