"""What an organisation sets about stops."""

from __future__ import annotations

from typing import Annotated

import msgspec

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Citation = Annotated[str, msgspec.Meta(max_length=200)]


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """A reason for which somebody may be stopped, as the organisation words it."""

    code: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{1,39}$")]
    titles: dict[str, Text]
    basis: dict[str, Citation] = {}
    """Where the law gives the power, by language; the organisation answers for it."""
    explain: bool = False
    """Asks for a few words beside it."""


class FollowupSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Stops, per organisation."""

    grounds: tuple[Ground, ...] = ()
    """Grounds of a stop, in the order shown; empty: those that the platform declares."""
    stops_days: Annotated[int, msgspec.Meta(ge=1, le=3650)] = 365
    """After so many days a stop loses who, where and why; ground, unit and day stay for the figures."""
    stops_change_days: Annotated[int, msgspec.Meta(ge=0, le=365)] = 7
    """So long may an officer correct or withdraw a stop of his; 0: never."""
    figures_smallest: Annotated[int, msgspec.Meta(ge=1, le=50)] = 1
    """Figures of stops below this are not shown, only that there are a few; 1: all are shown."""
