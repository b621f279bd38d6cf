"""A picture that takes its decoder over: what it can do from there, and to whom."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from focus.core.confined import possible
from focus.modules.search.scan import reader as reader_module
from focus.modules.search.scan.problems import ScanBroken, ScanBusy, ScanLate
from focus.modules.search.scan.reader import LATE_S, WAITING, Reader
from focus.modules.search.scan.worker import LIMITS
from tests.support.inside import ATTEMPTS
from tests.support.waiting import until

ROOT = Path(__file__).parents[3]
WHO = b"said = os.getpid()"


@pytest.fixture
async def reader(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Reader]:
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'src'}:{ROOT}")
    monkeypatch.setenv("FOCUS_SECRET_P", "hidden-4711")
    monkeypatch.setattr(reader_module, "installed", lambda: True)
    reader = Reader(module="tests.search.scan.told")
    yield reader
    await reader.close()


async def test_whatever_it_tries_fails_or_the_missing_wall_is_said(reader: Reader, tmp_path: Path) -> None:
    walls, key = possible(), tmp_path / "master.key"
    key.write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        given = f"KEY = {str(key)!r}; PORT = {server.getsockname()[1]}\n"
        for attempt, (wall, code) in ATTEMPTS.items():
            (said,) = await reader.lines((given + code).encode())
            assert said != "did" or not getattr(walls, wall), attempt
    assert [each.name for each in tmp_path.iterdir()] == ["master.key"]


async def test_it_finds_no_secret(reader: Reader) -> None:
    assert await reader.lines(b"said = dict(os.environ)") == ["{}"]
    assert reader.stem
    around = Path(f"/proc/{reader.stem.process.pid}/environ").read_bytes()
    assert b"FOCUS_" not in around


async def test_each_picture_has_a_process_of_its_own_that_ends_with_it(reader: Reader) -> None:
    slow = b"import time; time.sleep(0.3); " + WHO
    two = [int(line) for (line,) in await asyncio.gather(reader.lines(slow), reader.lines(slow))]
    assert reader.stem
    assert len({*two, reader.stem.process.pid}) == 3
    await until(lambda: not any(Path(f"/proc/{one}").exists() for one in two))


async def test_it_sees_nothing_of_the_picture_before(reader: Reader) -> None:
    assert await reader.lines(b"os.of_the_other = 'secret'; said = os.of_the_other") == ["secret"]
    assert await reader.lines(b"said = hasattr(os, 'of_the_other')") == ["False"]


async def test_a_picture_that_kills_its_process_hurts_nobody_else(reader: Reader) -> None:
    await reader.lines(WHO)
    assert reader.stem
    stem = reader.stem.process.pid
    slow = asyncio.create_task(reader.lines(b"import time; time.sleep(0.5); said = 'read'"))
    with pytest.raises(ScanBroken):
        await reader.lines(b"ctypes.string_at(0)")
    assert await slow == ["read"]
    assert await reader.lines(b"said = 'next'") == ["next"]
    assert reader.stem.process.pid == stem


async def test_one_that_computes_for_ever_is_ended_while_others_are_read(reader: Reader) -> None:
    endless = asyncio.create_task(reader.lines(b"while True: pass"))
    assert await reader.lines(b"said = 'read'") == ["read"]
    began = time.monotonic()
    with pytest.raises(ScanBroken):
        await endless
    assert time.monotonic() - began < LATE_S


async def test_one_that_waits_for_ever_is_ended_and_the_stem_stays(reader: Reader) -> None:
    await reader.lines(WHO)
    assert reader.stem
    stem, reader.late_s = reader.stem.process.pid, 0.5
    with pytest.raises(ScanLate):
        await reader.lines(b"import time; time.sleep(60)")
    reader.late_s = LATE_S
    assert await reader.lines(b"said = 'next'") == ["next"]
    assert reader.stem.process.pid == stem
    await until(lambda: not children_of(stem))


async def test_an_organisation_whose_pictures_wait_keeps_no_other_from_the_door(reader: Reader) -> None:
    one, other = uuid4(), uuid4()
    slow = b"import time; time.sleep(0.3); said = 'read'"
    many = await asyncio.gather(
        *(reader.lines(slow, of=one) for _ in range(WAITING + 1)),
        reader.lines(slow, of=other),
        return_exceptions=True,
    )
    assert [type(each) for each in many].count(ScanBusy) == 1
    assert many[-1] == ["read"]
    assert not reader.waiting


async def test_it_ends_when_nobody_waits_for_it_any_more(reader: Reader) -> None:
    await reader.lines(WHO)
    assert reader.stem
    stem = reader.stem.process.pid
    await until(lambda: not children_of(stem))
    waiting = asyncio.create_task(reader.lines(b"import time; time.sleep(60)"))
    await until(lambda: bool(children_of(stem)))
    waiting.cancel()
    await until(lambda: not children_of(stem))


async def test_no_picture_outlives_the_process_with_the_models(reader: Reader) -> None:
    await reader.lines(WHO)
    assert reader.stem
    stem = reader.stem.process.pid
    await until(lambda: not children_of(stem))
    reading = asyncio.create_task(reader.lines(b"import time; time.sleep(60)"))
    await until(lambda: bool(children_of(stem)))
    (child,) = children_of(stem)
    os.kill(stem, signal.SIGKILL)
    with pytest.raises(ScanBroken):
        await reading
    await until(lambda: not Path(f"/proc/{child}").exists())
    assert await reader.lines(b"said = 'next'") == ["next"]


async def test_its_limits_are_those_that_are_written_down() -> None:
    assert (LIMITS.memory, LIMITS.wall_s, LATE_S) == (512_000_000, 20, 20)


def children_of(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
