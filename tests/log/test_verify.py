"""Requirement 5: what is done to the rows behind our back is found, by us and by the offline verifier."""

from __future__ import annotations

from datetime import timedelta

import pytest

from focus.core import clock
from focus.core.ids import new_id
from focus.core.log.commands import verify_command
from focus.core.log.envelope import seal as seal_envelope
from focus.core.log.events import LogEvent, canonical
from focus.core.log.export import export_organisation
from focus.core.log.keyring import Keyring
from focus.core.log.verify import verify_organisation
from tests.log.conftest import fill, note, run_verifier

COUNT = 300
AT_7 = "(select event_id from log.leaf where organisation_id = $1 and position = 7)"


@pytest.fixture
async def sealed(log, seal, zone):
    """300 events under checkpoints of 50, 100, … 300."""
    events = await fill(log, zone, COUNT)
    await seal(most=50)
    return events


@pytest.fixture
def ours(database, keys, zone):
    async def ours(*, known=()) -> set[str]:
        """What the verification in the database finds."""
        report = await verify_organisation(database, keys, zone, known=known)
        return {finding.code for finding in report.findings}

    return ours


@pytest.fixture
def offline(database, keys, zone, tmp_path):
    async def offline(*options) -> set[str]:
        """What the standalone verifier finds in an export."""
        bundle = await export_organisation(database, keys, zone, to=tmp_path / str(new_id()))
        answer = run_verifier(bundle, *options)
        faults = {
            line.split()[1].rstrip(":") for line in answer.stdout.splitlines() if line.startswith("FAULT ")
        }
        assert (answer.returncode, answer.stderr) == (1 if faults else 0, "")
        return faults

    return offline


@pytest.fixture
def tamper(behind, zone):
    async def tamper(*statements: str) -> None:
        async with behind.transaction():
            for statement in statements:
                await behind.execute(statement, zone)

    return tamper


async def test_an_untouched_log_verifies_both_ways(sealed, ours, offline):
    assert await ours() == set()
    assert await offline() == set()


async def test_requirement_5_a_flipped_bit_in_the_content_is_found(sealed, tamper, ours, offline):
    await tamper(
        f"update log.event set payload = set_bit(payload, 200, 1 - get_bit(payload, 200)) where id = {AT_7}"
    )
    assert await ours() == {"changed"}
    assert "changed" in await offline()


async def test_content_exchanged_by_somebody_who_has_the_data_key_is_found(
    sealed, database, keys, behind, zone, ours, offline
):
    data_key = await Keyring(database, keys).ensure(zone)
    other = LogEvent(
        organisation_id=zone, id=sealed[7].id, at=sealed[7].at, kind=sealed[7].kind, what={"n": 8}
    )
    fresh = seal_envelope(canonical(other), data_key=data_key.key, organisation=zone, event=other.id)
    await behind.execute("update log.event set payload = $2 where id = $1", other.id, fresh.payload)
    assert await ours() == {"changed"}
    assert await offline() == {"changed"}
    await behind.execute("update log.event set leaf = $2 where id = $1", other.id, fresh.leaf)
    assert await ours() == {"changed"}
    assert await offline() == {"changed"}


async def test_a_change_carried_through_to_leaf_and_tile_is_found(sealed, tamper, ours, offline):
    await tamper(
        f"update log.event set leaf = sha256('x') where id = {AT_7}",
        "update log.leaf set hash = sha256('\\x00'::bytea || sha256('x'))"
        " where organisation_id = $1 and position = 7",
        "update log.tile set hashes = overlay(hashes placing sha256('\\x00'::bytea || sha256('x')) from 225)"
        " where organisation_id = $1 and level = 0",
    )
    assert {"changed", "root"} <= await ours()
    assert {"changed", "root"} <= await offline()


async def test_requirement_5_a_deleted_event_is_found(sealed, tamper, ours, offline):
    await tamper(f"delete from log.event where id = {AT_7}")
    assert await ours() == {"deleted"}
    assert await offline() == {"deleted"}


@pytest.mark.parametrize("position", [7, 280])
async def test_an_event_deleted_with_its_leaf_is_found(sealed, tamper, ours, offline, position):
    await tamper(
        "delete from log.event where id in"
        f" (select event_id from log.leaf where organisation_id = $1 and position = {position})",
        f"delete from log.leaf where organisation_id = $1 and position = {position}",
    )
    assert {"deleted", "root"} <= await ours()
    assert "deleted" in await offline()


async def test_requirement_5_two_events_that_changed_places_are_found(sealed, tamper, ours, offline):
    for start, end in ((7, 100_007), (8, 7), (100_007, 8)):
        await tamper(
            f"update log.leaf set position = {end} where organisation_id = $1 and position = {start}"
        )
    assert {"reordered", "root"} <= await ours()
    assert "reordered" in await offline()


async def test_a_place_in_time_that_was_changed_is_found(sealed, tamper, ours):
    await tamper(f"update log.event set xid = '5'::xid8 where id = {AT_7}")
    assert await ours() == {"reordered"}


@pytest.mark.parametrize(
    "column", ["kind = 'x.Y'", "at = at - interval '1 day'", "person_id = gen_random_uuid()"]
)
async def test_a_column_that_says_something_else_than_the_content_is_found(sealed, tamper, ours, column):
    await tamper(f"update log.event set {column} where id = {AT_7}")
    assert await ours() == {"changed"}


async def test_an_event_put_among_those_already_sealed_is_found(sealed, tamper, ours):
    await tamper(
        "insert into log.event (organisation_id, id, xid, seq, at, kind, leaf, key_version)"
        " overriding system value"
        f" select $1, gen_random_uuid(), xid, seq, at, kind, leaf, 1 from log.event where id = {AT_7}"
    )
    assert await ours() == {"inserted"}


async def test_content_removed_without_a_logged_erasure_is_found(sealed, tamper, ours, offline):
    await tamper(f"update log.event set payload = null, person_id = null where id = {AT_7}")
    assert await ours() == {"erased"}
    assert await offline() == {"changed"}


async def test_a_deleted_tile_is_found(sealed, tamper, ours):
    await tamper("delete from log.tile where organisation_id = $1")
    assert await ours() == {"deleted"}


async def test_a_checkpoint_signed_by_nobody_is_found(sealed, tamper, ours, offline):
    await tamper(
        "update log.checkpoint set note = overlay(note placing 'AAAA' from length(note) - 20 for 4)"
        " where organisation_id = $1 and size = 300"
    )
    assert {"signature", "changed"} <= await ours()
    assert "signature" in await offline()


async def test_events_that_a_crash_left_unsealed_are_told_apart_from_damage(
    database, keys, sealed, seal, log, zone, capsys
):
    code = str(zone)
    with clock.fixed(clock.now() - timedelta(minutes=2)):
        await log.commit_now(note(zone))
    report = await verify_organisation(database, keys, zone)
    assert report.ok and report.waits_since is not None
    assert await verify_command(database, keys, code=code) == 3
    told = capsys.readouterr().out
    assert told.startswith("WAITING") and "no damage" in told
    await seal()
    assert await verify_command(database, keys, code=code) == 0
    assert capsys.readouterr().out.startswith("OK")


async def test_damage_is_damage_while_events_wait_too(database, keys, sealed, log, zone, tamper, capsys):
    with clock.fixed(clock.now() - timedelta(minutes=2)):
        await log.commit_now(note(zone))
    await tamper(f"update log.event set payload = null, person_id = null where id = {AT_7}")
    assert await verify_command(database, keys, code=str(zone)) == 1
    assert capsys.readouterr().out.startswith("FAULTS")


async def _cut_to_250(tamper) -> None:
    await tamper(
        "delete from log.event where id in"
        " (select event_id from log.leaf where organisation_id = $1 and position >= 250)",
        "delete from log.leaf where organisation_id = $1 and position >= 250",
        "delete from log.tile where organisation_id = $1",
        "delete from log.checkpoint where organisation_id = $1 and size > 250",
    )


@pytest.fixture
async def kept(sealed, behind, zone, tmp_path):
    """The checkpoint of 300 events, as a witness kept it."""
    found = await behind.fetchval(
        "select note from log.checkpoint where organisation_id = $1 and size = 300", zone
    )
    (tmp_path / "kept").write_text(found)
    return found


async def test_a_tail_cut_off_with_its_checkpoints_is_found_by_whoever_kept_one(
    kept, tamper, ours, offline, tmp_path
):
    await _cut_to_250(tamper)
    assert await ours(known=[kept]) == {"deleted"}
    assert await offline("--checkpoint", str(tmp_path / "kept")) == {"deleted"}


async def test_requirement_6_a_fork_signed_with_the_right_key_is_found_by_whoever_kept_a_checkpoint(
    kept, tamper, log, seal, zone, ours, offline, tmp_path
):
    await _cut_to_250(tamper)
    await fill(log, zone, 60)
    await seal()
    assert await ours() == set()
    assert await ours(known=[kept]) == {"fork"}
    assert await offline("--checkpoint", str(tmp_path / "kept")) == {"fork"}


async def test_a_log_that_goes_on_honestly_continues_the_checkpoint_that_was_kept(
    kept, log, seal, zone, ours, offline, tmp_path
):
    await fill(log, zone, 60)
    await seal()
    assert await ours(known=[kept]) == set()
    assert await offline("--checkpoint", str(tmp_path / "kept")) == set()
