"""What an organisation and the operator set about cameras."""

from __future__ import annotations

from typing import Annotated

import msgspec

Code = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{1,39}$")]


class CamerasSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Cameras, per organisation."""

    days: Annotated[int, msgspec.Meta(ge=1, le=365)] = 365
    """So many days after it was seen a plate is erased; the law allows twelve months, so more is refused."""
    judicial_purposes: Annotated[tuple[Code, ...], msgspec.Meta(max_length=40)] = (
        "investigation",
        "wanted_search",
        "arrest",
    )
    """Purposes of judicial police; with any other one only the first month is open."""


class CamerasOperator(msgspec.Struct, frozen=True, kw_only=True):
    """Of the installation."""

    messages_a_minute: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 6_000
    """So many messages one feed may send each minute, counted in each process."""
