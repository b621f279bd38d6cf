"""Row 17: merging. What 500 records cost, and how right it is on 20,000 records whose people are known."""

from __future__ import annotations

import time
from collections.abc import Sequence
from statistics import median

from msgspec.structs import replace

from bench.likeness import Quality, quality
from bench.results import Result
from bench.truth import records
from focus.modules.search.merging import Merger
from focus.modules.search.merging.pivots import Offer
from focus.modules.search.questions import Reading
from focus.modules.search.records import Record

SEED = 20_261_123
ROUNDS = 15


def merger() -> Merger:
    """One that offers nothing."""
    return Merger(offer=Offer(Reading(kind="name", normal="", facts={}), {}), ranks={})


def measured(count: int, *, seed: int) -> Quality:
    """The quality of merging so many records in one go."""
    made = list(records(count, seed=seed))
    merged = merger()
    for _, record in made:
        merged.add(record)
    groups = ([origin.id for origin in card.records] for card in merged.cards())
    return quality(groups, {record.key: person for person, record in made})


def cost(samples: Sequence[Sequence[Record]], *, batch: int) -> float:
    """CPU ms for merging a sample and writing each card that changed, `batch` records at a time; median."""
    times = []
    for made in samples:
        merged = merger()
        began = time.process_time()
        for at in range(0, len(made), batch):
            for record in made[at : at + batch]:
                merged.add(record)
            merged.changes()
        times.append((time.process_time() - began) * 1000)
    return median(times)


def samples_of(made: Sequence[tuple[int, Record]]) -> dict[str, list[list[Record]]]:
    """500 records about many people, and 500 about one; other people each time, so that nothing is known."""
    of: dict[int, list[Record]] = {}
    for person, record in made:
        of.setdefault(person, []).append(record)
    everybody = sorted(of)
    many = [
        [record for person in everybody[at : at + 170] for record in of[person]][:500]
        for at in range(0, 170 * ROUNDS, 170)
    ]
    largest = sorted(of.values(), key=len, reverse=True)[:ROUNDS]
    one = [[replace(own[at % len(own)], id=f"{at}") for at in range(500)] for own in largest]
    return {"of 170 people": many, "of one person": one}


async def run() -> list[Result]:
    """Measure."""
    results = []
    for what, samples in samples_of(list(records(20_000, seed=SEED + 1))).items():
        for how, batch in (("at once", 500), ("in 60 answers", 9)):
            ms = cost(samples, batch=batch)
            results.append(Result(17, f"500 records {what}, {how}, CPU", f"{ms:.1f} ms", "≤ 10 ms", ms <= 10))
    found = measured(20_000, seed=SEED)
    pairs = f"{found.precision:.4f} / {found.recall:.3f}"
    cubed = f"{found.b_precision:.4f} / {found.b_recall:.3f}"
    return [
        *results,
        Result(
            17, "20,000 records: pairs, precision / recall", pairs, "≥ .995 / –", found.precision >= 0.995
        ),
        Result(17, "20,000 records: B-cubed", cubed, "≥ .995", found.b_precision >= 0.995),
    ]
