"""What a search finds is written down and tried by every later run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.suite.chance import falsifying, note
from tests.support.server import ROOT

PROPERTY = """
from hypothesis import given, strategies as st

@given(st.integers(0, 10**6), st.sampled_from("ab<"))
def test_holds(at, sign):
    assert not (at > 41 and sign == "<")
"""

CONFTEST = """
import tests.suite.chance as chance, pathlib
chance.FOUND = pathlib.Path(__file__).with_name("found.json")
pytest_plugins = ["tests.suite.chance"]
"""


def run(folder: Path, *options: str, fuzz: bool) -> str:
    """What pytest says of the property."""
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_planted.py").write_text(PROPERTY)
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir", str(folder), "-c", "/dev/null", *options]
    environment = {**os.environ, **({"FOCUS_FUZZ": str(folder / "found.json")} if fuzz else {})}
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", "-p", "no:schemathesis", str(folder)],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


@pytest.mark.slow
def test_a_case_that_a_search_found_is_tried_by_every_later_run(tmp_path: Path) -> None:
    (tmp_path / "found.json").write_text("{}")
    run(tmp_path, fuzz=True)
    found = json.loads((tmp_path / "found.json").read_text())
    assert found == {"test_planted.py::test_holds": ["at=42, sign='<'"]}
    assert "1 failed" in run(tmp_path, fuzz=False)


def test_arguments_that_are_no_plain_values_are_left_to_the_report() -> None:
    assert falsifying("E   Falsifying example: test_it(\nE       data=data(...),\nE   )") is None


def test_what_pytest_gives_is_no_part_of_a_case() -> None:
    given = "tmp_path=PosixPath('x'),\nE   read=<function y at 0x1>,"
    report = f"E Falsifying example: test_it(\nE   {given}\nE   at=1,\nE )"
    assert falsifying(report) == "at=1"


def test_arguments_over_several_lines_are_read() -> None:
    report = (
        "x\nE       Falsifying example: test_it(\nE           at=10,\nE           sign='<',\nE       )\nE   y"
    )
    assert falsifying(report) == "at=10, sign='<'"


def test_a_case_is_noted_once(tmp_path: Path) -> None:
    for _ in range(2):
        note(tmp_path / "found.json", "test_it", "at=10")
    assert json.loads((tmp_path / "found.json").read_text()) == {"test_it": ["at=10"]}
