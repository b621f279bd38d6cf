"""The jobs that keep the jobs' own tables small."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from focus.core import clock
from focus.core.database import Stream
from focus.core.registry.declarations import Job

OWN: Final = "jobs"
"""The name before the dot; no module may have it."""

STREAM: Final = Stream(OWN, Path(__file__).parent / "migrations")
NOTED: Final = timedelta(days=14)


async def forget_runs(platform: Any) -> None:
    """What was noted of queued work goes after fourteen days; what was given up stays for the operator."""
    async with platform.database.unscoped() as tx:
        await tx.execute("delete from jobs.pgqueuer_log where created < $1", clock.now() - NOTED)


OWN_JOBS: Final = (Job(forget_runs, every=timedelta(hours=1)),)
