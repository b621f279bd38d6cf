"""Names of persons as sources write them: family and given names apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from focus.modules.search.sources.config import NameOrder, Names
from focus.modules.search.sources.values import as_text, compile_path, compile_text

Named = Callable[[Any, Any], tuple[str, str]]
"""(family name, given names)"""

_PARTICLES = frozenset(
    ("van", "von", "vande", "vanden", "vander", "de", "der", "den", "des", "du", "d'", "di", "da", "del",
     "della", "la", "le", "les", "el", "al", "ben", "bin", "ibn", "abu", "ter", "ten", "te", "'t", "dos",
     "das", "do", "o'", "mac", "san", "st", "sint")
)  # fmt: skip


def compile_names(names: Names) -> Named:
    """Family and given name of an element."""
    if names.full:
        full, split = compile_text(names.full), _SPLITS[names.order]
        return lambda e, r: split(full(e, r))
    if names.within:
        return _within(names)
    family = compile_text(names.family)
    if not names.given:
        return lambda e, r: (family(e, r), "")
    given = compile_text(names.given)
    return lambda e, r: (family(e, r), given(e, r))


def _within(names: Names) -> Named:
    """Of lists of family and given names those that stand in the name that is shown; else the first."""
    shown = compile_text(names.within)
    family, given = compile_path(str(names.family)), compile_path(str(names.given))

    def read(e: Any, r: Any) -> tuple[str, str]:
        words = shown(e, r).casefold()
        return _best(family(e, r), words), _best(given(e, r), words)

    return read


def _best(values: Any, words: str) -> str:
    texts = [as_text(value) for value in (values if isinstance(values, list) else [values])]
    return next((text for text in texts if text and text.casefold() in words), texts[0] if texts else "")


def _by_any_sign(text: str) -> tuple[str, str]:
    words = text.split()
    if "," in text or not words:
        return _by_comma(text)
    return _capitals_first(text) if words[0].isupper() and not words[-1].isupper() else _capitals_last(text)


def _by_comma(text: str) -> tuple[str, str]:
    family, comma, given = text.partition(",")
    return (family.strip(), given.strip()) if comma else _given_first(text)


def _capitals_last(text: str) -> tuple[str, str]:
    words = text.split()
    at = len(words)
    while at > 0 and words[at - 1].isupper():
        at -= 1
    return (" ".join(words[at:]), " ".join(words[:at])) if 0 < at < len(words) else _given_first(text)


def _capitals_first(text: str) -> tuple[str, str]:
    words = text.split()
    at = 0
    while at < len(words) and words[at].isupper():
        at += 1
    return (" ".join(words[:at]), " ".join(words[at:])) if 0 < at < len(words) else _family_first(text)


def _given_first(text: str) -> tuple[str, str]:
    """The family name begins at the first particle, else it is the last word."""
    words = text.split()
    for at in range(1, len(words)):
        if words[at].lower() in _PARTICLES:
            return " ".join(words[at:]), " ".join(words[:at])
    return (words[-1], " ".join(words[:-1])) if words else ("", "")


def _family_first(text: str) -> tuple[str, str]:
    """The family name ends with the first word that is no particle."""
    words = text.split()
    for at, word in enumerate(words):
        if word.lower() not in _PARTICLES:
            return " ".join(words[: at + 1]), " ".join(words[at + 1 :])
    return text, ""


_SPLITS: dict[NameOrder, Callable[[str], tuple[str, str]]] = {
    "Family, Given": _by_comma,
    "Given FAMILY": _capitals_last,
    "FAMILY Given": _capitals_first,
    "Given Family": _given_first,
    "Family Given": _family_first,
    "any": _by_any_sign,
}
