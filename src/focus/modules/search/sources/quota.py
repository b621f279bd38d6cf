"""How often a source may be asked: `[quota]` of its file."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from focus.modules.search.sources.checking import Fault


class Quota(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """0: no limit. Days are those of Brussels."""

    per_second: float = 0.0
    """Of one server process; more questions wait their turn."""
    per_day: int = 0
    per_day_organisation: int = 0


def faults_of_quota(quota: Quota) -> Iterator[Fault]:
    """What is no limit."""
    for name in ("per_second", "per_day", "per_day_organisation"):
        if getattr(quota, name) < 0:
            yield Fault(f"quota.{name}", "is less than nothing")
