"""The tables about typed questions: what was said by kind of writing, and what to look at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from bench.machine import described
from tests.search.lookups.marking import Marked

FILE = Path(__file__).resolve().parents[1] / "docs" / "performance" / "typed-questions.md"
_HEAD = (
    "asked", "understood", "as expected", "warned", "false green", "who", "not found", "not all", "refused",
    "p50 ms", "p95 ms",
)  # fmt: skip
SHOWN = 3
"""Examples of each kind of writing that was not understood."""


def written(found: Sequence[Marked], *, persons: int, at_once: int) -> None:
    """Write docs/performance/typed-questions.md."""
    FILE.write_text(
        "\n".join([*_head(found, persons, at_once), *_by_writing(found), *_reasons(found), *_left(found)])
    )


def _head(found: Sequence[Marked], persons: int, at_once: int) -> list[str]:
    levels = Counter(one.typed.level for one in found)
    truth = f"{levels['red']} red, {levels['amber']} amber, {levels['green']} green"
    return [
        "# Questions as officers type them",
        "",
        f"{len(found):,} seeded questions ([`world/typed`](../../world/typed)) about a world of {persons:,}",
        f"people, {at_once} at once, under a purpose that opens every source; true are {truth}.",
        "The truth is worked out from what the sources hold, without FOCUS.",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d} on {described()}.",
        "",
        "*Understood*: what was meant is among the readings that were asked. *As expected*: green where that",
        "is true, a warning as grave as it is or graver (of a namesake, of a tenant). *Warned*: how many of",
        "those that are truly red or amber were told so; the others were not green. *Refused*: asked of",
        "nobody, as nothing in the text could be read.",
        "",
    ]


def _by_writing(found: Sequence[Marked]) -> list[str]:
    by: dict[str, list[Marked]] = defaultdict(list)
    for one in found:
        by[one.typed.writing].append(one)
    lines = [f"| kind of writing | {' | '.join(_HEAD)} |", "|---" * (len(_HEAD) + 1) + "|"]
    return [*lines, *(_line(name, those) for name, those in by.items()), _line("**all**", found), ""]


def _line(name: str, those: Sequence[Marked]) -> str:
    said = Counter(one.said for one in those)
    warned = [one for one in those if one.typed.level != "green"]
    told = sum(one.said in {"red", "amber"} for one in warned)
    times = [one.ms for one in those if one.ms] or [0.0]
    slowest = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    figures = (
        len(those),
        sum(one.understood for one in those),
        sum(one.as_expected for one in those),
        f"{told} of {len(warned)}",
        sum(one.false_green for one in those),
        *(said[word] for word in ("who", "not_found", "not_all", "refused")),
        f"{median(times):,.0f}",
        f"{slowest:,.0f}",
    )
    return f"| {name} | {' | '.join(map(str, figures))} |"


def _reasons(found: Iterable[Marked]) -> list[str]:
    """Of questions whose truth is green and whose word was "not all": how often each reason stood there."""
    those = [one for one in found if one.said == "not_all" and one.typed.level == "green"]
    counted = Counter(reason for one in those for reason in set(one.missing))
    lines = [
        f"## Green in truth, and the word was NOT ALL: {len(those)}",
        "",
        "| missing | questions |",
        "|---|---|",
    ]
    return [*lines, *(f"| {reason} | {count} |" for reason, count in counted.most_common()), ""]


def _left(found: Iterable[Marked]) -> list[str]:
    lines = ["## Not understood", "", "| kind of writing | text | read as |", "|---|---|---|"]
    shown: Counter[str] = Counter()
    for one in found:
        if not one.understood and shown[one.typed.writing] < SHOWN:
            shown[one.typed.writing] += 1
            text = one.typed.text.replace("\n", " ⏎ ")
            lines.append(f"| {one.typed.writing} | `{text}` | {', '.join(one.readings) or '–'} |")
    return [*lines, ""]
