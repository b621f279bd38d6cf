"""Loading: a new generation beside the old one, bad lines named, and never half a list."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

import pytest

from focus.core.database import Database
from focus.modules.search.lists import store
from focus.modules.search.lists.reading import KEPT_BAD
from focus.modules.search.sources.protocol import SourceFailed
from tests.search.lists.files import HEADER, JEROEN, NELE, Listed, reading
from tests.support.waiting import until

MAKE = Callable[..., Listed]


async def rows(listed: Listed, table: str) -> int:
    """Rows of this table in the list's scope."""
    found = await listed.database.reading(listed.source.scope).fetchval(
        f"select count(*) from search.{table} where generation in "
        "(select id from search.list_load where source = $1)",
        listed.source.config.name,
    )
    return int(found)


async def test_before_the_first_load_the_list_does_not_say_nothing(persons: Listed) -> None:
    with pytest.raises(SourceFailed, match="not_loaded"):
        await persons.named("Nele Thys")


async def test_a_new_list_takes_the_place_of_the_old_one(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN)
    await persons.load(HEADER, NELE)

    assert (await persons.named("Jeroen Verlinden"), await persons.named("Nele Thys")) == ([], ["Thys, Nele"])


async def test_nothing_of_an_old_generation_is_left(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN, NELE)
    await persons.load(HEADER, NELE)

    assert await rows(persons, "list_entry") == 1


async def test_until_a_load_is_whole_the_old_list_answers(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN)
    many = [f"{i},Janssens,Jan,1950-01-01,,\n" for i in range(9_000)]
    persons.write(HEADER, JEROEN.replace("Jeroen", "Bart"), *many)
    seen: list[tuple[str, ...]] = []

    loading = asyncio.create_task(persons.loader().load(again=True))
    while not loading.done():
        half_there = 4_000 <= await rows(persons, "list_entry") < 9_000
        records = await persons.ask(reading("plate", plate="2ZKV318"))
        seen.append((records[0].title if len(records) == 1 else repr(records), "half" if half_there else ""))

    # One question, so that old and new cannot both be missed between two of them.
    titles = [title for title, _ in seen]
    assert (await loading).state == "loaded"
    assert ("Verlinden, Jeroen", "half") in seen
    assert set(titles) <= {"Verlinden, Jeroen", "Verlinden, Bart"}
    assert titles == sorted(titles, reverse=True)
    assert await persons.named("Bart Verlinden") == ["Verlinden, Bart"]


async def test_bad_lines_are_reported_by_number_and_reason(persons: Listed) -> None:
    outcome = await persons.load(HEADER, JEROEN, "too,few\n", NELE, "9,,Nobody,,,\n")

    kept = await store.bad_lines(persons.database, persons.source.scope, outcome.load)  # type: ignore[arg-type]
    assert [line for line, _ in kept] == [3, 5]
    assert "2 columns where 6 are named" in kept[0][1]


async def test_good_lines_beside_bad_ones_are_there(persons: Listed) -> None:
    outcome = await persons.load(HEADER, JEROEN, "too,few\n", NELE)

    assert (outcome.state, outcome.good, outcome.bad) == ("loaded", 2, 1)


async def test_a_line_in_another_character_set_is_bad(make: MAKE) -> None:
    listed = make(bad_share=0.6)
    listed.file.write_bytes(HEADER.encode() + NELE.encode() + "3,Peeters,Zo\xeb,,,\n".encode("latin-1"))

    assert (await listed.load()).bad == 1


async def test_a_list_with_too_many_bad_lines_is_refused_and_the_old_one_stays(make: MAKE) -> None:
    listed = make(bad_share=0.01)
    await listed.load(HEADER, JEROEN)
    outcome = await listed.load(HEADER, NELE, *["bad\n"] * 20)

    assert outcome.state == "refused"
    assert await listed.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]


async def test_all_bad_lines_are_counted_but_only_the_first_are_kept(make: MAKE) -> None:
    listed = make(bad_share=0.01)
    outcome = await listed.load(HEADER, *["bad\n"] * (KEPT_BAD + 1_500))

    kept = await store.bad_lines(listed.database, listed.source.scope, outcome.load)  # type: ignore[arg-type]
    assert (outcome.bad, len(kept), kept[-1][0]) == (KEPT_BAD + 1_500, KEPT_BAD, KEPT_BAD + 1)


async def test_nothing_of_a_refused_list_is_left(make: MAKE) -> None:
    listed = make(bad_share=0.01)
    await listed.load(HEADER, NELE, *["bad\n"] * 20)

    assert (await rows(listed, "list_entry"), await rows(listed, "list_key")) == (0, 0)


async def test_an_empty_list_does_not_take_the_place_of_a_full_one(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN)

    assert (await persons.load(HEADER)).state == "refused"
    assert await persons.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]


async def test_a_file_that_is_not_there_is_a_failure_with_a_reason(persons: Listed) -> None:
    outcome = await persons.load()

    assert (outcome.state, "No such file" in outcome.reason) == ("failed", True)


async def test_a_file_that_has_not_changed_is_not_loaded_again(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN)

    assert (await persons.load(again=False)).state == "unchanged"


async def test_with_other_maps_the_same_file_is_loaded_again(make: MAKE, database: Database) -> None:
    listed = make()
    await listed.load(HEADER, JEROEN)
    async with database.transaction(listed.source.scope) as tx:
        await tx.execute(
            "update search.list_current set mapping = '' where source = $1", listed.source.config.name
        )

    assert (await listed.load(again=False)).state == "loaded"


async def test_two_do_not_load_a_list_at_once(persons: Listed) -> None:
    persons.write(HEADER, *[f"{i},Janssens,Jan,1950-01-01,,\n" for i in range(4_000)])

    states = await asyncio.gather(*(persons.loader().load(again=True) for _ in range(3)))

    assert sorted(outcome.state for outcome in states) == ["busy", "busy", "loaded"]


async def test_what_a_cut_off_load_left_is_gone_after_the_next(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN)
    persons.write(HEADER, *[f"{i},Janssens,Jan,1950-01-01,,\n" for i in range(20_000)])
    loading = asyncio.create_task(persons.loader().load(again=True))

    async def half_there() -> bool:
        return await rows(persons, "list_entry") >= 4_000

    await until(half_there, seconds=20)
    loading.cancel()
    await asyncio.wait([loading])

    assert await persons.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]
    await persons.load(HEADER, NELE)
    assert await rows(persons, "list_entry") == 1
    assert "cut off" in await persons.status(persons.source.config.name)


async def test_an_old_list_does_not_say_nothing(make: MAKE) -> None:
    listed = make(max_age="P1D")
    listed.write(HEADER, JEROEN)
    os.utime(listed.file, (1_700_000_000, 1_700_000_000))
    await listed.load()

    with pytest.raises(SourceFailed, match="old"):
        await listed.named("Nele Thys")


async def test_an_old_list_still_says_what_it_knows(make: MAKE) -> None:
    listed = make(max_age="P1D")
    listed.write(HEADER, JEROEN)
    os.utime(listed.file, (1_700_000_000, 1_700_000_000))
    await listed.load()

    (record,) = await listed.ask(reading("name", name="Jeroen Verlinden"))
    assert record.at.year == 2023


async def test_the_status_says_how_many_and_how_old(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN, NELE)

    assert "2 entries" in await persons.status()


async def test_the_status_of_an_old_list_says_so(make: MAKE) -> None:
    listed = make(max_age="P1D")
    listed.write(HEADER, JEROEN)
    os.utime(listed.file, (1_700_000_000, 1_700_000_000))
    await listed.load()

    assert " OLD" in await listed.status()


async def test_the_command_names_bad_lines_and_counts_the_rest(make: MAKE) -> None:
    listed = make(bad_share=0.5)
    listed.write(HEADER, *[JEROEN] * 20, *["bad\n"] * 15)

    status, said = await listed.command(name=listed.source.config.name)
    assert (status, "line 22: 1 columns" in said, "5 bad lines more" in said) == (0, True, True)


async def test_a_refused_load_ends_the_command_with_one(make: MAKE) -> None:
    listed = make()
    listed.write(HEADER, "bad\n")

    assert (await listed.command(name=listed.source.config.name))[0] == 1


async def test_an_unknown_list_is_told_with_those_there_are(persons: Listed) -> None:
    status, said = await persons.command(name="nosuch")

    assert (status, persons.source.config.name in said) == (2, True)
