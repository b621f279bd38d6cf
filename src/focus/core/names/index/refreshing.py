"""The words of an index in this process, kept in step with what others write."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import asyncpg
import numpy as np

from focus.core.names.index.connections import CUT, give_up, lost, once_more
from focus.core.names.index.pairs import Pairs
from focus.core.names.index.schema import checked
from focus.core.names.index.store import Words
from focus.core.names.index.vocabulary import Vocabulary, Word


@dataclass
class _Mark:
    """How far the words in memory have come."""

    snapshot: int = 0
    words: int = 0
    aliases: int = 0
    added: int = 0


def channel(schema: str) -> str:
    """Where changes of an index are told."""
    return f"names_{checked(schema)}"


class Refreshing:
    """The last rebuild and what came since: small changes at once, a new rebuild beside the searches."""

    def __init__(self, pool: asyncpg.Pool, schema: str) -> None:
        self._pool, self._schema = pool, checked(schema)
        self._listening: Any = None
        self._words: Words | None = None
        self._base, self._seen = _Mark(), _Mark()
        self._stale = True
        self._one = asyncio.Lock()
        self._rebuilt: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen, then load: nothing falls between."""
        await self.words()

    async def stop(self) -> None:
        """Stop listening."""
        if self._rebuilt is not None:
            self._rebuilt.cancel()
            await asyncio.gather(self._rebuilt, return_exceptions=True)
        if not lost(self._listening):
            await self._listening.remove_listener(channel(self._schema), self._told)
        if self._listening is not None:
            await self._pool.release(self._listening)
            self._listening = None

    @property
    def behind(self) -> bool:
        """Whether something has been told that is not in memory yet."""
        return self._stale

    def changed(self) -> None:
        """What is in memory may be old."""
        self._stale = True

    async def reload(self) -> None:
        """Have the last rebuild in memory: the next search is not answered with older words."""
        async with self._one:
            await self._load()

    def _told(self, *_: object) -> None:
        self._stale = True

    async def words(self) -> Words:
        """What is in memory, after reading what has been told since."""
        if self._words is None or self._stale or lost(self._listening):
            async with self._one:
                await once_more(self._pool, self._refresh)
        assert self._words is not None
        return self._words

    async def _refresh(self) -> None:
        if lost(self._listening):
            await self._listen()
        if not self._stale:
            return
        self._stale = False
        try:
            snapshot, before = await self._state()
            if self._words is None or self._seen.added < before:
                await self._load()
            else:
                if snapshot != self._base.snapshot and (self._rebuilt is None or self._rebuilt.done()):
                    self._rebuilt = asyncio.create_task(self._load())
                await self._catch_up()
        except BaseException as failure:
            self._stale = True
            if isinstance(failure, CUT):
                give_up(self._listening)
            raise

    async def _listen(self) -> None:
        if self._listening is not None:
            await self._pool.release(self._listening)
            self._listening = None
        self._listening = await self._pool.acquire()
        await self._listening.add_listener(channel(self._schema), self._told)
        self._stale = True

    async def _state(self) -> tuple[int, int]:
        row = await self._listening.fetchrow(f"select snapshot, added_before from {self._schema}.state")  # noqa: S608
        return row[0], row[1]

    async def _load(self) -> None:
        """The last rebuild, on a connection of its own; searches go on with what they have."""
        async with self._pool.acquire() as connection, connection.transaction(isolation="repeatable_read"):
            state = await connection.fetchrow(
                f"select snapshot, words, aliases, added from {self._schema}.state"  # noqa: S608
            )
            base = _Mark(*state)
            parts = [
                row[0]
                for row in await connection.fetch(
                    f"select body from {self._schema}.snapshot where number = $1 order by part",  # noqa: S608
                    base.snapshot,
                )
            ]
            vocabulary, pairs = await asyncio.to_thread(_unpacked, parts)
            since, mark = await self._since(connection, base, base, pairs)
        self._words = Words(vocabulary, since, pairs)
        self._base, self._seen = base, mark
        self._stale = True  # what was committed while this was loaded

    async def _catch_up(self) -> None:
        """Words, forms and pairs that were added; the words only when there are any."""
        assert self._words is not None
        words = self._words
        since, mark = await self._since(self._listening, self._base, self._seen, words.pairs, words.since)
        if self._words is words:
            self._words, self._seen = Words(words.base, since, words.pairs), mark

    async def _since(
        self, connection: Any, base: _Mark, seen: _Mark, pairs: Pairs, known: Vocabulary | None = None
    ) -> tuple[Vocabulary, _Mark]:
        s = self._schema
        added = await connection.fetch(
            f"select family, given, number from {s}.added where number > $1 order by number",  # noqa: S608
            seen.added,
        )
        if added:
            table = np.array([tuple(row) for row in added], np.int64)
            pairs.add(table[:, 0].astype(np.int32), table[:, 1].astype(np.int32))
        words, aliases = await connection.fetchrow(
            f"""select (select coalesce(max(number), 0) from {s}.word),
            (select coalesce(max(number), 0) from {s}.alias)"""  # noqa: S608
        )
        mark = _Mark(base.snapshot, words, aliases, added[-1][2] if added else seen.added)
        if known is not None and (words, aliases) == (seen.words, seen.aliases):
            return known, mark
        return await self._words_since(connection, base), mark

    async def _words_since(self, connection: Any, base: _Mark) -> Vocabulary:
        s = self._schema
        texts = await connection.fetch(f"select number, text from {s}.word where number > $1", base.words)  # noqa: S608
        forms: dict[int, list[str]] = {}
        query = f"select word, text from {s}.alias where number > $1"  # noqa: S608
        for word, text in await connection.fetch(query, base.aliases):
            forms.setdefault(word, []).append(text)
        found = [Word(number, text, tuple(forms.pop(number, ()))) for number, text in texts]
        found += [Word(number, "", tuple(aliases)) for number, aliases in forms.items()]
        return Vocabulary.of(found, first=base.words + 1)


def _unpacked(parts: list[bytes]) -> tuple[Vocabulary, Pairs]:
    if not parts:
        return Vocabulary.of([]), Pairs.for_(0)
    whole = b"".join(parts)
    size = int.from_bytes(whole[:8], "big")
    bits = np.frombuffer(bytearray(whole[8 : 8 + size]), np.uint8)
    return Vocabulary.unpacked(whole[8 + size :]), Pairs(bits)
