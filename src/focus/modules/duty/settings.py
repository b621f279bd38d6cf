"""What an organisation sets about duty."""

from __future__ import annotations

from typing import Annotated

import msgspec


class DutySettings(msgspec.Struct, frozen=True, kw_only=True):
    """Shifts, per organisation."""

    longest_hours: Annotated[int, msgspec.Meta(ge=1, le=36)] = 16
    """So long may a shift be at most."""
    shifts_days: Annotated[int, msgspec.Meta(ge=1, le=3650)] = 365
    """After so many days a shift is erased."""
