"""What an organisation sets about stops."""

from __future__ import annotations

from typing import Annotated

import msgspec

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """A reason for which somebody may be stopped, as the organisation words it."""

    code: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{1,39}$")]
    titles: dict[str, Text]
    explain: bool = False
    """Asks for a few words beside it."""


class SearchSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Search, per organisation."""

    grounds: tuple[Ground, ...] = ()
    """Grounds of a stop, in the order shown; empty: those that the platform declares."""
    stops_days: Annotated[int, msgspec.Meta(ge=1, le=3650)] = 365
    """After so many days a stop loses who, where and why; ground, unit and day stay for the figures."""
    recent_questions: bool = True
    """Offers an officer his own last questions below the field; his own lookups stay readable to him."""
