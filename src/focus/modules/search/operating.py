"""What the operator sets about search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from focus.core.registry.operator import operator_settings

if TYPE_CHECKING:
    from focus.core.gate import Settings


class SearchOperator(msgspec.Struct, frozen=True, kw_only=True):
    """Search, for the whole installation."""

    sources: tuple[Path, ...] = msgspec.field(default=(), name="FOCUS_SOURCES")
    """Folders with source files, separated like PATH."""


def folders_of(settings: Settings) -> list[Path]:
    """The folders with source files, where no platform is open."""
    return list(operator_settings("search", SearchOperator, settings.variables).sources)
