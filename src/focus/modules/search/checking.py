"""What must be right before a server answers."""

from __future__ import annotations

from focus.core.gate import Settings
from focus.core.registry.operator import operator_settings
from focus.modules.search.configuration.loader import SourcesInvalid, load_sources
from focus.modules.search.operating import SearchOperator, folders_of, known_of


def usable(settings: Settings) -> None:
    """Raises ValueError with every fault: a source that is left out would make "nothing known" a lie."""
    try:
        known_of(operator_settings("search", SearchOperator, settings.variables))
    except ValueError as invalid:
        raise ValueError(f"FOCUS_STREETS is not usable: {invalid}") from None
    try:
        load_sources(folders_of(settings), home=settings.home)
    except SourcesInvalid as invalid:
        raise ValueError(f"some source files are not usable, so nothing is served\n{invalid}") from None
