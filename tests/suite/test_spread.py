"""Which tests run on one worker."""

from __future__ import annotations

import pytest

from tests.suite.spread import ALONE, FIRST, group_of
from tests.support.server import ROOT


def test_a_folder_stays_together() -> None:
    one, other = "tests/log/test_verify.py::test_a", "tests/log/test_export.py::test_b[tests/jobs]"
    assert group_of(one) == group_of(other) == "tests/log"


def test_what_is_inside_a_folder_is_apart() -> None:
    assert group_of("tests/search/scan/test_reader.py::test_a") != group_of("tests/search/test_b.py::test_c")


@pytest.mark.parametrize("file", ALONE)
def test_a_file_that_is_alone_is_not_with_its_folder(file: str) -> None:
    assert (ROOT / file).is_file()
    assert group_of(f"{file}::test_a") == file


@pytest.mark.parametrize("group", FIRST)
def test_every_group_that_goes_first_is_there(group: str) -> None:
    assert (ROOT / group).exists()
    assert group == group_of(f"{group}/test_a.py::test_b") or group in ALONE
