"""The record that says to somebody that he is asked to help, and who holds it: himself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from focus.core.feed import person_bucket
from focus.core.registry import Synced
from focus.modules.reinforcement.records import Call

FUNCTION: Final = "reinforcement"
"""What somebody is where he helps."""


def _himself(call: Call) -> Iterable[str]:
    return (person_bucket(call.person),)


CALL: Final = Synced(
    "reinforcement.call", Call, buckets=_himself, needs="duty.use", offline=timedelta(hours=12)
)
