"""A loaded list as a source: found by identifier exactly, by name through the index of its names."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec

from focus.core.database import Database, DatabaseAway
from focus.core.names import MATCH, POSSIBLE
from focus.modules.search.connectors.client import Trace
from focus.modules.search.lists.entries import Entry, identifier_key
from focus.modules.search.lists.indexes import Held, Indexes
from focus.modules.search.lists.indexing import At
from focus.modules.search.lists.store import SHARED
from focus.modules.search.questions import Reading
from focus.modules.search.records import Fact, Identifier, Record
from focus.modules.search.sources.asker import asked_for
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.durations import duration
from focus.modules.search.sources.listed import listed_questions
from focus.modules.search.sources.protocol import Answer, SourceFailed
from focus.modules.search.sources.settings import Settings
from focus.modules.search.understanding.countries import ANY
from focus.modules.search.understanding.identify import identify, identify_asked, looser, same

_MOST: Final = 25
"""Hits that are shown; those that are exactly what was asked are shown beyond it."""
_MOST_EXACT: Final = 100
"""More of them than these, and the answer would not be whole."""
_LOOKED_AT: Final = 200
"""Entries with one identifier."""
_TURNS: Final = 5
"""A list that changes so often while it is asked does not come to rest."""
_FACT: Final = {"plate": "plate", "vin": "vin", "national_number": "national_number",
                "bis_number": "bis_number", "document": "document", "company": "company",
                "phone": "phone", "object": "serial", "pv": "pv"}  # fmt: skip
"""Kind of question → its fact and the kind of identifier."""

# One statement: which generation answers, how old it is, and what it knows, all as of one moment.
_CURRENT: Final = """
select c.fresh_at, f.record from search.list_current c left join lateral ({found}) f on true
where c.organisation_id = $1 and c.source = $2 {order}
"""
_BY_KEY: Final = _CURRENT.format(
    found=f"""
  select e.record, e.entry from (select distinct entry from search.list_key where organisation_id = $1
    and generation = c.generation and key = any($3) offset 0) k,
  lateral (select record, entry from search.list_entry where organisation_id = $1
    and generation = c.generation and entry = k.entry offset 0) e
  order by e.entry limit {_LOOKED_AT}""",  # noqa: S608
    order="order by f.entry",
)
# The state that answers says whether the index that found these entries is the right one.
_BY_NUMBER: Final = """
select c.generation, c.version, c.fresh_at, f.entry, f.record from search.list_current c
left join lateral (
  select e.entry, e.record from unnest($3::bigint[]) a (entry),
  lateral (select entry, record from search.list_entry where organisation_id = $1
    and generation = c.generation and entry = a.entry offset 0) e
) f on true
where c.organisation_id = $1 and c.source = $2
"""
_ENTRY = msgspec.json.Decoder(Entry)


class ListSource:
    """Asks the generation that answers now. `attach` gives it the database before it is asked."""

    def __init__(self, config: SourceConfig, settings: Settings) -> None:
        if config.listed is None:
            raise ValueError(f"{config.name} is no list")
        self.config, self.settings, self.place = config, settings, config.listed
        self.organisation: UUID | None = None
        """Whose own list it is; others do not see that it exists."""
        self._questions = listed_questions(config)
        self._max_age = duration(config.listed.max_age)
        self._database: Database | None = None
        self._indexes: Indexes | None = None

    def attach(
        self, database: Database, organisations: dict[str, UUID], indexes: Indexes | None = None
    ) -> None:
        """Where the lists lie; `organisations`: code → id; `indexes`: that all lists of the process share."""
        self._database, self._indexes = database, Indexes(database) if indexes is None else indexes
        if self.place.organisation:
            # An organisation that there is not owns nothing that anybody could see.
            self.organisation = organisations.get(self.place.organisation, UUID(int=1))

    @property
    def scope(self) -> UUID:
        """Where its rows stand."""
        return self.organisation or SHARED

    def accepts(self, reading: Reading) -> bool:
        """By what its entries are found."""
        return reading.kind in self._questions and bool(_asked(reading))

    async def ask(
        self, reading: Reading, *, deadline: float, asked_at: datetime, trace: Trace | None = None
    ) -> Answer:
        """What the list says. Raises `SourceFailed`: `not_loaded`, or `old` when it cannot say *nothing*."""
        if self._database is None:
            raise SourceFailed("broken", "a list without a database")
        scope = asked_for.get() if self.organisation else SHARED
        if scope is None:
            raise SourceFailed("broken", "a list of one's own is asked for an organisation")
        try:
            async with asyncio.timeout_at(deadline):
                if trace is not None:
                    trace.asked = f"the loaded list {self.config.name}, by {reading.kind}"
                fresh_at, records, candidates = await self._found(scope, reading)
        except TimeoutError:
            raise SourceFailed("timeout") from None
        except DatabaseAway:
            raise SourceFailed("unreachable", "our own database") from None
        if trace is not None:
            trace.status, trace.size = "candidates", candidates
        if not records and self._old(fresh_at, asked_at):
            raise SourceFailed("old", f"as of {fresh_at.isoformat()}")
        return Answer(tuple(records), candidates)

    async def _found(self, scope: UUID, reading: Reading) -> tuple[datetime, list[Record], int]:
        """As of when, who fits, and how many were looked at."""
        asked = _asked(reading)
        if isinstance(asked, str):
            return await self._by_name(scope, asked, reading.facts)
        rows = await self._rows(scope, _BY_KEY, _keys(asked))
        entries = [_ENTRY.decode(row["record"]) for row in rows if row["record"] is not None]
        fitting = _distinct(entry.record for entry in entries if _is_of(entry.record, asked))
        return rows[0]["fresh_at"], _not_too_many(fitting), len(entries)

    async def _by_name(
        self, scope: UUID, asked: str, facts: Mapping[str, str]
    ) -> tuple[datetime, list[Record], int]:
        assert self._indexes is not None
        name = self.config.name
        held = await self._indexes.latest(scope, name)
        for _ in range(_TURNS):
            likely = _likely(held, asked, facts.get("born") or facts.get("born_year")) if held else []
            rows = await self._rows(scope, _BY_NUMBER, [number for _, number in likely])
            now = At(rows[0]["generation"], rows[0]["version"])
            if held is not None and held.at == now:
                known = {row["entry"]: row["record"] for row in rows}
                entries = [(_ENTRY.decode(known[number]), value) for value, number in likely]
                found = [_scored(_born_so(entry, facts.get("born")), value) for entry, value in entries]
                return rows[0]["fresh_at"], _not_too_many(_distinct(found)), len(likely)
            held = await self._indexes.of(scope, name, now)
        raise SourceFailed("busy", "the list changed again and again")

    async def _rows(self, scope: UUID, statement: str, given: Any) -> list[asyncpg.Record]:
        """At least one, or the list was never loaded."""
        assert self._database is not None
        rows = await self._database.reading(scope).fetch(statement, scope, self.config.name, given)
        if not rows:
            raise SourceFailed("not_loaded", f"run: focus list load {self.config.name}")
        return rows

    def _old(self, fresh_at: datetime, now: datetime) -> bool:
        return bool(now - fresh_at > self._max_age and self._max_age > timedelta())

    async def close(self) -> None:
        """The database is not its own."""


def _asked(reading: Reading) -> str | Identifier:
    if reading.kind in ("name", "name_birth"):
        return _name(reading)
    kind = _FACT.get(reading.kind, "")
    value = reading.facts.get(kind, "")
    if kind == "national_number" and value[2:4] > "12":
        # as it stands in the record too, whoever put the question
        return identify("bis_number", value) or ""
    return identify_asked(kind, reading) or ""


def _keys(asked: Identifier) -> list[int]:
    """Under which an entry may stand; a list not yet loaded anew has Belgian documents only so."""
    land, _, number = asked.value.partition(":")
    belgian = identify(asked.kind, number) if land == ANY else None
    return [identifier_key(form.kind, form.value) for form in (asked, *looser(asked), belgian) if form]


def _is_of(record: Record, asked: Identifier) -> bool:
    return any(same(one, asked) for one in record.identifiers)


def _name(reading: Reading) -> str:
    facts = reading.facts
    given = facts.get("initials") or facts.get("given_names")
    parts = [name for name in (facts.get("family_name"), given) if name]
    return ", ".join(parts) if facts.get("initials") else facts.get("name") or ", ".join(parts)


def _likely(held: Held, asked: str, born: str | None) -> list[tuple[float, int]]:
    """How likely, and the numbers of entries. Without a birth date only a name that is the same one."""
    least = POSSIBLE if born else MATCH
    likely = held.index.likely(asked, born, least=least, most=_MOST)
    return likely[: max(_MOST, sum(value >= 1 for value, _ in likely))]


def _not_too_many(records: list[Record]) -> list[Record]:
    """Part of them would look as if it were all."""
    if len(records) > _MOST_EXACT:
        raise SourceFailed("too_large", f"more than {_MOST_EXACT} entries are exactly what was asked")
    return records


def _born_so(entry: Entry, born: str | None) -> Record:
    """The record with that of its births which was asked."""
    return msgspec.structs.replace(entry.record, born=born) if born in entry.births else entry.record


def _scored(record: Record, value: float) -> Record:
    return msgspec.structs.replace(
        record, facts=(*record.facts, Fact("score", f"{min(value, 1):.2f}", "number"))
    )


def _distinct(records: Iterable[Record]) -> list[Record]:
    """Each once; another one under the same id gets a number."""
    known: dict[str, Record] = {}
    for record in records:
        turn, unique = 1, record
        while unique.key in known and known[unique.key] != unique:
            turn += 1
            unique = msgspec.structs.replace(record, id=f"{record.id}~{turn}")
        known[unique.key] = unique
    return list(known.values())
