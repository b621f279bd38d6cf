"""The keeper: lists come by themselves when they are due, in a process of their own."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from focus.modules.search.lists import keeping
from focus.modules.search.lists.keeping import Keeper, due
from focus.modules.search.module import module
from tests.search.lists.files import HEADER, JEROEN, Listed
from tests.support.waiting import until

MAKE = Callable[..., Listed]


async def age(listed: Listed, hours: int) -> None:
    """As if its loads had begun so many hours earlier."""
    async with listed.database.transaction(listed.source.scope) as tx:
        await tx.execute(
            "update search.list_load set began = began - $1 * interval '1 hour' where source = $2",
            hours,
            listed.source.config.name,
        )


async def is_due(listed: Listed) -> bool:
    return await due(listed.database, [listed.source]) == [listed.source]


def said_in(file: Path) -> list[str]:
    """What was written into a file."""
    return file.read_text().splitlines() if file.exists() else []


def says(to: Path, then: str = "") -> list[str]:
    """A command that writes its process id and an environment variable into a file."""
    words = (
        f"import os, sys, time; print(os.getpid(), os.environ.get('SAID', '-'), file=open({str(to)!r}, 'a'))"
    )
    return [sys.executable, "-c", f"{words}; {then}"]


async def test_a_list_that_was_never_loaded_is_due(make: MAKE) -> None:
    assert await is_due(make(every="PT1H"))


async def test_a_list_is_due_again_when_its_time_has_passed(make: MAKE) -> None:
    listed = make(every="PT2H")
    await listed.load(HEADER, JEROEN)
    fresh = await is_due(listed)
    await age(listed, 1)
    later = await is_due(listed)
    await age(listed, 1)

    assert (fresh, later, await is_due(listed)) == (False, False, True)


async def test_a_list_that_is_read_otherwise_by_now_is_due(make: MAKE) -> None:
    listed = make(every="PT2H")
    await listed.load(HEADER, JEROEN)
    async with listed.database.transaction(listed.source.scope) as tx:
        await tx.execute(
            "update search.list_current set mapping = '' where source = $1", listed.source.config.name
        )

    assert await is_due(listed)


async def test_a_list_without_a_schedule_is_never_due(make: MAKE) -> None:
    assert not await is_due(make())


async def test_what_is_due_is_loaded_in_a_process_with_its_environment(make: MAKE, tmp_path: Path) -> None:
    listed, said = make(every="PT1H"), tmp_path / "said"
    environment = {**os.environ, "SAID": "here"}
    keeper = Keeper(listed.database, [listed.source], command=says(said), environment=environment)
    await keeper.load_due()

    process, word = said_in(said)[0].split()
    assert (int(process) != os.getpid(), word) == (True, "here")


async def test_what_is_not_due_is_left_alone(make: MAKE, tmp_path: Path) -> None:
    listed, said = make(every="PT1H"), tmp_path / "said"
    await listed.load(HEADER, JEROEN)
    keeper = Keeper(listed.database, [listed.source], command=says(said))
    await keeper.load_due()
    quiet = said_in(said)
    await age(listed, 2)
    await keeper.load_due()

    assert (quiet, len(said_in(said))) == ([], 1)


async def test_after_a_load_that_failed_it_tries_again_and_says_so(
    make: MAKE, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    listed, said = make(every="PT1H"), tmp_path / "said"
    with caplog.at_level(logging.WARNING, keeping.log.name):
        keeper = Keeper(listed.database, [listed.source], command=says(said, "sys.exit('the disk is full')"))
        await keeper.load_due()
        await keeper.load_due()

    assert len(said_in(said)) == 2
    assert "not all were loaded" in caplog.text
    assert "the disk is full" in caplog.text


async def test_when_the_job_is_broken_off_so_is_what_is_loading(make: MAKE, tmp_path: Path) -> None:
    listed, said = make(every="PT1H"), tmp_path / "said"
    keeper = Keeper(listed.database, [listed.source], command=says(said, "time.sleep(60)"))
    loading = asyncio.create_task(keeper.load_due())
    await until(lambda: bool(said_in(said)), seconds=20)
    loading.cancel()
    await asyncio.wait([loading])

    with pytest.raises(ProcessLookupError):
        os.kill(int(said_in(said)[0].split()[0]), 0)


def test_the_job_looks_each_minute_in_one_process() -> None:
    (job,) = (job for job in module.jobs if job.name == "load_due")
    assert (job.every, job.periodic, job.function) == (timedelta(minutes=1), True, keeping.load_due)
