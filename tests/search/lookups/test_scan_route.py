"""One picture over HTTP: who may, what is refused, what the log says."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from focus.modules.search.scan import reader as reader_module
from focus.modules.search.scan import routes
from focus.modules.search.scan.reader import READER, installed
from tests.scenarios.papers import card, jpeg
from tests.search.lookups.desk import Desk, Officer
from tests.search.scan.test_documents import LINES
from tests.support.device import Answer

needs_ocr = pytest.mark.skipif(not installed(), reason="the extra focus[ocr] is not installed")


@pytest.fixture
async def lotte(desk: Desk) -> AsyncIterator[Officer]:
    desk.station.platform.service(READER).late_s = 20.0  # other tests share the machine
    yield await desk.officer()


async def send(officer: Officer, picture: bytes) -> Answer:
    path = "/api/search/scan"
    headers = {**officer.headers("POST", path, picture), "content-type": "image/jpeg"}
    async with officer.http.post(officer.base + path, data=picture, headers=headers) as answer:
        return Answer(answer.status, await answer.json(content_type=None), dict(answer.headers))


@needs_ocr
async def test_a_card_fills_the_question(lotte: Officer) -> None:
    answer = await send(lotte, jpeg(card(LINES, turned=1.0)))
    assert (answer.status, answer.body["found"]) == (200, "mrz")
    assert answer.body["question"].split("\n") == LINES
    assert answer.body["readings"][0]["normal"] == "85.07.30-033.28"


@needs_ocr
async def test_the_log_has_the_scan_and_nothing_of_the_picture(desk: Desk, lotte: Officer) -> None:
    await send(lotte, jpeg(card(LINES)))
    event = (await desk.logged(lotte, "PictureScanned"))[-1]
    assert set(event.what) == {"found", "octets", "took_ms"}


async def test_what_is_no_jpeg_is_refused(lotte: Officer) -> None:
    answer = await send(lotte, b"\x89PNG\r\n\x1a\n")
    assert (answer.status, answer.body["code"]) == (415, "search.scan_no_picture")


async def test_more_than_two_megabytes_are_refused(lotte: Officer) -> None:
    answer = await send(lotte, b"\xff\xd8\xff" + bytes(routes.LARGEST))
    assert answer.status == 413


async def test_without_the_extra_the_app_is_told_to_let_people_type(lotte: Officer, monkeypatch) -> None:
    monkeypatch.setattr(routes, "installed", lambda: False)
    monkeypatch.setattr(reader_module, "installed", lambda: False)
    assert (await lotte.post("/api/search/scan-ready", {})).body == {"reads": False}
    assert (await send(lotte, jpeg(card(LINES)))).body["code"] == "search.scan_unavailable"
