"""Deltas: a file of changes, all of them or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from focus.core.database import Database
from tests.search.lists.files import HEADER, JEROEN, NELE, Listed, listed, reading

COLUMNS = HEADER.replace("id,", "op,id,")


@pytest.fixture
async def delta(make: Callable[..., Listed]) -> Listed:
    """A list by changes that knows Jeroen and Nele."""
    listed = make(mode="delta", gone={"op": ["D"]}, bad_share=0.2)
    await listed.load(COLUMNS, "A," + JEROEN, "A," + NELE)
    return listed


async def test_a_change_adds_to_what_was_there(delta: Listed) -> None:
    await delta.load(COLUMNS, "A,3,Peeters,An,,,\n")

    assert [await delta.named(name) for name in ("Nele Thys", "An Peeters")] == [
        ["Thys, Nele"],
        ["Peeters, An"],
    ]


async def test_a_change_replaces_the_entry_of_its_id(delta: Listed) -> None:
    await delta.load(COLUMNS, "A,2,Thyssen,Nele,,,\n")

    assert [await delta.named(name) for name in ("Nele Thyssen", "Jeroen Verlinden")] == [
        ["Thyssen, Nele"],
        ["Verlinden, Jeroen"],
    ]
    assert "2 entries" in await delta.status()


async def test_what_is_gone_is_found_no_more(delta: Listed) -> None:
    outcome = await delta.load(COLUMNS, "D,1,,,,,\n")

    assert (outcome.removed, await delta.named("Jeroen Verlinden")) == (1, [])
    assert await delta.ask(reading("plate", plate="2ZKV318")) == []


async def test_the_last_word_about_an_id_counts(delta: Listed) -> None:
    await delta.load(COLUMNS, "D,1,,,,,\n", "A," + JEROEN, "A,4,Maes,Tom,,,\n", "D,4,,,,,\n")

    assert [await delta.named(name) for name in ("Jeroen Verlinden", "Tom Maes")] == [
        ["Verlinden, Jeroen"],
        [],
    ]


async def test_a_refused_delta_changes_nothing(delta: Listed) -> None:
    outcome = await delta.load(COLUMNS, "D,1,,,,,\n", "bad\n", "bad\n")

    assert (outcome.state, await delta.named("Jeroen Verlinden")) == ("refused", ["Verlinden, Jeroen"])


async def test_changes_of_a_list_that_was_loaded_whole_find_its_entries(
    make: Callable[..., Listed], database: Database
) -> None:
    whole = make()
    await whole.load(HEADER, JEROEN, NELE)
    delta = listed(database, whole.folder, whole.source.config.name, mode="delta", gone={"op": ["D"]})
    outcome = await delta.load(COLUMNS, "D,1,,,,,\n", "A,2,Thyssen,Nele,,,\n")

    assert (outcome.state, outcome.removed) == ("loaded", 2)
    assert await delta.named("Jeroen Verlinden") == []
    assert await delta.named("Nele Thyssen") == ["Thyssen, Nele"]


async def test_what_an_entry_stood_under_goes_with_it(delta: Listed) -> None:
    await delta.load(COLUMNS, "D,1,,,,,\n", "D,2,,,,,\n")

    left = await delta.database.reading(delta.source.scope).fetchval(
        "select count(*) from search.list_key where generation = (select generation from search.list_current"
        " where source = $1)",
        delta.source.config.name,
    )
    assert left == 0


async def test_the_next_load_sweeps_nothing_that_answers(delta: Listed) -> None:
    for turn in range(3):
        await delta.load(COLUMNS, f"A,{turn + 10},Maes,Tom,,,\n")

    assert await delta.named("Nele Thys") == ["Thys, Nele"]
