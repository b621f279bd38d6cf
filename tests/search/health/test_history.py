"""The history of sources: what happened in five minutes, kept for thirty days, seen by those who may."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest

from focus.core import clock
from focus.core.database import Database
from focus.core.organisations.retention import erase
from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.engine import Engine, Outcome
from focus.modules.search.health.latency import place, quantile
from focus.modules.search.health.shown import SourceHealth
from focus.modules.search.health.views import health
from focus.modules.search.health.watch import Watch, slot_of
from focus.modules.search.module import module
from tests.search.connectors.servers import PLATE, Server

OFFICER = SimpleNamespace(organisation_id=uuid4())


async def asked(watch: Watch, source: ConfiguredSource, *, times: int = 1) -> None:
    engine = Engine(watch=watch)
    for _ in range(times):
        async for _ in engine.run(PLATE, [source], deadline_s=2.0):
            pass


async def sweep(database: Database) -> None:
    """Erase what is due by now."""
    platform: Any = SimpleNamespace(database=database)
    for rule in module.retention:
        if not rule.scoped:
            await erase(platform, module, rule, None)


async def seen(database: Database, *sources: ConfiguredSource, **more: Any) -> Mapping[str, SourceHealth]:
    """What the view says of these sources."""

    async def seen_by(_: object) -> Sequence[ConfiguredSource]:
        return sources

    search = SimpleNamespace(selection=SimpleNamespace(seen_by=seen_by))
    platform = SimpleNamespace(service=lambda _: search)
    async with database.unscoped() as tx:
        actor: Any = SimpleNamespace(tx=tx, platform=platform, language="en", principal=OFFICER)
        return {one.name: one for one in await health(actor, **more)}


def source(server: Server, way: str, **changed: Any) -> ConfiguredSource:
    return server.source(f"/{way}", name=f"cars-{uuid4().hex[:8]}", **changed)


async def test_what_a_source_did_is_counted(database: Database, server: Server) -> None:
    watch, good, empty = Watch(database), source(server, "found"), source(server, "empty")
    await asked(watch, good, times=3)
    await asked(watch, empty)
    await watch.write()
    told = await seen(database, good, empty)
    one = told[good.config.name]
    assert (one.asked, one.answered, one.failed, one.breaker_open) == (3, 3, {}, False)
    assert one.median_ms is not None
    assert one.last_good is not None
    assert told[empty.config.name].answered == 1


async def test_two_processes_add_to_one_row(database: Database, server: Server) -> None:
    good = source(server, "found")
    for watch in (Watch(database), Watch(database)):
        await asked(watch, good, times=2)
        await watch.write()
    told = (await seen(database, good, source=good.config.name))[good.config.name]
    assert told.answered == sum(slot.answered for slot in told.slots) == 4


async def test_failures_stand_under_their_reasons_and_an_open_breaker_is_seen(
    database: Database, server: Server
) -> None:
    watch, bad = Watch(database), source(server, "500", breaker={"failures": 2})
    await asked(watch, bad, times=1)
    engine = Engine(watch=watch)
    for _ in range(4):
        async for _ in engine.run(PLATE, [bad], deadline_s=2.0):
            pass
    await watch.write()
    told = (await seen(database, bad))[bad.config.name]
    assert (told.failed, told.breaker_open) == ({"status": 3, "breaker_open": 2}, True)
    assert told.last_good is None


async def test_a_source_that_changed_its_schema_is_seen_with_the_field(
    database: Database, server: Server
) -> None:
    watch, drifts = Watch(database), source(server, "wrong-schema")
    await asked(watch, drifts, times=2)
    await watch.write()
    (drift,) = (await seen(database, drifts))[drifts.config.name].drift
    assert (drift.path, drift.change, drift.found, drift.times) == ("vehicles", "missing", "nothing", 2)


async def test_a_missing_field_is_named_and_never_a_value(database: Database, server: Server) -> None:
    maps = [{"type": "vehicle", "each": "vehicles", "title": "{plate}", "required": ["vin"],
             "identifiers": {"plate": "plate"}}]  # fmt: skip
    watch, drifts = Watch(database), source(server, "found", map=maps)
    await asked(watch, drifts)
    await watch.write()
    told = (await seen(database, drifts))[drifts.config.name]
    assert [drift.path for drift in told.drift] == ["vin"]


async def test_thirty_days_are_kept(database: Database, server: Server) -> None:
    watch, old, bad = Watch(database), source(server, "found"), source(server, "500")
    now = clock.now()
    with clock.fixed(now - timedelta(days=29)):
        for each in (old, bad):
            await asked(watch, each)
        await watch.write()
    await sweep(database)
    assert (await seen(database, old, hours=720))[old.config.name].asked == 1
    with clock.fixed(now + timedelta(days=2)):
        await sweep(database)
    told = await seen(database, old, bad, hours=720)
    assert [one.asked for one in told.values()] == [0, 0]


async def test_what_could_not_be_written_is_written_later(database: Database, server: Server) -> None:
    watch, good = Watch(database), source(server, "found")
    await asked(watch, good)
    meanwhile = Engine(watch=watch).run(PLATE, [good], deadline_s=2.0)

    @asynccontextmanager
    async def breaks() -> AsyncIterator[None]:
        async for _ in meanwhile:
            pass
        raise ConnectionError
        yield

    unwilling: Any = SimpleNamespace(unscoped=breaks)
    watch._database = unwilling
    with pytest.raises(ConnectionError):
        await watch.write()
    watch._database = database
    await watch.write()
    assert (await seen(database, good))[good.config.name].answered == 2


def test_a_slot_begins_every_five_minutes() -> None:
    moment = datetime(2026, 11, 23, 12, 34, 56, 789, tzinfo=UTC)
    assert slot_of(moment) == datetime(2026, 11, 23, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize("ms", [1, 7, 40, 180, 900, 2_400, 7_900, 29_000])
def test_a_quantile_is_right_to_within_a_tenth(ms: int) -> None:
    counts = [0] * 57
    counts[place(ms)] = 10
    found = quantile(counts, 0.5)
    assert found is not None
    assert abs(found - ms) <= max(1, ms * 0.1)


def test_without_answers_there_is_no_median() -> None:
    assert quantile([0] * 57, 0.5) is None


def test_an_outcome_holds_no_value_of_an_answer() -> None:
    fields = {"source", "state", "ms", "reason", "records", "unread", "drifts"}
    assert fields == set(Outcome.__struct_fields__)
