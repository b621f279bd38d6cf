"""A quota is kept over restarts, and a source whose quota is used up was not asked: never "nothing known"."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from focus.core import clock
from focus.core.database import Database
from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.engine import Engine, Outcome
from focus.modules.search.health.quotas import KeptQuotas
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.quota import Quota
from tests.search.connectors.servers import PLATE, Server

ZONE, OTHER = uuid4(), uuid4()


def source(server: Server, **quota: float) -> ConfiguredSource:
    return server.source("/found", name=f"cars-{uuid4().hex[:8]}", quota=quota, deadline_ms=3_000)


async def ask(database: Database, asked: ConfiguredSource, organisation: UUID = ZONE) -> Outcome:
    """One question as after a restart."""
    engine = Engine(quotas=KeptQuotas(database))
    round_ = engine.run(PLATE, [asked], deadline_s=3.0, organisation=organisation)
    return [outcome async for outcome in round_ if outcome.state != "slow"][-1]


async def test_a_used_up_quota_is_a_failure_with_its_reason_and_asks_nobody(
    database: Database, server: Server
) -> None:
    asked = source(server, per_day=2)
    states = [(one.state, one.reason) for one in [await ask(database, asked) for _ in range(3)]]
    assert states == [("answered", ""), ("answered", ""), ("failed", "quota")]
    assert server.asked["found"] == 2
    await asked.close()


async def test_an_organisation_that_used_up_its_own_takes_nothing_from_another(
    database: Database, server: Server
) -> None:
    asked = source(server, per_day_organisation=1)
    who = (ZONE, ZONE, OTHER)
    assert [(await ask(database, asked, one)).reason for one in who] == ["", "quota", ""]
    await asked.close()


async def test_a_question_that_the_whole_quota_refuses_does_not_count_for_the_organisation(
    database: Database,
) -> None:
    quotas, name = KeptQuotas(database), f"s-{uuid4().hex}"
    await quotas.take(name, Quota(per_day=1), OTHER, 0.0)
    for _ in range(3):
        with pytest.raises(SourceFailed, match="quota"):
            await quotas.take(name, Quota(per_day=1, per_day_organisation=5), ZONE, 0.0)
    async with database.transaction(ZONE) as tx:
        assert await tx.fetchval("select count(*) from search.asked_by where source = $1", name) == 0


async def test_questions_at_once_never_pass_the_quota(database: Database) -> None:
    quotas, name, quota = KeptQuotas(database), f"s-{uuid4().hex}", Quota(per_day=5)
    tries = [quotas.take(name, quota, ZONE, 0.0) for _ in range(12)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert outcomes.count(None) == 5


async def test_a_new_day_begins_anew(database: Database) -> None:
    quotas, name, quota = KeptQuotas(database), f"s-{uuid4().hex}", Quota(per_day=1)
    await quotas.take(name, quota, ZONE, 0.0)
    with pytest.raises(SourceFailed, match="quota"):
        await quotas.take(name, quota, ZONE, 0.0)
    with clock.fixed(clock.now() + timedelta(days=1)):
        await quotas.take(name, quota, ZONE, 0.0)
        with pytest.raises(SourceFailed, match="quota"):
            await quotas.take(name, quota, ZONE, 0.0)


async def test_a_used_up_quota_opens_no_breaker(database: Database, server: Server) -> None:
    asked = source(server, per_day=1)
    engine = Engine(quotas=KeptQuotas(database))
    for _ in range(8):
        round_ = engine.run(PLATE, [asked], deadline_s=3.0, organisation=ZONE)
        last = [outcome async for outcome in round_][-1]
    assert (last.reason, engine.guard(asked).breaker.failed) == ("quota", 0)
    await asked.close()


async def test_more_questions_a_second_than_agreed_wait_or_are_busy(database: Database) -> None:
    quotas, name, quota = KeptQuotas(database), f"s-{uuid4().hex}", Quota(per_second=20)
    now = asyncio.get_running_loop().time()
    outcomes = await asyncio.gather(
        *(quotas.take(name, quota, ZONE, now + 0.21) for _ in range(12)), return_exceptions=True
    )
    busy = [one for one in outcomes if isinstance(one, SourceFailed) and one.reason == "busy"]
    assert (outcomes.count(None), len(busy)) == (5, 7)
