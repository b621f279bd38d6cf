"""`focus source check` and `focus source test` tell everything that one who writes a file needs."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from focus.core.gate import Settings
from focus.modules.search.checking import usable
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
    assert "mapped    1 record\n" in said
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


async def test_check_says_where_there_is_nothing_to_read(tmp_path: Path) -> None:
    for folders, why in (([], "FOCUS_SOURCES is not set here"), ([tmp_path / "gone"], "no such folder")):
        out = io.StringIO()
        assert await check_command(folders, out=out) == 1
        assert why in out.getvalue()
        assert "0 faults" not in out.getvalue()


async def test_check_counts_the_files_that_would_be_left_out_here(tmp_path: Path) -> None:
    rest = REST + 'headers = { Key = "${secret:NOWHERE_KEY}" }\n'
    (tmp_path / "cars.toml").write_text(HEAD + rest + ASK + MAP)
    out = io.StringIO()
    assert await check_command([tmp_path], out=out) == 0
    assert "NOWHERE_KEY" in out.getvalue()
    assert "1 source, 0 faults; 1 left out here" in out.getvalue()


async def test_a_test_says_under_which_purposes_officers_ask_it(tmp_path: Path, server: Server) -> None:
    write(tmp_path, server, "/found")
    file = tmp_path / "cars.toml"
    file.write_text('data = ["vehicles", "wanted"]\nneeds = "search.weapons"\n' + file.read_text())
    out = io.StringIO()
    assert await test_command([tmp_path], name="cars", question="1-ABC-123", out=out) == 0
    assert (
        "under a purpose that opens vehicles and wanted, with the permission search.weapons" in out.getvalue()
    )


def test_a_server_does_not_begin_with_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """All its sources would be missing and no verdict would say so."""
    there = Settings(home=tmp_path, variables={"FOCUS_SOURCES": str(tmp_path)})
    usable(there)
    gone = Settings(home=tmp_path, variables={"FOCUS_SOURCES": f"{tmp_path}:{tmp_path}/gone"})
    with pytest.raises(ValueError, match=r"FOCUS_SOURCES names .*/gone, which is no folder"):
        usable(gone)
