"""What an organisation sets about its briefing."""

from __future__ import annotations

from typing import Annotated

import msgspec


class BriefingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The briefing, per organisation."""

    valid_days: Annotated[int, msgspec.Meta(ge=1, le=365)] = 14
    """An item counts so many days when its desk says nothing else."""
    ended_days: Annotated[int, msgspec.Meta(ge=1, le=3650)] = 365
    """So many days after its end an item is erased, with who has read it and where it was seen."""
    repeat_minutes: Annotated[int, msgspec.Meta(ge=1, le=120)] = 5
    """An urgent item is told again after so many minutes, until it was read."""
