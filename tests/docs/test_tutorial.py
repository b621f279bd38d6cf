"""The tutorial for developers shows the files of the package that a test installs, to the letter."""

from __future__ import annotations

import re

import pytest

from tests.docs.catalogue import ROOT

PACKAGE = ROOT / "tests" / "outside" / "package"
SHOWN = re.compile(r"^`([\w./]+)`:\n\n```\w+\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
PAGE = (ROOT / "docs" / "handbook" / "developer.md").read_text("utf-8")
FILES = SHOWN.findall(PAGE)


def test_it_shows_what_matters() -> None:
    names = {name for name, _ in FILES}
    assert {"module.py", "records.py", "sources.py", "labels.py", "command_line.py", "web/module.ts"} <= names


@pytest.mark.parametrize(("name", "shown"), FILES, ids=[name for name, _ in FILES])
def test_a_file_stands_there_as_it_is(name: str, shown: str) -> None:
    file = PACKAGE / name if name == "pyproject.toml" else PACKAGE / "bicycles" / name
    assert file.read_text("utf-8").rstrip() == shown
