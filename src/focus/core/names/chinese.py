"""Chinese names in Latin letters: a syllable apart is another name, and older spellings are the same one."""

from __future__ import annotations

import re
from functools import lru_cache

from focus.core.names.part import Part
from focus.core.names.tables import words

_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|a|o|e|i|u)"
    r"|a|ai|an|ang|ao|e|en|er|ou"
)
_LETTERS = re.compile(r"[a-z]+\Z")
_SURNAMES = words("chinese-surname")
_OLDER = dict(pair.split("=") for pair in words("chinese-older"))
_FIRST = _SURNAMES | _OLDER.keys()
_OLD_SIGN = re.compile(
    r"hs|ts|tz|ih\b|ieh|ueh|ien|ung|^(?:wong|cheung|chan|lee|ng|lau|yeung|leung|kwok|chow|lam|fong|yip)$"
)

_PLAIN = {
    "hs": "x", "ts": "z", "tz": "z", "c": "z", "ch": "j", "zh": "j", "q": "j", "k": "g", "t": "d", "p": "b",
    "ung": "ong", "ien": "ian", "ih": "i", "eh": "e", "ueh": "ue", "ssu": "si", "szu": "si",
}  # fmt: skip
_OLD = re.compile("|".join(sorted(_PLAIN, key=len, reverse=True)))


def same_chinese(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> bool | None:
    """Whether two Chinese names are the same, syllable by syllable in any order; None: not Chinese."""
    if not _may_be(ours) or not _may_be(theirs):
        return None
    words, others = tuple(part.full for part in ours), tuple(part.full for part in theirs)
    mine, other = _read(words), _read(others)
    if not mine or not other:
        return None
    if not mine.isdisjoint(other):
        return True
    return _older(words) != _older(others) and any(_key(a) == _key(b) for a in mine for b in other)


def _older(words: tuple[str, ...]) -> bool:
    return any(_OLD_SIGN.search(word) for word in words)


def _key(name: tuple[str, str]) -> tuple[str, str]:
    """A name in which the signs are one that older spellings and pinyin write differently."""
    surname, given = (_OLD.sub(_plain, word) for word in name)
    return surname, given


def _plain(found: re.Match[str]) -> str:
    return _PLAIN[found[0]]


def _may_be(name: tuple[Part, ...]) -> bool:
    return len(name) <= 4 and (name[0].full in _FIRST or name[-1].full in _FIRST)


@lru_cache(maxsize=16_384)
def _read(written: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """The readings of a name as surname and given name; empty when it does not look Chinese."""
    if not 2 <= len(written) <= 4:
        return frozenset()
    older = _older(written)
    orders = [written, (written[-1], *written[:-1])]
    if older:
        orders += [tuple(_OLDER.get(word, word) for word in order) for order in orders]
    found = set()
    for surname, *given in orders:
        syllables = [_syllables(word) for word in given]
        if (
            (surname in _SURNAMES or (older and surname in _OLDER))
            and all(syllables)
            and sum(map(len, syllables)) <= 3
        ):
            found.add((surname, "".join(given)))
    return frozenset(found)


@lru_cache(maxsize=16_384)
def _syllables(word: str) -> tuple[str, ...]:
    """A word of at most three syllables, the longest first; empty when it is none."""
    if not 2 <= len(word) <= 15 or not _LETTERS.match(word):
        return ()
    return _rest(word, 3) or ()


def _rest(word: str, left: int) -> tuple[str, ...] | None:
    if not word:
        return ()
    if not left:
        return None
    for end in range(min(6, len(word)), 0, -1):
        if _SYLLABLE.fullmatch(word, 0, end):
            rest = _rest(word[end:], left - 1)
            if rest is not None:
                return word[:end], *rest
    return None
