"""What must be right before a server answers."""

from __future__ import annotations

from focus.core.gate import Settings
from focus.modules.search.configuration.loader import SourcesInvalid, load_sources
from focus.modules.search.operating import folders_of


def usable(settings: Settings) -> None:
    """Raises ValueError with every fault: a source that is left out would make "nothing known" a lie."""
    try:
        load_sources(folders_of(settings), home=settings.home)
    except SourcesInvalid as invalid:
        raise ValueError(f"some source files are not usable, so nothing is served\n{invalid}") from None
