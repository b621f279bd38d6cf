"""What the word is, from what is known: a pure function, so that each of its rows can be tried."""

from __future__ import annotations

from dataclasses import dataclass

from focus.modules.search.cards import Level, Reason, VerdictWord
from focus.modules.search.merging.cards import WORD_ORDER
from focus.modules.search.records import Tone


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the word depends on."""

    reasons: tuple[Reason, ...] = ()
    """Warnings on any card of the question, and on those whom it owes; the gravest first."""
    subjects: int = 0
    """How many subjects fit the question."""
    identified: bool = False
    """A register of record knows exactly the one subject, or the officer said which it is."""
    missing: bool = False
    """An answer that counts did not come, or a check that is owed did not run."""
    final: bool = False
    """Nobody else will answer."""
    expected: int = 0
    """Answers that count."""


def word_of(found: Findings) -> tuple[Level, VerdictWord]:
    """Level and word.

    A warning counts at once. Of several subjects without any, one must be chosen. Everything else is said at
    the end: green only for one identified subject of whom every answer came.
    """
    if found.reasons:
        return _gravest(found.reasons)
    if found.subjects > 1:
        return "pending", "who"
    if not found.final or found.missing or not found.expected:
        return "pending", "not_all"
    return ("green", "nothing") if found.subjects and found.identified else ("pending", "not_found")


def _gravest(reasons: tuple[Reason, ...]) -> tuple[Level, VerdictWord]:
    """Amber says "danger" or "attention": its other words are red's."""
    tone: Tone = "red" if any(reason.tone == "red" for reason in reasons) else "amber"
    words = {reason.word for reason in reasons if reason.tone == tone}
    if tone == "amber":
        return "amber", "danger" if "danger" in words else "attention"
    return "red", min(words, key=WORD_ORDER.__getitem__)
