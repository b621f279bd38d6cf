"""A pasted text with several things in it: each strong identifier is found and offered by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from focus.modules.search.questions import Reading
from focus.modules.search.understanding.guess import Found, Guess

MOST = 12
STRONG = 0.8
"""From this weight a part of a text is taken for what it looks like."""

_FORMS = tuple(
    re.compile(rf"(?<![\w.]){form}(?![\w])", re.IGNORECASE)
    for form in (
        r"[A-Z]{2}\.\d{2}\.[A-Z0-9]{2}\.\d{5,6}/(?:\d{4}|\d{2})",
        r"\d{2}\.?\d{2}\.?\d{2}[- ]?\d{3}[.-]?\d{2}",
        r"\d{3}-\d{7}-\d{2}",
        r"(?=[A-Z0-9]{0,16}\d)[A-HJ-NPR-Z0-9]{17}",
        r"[1-9][- ]?[A-Z]{3}[- ]?\d{3}",
        r"[A-Z]{3}-\d{3}|\d{3}-[A-Z]{3}",
        r"(?:BE ?)?[01]\d{3}\.\d{3}\.\d{3}",
        r"(?:\+\d{2}|0\d)[\d ./]{6,14}\d",
    )
)
_LINES = re.compile(r"[\n\r\t;|]+")
_NAMED = frozenset({"name_birth"})


def parts(question: str, read: Callable[[str], Found]) -> tuple[Reading, ...]:
    """Two readings or more, each with the text that asks it, in the order of the text; else nothing."""
    found: dict[tuple[str, str], Reading] = {}
    for part in _candidates(question):
        best = max((g for g in read(part) if isinstance(g, Guess)), key=lambda g: g.weight, default=None)
        if best and (best.reading.certain or best.weight >= STRONG):
            reading = best.reading
            found.setdefault((reading.kind, reading.normal), _asked(reading, part))
    return tuple(found.values())[:MOST] if len(found) > 1 else ()


def _asked(reading: Reading, part: str) -> Reading:
    return Reading(
        kind=reading.kind,
        normal=reading.normal,
        facts=reading.facts,
        country=reading.country,
        certain=reading.certain,
        warnings=reading.warnings,
        asks=part,
    )


def _candidates(question: str) -> Iterator[str]:
    """Numbers of a known form, and lines that are a name with a birth date, as they stand."""
    for line in _LINES.split(question):
        taken: list[tuple[int, int]] = []
        for form in _FORMS:
            for match in form.finditer(line):
                if all(match.end() <= start or match.start() >= end for start, end in taken):
                    taken.append(match.span())
        if taken:
            yield from (line[start:end].strip() for start, end in sorted(taken))
        elif line.strip():
            yield line.strip()
