"""Buckets: who may hold a record. A device holds what stands in any bucket of its person at this moment."""

from __future__ import annotations

from typing import Final
from uuid import UUID

WHOLE: Final = "org"
"""Everybody of the organisation whose post permits the type."""


def unit_bucket(unit: UUID) -> str:
    """Those who work in a unit."""
    return f"unit:{unit}"


def person_bucket(person: UUID) -> str:
    """One person."""
    return f"person:{person}"


def function_bucket(function: str) -> str:
    """Those in a function, by its code."""
    return f"function:{function}"


def ward_bucket(ward: UUID) -> str:
    """The officers of a ward."""
    return f"ward:{ward}"
