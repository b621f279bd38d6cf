"""Files that are large: read by several processes, and given up early when they are rubbish."""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from focus.modules.search.lists import store
from focus.modules.search.lists.reading import KEPT_BAD
from tests.search.lists.files import HEADER, JEROEN, NELE, Listed

MAKE = Callable[..., Listed]


def rubbish(file: Path, count: int, *, first: str = "") -> None:
    """A file whose lines are all bad, written as a stream."""
    with file.open("w") as to:
        to.write(HEADER + first)
        for number in range(count):
            to.write(f"{number},a line without its columns\n")


async def test_a_list_of_a_million_bad_lines_is_given_up_early_and_the_old_one_stays(make: MAKE) -> None:
    listed = make(bad_share=0.01)
    await listed.load(HEADER, JEROEN)
    rubbish(listed.file, 1_000_000, first=NELE)

    outcome = await listed.load()

    assert (outcome.state, outcome.lines < 30_000) == ("refused", True)
    assert f"{outcome.bad} of the first {outcome.lines} lines are bad" in outcome.reason
    assert await listed.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]
    assert await listed.named("Nele Thys") == []


async def test_what_was_given_up_is_reported_as_a_sample_with_its_counts(make: MAKE) -> None:
    listed = make(bad_share=0.01)
    rubbish(listed.file, 200_000)

    outcome = await listed.load()

    assert outcome.load is not None
    kept = await store.bad_lines(listed.database, listed.source.scope, outcome.load)
    (load,) = await store.loads(listed.database, listed.source.scope, listed.source.config.name)
    assert (len(kept), kept[0]) == (KEPT_BAD, (2, "2 columns where 6 are named"))
    assert (load.bad, load.lines) == (outcome.bad, outcome.lines)
    assert "reading stopped there" in load.reason


async def peak(listed: Listed, count: int) -> int:
    """Bytes that reading so many bad lines took at most."""
    rubbish(listed.file, count, first=NELE)
    tracemalloc.start()
    try:
        outcome = await listed.load()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        assert (outcome.state, outcome.lines) == ("refused", count + 1)


async def test_memory_does_not_grow_with_the_number_of_bad_lines(
    make: MAKE, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("focus.modules.search.lists.loading._ENOUGH_BAD", 10**9)
    monkeypatch.setattr("focus.modules.search.lists.reading._PROCESSES_FROM", 10**9)
    listed = make(bad_share=0.01)
    few = await peak(listed, 10_000)

    assert await peak(listed, 60_000) < few * 1.5


async def test_many_bad_lines_among_more_good_ones_are_read_to_the_end(
    make: MAKE, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("focus.modules.search.lists.loading._ENOUGH_BAD", 100)
    listed = make(bad_share=0.3)
    outcome = await listed.load(
        HEADER, *["bad\n"] * 90, *[f"{i},Maes,Tom,,,\n" for i in range(700)], *["bad\n"] * 90
    )

    assert (outcome.state, outcome.good, outcome.bad) == ("loaded", 700, 180)


async def columns(listed: Listed, named: str, table: str) -> list[tuple[Any, ...]]:
    """Columns of a table of the generation that answers, in order."""
    rows = await listed.database.reading(listed.source.scope).fetch(
        f"select {named} from search.{table} where generation ="
        " (select generation from search.list_current where source = $1) order by 1, 2",
        listed.source.config.name,
    )
    return [tuple(row) for row in rows]


async def test_several_processes_read_what_one_reads(make: MAKE, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"{i},Verlinden{'abcdefgh'[i % 8]},Jeroen,19{30 + i % 60}-01-02,,\n" for i in range(9_000)]
    lines[5_000:5_000] = ["bad\n"]
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    seen = []
    for processes_from in (10**9, 0):
        monkeypatch.setattr("focus.modules.search.lists.reading._PROCESSES_FROM", processes_from)
        listed = make()
        listed.write(HEADER, *lines)
        os.utime(listed.file, (1_790_000_000, 1_790_000_000))
        outcome = await listed.load()
        name = listed.source.config.name.encode()
        entries = [
            (number, id_, record.replace(name, b""))
            for number, id_, record in await columns(listed, "entry, id, record", "list_entry")
        ]
        keys = await columns(listed, "key, entry", "list_key")
        index = await columns(listed, "version, piece, body", "list_index")
        seen.append(((outcome.lines, outcome.good, outcome.bad), entries, keys, index))

    assert seen[0][0] == (9_001, 9_000, 1)
    assert seen[0] == seen[1]
