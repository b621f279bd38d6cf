"""What must be right before a server answers."""

from __future__ import annotations

from focus.core.gate import Settings
from focus.core.registry.operator import operator_settings
from focus.modules.search.operating import SearchOperator, known_of


def usable(settings: Settings) -> None:
    """Raises ValueError. A source file with a fault does not stop the server: it is named and left out, and
    nothing is green without it (`configuration.left_out`). A folder that is not there does: of the sources in
    it nobody would know that they count."""
    operator = operator_settings("search", SearchOperator, settings.variables)
    for folder in operator.sources:
        if not folder.is_dir():
            raise ValueError(f"FOCUS_SOURCES names {folder}, which is no folder")
    try:
        known_of(operator)
    except ValueError as invalid:
        raise ValueError(f"FOCUS_STREETS is not usable: {invalid}") from None
