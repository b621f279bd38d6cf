"""What `make check` leaves out is there, and is left out."""

from __future__ import annotations

import pytest

from tests.suite.slow import FILES, is_slow
from tests.support.server import ROOT


@pytest.mark.parametrize("file", FILES)
def test_every_file_that_is_left_out_is_there(file: str) -> None:
    assert (ROOT / file).is_file()
    assert is_slow(f"{file}::test_something[of it]")


def test_no_other_is_left_out() -> None:
    assert not is_slow("tests/suite/test_slow.py::test_no_other_is_left_out")
