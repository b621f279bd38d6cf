"""Entries into PostgreSQL, a batch at a time: words get numbers that never change, pairs get rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import asyncpg

from focus.core.names.index.dates import number_of
from focus.core.names.index.schema import checked
from focus.core.names.index.store import Entry, Stored
from focus.core.names.index.tokens import aliases_of, pairs_of
from focus.core.names.parts import Part

Pair = tuple[int, int, int, int]


class Numbering:
    """Numbers of words and entries within one transaction, or within one load."""

    def __init__(
        self, words: dict[str, int], aliases: set[tuple[int, str]], last: tuple[int, int, int]
    ) -> None:
        self._words, self._aliases = words, aliases
        self._last_word, self._last_alias, self._last_entry = last
        self.new_words: list[tuple[int, str]] = []
        self.new_aliases: list[tuple[int, int, str]] = []

    @classmethod
    async def whole(cls, connection: asyncpg.Connection, schema: str) -> Numbering:
        """With every word that is known: for loads."""
        s = checked(schema)
        words = {r[1]: r[0] for r in await connection.fetch(f"select number, text from {s}.word")}  # noqa: S608
        aliases = {(r[0], r[1]) for r in await connection.fetch(f"select word, text from {s}.alias")}  # noqa: S608
        return cls(words, aliases, await _last(connection, s))

    @classmethod
    async def for_names(cls, connection: asyncpg.Connection, schema: str, names: Iterable[str]) -> Numbering:
        """With the words of these names: for changes."""
        s = checked(schema)
        texts = list({part.full for name in names for pair in pairs_of(name) for part in pair})
        found = await connection.fetch(f"select number, text from {s}.word where text = any($1)", texts)  # noqa: S608
        words = {row[1]: row[0] for row in found}
        known = await connection.fetch(
            f"select word, text from {s}.alias where word = any($1)",  # noqa: S608
            list(words.values()),
        )
        return cls(words, {(row[0], row[1]) for row in known}, await _last(connection, s))

    def stored(self, entry: Entry) -> Stored:
        """The entry with the next number."""
        self._last_entry += 1
        return Stored(self._last_entry, entry.id, entry.name, number_of(entry.born))

    def pairs(self, entry: Stored) -> list[Pair]:
        """Its rows; words that are new get numbers."""
        rows = [
            (self._number(family), self._number(own), entry.born, entry.number)
            for family, own in pairs_of(entry.name)
        ]
        return list(dict.fromkeys(rows))

    def _number(self, part: Part) -> int:
        number = self._words.get(part.full)
        if number is None:
            self._last_word += 1
            number = self._words[part.full] = self._last_word
            self.new_words.append((number, part.full))
        if part.core != part.full or part.others:
            for alias in aliases_of(part):
                if (number, alias) not in self._aliases:
                    self._aliases.add((number, alias))
                    self._last_alias += 1
                    self.new_aliases.append((self._last_alias, number, alias))
        return number


async def lock(connection: asyncpg.Connection, schema: str) -> None:
    """One writer at a time, until the transaction ends: numbers are committed in their order."""
    await connection.execute("select pg_advisory_xact_lock(hashtextextended($1, 0))", f"names {schema}")


async def insert(
    connection: asyncpg.Connection, schema: str, numbering: Numbering, entries: Sequence[Entry]
) -> list[Pair]:
    """Copy entries that are not there yet, with their words and pairs; the pairs are returned."""
    stored = [numbering.stored(entry) for entry in entries]
    pairs = [pair for each in stored for pair in numbering.pairs(each)]
    await _copy(connection, schema, "word", numbering.new_words)
    await _copy(connection, schema, "alias", numbering.new_aliases)
    numbering.new_words, numbering.new_aliases = [], []
    await _copy(connection, schema, "entry", stored)
    await _copy(connection, schema, "pair", pairs)
    return pairs


async def delete(connection: asyncpg.Connection, schema: str, ids: Sequence[str]) -> int:
    """Take entries out, with their pairs; how many there were."""
    gone = await connection.fetch(
        f"delete from {checked(schema)}.entry where id = any($1) returning number, born",  # noqa: S608
        list(ids),
    )
    # By birth date, not by what the name would be taken apart into today.
    await connection.execute(
        f"""delete from {schema}.pair p using unnest($1::int[], $2::int[]) gone(entry, born)
        where p.born = gone.born and p.entry = gone.entry""",  # noqa: S608
        [row[0] for row in gone],
        [row[1] for row in gone],
    )
    return len(gone)


async def _copy(connection: asyncpg.Connection, schema: str, table: str, rows: Sequence[Any]) -> None:
    if rows:
        await connection.copy_records_to_table(table, records=rows, schema_name=schema)


async def _last(connection: asyncpg.Connection, schema: str) -> tuple[int, int, int]:
    row = await connection.fetchrow(
        f"""select (select coalesce(max(number), 0) from {schema}.word),
        (select coalesce(max(number), 0) from {schema}.alias),
        (select coalesce(max(number), 0) from {schema}.entry)"""  # noqa: S608
    )
    assert row is not None
    return int(row[0]), int(row[1]), int(row[2])
