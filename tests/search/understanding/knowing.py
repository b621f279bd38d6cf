"""Reading with a small address register, and without."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from focus.modules.search.questions import Reading, Understood
from focus.modules.search.understanding import understand
from focus.modules.search.understanding.known import NOTHING_KNOWN, Known
from focus.modules.search.understanding.streets import Streets

TODAY = date(2026, 11, 23)
KNOWN = Known(streets=Streets.read(Path(__file__).with_name("streets.csv")))
BOTH = pytest.mark.parametrize("known", [KNOWN, NOTHING_KNOWN], ids=["register", "without"])
PLAUSIBLE = 0.45


def read(question: str, known: Known = KNOWN) -> Understood:
    return understand(question, today=TODAY, known=known)


def first(question: str, known: Known = KNOWN) -> Reading:
    return read(question, known).readings[0]


def named(reading: Reading) -> tuple[str, str]:
    """Surname and given names, or the initials that stand for them."""
    return reading.facts["family_name"], reading.facts.get("initials") or reading.facts["given_names"]
