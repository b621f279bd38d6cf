"""The pages of docs/security are true: the tests that they name exist, and nothing is left out of them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.docs.catalogue import ROOT, tracked

SECURITY = ROOT / "docs" / "security"
NAMED = re.compile(r"`([\w/.-]+\.(?:py|ts))::([^`]+)`")
IN_NAMES = (*range(1, 12), 20)
"""Requirements that stand in the name of at least one test."""
CHAPTERS = {1: 27, 2: 11, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 9: 7, 10: 29, 11: 14, 12: 9, 13: 13, 14: 9,
            15: 13, 16: 16, 17: 7}  # fmt: skip
"""Items of levels 1 and 2 in each chapter of ASVS 5.0.0."""
ITEM = re.compile(
    r"^\| (\d+)\.(\d+)\.(\d+) \| ([^|]+) \| (yes|no|not applicable) \| ([^|]+) \|$", re.MULTILINE
)


@cache
def rows() -> dict[int, str]:
    """The row of each requirement."""
    lines = (SECURITY / "requirements.md").read_text("utf-8").splitlines()
    found = [(int(line.split("|")[1]), line) for line in lines if re.match(r"\| \d+ \|", line)]
    assert len(dict(found)) == len(found)
    return dict(found)


def missing(text: str) -> list[str]:
    """Tests that a page names and that are not there."""
    return [f"{path}::{name}" for path, name in NAMED.findall(text) if not _is_there(ROOT / path, name)]


def _is_there(file: Path, name: str) -> bool:
    if not file.is_file():
        return False
    text = file.read_text("utf-8")
    return f"test('{name}'" in text if file.suffix == ".ts" else f"def {name}(" in text


@pytest.mark.parametrize("page", sorted(SECURITY.glob("*.md")), ids=lambda page: page.name)
def test_every_test_that_a_page_names_exists(page: Path) -> None:
    assert missing(page.read_text("utf-8")) == []


def test_a_test_that_does_not_exist_is_found() -> None:
    gone = "`tests/log/test_verify.py::test_gone`, `web/tests/vault.test.ts::gone`, `tests/gone.py::test_x`"
    assert len(missing(gone)) == 3
    assert missing("`tests/log/test_verify.py::test_a_deleted_tile_is_found`") == []


def test_each_requirement_has_its_row() -> None:
    assert list(rows()) == list(range(1, 26))


@pytest.mark.parametrize("number", range(1, 26))
def test_a_requirement_is_shown_or_said_to_be_missing(number: int) -> None:
    _, _, _, shown, missing_, _ = rows()[number].split("|")
    assert NAMED.search(shown) or missing_.strip().startswith("not yet")


@pytest.mark.parametrize("number", IN_NAMES)
def test_a_requirement_stands_in_the_name_of_a_test_that_its_row_names(number: int) -> None:
    assert f"::test_requirement_{number}_" in rows()[number]


def test_a_test_with_a_requirement_in_its_name_stands_in_that_row() -> None:
    """Of each file at least one: a row need not name every test of a kind."""
    files = [path for path in tracked() if path.suffix == ".py" and path.name.startswith("test_")]
    for file in files:
        for number in set(re.findall(r"def test_requirement_(\d+)_", file.read_text("utf-8"))):
            assert str(file.relative_to(ROOT)) in rows()[int(number)], file


def test_every_item_of_the_standard_is_answered_once() -> None:
    items = ITEM.findall((SECURITY / "asvs.md").read_text("utf-8"))
    numbers = [tuple(map(int, item[:3])) for item in items]
    assert numbers == sorted(set(numbers))
    assert Counter(chapter for chapter, _, _ in numbers) == CHAPTERS


def test_every_line_of_a_table_of_the_standard_is_understood() -> None:
    lines = (SECURITY / "asvs.md").read_text("utf-8").splitlines()
    odd = [line for line in lines if re.match(r"\| \d+\.", line) and not ITEM.match(line)]
    assert odd == []
