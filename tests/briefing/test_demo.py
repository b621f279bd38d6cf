"""The demo has a briefing that somebody reads, and filling it again adds nothing."""

from __future__ import annotations

from pathlib import Path

from focus.core.registry.registry import Registry
from focus.server.demo import demo_id, seed_demo
from focus.server.running import streams
from tests.briefing.zone import BRIEFING, DUTY, SEARCH
from tests.identity.house import core_registry
from tests.support.database import temporary_database

COUNTS = """
select (select count(*) from briefing.item where state = 'published') as there,
  (select count(*) from briefing.item where state = 'expired') as ended,
  (select count(distinct language) from briefing.item) as languages,
  (select count(*) from briefing.item where origin_organisation is not null) as shared,
  (select count(*) from briefing.share where state = 'offered') as offered,
  (select count(distinct person_id) from briefing.receipt) >= 40 as read,
  (select count(*) from briefing.sighting) > 1 as seen
"""


async def test_the_demo_is_filled_once(tmp_path: Path) -> None:
    registry: Registry = core_registry(DUTY, SEARCH, BRIEFING)
    found = []
    async with temporary_database(tmp_path / "home", streams(registry)) as database:
        for _ in range(2):
            await seed_demo(database)
            async with database.transaction(demo_id("organisation", "5999")) as tx:
                found.append(tuple(await tx.fetchrow(COUNTS) or ()))
    assert found[0] == found[1] == (found[0][0], found[0][1], 3, 1, 1, True, True)
    assert found[0][0] > 10 and found[0][1] >= 1


async def test_without_the_module_the_demo_is_as_it_was(tmp_path: Path) -> None:
    async with temporary_database(tmp_path / "home", streams(core_registry())) as database:
        await seed_demo(database)
