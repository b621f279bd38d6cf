"""What an organisation sets about reinforcements."""

from __future__ import annotations

from typing import Annotated

import msgspec


class ReinforcementSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Reinforcements, per organisation."""

    kept_days: Annotated[int, msgspec.Meta(ge=30, le=3650)] = 365
    """So many days after its end a reinforcement is erased; the log keeps it longer."""
