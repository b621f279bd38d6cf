"""The bundle: what is in it, and that the verifier does not believe one that was worked on."""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
import tracemalloc
import zipfile
from os import urandom

import pytest

from focus.core.log import LogEvent, envelope
from focus.core.log.commands import export_command, verify_command
from focus.core.log.export import NothingToExport, export_organisation
from focus.core.log.merkle import leaf_hash
from tests.log.conftest import PACKAGE, fill, note, run_verifier


@pytest.fixture
async def events(log, seal, zone):
    events = await fill(log, zone, 300)
    await seal(most=100)
    return events


@pytest.fixture
async def bundle(events, database, keys, zone, tmp_path):
    return await export_organisation(database, keys, zone, to=tmp_path / "bundle")


def lines_of(bundle) -> list[dict]:
    return [json.loads(line) for line in (bundle / "events.ndjson").read_text("utf-8").splitlines()]


def write_lines(bundle, lines) -> None:
    (bundle / "events.ndjson").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def faults_of(answer) -> set[str]:
    return {line.split()[1].rstrip(":") for line in answer.stdout.splitlines() if line.startswith("FAULT ")}


def test_the_verifier_has_fewer_than_300_lines():
    assert len((PACKAGE / "focus_log_verify.py").read_text("utf-8").splitlines()) < 300


def test_a_bundle_verifies_from_inside_without_being_told_where_it_is(bundle):
    answer = run_verifier(bundle)
    assert answer.returncode == 0, answer.stdout


def test_the_contents_are_in_the_bundle_in_clear_and_in_order(bundle, events):
    assert [json.loads(line["payload"])["id"] for line in lines_of(bundle)] == [
        str(event.id) for event in events
    ]


def test_the_entry_bundles_hash_to_the_leaves_of_the_tiles(bundle):
    for name in ("000", "001.p/44"):
        entries, hashes = (
            (bundle / "tile/entries" / name).read_bytes(),
            (bundle / "tile/0" / name).read_bytes(),
        )
        split = [entries[i : i + 34] for i in range(0, len(entries), 34)]
        assert all(entry[:2] == b"\x00\x20" for entry in split)
        assert b"".join(leaf_hash(entry[2:]) for entry in split) == hashes


async def test_a_zip_verifies_like_a_folder(events, database, keys, zone, tmp_path):
    path = await export_organisation(database, keys, zone, to=tmp_path / "bundle.zip")
    assert run_verifier(path).returncode == 0
    with zipfile.ZipFile(path) as archive:
        assert "focus_log_verify.py" in archive.namelist()


async def test_an_export_of_single_events_holds_nothing_of_the_others(events, database, keys, zone, tmp_path):
    chosen = [events[3].id, events[290].id]
    path = await export_organisation(database, keys, zone, to=tmp_path / "two", events=chosen)
    answer = run_verifier(path)
    assert answer.returncode == 0
    assert "2 of 300 events" in answer.stdout
    assert [line["id"] for line in lines_of(path)] == [str(event) for event in chosen]
    assert not (path / "tile").exists()


async def test_nothing_sealed_is_nothing_to_export(database, log, keys, zone, tmp_path):
    await log.commit_now(note(zone))
    with pytest.raises(NothingToExport):
        await export_organisation(database, keys, zone, to=tmp_path / "bundle")


async def test_an_export_never_overwrites(bundle, database, keys, zone):
    with pytest.raises(FileExistsError):
        await export_organisation(database, keys, zone, to=bundle)


def test_a_word_changed_in_a_bundle_is_found(bundle):
    path = bundle / "events.ndjson"
    path.write_text(path.read_text("utf-8").replace("1-ABC-123", "1-XYZ-999", 1), "utf-8")
    assert "changed" in faults_of(run_verifier(bundle))


def test_a_line_removed_from_a_bundle_is_found(bundle):
    write_lines(bundle, [line for line in lines_of(bundle) if line["index"] != 5])
    assert faults_of(run_verifier(bundle)) == {"deleted"}


def test_two_lines_that_changed_places_are_found(bundle):
    lines = lines_of(bundle)
    lines[5]["index"], lines[6]["index"] = 6, 5
    write_lines(bundle, lines)
    assert "reordered" in faults_of(run_verifier(bundle))


def test_a_line_repeated_under_another_index_is_found(bundle):
    lines = lines_of(bundle)
    write_lines(bundle, [*lines, lines[5] | {"index": 300}])
    assert "inserted" in faults_of(run_verifier(bundle))


def test_an_erasure_that_nobody_logged_is_found(bundle):
    lines = lines_of(bundle)
    lines[5] |= {"salt": None, "payload": None}
    write_lines(bundle, lines)
    assert faults_of(run_verifier(bundle)) == {"changed"}


@pytest.fixture
def salts_that_end_in_a_space(monkeypatch):
    def fresh(size):
        octets = urandom(size)
        return octets[:31] + b" " + octets[32:]

    monkeypatch.setattr(envelope, "urandom", fresh)


def test_bytes_moved_between_salt_and_content_are_found(salts_that_end_in_a_space, bundle):
    """The space that moves leaves JSON that reads the same, and the same octets under the hash."""
    lines = lines_of(bundle)
    salt, payload = base64.b64decode(lines[5]["salt"]), lines[5]["payload"]
    lines[5] |= {"salt": base64.b64encode(salt[:-1]).decode(), "payload": salt[-1:].decode() + payload}
    write_lines(bundle, lines)
    assert faults_of(run_verifier(bundle)) == {"changed"}


@pytest.mark.parametrize("place", ["tile/0/000", "tile/0/001.p/44", "checkpoint", "checkpoints.ndjson"])
def test_a_changed_byte_in_any_signed_file_is_found(bundle, place):
    content = bytearray((bundle / place).read_bytes())
    where = content.index(b"\n") - 5 if place.startswith("checkpoint") else 100
    where = len(content) - 30 if place == "checkpoint" else where
    content[where] = ord("A") if content[where] != ord("A") else ord("B")
    (bundle / place).write_bytes(content)
    assert faults_of(run_verifier(bundle)) & {"root", "signature"}


def test_a_log_forged_whole_under_another_key_is_found_by_whoever_knows_the_key(bundle):
    key = json.loads((bundle / "log.json").read_text())["key"]
    assert run_verifier(bundle, "--key", key).returncode == 0
    assert faults_of(run_verifier(bundle, "--key", key[:-4] + "AAAA")) == {"key"}


@pytest.mark.parametrize("missing", ["log.json", "events.ndjson", "checkpoint", "tile"])
def test_an_incomplete_bundle_is_unreadable_rather_than_good(bundle, missing):
    path = bundle / missing
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert run_verifier(bundle).returncode == 2


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": "focus-log-1"}', "\x00\xff"])
def test_garbage_is_unreadable_rather_than_good(bundle, content):
    (bundle / "log.json").write_text(content, "utf-8")
    answer = run_verifier(bundle)
    assert (answer.returncode, answer.stderr) == (2, "")


async def test_the_commands_say_ok_and_write_the_bundle(events, database, keys, log, zone, tmp_path, capsys):
    assert await verify_command(database, keys, code=str(zone)) == 0
    assert await export_command(database, keys, log=log, code=str(zone), to=tmp_path / "out.zip") == 0
    assert f"OK {zone}: 300 events sealed" in capsys.readouterr().out
    assert run_verifier(tmp_path / "out.zip").returncode == 0


async def test_an_export_is_itself_in_the_log(events, database, keys, log, zone, tmp_path):
    await export_command(database, keys, log=log, code=str(zone), to=tmp_path / "out")
    async with database.transaction(zone) as tx:
        newest, *_ = await log.events_of(tx, kinds=("log.Exported",), limit=1)
    assert newest.what == {"bundle": "out", "events": "all", "by": "operator"}


async def test_the_commands_do_not_guess_an_organisation(database, keys, log, tmp_path, capsys):
    assert await verify_command(database, keys, code="nowhere") == 2
    assert await export_command(database, keys, log=log, code="nowhere", to=tmp_path / "out") == 2
    assert not (tmp_path / "out").exists()


async def test_a_long_log_is_never_in_memory_as_a_whole(database, keys, log, seal, zone, tmp_path):
    big = "x" * 40_000
    await log.commit_now(note(zone))
    for _ in range(6):
        events = [LogEvent(organisation_id=zone, kind="x.Y", what={"big": big}) for _ in range(100)]
        await asyncio.gather(*map(log.commit_now, events))
    await seal(most=100)
    tracemalloc.start()
    try:
        bundle = await export_organisation(database, keys, zone, to=tmp_path / "bundle")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (bundle / "events.ndjson").stat().st_size > 24_000_000
    assert peak < 12_000_000
    assert "all of 601 events" in run_verifier(bundle).stdout
