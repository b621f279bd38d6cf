"""Row 3: name without birth date, hard. FOCUS_BENCH_PERSONS sets the largest size, 1,000,000 by default."""

from __future__ import annotations

from bench.names.measuring import SIZES, measured
from bench.names.people import Register
from bench.names.plotting import write
from bench.names.questions import without_dates
from bench.results import Result

QUESTIONS, SEED = 1_150, 20_26


async def run() -> list[Result]:
    """Measure each size, the largest last, and write the plot and the tables."""
    sizes = []
    for persons in SIZES:
        register = Register(persons=persons)
        sizes.append(measured(register, without_dates(register, count=QUESTIONS, seed=SEED)))
    write(3, "Name without birth date, hard", sizes)
    last = sizes[-1]
    among = f"among {last.persons:,}"
    cpu = f"{last.python:.1f} ms CPU, {last.megabytes:.0f} MB, built in {last.built:.0f} s"
    speed, recall = f"{last.p50:.1f} / {last.p99:.1f} ms", last.recall(grouped=True)
    return [
        Result(3, f"p50 / p99 {among}", speed, "≤ 3 / 10 ms", last.p50 <= 3 and last.p99 <= 10, cpu),
        Result(
            3,
            f"recall@10 {among}, strict / grouped",
            f"{last.recall(grouped=False):.3f} / {recall:.3f}",
            "≥ 0.97",
            recall >= 0.97,
            "[per kind](performance/names-row-03.md)",
        ),
    ]
