"""What an organisation sets about the map."""

from __future__ import annotations

from typing import Annotated

import msgspec


class MapSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Own layers, per organisation."""

    most_features: Annotated[int, msgspec.Meta(ge=1, le=20_000)] = 10_000
    """So many points and areas may one own layer hold."""
    most_layers: Annotated[int, msgspec.Meta(ge=1, le=100)] = 20
    """So many own layers may there be."""
