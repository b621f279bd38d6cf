"""A register in memory, asked: latency, CPU, recall per kind of difficulty."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from bench.names.people import Register
from bench.names.questions import Asked
from focus.core.names import Candidate, Index

PERSONS = int(os.environ.get("FOCUS_BENCH_PERSONS", "1000000"))
SIZES = tuple(size for size in (10_000, 100_000, 1_000_000, 11_500_000) if size <= PERSONS)
_WARM = 150


@dataclass
class Measured:
    """Of one set of questions at one size. Times in ms a question."""

    persons: int
    times: list[float] = field(default_factory=list)
    python: float = 0.0
    megabytes: float = 0.0
    built: float = 0.0
    """Seconds."""
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


def measured(register: Register, asked: Sequence[Asked]) -> Measured:
    """Ask one question after the other; the first ones only warm up."""
    result, started = Measured(register.persons), time.perf_counter()
    index = Index.of(register.entries(0))
    result.built, result.megabytes = time.perf_counter() - started, index.store.size / 1e6
    for each in asked[:_WARM]:
        index.find(each.name, each.born or None)
    answers: list[list[Candidate]] = []
    used = time.process_time()
    for each in asked[_WARM:]:
        started = time.perf_counter()
        answers.append(index.find(each.name, each.born or None))
        result.times.append((time.perf_counter() - started) * 1000)
    result.python = 1000 * (time.process_time() - used) / len(answers)
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
