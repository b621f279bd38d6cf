"""`focus jobs status` and `focus jobs again`: what the operator sees of jobs, and does about them."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import datetime
from typing import Any, TextIO

from focus.core.clock import BRUSSELS
from focus.core.database import Database

_PERIODIC = "select entrypoint, status::text, last_run, next_run from jobs.pgqueuer_schedules order by 1"
_QUEUED = """select entrypoint, status::text, count(*) as times, min(created) as oldest,
    max(begun) as tries from jobs.pgqueuer group by 1, 2 order by 1, 2"""
_REASONS = """select distinct on (q.id) q.entrypoint, l.traceback->>'exception_message' as reason
    from jobs.pgqueuer q join jobs.pgqueuer_log l on l.job_id = q.id
    where q.status = 'failed' and l.status = 'failed' order by q.id, l.created desc"""
_WORDS = {"queued": "waiting", "picked": "under way", "failed": "GIVEN UP"}


async def status(platform: Any, _: Namespace) -> int:
    """0; 1 when something was given up."""
    return await status_command(platform.database)


async def again(platform: Any, arguments: Namespace) -> int:
    """0; 2 when nothing of that name was given up."""
    return await again_command(platform.database, arguments.name)


async def status_command(database: Database, *, out: TextIO | None = None) -> int:
    """When each ran last and comes next, what waits, what was given up and of which kind it failed."""
    to = out or sys.stdout
    async with database.unscoped(readonly=True) as tx:
        periodic, queued = await tx.fetch(_PERIODIC), await tx.fetch(_QUEUED)
        reasons = await tx.fetch(_REASONS)
    for row in periodic:
        state = "under way" if row["status"] == "picked" else f"next {_told(row['next_run'])}"
        to.write(f"{row['entrypoint']}: last {_told(row['last_run'])}, {state}\n")
    for row in queued:
        word = _WORDS.get(row["status"], row["status"])
        to.write(f"{row['entrypoint']}: {row['times']} {word}, oldest of {_told(row['oldest'])}\n")
    for name, kinds in _kinds(reasons).items():
        to.write(f"  {name} failed by {', '.join(kinds)}; focus jobs again {name} tries it again\n")
    if not queued:
        to.write("nothing waits\n")
    return 1 if any(row["status"] == "failed" for row in queued) else 0


async def again_command(database: Database, name: str, *, out: TextIO | None = None) -> int:
    """Put what was given up back; a running server takes it within half a minute."""
    to = out or sys.stdout
    async with database.unscoped() as tx:
        tag = await tx.execute(
            """update jobs.pgqueuer set status = 'queued', begun = 0, attempts = 0, execute_after = now(),
                 updated = now(), queue_manager_id = null
               where entrypoint = $1 and status = 'failed'""",
            name,
        )
    times = int(tag.rpartition(" ")[2])
    to.write(f"{times} put back\n")
    return 0 if times else 2


def _kinds(rows: list[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        kinds = found.setdefault(row["entrypoint"], [])
        if row["reason"] not in kinds:
            kinds.append(row["reason"])
    return found


def _told(moment: datetime | None) -> str:
    return f"{moment.astimezone(BRUSSELS):%Y-%m-%d %H:%M:%S}" if moment else "never"
