"""Lawful erasure: the content goes, the proof stays, the act is logged."""

from __future__ import annotations

import pytest

from focus.core.ids import new_id
from focus.core.log import prove_inclusion
from focus.core.log.export import export_organisation
from focus.core.log.merkle import includes
from focus.core.log.verify import verify_organisation
from tests.log.conftest import fill, run_verifier


@pytest.fixture
async def erased(database, log, seal, zone):
    """The id of the fifth of ten events, erased after it was sealed."""
    events = await fill(log, zone, 10)
    await seal()
    async with database.transaction(zone) as tx:
        assert await log.erase(tx, events[4].id, by=new_id(), reason="retention")
    await seal()
    return events[4].id


async def test_the_proof_of_an_erased_event_stays_valid(erased, database, zone):
    async with database.transaction(zone) as tx:
        proof = await prove_inclusion(tx, erased)
    assert includes(proof.leaf, index=4, size=11, path=proof.path, root=proof.root)


async def test_a_log_with_a_lawful_erasure_verifies_both_ways(erased, database, keys, zone, tmp_path):
    report = await verify_organisation(database, keys, zone)
    assert (report.findings, report.erased) == ([], 1)
    bundle = await export_organisation(database, keys, zone, to=tmp_path / "bundle")
    answer = run_verifier(bundle)
    assert answer.returncode == 0, answer.stdout


async def test_content_salt_and_person_are_gone_from_the_row(erased, behind):
    row = await behind.fetchrow("select payload, person_id, leaf from log.event where id = $1", erased)
    assert (row["payload"], row["person_id"]) == (None, None)
    assert len(row["leaf"]) == 32


async def test_the_erasure_itself_is_an_event_with_its_reason(erased, database, log, zone):
    async with database.transaction(zone) as tx:
        (event,) = await log.events_of(tx, kinds=["log.PayloadErased"])
    assert event.what == {"event": str(erased), "reason": "retention"}


async def test_an_erased_event_is_not_read_back(erased, database, log, zone):
    async with database.transaction(zone) as tx:
        assert erased not in {event.id for event in await log.events_of(tx)}


async def test_erasing_twice_or_something_unknown_does_and_logs_nothing(erased, database, log, zone):
    async with database.transaction(zone) as tx:
        assert not await log.erase(tx, erased, by=None, reason="again")
        assert not await log.erase(tx, new_id(), by=None, reason="unknown")
        assert len(await log.events_of(tx, kinds=["log.PayloadErased"])) == 1
