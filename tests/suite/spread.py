"""Folders are spread over workers: what shares a server or a browser stays together, the longest go first.

The scenarios take longer than any two others, so their walk to every screen is a group of its own, with a
town of its own. Workers wait for half of their time, for clocks and for what they started: there is one more
than there are processors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

ALONE = ("tests/scenarios/test_looks.py",)
"""Files that are a group of their own, although their folder shares something."""
FIRST = (
    "tests/scenarios",
    "tests/scenarios/test_looks.py",
    "tests/faults",
    "tests/database",
    "tests/suite",
    "tests/search/lookups",
    "tests/matrices",
    "tests/identity",
    "tests/log",
    "tests/search/scan",
    "tests/jobs",
    "tests/outside",
)
"""Groups that take longest, the longest first; the others follow as they are collected."""

_seconds: dict[str, float] = defaultdict(float)


def group_of(nodeid: str) -> str:
    """What runs on one worker: the folder, or the file where it stands in `ALONE`."""
    file = nodeid.partition("::")[0]
    return file if file in ALONE else str(PurePosixPath(file).parent)


class ByFolder(LoadScopeScheduling):
    """Gives each worker a whole group at a time."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFolder:
    """In the order of collection, which `pytest_collection_modifyitems` has put right."""
    config.option.loadscopereorder = False
    return ByFolder(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest groups first, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: _rank(group_of(item.nodeid), FIRST))


def _rank(group: str, first: Sequence[str]) -> int:
    return first.index(group) if group in first else len(first)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count what each group takes, set-up and teardown included."""
    _seconds[group_of(report.nodeid)] += report.duration


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What each group took: the figures for `FIRST`."""
    if len(_seconds) > 1:
        longest = sorted(_seconds.items(), key=lambda item: -item[1])[:12]
        terminalreporter.write_sep("=", "longest folders")
        for group, seconds in longest:
            terminalreporter.write_line(f"{seconds:7.1f}s {group}")
