"""The index of a list's names: in step in every process, small, and made of entries where there is none."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from focus.core.database import Database, Stream, migrate
from focus.core.registry.registry import discover
from focus.modules.search.lists import indexing
from focus.modules.search.lists.indexes import Indexes
from focus.modules.search.lists.keeping import Keeper, without_index
from focus.modules.search.lists.source import ListSource
from focus.modules.search.sources.asker import asked_for
from focus.modules.search.sources.protocol import SourceFailed
from focus.server.running import streams
from tests.search.lists.files import HEADER, JEROEN, NELE, Listed, listed, reading
from tests.support.cluster import fresh_database

MAKE = Callable[..., Listed]
COLUMNS = "op," + HEADER


def elsewhere(here: Listed, **options: int) -> tuple[Listed, Indexes]:
    """The same list in another process of the server."""
    indexes = Indexes(here.database, **options)
    source = ListSource(here.source.config, here.source.settings)
    source.attach(here.database, {}, indexes)
    return Listed(here.database, here.folder, source), indexes


async def without(here: Listed) -> None:
    """As a list was before there were indexes."""
    async with here.database.transaction(here.source.scope) as tx:
        name = here.source.config.name
        await tx.execute(
            "delete from search.list_index where generation ="
            " (select generation from search.list_current where source = $1)",
            name,
        )
        await tx.execute("update search.list_current set version = 0 where source = $1", name)


async def versions(here: Listed) -> list[tuple[int, bool]]:
    rows = await here.database.reading(here.source.scope).fetch(
        "select distinct version, whole from search.list_index where generation ="
        " (select generation from search.list_current where source = $1) order by 1",
        here.source.config.name,
    )
    return [(row[0], row[1]) for row in rows]


async def test_each_process_answers_from_the_new_list_as_soon_as_it_stands(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN)
    others = [elsewhere(persons)[0] for _ in range(2)]
    for each in others:
        assert await each.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]
    await persons.load(HEADER, NELE)

    for each in others:
        assert (await each.named("Jeroen Verlinden"), await each.named("Nele Thijs")) == ([], ["Thys, Nele"])


async def test_each_process_follows_changes(make: MAKE) -> None:
    delta = make(mode="delta", gone={"op": ["D"]})
    await delta.load(COLUMNS, "A," + JEROEN)
    other, _ = elsewhere(delta)
    seen = [await other.named("Jeroen Verlinden")]
    await delta.load(COLUMNS, "A," + NELE)
    await delta.load(COLUMNS, "A,1,Verlynden,Joris,,,\n")
    seen += [await other.named(name) for name in ("Nele Thys", "Joris Verlinden", "Jeroen Verlinden")]

    assert seen == [["Verlinden, Jeroen"], ["Thys, Nele"], ["Verlynden, Joris"], []]


async def test_changes_become_a_whole_index_from_time_to_time(
    make: MAKE, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "MOST_CHANGES", 2)
    delta = make(mode="delta", gone={"op": ["D"]})
    other, _ = elsewhere(delta)
    stood = []
    for turn in range(1, 6):
        await delta.load(COLUMNS, f"A,{turn},Verlinden{'abcdef'[turn]},Tom,,,\n")
        stood.append(await versions(delta))
        assert await other.named(f"Tom Verlinden{'abcdef'[turn]}")

    assert stood[2] == [(1, True), (2, False), (3, False)]
    assert stood[4] == [(4, True), (5, False)]
    assert await elsewhere(delta)[0].named("Tom Verlindenb")


async def test_many_changes_at_once_make_a_whole_index(make: MAKE, monkeypatch: pytest.MonkeyPatch) -> None:
    delta = make(mode="delta", gone={"op": ["D"]})
    await delta.load(COLUMNS, "A," + JEROEN)
    monkeypatch.setattr(indexing, "_MOST_NAMES", 3)
    await delta.load(COLUMNS, *[f"A,{at},Maes,Tom,,,\n" for at in range(10, 15)])

    assert await versions(delta) == [(2, True)]
    assert await delta.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]


async def test_a_list_that_never_comes_to_rest_is_busy_and_never_says_nothing(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN)
    other, indexes = elsewhere(persons)
    old = await indexes.latest(persons.source.scope, persons.source.config.name)
    await persons.load(HEADER, NELE)

    async def stale(*_: object) -> object:
        return old

    indexes.of = stale  # type: ignore[method-assign,assignment]
    with pytest.raises(SourceFailed, match="busy"):
        await other.named("Nele Thys")


async def test_an_index_of_one_organisation_is_never_asked_for_another(make: MAKE) -> None:
    home, stranger = uuid4(), uuid4()
    own = make(organisation="5999")
    own.source.attach(own.database, {"5999": home})
    await own.load(HEADER, JEROEN)
    indexes = Indexes(own.database)
    own.source.attach(own.database, {"5999": home}, indexes)

    async def asked_by(organisation: UUID) -> list[str]:
        token = asked_for.set(organisation)
        try:
            return await own.named("Jeroen Verlinden")
        finally:
            asked_for.reset(token)

    assert await asked_by(home) == ["Verlinden, Jeroen"]
    with pytest.raises(SourceFailed, match="not_loaded"):
        await asked_by(stranger)
    assert await indexes.latest(stranger, own.source.config.name) is None
    assert await indexes.latest(home, own.source.config.name) is not None


async def test_no_more_indexes_are_kept_than_fit(make: MAKE) -> None:
    one, two = make(), make()
    indexes = Indexes(one.database, most_bytes=1)
    for each, line in ((one, JEROEN), (two, NELE)):
        await each.load(HEADER, line)
        each.source.attach(each.database, {}, indexes)
    found = [await each.named(name) for each, name in ((one, "Jeroen Verlinden"), (two, "Nele Thys")) * 2]

    assert found == [["Verlinden, Jeroen"], ["Thys, Nele"]] * 2
    assert indexes.kept == 1


async def test_an_index_is_read_once_for_all_who_wait(
    persons: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    await persons.load(HEADER, JEROEN)
    other, _ = elsewhere(persons)
    reads = 0
    read = indexing.read

    async def counted(*given: object) -> object:
        nonlocal reads
        reads += 1
        return await read(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("focus.modules.search.lists.indexes.read", counted)
    await asyncio.gather(*(other.named("Jeroen Verlinden") for _ in range(8)))

    assert reads == 1


async def test_a_list_from_before_is_found_by_its_entries(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN, NELE)
    await without(persons)

    assert await elsewhere(persons)[0].named("Jeroen Verlindne") == ["Verlinden, Jeroen"]


async def test_loading_indexes_a_list_from_before_also_when_it_is_not_due(persons: Listed) -> None:
    await persons.load(HEADER, JEROEN)
    await without(persons)
    wanting = await without_index(persons.database, [persons.source])
    assert await persons.command() == (0, "")

    assert wanting == [persons.source]
    assert await versions(persons) == [(1, True)]
    assert await persons.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]


async def test_the_keeper_has_a_list_from_before_indexed(persons: Listed, tmp_path: Path) -> None:
    await persons.load(HEADER, JEROEN)
    said = tmp_path / "said"
    command = [sys.executable, "-c", f"open({str(said)!r}, 'a').write('x')"]
    keeper = Keeper(persons.database, [persons.source], command=command)
    await keeper.load_due()
    quiet = said.exists()
    await without(persons)
    await Keeper(persons.database, [persons.source], command=command).load_due()

    assert (quiet, said.read_text()) == (False, "x")


async def test_changes_of_a_list_from_before_index_it(make: MAKE) -> None:
    delta = make(mode="delta", gone={"op": ["D"]})
    await delta.load(COLUMNS, "A," + JEROEN)
    await without(delta)
    await delta.load(COLUMNS, "A," + NELE)

    assert await versions(delta) == [(1, True)]
    assert [await delta.named(name) for name in ("Jeroen Verlinden", "Nele Thys")] == [
        ["Verlinden, Jeroen"],
        ["Thys, Nele"],
    ]


@pytest.fixture
async def before(tmp_path: Path) -> AsyncIterator[Database]:
    """A database as it was before there were indexes."""
    folders, old = [], tmp_path / "migrations"
    old.mkdir()
    for stream in streams(discover()):
        if stream.name == "search":
            for file in stream.folder.glob("000[1-8]_*.sql"):
                shutil.copy(file, old)
        folders.append(Stream("search", old) if stream.name == "search" else stream)
    async with fresh_database(tmp_path, folders) as url, Database.open(tmp_path, url) as database:
        await migrate(database, folders)
        yield database


async def test_after_the_migration_a_loaded_list_answers_as_before(
    persons: Listed, before: Database, tmp_path: Path
) -> None:
    await persons.load(HEADER, JEROEN, NELE)
    name, scope = persons.source.config.name, persons.source.scope
    here = persons.database.reading(scope)
    rows = {
        table: await here.fetch(
            f"select * from search.{table} t where (to_jsonb(t)->>'generation')::uuid ="
            " (select generation from search.list_current where source = $1)",
            name,
        )
        for table in ("list_current", "list_entry", "list_key")
    }
    async with before.transaction(scope) as tx:
        for table, kept in rows.items():
            for row in kept:
                columns = [column for column in row.keys() if column != "version"]  # noqa: SIM118
                places = ", ".join(f"${at}" for at in range(1, len(columns) + 1))
                await tx.execute(
                    f"insert into search.{table} ({', '.join(columns)}) values ({places})",
                    *(row[column] for column in columns),
                )
    await migrate(before, streams(discover()))
    after = listed(before, tmp_path / "after", name, bad_share=0.5)

    assert await after.named("Jeroen Verlindne") == ["Verlinden, Jeroen"]
    assert [r.title for r in await after.ask(reading("plate", plate="2ZKV318", country="B"))] == [
        "Verlinden, Jeroen"
    ]
    assert await after.loader().index()
    assert await versions(after) == [(1, True)]
    assert await after.named("Nele Thijs") == ["Thys, Nele"]
