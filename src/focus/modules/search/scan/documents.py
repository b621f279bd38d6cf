"""What the lines of a picture are: a machine readable zone, a plate, or nothing that can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from focus.modules.search.questions import Reading
from focus.modules.search.understanding import mrz, plates, understand
from focus.modules.search.understanding.guess import Guess

PLATE_SURE = 0.85


class ScanRead(msgspec.Struct, frozen=True, kw_only=True):
    """What a picture holds."""

    found: Literal["mrz", "plate", "nothing"]
    question: str = ""
    """What fills the question's field: the lines of the zone, put right, or the plate."""
    readings: tuple[Reading, ...] = ()


def document_in(lines: Sequence[str], *, today: date | None = None) -> ScanRead:
    """A zone before a plate: cards have numbers that look like plates."""
    joined = ["".join(line.split()) for line in lines]
    zone = mrz.find("\n".join(line for line in joined if "<" in line or len(line) > 24))
    if zone is not None:
        question = "\n".join(zone.rows)
        return ScanRead(found="mrz", question=question, readings=understand(question, today=today).readings)
    for line in lines:
        found = [one for one in plates.read(line.strip(" |·:'")) if isinstance(one, Guess)]
        best = max(found, key=lambda one: one.weight, default=None)
        if best and best.weight >= PLATE_SURE and not line.strip().isdigit():
            return ScanRead(found="plate", question=best.reading.normal, readings=(best.reading,))
    return ScanRead(found="nothing")
