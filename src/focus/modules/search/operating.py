"""What the operator sets about search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from focus.core.registry.operator import operator_settings

if TYPE_CHECKING:
    from focus.core.gate import Settings
    from focus.modules.search.understanding.known import Known


class SearchOperator(msgspec.Struct, frozen=True, kw_only=True):
    """Search, for the whole installation."""

    sources: tuple[Path, ...] = msgspec.field(default=(), name="FOCUS_SOURCES")
    """Folders with source files, separated like PATH."""
    streets: Path | None = msgspec.field(default=None, name="FOCUS_STREETS")
    """A CSV file of the address register's streets; without it no street is said to be unknown."""


def known_of(operator: SearchOperator) -> Known:
    """What the operator gave to read questions by. Raises ValueError in one sentence."""
    from focus.modules.search.understanding.known import NOTHING_KNOWN, Known
    from focus.modules.search.understanding.streets import Streets

    return NOTHING_KNOWN if operator.streets is None else Known(streets=Streets.read(operator.streets))


def folders_of(settings: Settings) -> list[Path]:
    """The folders with source files, where no platform is open."""
    return list(operator_settings("search", SearchOperator, settings.variables).sources)
