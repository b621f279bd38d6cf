"""What `make check` leaves out is there, and is left out."""

from __future__ import annotations

import pytest

from tests.suite.slow import FILES
from tests.support.server import ROOT


@pytest.mark.parametrize("file", FILES)
def test_every_file_that_is_left_out_is_there(file: str) -> None:
    assert (ROOT / file).is_file()


def test_one_of_them_is_marked(request: pytest.FixtureRequest) -> None:
    there = [item for item in request.session.items if item.nodeid.startswith(FILES)]
    assert all(item.get_closest_marker("slow") for item in there)
