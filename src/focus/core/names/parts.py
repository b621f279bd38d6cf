"""A written name taken apart: which words are names, which belong to the next word, which say nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from focus.core.names import arabic, given, tables
from focus.core.names.scripts import is_arabic, latin, spellings

_TITLES = tables.words("title")
_FORMERLY = tables.words("formerly")
_PARTICLES = tables.words("particle")
_SON = tables.words("son")
_SERVANT = re.compile(r"abd(?:[aeou]{0,2}[lrsndtz]{0,2})?$")
_ARTICLE = tables.words("article")
_FAITH = tables.words("faith")
_BOUND = _PARTICLES | _SON | _FAITH
_DIGIT = re.compile(r"[0-9|]")
_MISREAD = re.compile(r"\S*[^\W\d_]\S*")
_DIGITS = str.maketrans("01|5684", "ollsgba")
"""Digits that a machine reads for letters."""
_BREATH = re.compile(r"(?i)\b(ts|tz|ch|k|p)['’ʻ`](?=[a-z])")
"""The apostrophe of older Chinese spellings: Ts'ai."""
_ASIDE = frozenset('"“”«»„(')
_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„]*[\"“”«»„]|\([^)]*\)")


class Part(msgspec.Struct, frozen=True, cache_hash=True):
    """One name of a person: a given name, or a surname with its particles."""

    full: str
    """a–z, particles joined: `vandenberghe`."""
    core: str
    """Without particles: `berghe`; the same as `full` when there are none."""
    others: tuple[str, ...]
    """Further spellings: those of letters with marks written out."""
    role: str
    """`f` or `g` where the writing says surname or given name, else empty."""
    tied: int
    """Number of the hyphen compound it belongs to, or -1."""
    bare: bool
    """From a script without vowels, and not a known name."""
    loose: bool
    """A nickname or a former surname that stands beside the name: may be missing without a word."""

    cut: bool = False
    """Cut short with a dot: `Fr.`"""

    @property
    def initial(self) -> bool:
        """Whether only the beginning is known."""
        return self.cut or len(self.full) == 1


class _Word(NamedTuple):
    text: str
    others: tuple[str, ...]
    role: str
    tied: int
    bare: bool
    loose: bool
    cut: bool = False


@lru_cache(maxsize=16_384)
def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a name as written, in their order; none when there are no letters."""
    if _DIGIT.search(text):
        text = _MISREAD.sub(lambda found: found[0].translate(_DIGITS), text)
    aside: tuple[_Word, ...] = ()
    if not _ASIDE.isdisjoint(text):
        quoted = _QUOTED.findall(text)
        aside = tuple(word for found in quoted for word in _words(found.strip('"“”«»„()'), "", True))
        text = _QUOTED.sub(" ", text)
    before, comma, after = text.partition(",")
    if comma and _says(after):
        words = _behind_comma(before, after)
    else:
        words = _words(before if comma else text, "", False)
    found = _joined(_without_titles(words))
    return tuple(found) + tuple(_part(word, (), ()) for word in aside)


def _says(text: str) -> bool:
    """Whether what follows a comma is a name, not a title."""
    return any(word.rstrip(".") not in _TITLES for word in re.findall(r"[^\s,.]+", latin(text)))


def _behind_comma(before: str, after: str) -> list[_Word]:
    """Surname, given names; particles at the end go back to the surname: `Berghe, Jan van den`."""
    family, own = _words(before, "f", False), _words(after, "g", False)
    trailing: list[_Word] = []
    while len(own) > 1 and own[-1].text in _PARTICLES:
        trailing.insert(0, own.pop()._replace(role="f"))
    return [*trailing, *family, *own]


def _words(text: str, role: str, loose: bool) -> list[_Word]:
    mixed = not text.isupper()
    words: list[_Word] = []
    for compound, chunk in enumerate(text.split()):
        if chunk.isascii() and chunk.isalpha():
            capitals = mixed and len(chunk) > 2 and chunk.isupper()
            words.append(_Word(chunk.lower(), (), role or ("f" if capitals else ""), -1, False, loose))
            continue
        pieces = re.split(r"[-‐‑–—]", chunk)
        capitals = mixed and len(chunk.strip(".,")) > 2 and chunk.isupper() and "." not in chunk
        tied = compound if sum(bool(piece) for piece in pieces) > 1 else -1
        for piece in pieces:
            words += _pieces(piece, role or ("f" if capitals else ""), tied, loose)
    return words


def _pieces(text: str, role: str, tied: int, loose: bool) -> list[_Word]:
    """The words of what stands between two spaces or hyphens: initials and articles come apart."""
    if is_arabic(text):
        return _arabic(text, role, tied, loose)
    found = []
    whole = spellings(_BREATH.sub(r"\1", text))
    for word in whole[0].split():
        if re.fullmatch(r"(?:[a-z]{1,2}\.)+[a-z]?", word) and word.rstrip(".") not in _TITLES | _FORMERLY:
            found += [_Word(letter[0], (), "g", -1, False, loose) for letter in word.split(".") if letter]
            continue
        article, apostrophe, rest = word.partition("'")
        split = apostrophe and len(rest) > 1 and (not article or article in _PARTICLES)
        if split:
            found.append(_Word(article or "t", (), role, tied, False, loose))
        plain = re.sub(r"[^a-z]", "", rest if split else word)
        if len(plain) == 1 and tied >= 0:
            found.append(_Word(plain, (), "g", -1, False, loose))
            continue
        if plain:
            others = tuple(re.sub(r"[^a-z]", "", other) for other in whole[1:]) if " " not in whole[0] else ()
            cut = word[-1] == "." and 1 < len(plain) <= 5 and plain not in _TITLES | _FORMERLY | _PARTICLES
            found.append(_Word(plain, others, role, tied, False, loose, cut))
    return found


def _arabic(text: str, role: str, tied: int, loose: bool) -> list[_Word]:
    known = arabic.pronounced(text)
    if known:
        return [_Word(known, (), role, tied, False, loose)]
    if text.startswith("ال") and len(text) > 4:
        return [
            _Word("al", (), role, tied, False, loose),
            *_arabic(text[2:], role, tied, loose),
        ]
    plain = re.sub(r"[^a-z]", "", latin(text))
    return [_Word(plain, (), role, tied, len(plain) > 1, loose)] if plain else []


def _without_titles(words: list[_Word]) -> list[_Word]:
    """Titles go; what stands behind `née` or `épouse` may be missing."""
    kept: list[_Word] = []
    loose = False
    for i, word in enumerate(words):
        if word.text in _FORMERLY and kept and i + 1 < len(words):
            loose = True
            continue
        kept.append(word._replace(loose=True, role="f") if loose and word.role != "g" else word)
    named = [word for word in kept if word.text not in _TITLES or word.role == "g"]
    if len(named) == len(kept):
        return kept
    names = sum(len(word.text) > 1 and word.text not in _BOUND for word in named)
    return named if names > (kept[0].text == "m") else kept


def _joined(words: list[_Word]) -> list[Part]:
    """Particles with the word they belong to, `Abd el Kader` and `Nour Eddine` as one name."""
    if not any(word.text in _BOUND or word.text[:3] == "abd" for word in words):
        return [Part(w.text, w.text, w.others, w.role, w.tied, w.bare, w.loose, w.cut) for w in words]
    found: list[Part] = []
    waiting: list[_Word] = []
    names = sum(word.text not in _PARTICLES for word in words)
    for i, word in enumerate(words):
        if _belongs_to_next(words, i, len(found), names):
            waiting.append(word)
            continue
        before = [each.text for each in waiting]
        if waiting and _SERVANT.match(waiting[0].text):
            found.append(replace(_part(word, (), ()), full="abdel" + word.text))
        elif found and word.text in _FAITH and _ARTICLE.issuperset(before) and not found[-1].initial:
            last = found.pop()
            found.append(replace(last, full=last.full + "eddine", core=last.full + "eddine", others=()))
        else:
            found.append(_part(word, before, waiting))
        waiting = []
    if waiting and found:  # `Berghe van den`
        last = found.pop()
        prefix = "".join(each.text for each in waiting)
        found.append(replace(last, full=prefix + last.full))
    elif waiting:
        found += [_part(word, (), ()) for word in waiting]
    return found


def _belongs_to_next(words: list[_Word], i: int, found: int, names: int) -> bool:
    word = words[i]
    last = i + 1 == len(words)
    if word.text in _SON:
        return not last and (found > 0 or (names > 2 and given.sex(words[i + 1].text) == "m"))
    if len(word.text) >= 3 and _SERVANT.match(word.text):
        return not last and (bool(given.sex(words[i + 1].text)) or words[i + 1].text in _ARTICLE)
    if word.text not in _PARTICLES:
        return False
    if word.role == "g" and (len(word.text) == 1 or given.sex(word.text)):  # `Maes, An`
        return False
    alone = i == 0 and len(words) == 2 and bool(given.sex(word.text))
    return not alone


def _part(word: _Word, before: list[str] | tuple[str, ...], waiting: list[_Word] | tuple[_Word, ...]) -> Part:
    prefix = "".join(before)
    others = tuple(prefix + other for other in word.others if other != word.text)
    role = word.role or ("f" if before and not word.loose else "")
    loose = word.loose or any(each.loose for each in waiting)
    return Part(prefix + word.text, word.text, others, role, word.tied, word.bare, loose, word.cut)
