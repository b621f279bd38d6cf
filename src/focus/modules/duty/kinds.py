"""The record of a shift, and who may hold it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from focus.core.feed import person_bucket, unit_bucket
from focus.core.registry import Synced
from focus.modules.duty.records import Shift

OVERSEERS: Final = "duty:oversee"
"""Bucket of those who see everybody's shift."""


def holders(shift: Shift) -> Iterable[str]:
    """Himself, his unit of this shift, and who oversees it."""
    return [person_bucket(shift.id), OVERSEERS, *([unit_bucket(shift.unit)] if shift.unit else [])]


SHIFT: Final = Synced("duty.shift", Shift, buckets=holders, needs="duty.use", offline=timedelta(hours=24))
