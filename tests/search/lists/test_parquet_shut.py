"""A Parquet file that takes its reader over, and one that needs what no shut process can open any more."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from focus.core.confined import possible
from focus.modules.search.lists.parquet import NoParquet, rows
from focus.modules.search.lists.parquet_child import LIMITS
from tests.support.inside import ATTEMPTS, STRONG

ROOT = Path(__file__).parents[3]
TOLD = "tests.search.lists.told"


@pytest.fixture(autouse=True)
def found_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'src'}:{ROOT}")
    monkeypatch.setenv("FOCUS_SECRET_P", "hidden-4711")


def obeyed(folder: Path, given: str, *lines: str) -> list[str]:
    file = folder / "list"
    file.write_text("\n".join([given, *lines]))
    return [row["said"] for row in rows(file, child=TOLD)]


def test_whatever_it_tries_fails_or_the_missing_wall_is_said(tmp_path: Path) -> None:
    walls, key = possible(), tmp_path / "master.key"
    key.write_text("secret")
    attempts = {name: each for name, each in ATTEMPTS.items() if name not in STRONG}
    with socket.create_server(("127.0.0.1", 0)) as server:
        given = f"KEY = {str(key)!r}; PORT = {server.getsockname()[1]}"
        said = obeyed(tmp_path, given, *(code for _, code in attempts.values()))
    assert len(said) == len(attempts)
    for (attempt, (wall, _)), what in zip(attempts.items(), said, strict=True):
        assert what != "did" or not getattr(walls, wall), attempt
    assert sorted(each.name for each in tmp_path.iterdir()) == ["list", "master.key"]


def test_it_finds_no_secret_and_no_more_memory_than_it_may(tmp_path: Path) -> None:
    much = f"taken = bytearray({LIMITS.memory + 100_000_000}); said = 'did'"
    assert obeyed(tmp_path, "", "said = dict(os.environ)", much) == ["{}", "MemoryError"]


def test_it_may_not_write_to_the_list_itself(tmp_path: Path) -> None:
    assert obeyed(tmp_path, "", "os.write(0, b'x'); said = 'did'") == ["OSError"]


def test_one_that_ends_its_reader_is_no_parquet(tmp_path: Path) -> None:
    with pytest.raises(NoParquet, match="was ended"):
        obeyed(tmp_path, "", "ctypes.string_at(0)")


def test_values_of_every_kind_are_read_although_nothing_can_be_imported_any_more(tmp_path: Path) -> None:
    core, arro = pytest.importorskip("arro3.core"), pytest.importorskip("arro3.io")
    kinds, number = core.DataType, core.Array([86_400], core.DataType.int64())
    columns: dict[str, Any] = {
        "id": number,
        "moment": number.cast(kinds.timestamp("us", tz="Europe/Brussels")),
        "local": number.cast(kinds.timestamp("s")),
        "day": core.Array([1], kinds.int32()).cast(kinds.date32()),
        "amount": number.cast(kinds.decimal128(20, 2)),
    }
    file = tmp_path / "list"
    arro.write_parquet(core.Table.from_pydict(columns), str(file))
    (row,) = rows(file)
    assert (row["id"], row["amount"], row["day"]) == (86_400, "86400.00", "1970-01-02")
    assert row["moment"].isoformat() == "1970-01-01T00:00:00.086400+00:00"
    assert row["local"].startswith("1970-01-02T00:00:00")
