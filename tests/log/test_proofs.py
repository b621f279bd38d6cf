"""What was sealed can be proven, and stays provable."""

from __future__ import annotations

import pytest

from focus.core.log import NotSealed, UnknownEvent, prove_consistency, prove_inclusion
from focus.core.log.merkle import continues, includes
from focus.core.log.notes import open_checkpoint, origin_of
from tests.log.conftest import fill, note


@pytest.mark.parametrize("count", [1, 2, 255, 256, 257, 600])
async def test_each_event_is_proven_under_a_signed_checkpoint(database, keys, log, seal, zone, count):
    events = await fill(log, zone, count)
    await seal(most=100)
    public_key = await keys.public_key(zone)
    async with database.transaction(zone) as tx:
        for number in {0, count // 2, count - 1}:
            proof = await prove_inclusion(tx, events[number].id)
            signed = open_checkpoint(proof.checkpoint, origin=origin_of(zone), public_key=public_key)
            assert (proof.index, proof.size, signed.size, signed.root) == (number, count, count, proof.root)
            assert includes(proof.leaf, index=number, size=count, path=proof.path, root=signed.root)


async def test_the_log_is_shown_to_continue_every_earlier_checkpoint(database, log, seal, zone):
    await fill(log, zone, 300)
    await seal(most=37)
    async with database.transaction(zone) as tx:
        roots = dict(await tx.fetch("select size, root from log.checkpoint"))
        assert len(roots) == 9
        for old, root in roots.items():
            proof = await prove_consistency(tx, old=old, new=300)
            assert continues(old=old, old_root=root, new=300, new_root=roots[300], path=proof.path)


async def test_an_event_not_yet_sealed_says_so(database, log, zone):
    event = note(zone)
    await log.commit_now(event)
    async with database.transaction(zone) as tx:
        with pytest.raises(NotSealed):
            await prove_inclusion(tx, event.id)


async def test_an_unknown_event_says_so(database, zone):
    async with database.transaction(zone) as tx:
        with pytest.raises(UnknownEvent):
            await prove_inclusion(tx, zone)


async def test_no_consistency_is_claimed_beyond_the_log(database, log, seal, zone):
    await fill(log, zone, 3)
    await seal()
    async with database.transaction(zone) as tx:
        with pytest.raises(IndexError):
            await prove_consistency(tx, old=2, new=4)
