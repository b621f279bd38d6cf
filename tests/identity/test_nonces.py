"""Each proof once over all workers: shown with several processes, on the file and on the table."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from focus.core import clock
from focus.core.database import Database
from focus.core.identity import nonces
from focus.core.identity.ceremonies import forget_over
from focus.core.identity.nonces import NonceFile, Nonces, NoRoom
from focus.core.identity.nonces_table import NonceTable
from focus.core.identity.problems import ProofUnavailable
from tests.identity.house import House

NOW = 1_800_000_000
WORKERS = 4


async def in_processes(*arguments: str) -> Counter[int]:
    """How often each of the same proofs was accepted by workers that race for them."""
    command = [sys.executable, str(Path(__file__).parent / "nonce_worker.py"), *arguments]
    pipe = asyncio.subprocess.PIPE
    workers = [
        await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe) for _ in range(WORKERS)
    ]
    for worker in workers:
        assert worker.stdout is not None
        assert await worker.stdout.readline() == b"ready\n"
    answers = await asyncio.gather(*(worker.communicate(b"go\n") for worker in workers))
    return Counter(number for answer, _ in answers for number in json.loads(answer))


async def test_workers_of_one_host_accept_each_proof_once(tmp_path: Path) -> None:
    assert await in_processes("file", "60000", str(tmp_path)) == Counter(range(60_000))


async def test_workers_of_several_hosts_accept_each_proof_once(house: House) -> None:
    settings = house.platform.settings
    url = [settings.database_url] if settings.database_url else []
    assert await in_processes("table", "400", str(settings.home), *url) == Counter(range(400))


async def test_a_restarted_worker_still_knows_what_was_used(tmp_path: Path) -> None:
    before = NonceFile(tmp_path)
    assert await before.spend(b"x" * 16, at=NOW, now=NOW)
    await before.close()
    after = NonceFile(tmp_path)
    assert not await after.spend(b"x" * 16, at=NOW, now=NOW)
    await after.close()


async def test_a_full_table_lets_nothing_in(tmp_path: Path) -> None:
    store = NonceFile(tmp_path, slots=8)
    same_stripe = [bytes([64]) + os.urandom(15) for _ in range(7)]
    for one in same_stripe[:6]:
        assert await store.spend(one, at=NOW, now=NOW)
    with pytest.raises(ProofUnavailable):
        await store.spend(same_stripe[6], at=NOW, now=NOW)
    await store.close()


async def test_a_table_that_was_full_is_empty_again_when_its_turn_comes(tmp_path: Path) -> None:
    store = NonceFile(tmp_path, slots=8)
    for one in [bytes([64]) + os.urandom(15) for _ in range(6)]:
        await store.spend(one, at=NOW, now=NOW)
    later = NOW + 256
    assert await store.spend(bytes([64]) + os.urandom(15), at=later, now=later)
    await store.close()


async def test_nothing_is_forgotten_while_it_could_still_be_accepted(tmp_path: Path) -> None:
    store = NonceFile(tmp_path)
    early = NOW + 60
    assert await store.spend(b"y" * 16, at=early, now=NOW)
    for now in range(NOW, NOW + 121, 5):
        await store.spend(os.urandom(16), at=now, now=now)
        assert not await store.spend(b"y" * 16, at=early, now=now)
    await store.close()


async def test_the_file_is_its_owners_only(tmp_path: Path) -> None:
    store = NonceFile(tmp_path / "run")
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "run").iterdir()}
    await store.close()
    assert modes == {0o600}


async def test_the_table_fails_closed_when_the_database_is_away(tmp_path: Path) -> None:
    async with Database.open(tmp_path) as database:
        store = NonceTable(database)
    with pytest.raises(ProofUnavailable):
        await store.spend(b"z" * 16, at=NOW, now=NOW)


async def test_the_table_is_swept(house: House) -> None:
    store = NonceTable(house.platform.database)
    await store.spend(b"old nonce 16 oct", at=NOW - 1_000_000, now=NOW - 1_000_000)
    with clock.fixed(datetime.fromtimestamp(NOW, UTC)):
        await forget_over(house.platform)
    async with house.platform.database.unscoped() as tx:
        assert (
            await tx.fetchval("select count(*) from identity.nonce where nonce = $1", b"old nonce 16 oct")
            == 0
        )


def test_all_its_room_is_taken_at_the_start_of_an_older_file_with_holes_too(tmp_path: Path) -> None:
    (tmp_path / "nonces-2-64").touch()
    os.truncate(tmp_path / "nonces-2-64", 1_000)
    NonceFile(tmp_path, slots=64)
    found = (tmp_path / "nonces-2-64").stat()
    assert found.st_blocks * 512 >= found.st_size > 500_000


def test_without_room_it_says_so_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(NoRoom, match="no room for"):
        NonceFile(tmp_path)


JUMP = 48 * 3_600


async def there_and_back(store: Nonces, *, sweep: Callable[[int], Awaitable[None]] | None = None) -> None:
    """A used proof, the clock 48 h ahead with requests in every bucket for ten minutes, and back again."""
    used = b"\x07" * 16
    assert await store.spend(used, at=NOW, now=NOW)
    for ahead in range(NOW + JUMP, NOW + JUMP + 600, 16):
        await store.spend(b"\x07" + os.urandom(15), at=ahead, now=ahead)
    if sweep:
        await sweep(NOW + JUMP + 600)
    with pytest.raises(ProofUnavailable):
        await store.spend(used, at=NOW, now=NOW + 5)


async def test_a_used_proof_stays_used_when_the_clock_jumps_forth_and_back(tmp_path: Path) -> None:
    store = NonceFile(tmp_path)
    await there_and_back(store)
    await store.close()


async def test_service_goes_on_as_soon_as_the_clock_is_past_what_was_forgotten(tmp_path: Path) -> None:
    store = NonceFile(tmp_path)
    await there_and_back(store)
    for now in range(NOW + 64, NOW + 3_600, 16):
        assert await store.spend(b"\x07" + os.urandom(15), at=now, now=now)
    with pytest.raises(ProofUnavailable):
        await store.spend(b"\x07" * 16, at=NOW + JUMP, now=NOW + JUMP)
    await store.close()


async def test_the_table_too_remembers_what_it_swept(house: House) -> None:
    async def sweep(now: int) -> None:
        with clock.fixed(datetime.fromtimestamp(now, UTC)):
            await forget_over(house.platform)

    store = NonceTable(house.platform.database)
    await there_and_back(store, sweep=sweep)
    for now in range(NOW + 64, NOW + 600, 60):
        assert await store.spend(os.urandom(16), at=now, now=now)


async def test_the_operator_is_told_once_of_the_jump(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nonces, "_told", [])
    store = NonceFile(tmp_path)
    await there_and_back(store)
    with pytest.raises(ProofUnavailable):
        await store.spend(b"\x07" + os.urandom(15), at=NOW, now=NOW)
    await store.close()
    assert [record.message for record in caplog.records if "jumped" in record.message] == [
        "The clock of this server jumped: proofs of times that it saw before are refused."
    ]
