"""A register loaded into PostgreSQL and asked: latency, CPU on both sides, recall per kind of difficulty."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import asyncpg

from bench.machine import cpu_of
from bench.names.people import Register
from bench.names.questions import Asked
from focus.core.database import Database
from focus.core.names.index import Candidate, Index, PostgresqlStore, loading

PERSONS = int(os.environ.get("FOCUS_BENCH_PERSONS", "1000000"))
SIZES = tuple(size for size in (10_000, 100_000, 1_000_000, 11_500_000) if size <= PERSONS)
_WARM = 150


@dataclass
class Measured:
    """Of one set of questions at one size. Times in ms a question."""

    persons: int
    times: list[float] = field(default_factory=list)
    python: float = 0.0
    postgresql: float = 0.0
    strict: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    grouped: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))

    @property
    def p50(self) -> float:
        """Half are quicker."""
        return median(self.times)

    @property
    def p99(self) -> float:
        """One in a hundred is slower."""
        return quantiles(self.times, n=100)[98]

    def recall(self, kind: str | None = None, *, grouped: bool) -> float:
        """The share of questions answered among the first ten, of a kind or of all."""
        found = self.grouped if grouped else self.strict
        answers = found[kind] if kind else [answer for each in found.values() for answer in each]
        return sum(answers) / len(answers)


@asynccontextmanager
async def register_in_postgresql(persons: int) -> AsyncIterator[tuple[Register, Index, Path]]:
    """Loaded and open. FOCUS_BENCH_HOME keeps what was loaded for the next run."""
    register = Register(persons=persons)
    kept = os.environ.get("FOCUS_BENCH_HOME")
    with TemporaryDirectory() as folder:
        home = Path(kept or folder)
        async with (
            Database.open(home) as database,
            asyncpg.create_pool(database.url, min_size=1, max_size=6) as pool,
        ):
            schema = f"register_{persons}"
            async with pool.acquire() as connection:
                await loading.create(connection, schema)
                query = f"select exists (select from {schema}.loading where finished is not null)"
                if not await connection.fetchval(query):
                    await loading.load(connection, schema, "register", register.entries, told=_say)
            store = await PostgresqlStore.open(pool, schema)
            try:
                yield register, Index(store), home
            finally:
                await store.close()


async def measured(index: Index, home: Path, persons: int, asked: Sequence[Asked]) -> Measured:
    """Ask one question after the other; the first ones only warm up."""
    result = Measured(persons)
    for each in asked[:_WARM]:
        await index.search(each.name, each.born or None)
    answers: list[list[Candidate]] = []
    before = cpu_of(os.getpid(), home)
    for each in asked[_WARM:]:
        started = time.perf_counter()
        answers.append(await index.search(each.name, each.born or None))
        result.times.append((time.perf_counter() - started) * 1000)
    used = cpu_of(os.getpid(), home).since(before)
    result.python, result.postgresql = (1000 * part / len(answers) for part in (used.app, used.database))
    for each, found in zip(asked[_WARM:], answers, strict=True):
        strict = any(_is_meant(each, candidate) for candidate in found)
        result.strict[each.kind].append(strict)
        result.grouped[each.kind].append(strict or any(each.fits(one.name, one.born) for one in found))
    return result


def _is_meant(asked: Asked, found: Candidate) -> bool:
    """The person; without a birth date a person of that name."""
    if asked.born:
        return found.id == asked.person.id
    surname, _, given = found.name.partition(", ")
    return surname == asked.person.surname and given.split()[:1] == asked.person.given[0].split()[:1]


def _say(progress: loading.Progress) -> None:
    if progress.stage != "entries" or progress.position % 500_000 == 0:
        print(f"    {progress.stage}: {progress.position:,} after {progress.seconds:.0f} s", flush=True)
