"""Particles with the word they belong to: `Van den Berghe`, `Abd el Kader`, `Nour Eddine` are one each."""

from __future__ import annotations

import re

from msgspec.structs import replace

from focus.core.names import given, tables
from focus.core.names.part import Part

_PARTICLES = tables.words("particle")
_BOUND = _PARTICLES | tables.words("son") | tables.words("faith")
_SON = "ben"
"""Son of, in a name from Arabic; a given name elsewhere."""
_SERVANT = re.compile(r"abd(?:[aeou]{0,2}[lrsndtz]{0,2})?$")
_ALSO_ALONE = frozenset(["abdo", "abdou", "abdi", "abda"])
"""Servant of, before one of God's names; a name of its own elsewhere."""
_ARTICLE = tables.words("article")
_FAITH = tables.words("faith")
_GIVEN_FIRST = frozenset(["an"])
"""Particles that are given names where a name begins."""
_VIETNAMESE = frozenset(["le van", "le thi"])
"""Where `le` is the surname."""


def joined(words: list[Part]) -> list[Part]:
    """The parts that words make; they are the words themselves when no particle is among them."""
    if not any(word.full in _BOUND or word.full[:3] == "abd" for word in words):
        return words
    found: list[Part] = []
    waiting: list[Part] = []
    names = sum(word.full not in _PARTICLES for word in words)
    for i, word in enumerate(words):
        if _belongs_to_next(words, i, len(found), names):
            waiting.append(word)
            continue
        found.append(_with(waiting, word, found))
        waiting = []
    if waiting and found:  # `Berghe van den`
        last = found.pop()
        found.append(replace(last, full="".join(each.full for each in waiting) + last.full))
        waiting = []
    return found + waiting


def _with(waiting: list[Part], word: Part, found: list[Part]) -> Part:
    """A word with the particles that waited for it; the faith takes the word before it from `found`."""
    if waiting and _SERVANT.match(waiting[0].full):
        full = "abdel" + word.full
        return replace(word, full=full, core=word.full, others=())
    firm = bool(found) and word.full in _FAITH and not found[-1].initial
    if firm and all(each.full in _ARTICLE for each in waiting):
        last = found.pop()
        full = last.full + "eddine"
        return replace(last, full=full, core=full, others=())
    if not waiting:
        return word
    prefix = "".join(each.full for each in waiting)
    return Part(
        prefix + word.full,
        word.full,
        tuple(prefix + other for other in word.others),
        word.role or ("" if word.loose else "f"),
        word.tied,
        word.bare,
        word.loose or any(each.loose for each in waiting),
        word.cut,
    )


def _belongs_to_next(words: list[Part], i: int, found: int, names: int) -> bool:
    word = words[i]
    text = word.full
    if i + 1 == len(words):
        return text in _PARTICLES and not _stands_alone(words, i)
    after = words[i + 1].full
    if word.role == "f" and words[i + 1].role == "g":  # `Bel, Jan`
        return False
    if text == _SON:
        return found > 0 or (names > 2 and given.sex(after) == "m")
    if text[:3] == "abd" and _SERVANT.match(text):
        return _serves(text, after)
    return text in _PARTICLES and not _stands_alone(words, i)


def _serves(text: str, after: str) -> bool:
    """Whether `Abd` and the word behind it are one name."""
    if text in _ALSO_ALONE:
        return any(given.sex(begun + after) for begun in ("abdel", "abder", "abdoul", "abdou"))
    return bool(given.sex(after)) or after in _ARTICLE


def _stands_alone(words: list[Part], i: int) -> bool:
    """Whether a particle is a name here: `Maes, An`, `An Van Hecke`, `Le Thi Lan`."""
    word = words[i]
    if word.role == "g" and (len(word.full) == 1 or bool(given.sex(word.full))):
        return True
    if i or len(words) == 1:
        return False
    if len(words) == 2:
        return bool(given.sex(word.full))
    if word.full in _GIVEN_FIRST and word.tied < 0:
        return True
    return f"{word.full} {words[1].full}" in _VIETNAMESE
