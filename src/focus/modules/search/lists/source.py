"""A loaded list as a source: found by identifier exactly, by name through `focus.core.names`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import msgspec

from focus.core.database import Database, DatabaseAway
from focus.core.names import MATCH, POSSIBLE, score
from focus.core.names.index.dates import agreement, number_of
from focus.modules.search.connectors.client import Trace
from focus.modules.search.lists.entries import Entry
from focus.modules.search.lists.keys import BORN, asked_name, identifier_key, plain
from focus.modules.search.lists.store import SHARED
from focus.modules.search.questions import Reading
from focus.modules.search.records import Fact, Identifier, Record
from focus.modules.search.sources.asker import asked_for
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.durations import duration
from focus.modules.search.sources.listed import listed_questions
from focus.modules.search.sources.protocol import Answer, SourceFailed
from focus.modules.search.sources.settings import Settings
from focus.modules.search.understanding.identify import identify

_MOST: Final = 25
"""Hits that are shown; those that are exactly what was asked are shown beyond it."""
_MOST_EXACT: Final = 100
"""More of them than these, and the answer would not be whole."""
_LOOKED_AT: Final = 200
"""Entries whose names are compared in full."""
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
  select e.record, e.entry from (select entry from search.list_key where organisation_id = $1
    and generation = c.generation and key = $3 offset 0) k,
  lateral (select record, entry from search.list_entry where organisation_id = $1
    and generation = c.generation and entry = k.entry offset 0) e
  order by e.entry limit {_LOOKED_AT}""",  # noqa: S608
    order="order by f.entry",
)
# Asked keys → words of the list → entries; who has the birth date or the very name comes first. Each step is
# a subquery of its own (offset 0): just after a load the planner knows nothing of the tables, and would join
# them whole.
_BY_NAME: Final = _CURRENT.format(
    found=f"""
  select e.record, hit.parts, hit.weight, e.entry from (
    select each.entry, count(distinct each.part) as parts, sum(each.weight) as weight from (
      select k.entry, w.part, max(w.weight) as weight from (
        select l.word, a.part, count(*) as weight from unnest($3::bigint[], $4::int[]) a (key, part),
        lateral (select word from search.list_word where organisation_id = $1
          and generation = c.generation and key = a.key offset 0) l
        group by 1, 2
      ) w, lateral (select entry from search.list_key where organisation_id = $1
        and generation = c.generation and key = w.word offset 0) k
      group by 1, 2
      union all
      select k.entry, x.part, 0 from unnest($5::bigint[], $6::int[]) x (key, part),
      lateral (select entry from search.list_key where organisation_id = $1
        and generation = c.generation and key = x.key offset 0) k
    ) each
    group by 1 having count(distinct each.part) filter (where each.part <> {BORN}) >= $7
    order by 2 desc, 3 desc, 1 limit {_LOOKED_AT}
  ) hit, lateral (select record, entry from search.list_entry where organisation_id = $1
    and generation = c.generation and entry = hit.entry offset 0) e""",  # noqa: S608
    order="order by f.parts desc, f.weight desc, f.entry",
)
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

    def attach(self, database: Database, organisations: dict[str, UUID]) -> None:
        """Where the lists lie; `organisations`: code → id."""
        self._database = database
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
                statement, given = _statement(reading)
                if trace is not None:
                    trace.asked = f"the loaded list {self.config.name}, by {reading.kind}"
                rows = await self._database.reading(scope).fetch(statement, scope, self.config.name, *given)
        except TimeoutError:
            raise SourceFailed("timeout") from None
        except DatabaseAway:
            raise SourceFailed("unreachable", "our own database") from None
        if not rows:
            raise SourceFailed("not_loaded", f"run: focus list load {self.config.name}")
        if trace is not None:
            trace.status, trace.size = "candidates", sum(row["record"] is not None for row in rows)
        records = _fitting(reading, [row["record"] for row in rows if row["record"] is not None])
        if not records and self._old(rows[0]["fresh_at"], asked_at):
            raise SourceFailed("old", f"as of {rows[0]['fresh_at'].isoformat()}")
        return Answer(tuple(records), len(rows))

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
        kind = "bis_number"  # as it stands in the record too, whoever put the question
    return identify(kind, value, reading.country or reading.facts.get("country", "")) or ""


def _name(reading: Reading) -> str:
    facts = reading.facts
    parts = [name for name in (facts.get("family_name"), facts.get("given_names")) if name]
    return facts.get("name") or ", ".join(parts)


def _statement(reading: Reading) -> tuple[str, tuple[Any, ...]]:
    asked = _asked(reading)
    if isinstance(asked, Identifier):
        return _BY_KEY, (identifier_key(asked.kind, asked.value),)
    keys = asked_name(asked, reading.facts.get("born", ""))
    return _BY_NAME, (keys.keys, keys.parts, keys.exact, keys.exact_parts, keys.needed)


def _fitting(reading: Reading, found: Sequence[bytes]) -> list[Record]:
    """Compared again in full: keys only say who is worth a look."""
    asked = _asked(reading)
    entries = map(_ENTRY.decode, found)
    if isinstance(asked, Identifier):
        return _not_too_many(
            _distinct(entry.record for entry in entries if asked in entry.record.identifiers)
        )
    born = number_of(reading.facts.get("born") or reading.facts.get("born_year"))
    likely = [(_likeness(asked, born, entry), at, entry.record) for at, entry in enumerate(entries)]
    likely = sorted((each for each in likely if each[0] >= (POSSIBLE if born else MATCH)), key=_likeliest)
    exact = sum(value >= 1 for value, _, _ in likely)
    records = _distinct(_scored(record, value) for value, _, record in likely[: max(_MOST, exact)])
    return _not_too_many(records)


def _not_too_many(records: list[Record]) -> list[Record]:
    """Part of them would look as if it were all."""
    if len(records) > _MOST_EXACT:
        raise SourceFailed("too_large", f"more than {_MOST_EXACT} entries are exactly what was asked")
    return records


def _likeliest(found: tuple[float, int, Any]) -> tuple[float, int]:
    return -found[0], found[1]


def _likeness(asked: str, born: int, entry: Entry) -> float:
    """The likest of its names, less what speaks against the birth date."""
    try:
        factor, _ = agreement(born, number_of(entry.record.born))
    except ValueError:
        factor = 1.0
    return max((_alike(asked, name) for name in entry.names), default=0.0) * factor


def _alike(asked: str, name: str) -> float:
    """The same words are the same name, be they ever so few."""
    return 1.0 if plain(asked) == plain(name) else score(asked, name).value


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
