"""The vocabulary and the pairs made anew, stored, and switched to at once while searches go on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Final

import asyncpg
import numpy as np

from focus.core.names.index.pairs import Pairs
from focus.core.names.index.refreshing import channel
from focus.core.names.index.schema import checked
from focus.core.names.index.vocabulary import Vocabulary, Word
from focus.core.names.index.writing import lock

_PART: Final = 1 << 20
_ROW_TYPE: Final = np.dtype(
    [("count", ">i2"), ("size", ">i4"), ("family", ">i4"), ("size2", ">i4"), ("given", ">i4")]
)
"""A row of two integers in PostgreSQL's binary copy."""
_DIFFERENT: Final = 0.6
"""The share of pairs that are not repeated, at national size; a guess that only sizes the bitmap."""
_HEAD: Final = 19


async def rebuild(connection: asyncpg.Connection, schema: str) -> None:
    """Make and store a snapshot of all words and pairs; numbers keep their meaning."""
    s = checked(schema)
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        words, mark = await _words(connection, s)
        pairs = await _pairs(connection, s)
    body = await asyncio.to_thread(_packed, words, pairs)
    async with connection.transaction():
        await lock(connection, s)
        number = 1 + await connection.fetchval(f"select snapshot from {s}.state for update")  # noqa: S608
        await connection.copy_records_to_table(
            "snapshot", records=[(number, i, part) for i, part in enumerate(_parts(body))], schema_name=s
        )
        await connection.execute(
            f"""update {s}.state
            set snapshot = $1, words = $2, aliases = $3, added_before = added, added = $4""",  # noqa: S608
            number,
            *mark,
        )
        await connection.execute(
            f"delete from {s}.added where number <= (select added_before from {s}.state)"  # noqa: S608
        )
        await connection.execute(f"delete from {s}.snapshot where number < $1", number)  # noqa: S608
        await connection.execute("select pg_notify($1, '')", channel(s))


async def _words(connection: asyncpg.Connection, s: str) -> tuple[list[Word], tuple[int, int, int]]:
    aliases: dict[int, list[str]] = {}
    last = 0
    query = f"select number, word, text from {s}.alias order by word, text"  # noqa: S608
    for number, word, text in await connection.fetch(query):
        aliases.setdefault(word, []).append(text)
        last = max(last, number)
    words = [
        Word(number, text, tuple(aliases.get(number, ())))
        for number, text in await connection.fetch(f"select number, text from {s}.word order by number")  # noqa: S608
    ]
    added = await connection.fetchval(
        f"select greatest((select max(number) from {s}.added), (select added from {s}.state))"  # noqa: S608
    )
    return words, (words[-1].number if words else 0, last, added or 0)


class _Incoming:
    """Rows of a binary copy as they arrive in octets."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self._waiting = bytearray()
        self._head = _HEAD

    async def take(self, octets: bytes) -> None:
        """Keep them until there are enough."""
        self._waiting += octets
        if len(self._waiting) > _PART:
            self.flush()

    def flush(self) -> None:
        """Add the pairs of all rows that are whole."""
        first, self._head = self._head, 0
        last = first + (len(self._waiting) - first) // _ROW_TYPE.itemsize * _ROW_TYPE.itemsize
        table = np.frombuffer(bytes(self._waiting[first:last]), _ROW_TYPE)
        self._pairs.add(table["family"].astype(np.int32), table["given"].astype(np.int32))
        del self._waiting[:last]


async def _pairs(connection: asyncpg.Connection, s: str) -> Pairs:
    expected = await connection.fetchval(f"select count(*) from {s}.pair")  # noqa: S608
    pairs = Pairs.for_(int(expected * _DIFFERENT))
    incoming = _Incoming(pairs)
    query = f"select family, given from {s}.pair"  # noqa: S608
    await connection.copy_from_query(query, output=incoming.take, format="binary")
    incoming.flush()
    return pairs


def _packed(words: list[Word], pairs: Pairs) -> bytes:
    bits = pairs.bits.tobytes()
    return len(bits).to_bytes(8, "big") + bits + Vocabulary.of(words).packed()


def _parts(body: bytes) -> Iterator[bytes]:
    for start in range(0, len(body), _PART):
        yield body[start : start + _PART]
