"""Door 3: tasks and purposes from before references said who gave them get sensible values."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.database import Database, Stream, migrate
from focus.core.ids import new_id
from focus.core.organisations.store import organisations
from focus.server.running import streams
from tests.organisations.town import LONG_AGO, registry
from tests.support.cluster import fresh_database

ALL = streams(registry())
TASKS = {
    "C-0007": ("control", "control"),
    "C-0099": ("control", "self"),
    "C-0000": ("control", "self"),
    "W-0001": ("check", "control"),
    "I-0001": ("incident", "self"),
    "LE.11.F1.004211/2026": ("case", "self"),
    "C-12": ("control", "self"),
    "C-0003": ("check", "self"),
}
"""Reference → kind of the task, and who gave it as far as one can tell: the counter stood at 7, 1 and 1."""


@pytest.fixture
async def old(tmp_path: Path) -> AsyncIterator[tuple[str, UUID]]:
    """A database as it was before, with a zone at work; its address and the zone."""
    folder = tmp_path / "old"
    new = next(stream for stream in ALL if stream.name == "purposes").folder
    shutil.copytree(new, folder, ignore=shutil.ignore_patterns("0004*"))
    before = [Stream("purposes", folder) if stream.name == "purposes" else stream for stream in ALL]
    async with (
        fresh_database(tmp_path, before) as url,
        Database.open(tmp_path, url, pool_size=2) as database,
    ):
        yield url, await zone_at_work(database)


async def zone_at_work(database: Database) -> UUID:
    zone = new_id()
    async with database.transaction(zone) as tx:
        await organisations.found(
            tx, id=zone, kind="zone", code="5999", names={"nl": "PZ Oud"}, valid_from=LONG_AGO
        )
        await tx.execute(
            """insert into purposes.counter (organisation_id, kind, last)
               values (focus.must_scope(), 'control', 7), (focus.must_scope(), 'check', 1),
                 (focus.must_scope(), 'incident', 1)"""
        )
        for reference, (kind, _) in TASKS.items():
            await tx.execute(
                """insert into purposes.task (organisation_id, id, person_id, post_id, kind, reference, title,
                     purpose_code, started_at)
                   values (focus.must_scope(), $1, $2, $2, $3, $4, 'Vroeger', 'traffic_check', $5)""",
                new_id(), new_id(), kind, reference, clock.now(),
            )  # fmt: skip
        await tx.execute("update purposes.purpose set reference = 'none' where code = 'arrest'")
    return zone


async def test_old_tasks_and_purposes_say_who_gave_what_and_whose_count(
    old: tuple[str, UUID], tmp_path: Path
) -> None:
    url, zone = old
    async with Database.open(tmp_path, url, pool_size=2) as database:
        await migrate(database, ALL)
        async with database.transaction(zone) as tx:
            tasks = await tx.fetch("select reference, issuer, reason from purposes.task")
            purposes = await tx.fetch("select code, accepts from purposes.purpose")
    assert {row["reference"]: row["issuer"] for row in tasks} == {
        reference: issuer for reference, (_, issuer) in TASKS.items()
    }
    assert {row["reason"] for row in tasks} == {None}
    accepts = {row["code"]: row["accepts"] for row in purposes}
    assert accepts["incident"] == ["incident", "case", "self"]
    assert accepts["own_entry"] == ["case", "self"]
    assert accepts["traffic_check"] == accepts["arrest"] == ["incident", "case", "control", "self"]
