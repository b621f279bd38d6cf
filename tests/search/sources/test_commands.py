"""`focus source check` and `focus source test` tell everything that one who writes a file needs."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from focus.modules.search.commands import check_command, test_command
from tests.search.connectors.servers import Server, faulty_server
from tests.search.sources.files import ASK, HEAD, MAP, REST

test_command.__test__ = False  # type: ignore[attr-defined]
VEHICLES = MAP.replace('"cars"', '"vehicles"') + "facts = { make = 'make' }\n"


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with faulty_server() as running:
        yield running


def write(folder: Path, server: Server, path: str) -> None:
    rest = REST.replace("http://127.0.0.1:9", server.base + path)
    (folder / "cars.toml").write_text(HEAD + rest + ASK.replace("/x", "/{plate}") + VEHICLES)


async def test_a_question_is_shown_from_asking_to_records(tmp_path: Path, server: Server) -> None:
    write(tmp_path, server, "/found")
    out = io.StringIO()
    assert await test_command([tmp_path], name="cars", question="1-ABC-123", out=out) == 0
    said = out.getvalue()
    assert f"GET {server.base}/found/1ABC123" in said
    assert "HTTP 200" in said
    assert '{"vehicles": [{"plate": "1-ABC-123"' in said
    assert "mapped    1 records" in said
    assert "make: Skoda" in said
    assert "plate = B:1ABC123" in said
    assert "took" in said


async def test_a_failure_is_shown_with_its_detail(tmp_path: Path, server: Server) -> None:
    write(tmp_path, server, "/wrong-schema")
    out = io.StringIO()
    assert await test_command([tmp_path], name="cars", question="1-ABC-123", out=out) == 1
    assert "failed    wrong_schema: no list at 'vehicles' but nothing" in out.getvalue()


async def test_a_question_of_another_kind_is_said_so(tmp_path: Path, server: Server) -> None:
    write(tmp_path, server, "/found")
    out = io.StringIO()
    assert await test_command([tmp_path], name="cars", question="0403.019.261", out=out) == 2
    assert "does not take this question" in out.getvalue()


async def test_an_unknown_name_lists_the_known(tmp_path: Path, server: Server) -> None:
    write(tmp_path, server, "/found")
    out = io.StringIO()
    assert await test_command([tmp_path], name="bikes", question="1-ABC-123", out=out) == 2
    assert "no source is called bikes; there are: cars" in out.getvalue()


async def test_check_names_files_and_faults(tmp_path: Path) -> None:
    (tmp_path / "cars.toml").write_text(HEAD.replace('"CARS"', "7") + REST + ASK)
    out = io.StringIO()
    assert await check_command([tmp_path], out=out) == 1
    assert f"{tmp_path / 'cars.toml'}:3: short: 7 where a text is needed" in out.getvalue()
    assert "0 sources, 2 faults" in out.getvalue()
