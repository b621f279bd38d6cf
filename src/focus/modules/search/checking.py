"""What must be right before a server answers."""

from __future__ import annotations

from focus.core.gate import Settings
from focus.modules.search.configuration.loader import SourcesInvalid, load_sources


def usable(settings: Settings) -> None:
    """Raises ValueError with every fault: a source that is left out would make "nothing known" a lie."""
    try:
        load_sources(settings.sources, home=settings.home)
    except SourcesInvalid as invalid:
        raise ValueError(f"some source files are not usable, so nothing is served\n{invalid}") from None
