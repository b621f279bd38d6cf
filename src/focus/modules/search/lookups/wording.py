"""The words that sources declare themselves, as the app shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from focus.modules.search.cards import Wording
from focus.modules.search.sources.protocol import Source


def wording(sources: Iterable[Source], language: str, *, seen: Collection[str]) -> Wording:
    """Texts of all that the files of these sources declare; `seen`: names of those that the officer has."""
    found = Wording(facts={}, warnings={})
    for source in sources:
        if source.config.name not in seen:
            continue
        for part, texts in (("facts", found.facts), ("warnings", found.warnings)):
            for code, word in getattr(source.config, part, {}).items():
                texts[code] = getattr(word.texts, language)
    return found
