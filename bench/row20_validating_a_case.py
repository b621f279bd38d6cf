"""Row 20: a record of 40 fields and 30 rules against its declaration, and compiling that declaration."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from statistics import median
from typing import Any

from bench.results import Result
from focus.kit import CaseType, Check, Choice, Date, Field, Keep, Number, Step, Text, t
from focus.kit.circumstances import Circumstances, User
from focus.kit.compiling import compile_case
from focus.kit.planning import plan
from focus.kit.validating import validate

ROUNDS, RECORDS = 9, 200
WORD = t("woord", "mot", "Wort", "word")
NOW = Circumstances(
    now=datetime(2026, 11, 30, 12, tzinfo=UTC), today=date(2026, 11, 30), user=User(id="u1", name="Jan")
)


def choice(number: int) -> Choice:
    """Four that are shown by a rule, four required by one, two reckoned."""
    options = {"a": WORD, "b": WORD}
    if number < 4:
        return Choice(WORD, options=options, shown_if=f"this.count{number} > 0")
    if number < 8:
        return Choice(WORD, options=options, required_if=f"this.text{number} == 'x'")
    return Choice(WORD, options=options, computed=f"this.count{number} > 3 ? 'a' : 'b'")


def declared() -> CaseType:
    """Ten texts, days, numbers and choices each; ten rules of fields, and twenty checks."""
    fields: dict[str, Field] = {}
    checks: list[Check] = []
    for number in range(10):
        fields[f"text{number}"] = Text(WORD, max=100)
        fields[f"day{number}"] = Date(WORD, required=True)
        fields[f"count{number}"] = Number(WORD, required=True)
        fields[f"pick{number}"] = choice(number)
        for that, at in (
            (f"this.day{number} <= today && this.count{number} < 50", f"day{number}"),
            (f"this.text{number} != '' || this.day{number} > '2020-01-01'", f"text{number}"),
        ):
            checks.append(Check(that=that, at=at, because=WORD))
    steps = {"open": Step(WORD)}
    return CaseType(
        WORD,
        name="bench",
        fields=fields,
        checks=checks,
        steps=steps,
        keep=Keep(count=1, unit="days", after=["open"]),
    )


def cost(run: Callable[[], Any], times: int) -> float:
    """CPU ms of one run; the median of some rounds."""
    found = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(times):
            run()
        found.append((time.process_time() - began) * 1000 / times)
    return median(found)


async def run() -> list[Result]:
    """Measure."""
    case = declared()
    values = {"text": "één woord", "day": "2026-01-05", "count": 7, "pick": "a"}
    record = {name: values[name.rstrip("0123456789")] for name in case.fields}
    planned = plan(compile_case(case))
    assert validate(planned, record, NOW).good
    ms = cost(lambda: validate(planned, record, NOW), RECORDS)
    once = cost(lambda: compile_case(case), 3)
    return [
        Result(20, "a record of 40 fields and 30 rules validated, CPU", f"{ms:.2f} ms", "≤ 1 ms", ms <= 1),
        Result(20, "its declaration compiled, CPU", f"{once:.0f} ms", "–", None),
    ]
