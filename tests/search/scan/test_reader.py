"""The process that reads pictures: real pictures, a real process, and what befalls both."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from focus.core.confined import possible
from focus.modules.search.scan import reader as reader_module
from focus.modules.search.scan.documents import document_in
from focus.modules.search.scan.pictures import examined
from focus.modules.search.scan.problems import ScanBroken, ScanBusy, ScanLate, ScanUnavailable
from focus.modules.search.scan.reader import START_S, WAITING, Reader, installed
from focus.modules.search.scan.routes import LARGEST
from tests.scenarios.papers import card, jpeg
from tests.search.scan.test_documents import LINES
from tests.search.scan.test_pictures import claiming, endless
from tests.support.waiting import until

needs_ocr = pytest.mark.skipif(not installed(), reason="the extra focus[ocr] is not installed")
pytestmark = [needs_ocr, pytest.mark.slow]
PATIENT_S = 20.0
"""Other tests share the machine; the limit itself is tested with a shorter one."""


@pytest.fixture(scope="module")
async def started() -> AsyncIterator[Reader]:
    reader = Reader()
    yield reader
    await reader.close()


@pytest.fixture
def reader(started: Reader) -> Reader:
    """One process for all, as in a server: whatever a test does to it, the next one's picture is read."""
    started.late_s = PATIENT_S
    return started


@pytest.mark.parametrize("turned", [0.0, 2.0, -4.0])
async def test_a_card_is_read_to_the_last_sign(reader: Reader, turned: float) -> None:
    read = document_in(await reader.lines(jpeg(card(LINES, turned=turned))))
    assert read.question.split("\n") == LINES


async def test_a_small_poor_picture_is_read(reader: Reader) -> None:
    small = card(LINES, turned=1.0).resize((720, 450))
    assert document_in(await reader.lines(jpeg(small, quality=55))).question.split("\n") == LINES


async def test_a_picture_of_nothing_is_nothing(reader: Reader) -> None:
    assert await reader.lines(jpeg(Image.new("RGB", (1280, 800), (90, 90, 90)))) == []


async def test_garbage_behind_a_jpegs_first_octets_is_nothing(reader: Reader) -> None:
    assert await reader.lines(b"\xff\xd8\xff" + b"\x00garbage" * 1000) == []


async def test_requirement_20_a_picture_too_large_to_unpack_is_nothing(reader: Reader) -> None:
    bomb = jpeg(Image.new("L", (20_000, 20_000)), quality=10)
    assert await reader.lines(bomb) == []


async def test_a_process_that_dies_is_started_anew(reader: Reader) -> None:
    picture = jpeg(card(LINES))
    await reader.lines(picture)
    assert reader.stem
    os.kill(reader.stem.process.pid, signal.SIGKILL)
    await reader.stem.process.wait()
    assert document_in(await reader.lines(picture)).found == "mrz"


async def test_a_process_that_dies_in_the_middle_says_so_and_the_next_is_there_before_it_is_asked(
    reader: Reader,
) -> None:
    picture = jpeg(card(LINES))
    await reader.lines(picture)
    assert reader.stem
    died = reader.stem
    os.kill(died.process.pid, signal.SIGSTOP)
    reading = asyncio.create_task(reader.lines(picture))
    await until(lambda: reader.waiting.total() == 1)
    os.kill(died.process.pid, signal.SIGKILL)
    with pytest.raises(ScanBroken):
        await reading
    async with asyncio.timeout(START_S):
        while reader.stem is None or reader.stem is died:
            await asyncio.sleep(0.05)
    assert document_in(await reader.lines(picture)).found == "mrz"


async def test_a_picture_that_lies_about_its_size_harms_nobody(reader: Reader) -> None:
    for width, height in ((64, 64), (4_000, 4_000)):
        await reader.lines(claiming(width, height))
    assert document_in(await reader.lines(jpeg(card(LINES)))).found == "mrz"


async def test_requirement_20_a_picture_that_never_ends_unpacking_is_given_up(reader: Reader) -> None:
    reader.late_s = START_S  # by processor time, long before the clock
    bomb = endless()
    assert len(bomb) < LARGEST and examined(bomb)
    with pytest.raises(ScanBroken):
        await reader.lines(bomb)
    assert document_in(await reader.lines(jpeg(card(LINES)))).found == "mrz"


async def test_requirement_20_a_process_that_hangs_is_ended_at_the_limit(reader: Reader) -> None:
    await reader.lines(jpeg(card(LINES)))
    assert reader.stem
    hung = reader.stem.process
    os.kill(hung.pid, signal.SIGSTOP)
    reader.late_s = 0.3
    began = time.monotonic()
    with pytest.raises(ScanLate):
        await reader.lines(jpeg(card(LINES)))
    assert hung.returncode is not None
    assert time.monotonic() - began < PATIENT_S


async def test_too_many_at_once_are_told_to_come_again(reader: Reader) -> None:
    grey = jpeg(Image.new("RGB", (640, 400)))
    answers = await asyncio.gather(*(reader.lines(grey) for _ in range(WAITING + 2)), return_exceptions=True)
    assert sum(isinstance(answer, ScanBusy) for answer in answers) == 2


async def test_the_process_with_the_models_forks_safely_and_tells_its_maker_nothing(reader: Reader) -> None:
    await reader.lines(jpeg(card(LINES)))
    assert reader.stem
    of = Path(f"/proc/{reader.stem.process.pid}")
    assert len(list((of / "task").iterdir())) == 1  # no pool of OpenCV's, no sender of onnxruntime's
    assert not [one for one in map(os.readlink, (of / "fd").iterdir()) if ".onnxruntime" in one]
    assert possible().namespace == ((of / "ns/net").readlink() != Path("/proc/self/ns/net").readlink())


async def test_the_largest_picture_is_read_within_its_memory(reader: Reader) -> None:
    large = card(LINES, turned=1.0).resize((4_900, 3_260))
    assert document_in(await reader.lines(jpeg(large))).found == "mrz"


async def test_without_the_extra_it_says_so(monkeypatch) -> None:
    monkeypatch.setattr(reader_module, "installed", lambda: False)
    with pytest.raises(ScanUnavailable):
        await Reader().lines(jpeg(card(LINES)))
