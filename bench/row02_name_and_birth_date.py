"""Row 2: name and birth date. FOCUS_BENCH_PERSONS sets the largest size, 1,000,000 by default."""

from __future__ import annotations

from bench.names.measuring import SIZES, measured
from bench.names.people import Register
from bench.names.plotting import write
from bench.names.questions import with_dates
from bench.results import Result

QUESTIONS, SEED = 1_150, 20_26


async def run() -> list[Result]:
    """Measure each size, the largest last, and write the plot and the tables."""
    sizes = []
    for persons in SIZES:
        register = Register(persons=persons)
        sizes.append(measured(register, with_dates(register, count=QUESTIONS, seed=SEED)))
    write(2, "Name and birth date", sizes)
    last = sizes[-1]
    among = f"among {last.persons:,}"
    cpu = f"{last.python:.1f} ms CPU, {last.megabytes:.0f} MB, built in {last.built:.0f} s"
    speed, recall = f"{last.p50:.1f} / {last.p99:.1f} ms", last.recall(grouped=True)
    return [
        Result(2, f"p50 / p99 {among}", speed, "≤ 1.5 / 8 ms", last.p50 <= 1.5 and last.p99 <= 8, cpu),
        Result(
            2,
            f"recall@10 {among}, strict / grouped",
            f"{last.recall(grouped=False):.3f} / {recall:.3f}",
            "≥ 0.998",
            recall >= 0.998,
            "[per kind](performance/names-row-02.md)",
        ),
    ]
