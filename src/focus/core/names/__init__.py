"""Names of people: how alike two are, and finding one among many. Needs nothing else of the platform.

The index is imported when it is first asked for: who only compares names loads no numpy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from focus.core.names.listed import given_sex, is_family, is_title
from focus.core.names.reasons import Reason, Score, Why
from focus.core.names.scoring import MATCH, POSSIBLE, score

if TYPE_CHECKING:
    from focus.core.names.index import Candidate, DateReason, DateWhy, Entry, Index

_FINDING = frozenset(("Candidate", "DateReason", "DateWhy", "Entry", "Index"))

__all__ = [
    "MATCH",
    "POSSIBLE",
    "Candidate",
    "DateReason",
    "DateWhy",
    "Entry",
    "Index",
    "Reason",
    "Score",
    "Why",
    "given_sex",
    "is_family",
    "is_title",
    "score",
]


def __getattr__(name: str) -> object:
    if name not in _FINDING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("focus.core.names.index"), name)
