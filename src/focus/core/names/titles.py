"""Titles, and the words that bring in a husband's, a former or another name."""

from __future__ import annotations

from focus.core.names import tables
from focus.core.names.part import Part

TITLES = tables.words("title") | tables.words("rank") | tables.words("suffix")
FORMERLY = tables.words("formerly") | tables.words("called")
_RANKS = tables.words("rank")
"""Titles that are surnames too: Luc Baron, Emma De Ridder, Omar Hadj."""
_SUFFIXES = tables.words("suffix")
_CALLED = tables.words("called")
_PARTICLES = tables.words("particle")
_BOUND = _PARTICLES | tables.words("son") | tables.words("faith")
_ADDRESSED = frozenset(["de heer", "den heer", "el hadj", "el haj", "el hajj", "al hajj", "al haj"])
_LINKS = frozenset(["met", "als", "avec", "as", "mit"])
"""Words between those and the name they bring in: gehuwd met."""


def without_titles(words: list[Part]) -> list[Part]:
    """Titles go as long as a name is left; what stands behind `née` or `épouse` may be missing."""
    if all(word.full not in TITLES and word.full not in FORMERLY for word in words):
        return words
    kept = _loosened(words)
    plain = [word for i, word in enumerate(kept) if not _is_title(kept, i)]
    if _names(plain) < 1 or (_names(plain) == 1 and kept[0].full == "m"):
        return kept
    bare = _without_ranks(plain)
    return bare if _names(bare) > 1 else plain


def _loosened(words: list[Part]) -> list[Part]:
    kept: list[Part] = []
    loose, role = False, ""
    for i, word in enumerate(words):
        if word.full in FORMERLY and i + 1 < len(words):
            loose = bool(kept)
            role = "" if word.full in _CALLED else "f"
        elif not loose or word.role == "g":
            kept.append(word)
        elif word.full not in _LINKS:
            kept.append(Part(word.full, word.core, word.others, role, word.tied, word.bare, True, word.cut))
            role = role if word.full in _PARTICLES or word.tied >= 0 else ""
    return kept


def _names(words: list[Part]) -> int:
    return sum(len(word.full) > 1 and word.full not in _BOUND for word in words)


def _is_title(words: list[Part], i: int) -> bool:
    """A title and nothing else; M. is one only where a name begins, and an initial elsewhere."""
    word = words[i]
    if word.full not in TITLES or word.full in _RANKS or word.full in _SUFFIXES:
        return False
    if word.full != "m":
        return True
    after = words[i + 1] if i + 1 < len(words) else word
    return (i == 0 or words[i - 1].role != word.role) and word.role == after.role and len(after.full) > 1


def _without_ranks(words: list[Part]) -> list[Part]:
    """Ranks at the beginning go, suffixes at the end; not those that are the surname by their place."""
    start, end = 0, len(words)
    if end > 3 and f"{words[0].full} {words[1].full}" in _ADDRESSED:
        start = 2
    while start < end and words[start].full in _RANKS and not _is_surname(words, start):
        start += 1
    while end > start and words[end - 1].full in _SUFFIXES:
        end -= 1
    return words[start:end]


def _is_surname(words: list[Part], i: int) -> bool:
    if words[i].role != "f":
        return False
    return not any(word.role == "f" and word.full not in _BOUND for word in words[i + 1 :])
