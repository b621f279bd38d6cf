"""How a name sounds to Dutch and French ears, and its skeleton: consonants that survive every spelling."""

from __future__ import annotations

import re
from functools import lru_cache

_SOUNDS = (
    (r"^abd(?:[aeou]{1,2}[lrsndtz]?)?(?=[b-df-hj-np-tv-z])", "abdel"),
    (r"(?:e|a|o|ou|u)d{1,2}[iy]ne?$", "edin"),
    (r"(?:sht|sjt|scht|cht)(?:sch|ch|sj)", "Sh"),
    (r"tsch|tch|tsj|cz(?!k)|tj(?=[aeiou])", "C"),
    (r"dsch|dzh|dsj|dj|zh|^gi(?=[aou])", "J"),
    (r"sch|sh|sj|sz(?!i)", "S"),
    (r"eaux?|aux$|aul?t$|aud$", "o"),
    (r"(?<=[oe])(?:w|ff?|v)$", "v"),
    (r"(?:^|(?<=[aei]))ou(?=[aei])", "v"),
    (r"^h(?=[aeiouy][a-z]{3})", ""),
    (r"ae|aa", "a"),
    (r"ou|oe|uu|oo(?=[rn]$)", "u"),
    (r"oo", "o"),
    (r"ee|ea", "e"),
    (r"[aeu]?ij|[aeu][iy]|ie|[yji]+", "i"),
    (r"ph", "f"),
    (r"s(?=ne$)", ""),
    (r"ge(?=o[a-z]|a)|g(?=e[fv])", "i"),
    (r"th|dt|tt", "t"),
    (r"gh", "g"),
    (r"kh", "H"),
    (r"chr", "kr"),
    (r"ckx|cks|cx|x|ks", "ks"),
    (r"qu(?=[eaio])|q|ck|cc(?=[aou])|c(?![eiyh])", "k"),
    (r"tz|ts|sz|ss|z|c(?=[eiy])", "s"),
    (r"w", "v"),
    (r"(?<=[bdgpt])h|h(?![aeiouy])", ""),
)
_EASTERN = (
    (r"tsch|tch|sch|sh|sj|ch|sz", "S"),
    (r"kh|h", "h"),
    (r"gh", "g"),
    (r"dj|dzh|zh|j(?=[aeou])", "J"),
    (r"th|dt|t", "t"),
    (r"dh|d", "d"),
    (r"ph", "f"),
    (r"ck?(?![ei])|q|k", "k"),
    (r"x", "ks"),
    (r"z", "z"),
    (r"c", "s"),
    (r"(?:^|(?<=[aei]))ou(?=[aei])|w", "v"),
    (r"(?<=[aeiou])e$", ""),
    (r"ay|ai|ei|ey", "ai"),
    (r"ou|oo|oe|u|o", "u"),
    (r"ee|ie|i|y|e", "i"),
    (r"a+", "a"),
)
_BONES = (
    (r"tsch|tch|sch|sh|sj|ch|sz", "S"),
    (r"kh|h", "h"),
    (r"gh|dj|dzh|g(?=[aeiou])|zh|j(?=[aeou])", "g"),
    (r"th|dt|t", "t"),
    (r"dh|d", "d"),
    (r"ph|v", "f"),
    (r"ck?(?![ei])|q", "k"),
    (r"x", "ks"),
    (r"z|c", "s"),
    (r"p", "b"),
    (r"[aeiouywj]", ""),
)
_DOUBLED = re.compile(r"(.)\1+")


_BETWEEN = re.compile(r"\|(?![^(]*\))")
"""What stands between two alternatives of a rule, not within brackets."""


def _compiled(rules: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern that tries the rules in their order at each place, and what each puts there.

    Each alternative begins with its letters, which lets the engine pass over it at a glance, and ends with an
    empty group that tells which it was.
    """
    flat = [(each, sound) for pattern, sound in rules for each in _BETWEEN.split(pattern)]
    return re.compile("|".join(f"{pattern}()" for pattern, _ in flat)), ("", *(sound for _, sound in flat))


_HEARD, _HEARD_AS = _compiled(_SOUNDS)
_HARD, _HARD_AS = _compiled(_BONES)
_EAST, _EAST_AS = _compiled(_EASTERN)
_SEMITIC = re.compile(r"q(?!u)|kh|gh|sh|ch|ou|ee(?=[nmdrlb]$)|oo(?=[nmdrf]$)|dj|ss|dh")


@lru_cache(maxsize=65_536)
def sounds(word: str) -> tuple[str, ...]:
    """The sounds of a word in a–z; several where letters have more than one.

    `ch` is that of Rachid or that of Michael, `ai` that of Kaiser or that of Lemaire.
    """
    found = [_HEARD.sub(_heard, word)]
    if "ai" in word or "ay" in word:
        found.append(_HEARD.sub(_heard, word.replace("ai", "e").replace("ay", "e")))
    if "ch" in found[0]:
        found = [each.replace("ch", sound) for each in found for sound in "SH"]
    return tuple(map(_close, found))


@lru_cache(maxsize=65_536)
def eastern(word: str) -> str:
    """The sounds of a word from Arabic, which has three vowels: Qasim and Kassem are one."""
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return _single(_EAST.sub(_said, word))


def looks_eastern(word: str) -> bool:
    """Whether it is spelled as names from Arabic are, in French, English or Dutch."""
    return _SEMITIC.search(word) is not None


def _said(found: re.Match[str]) -> str:
    return _EAST_AS[found.lastindex or 0]


def _heard(found: re.Match[str]) -> str:
    return _HEARD_AS[found.lastindex or 0]


def _hard(found: re.Match[str]) -> str:
    return _HARD_AS[found.lastindex or 0]


def _single(word: str) -> str:
    """Double letters as one."""
    return _DOUBLED.sub(_first, word) if _DOUBLED.search(word) else word


def _first(found: re.Match[str]) -> str:
    return found[1]


def _close(word: str) -> str:
    word = _single(word)
    if word[-1:] in ("d", "f") and len(word) > 2:
        word = word[:-1] + ("t" if word[-1] == "d" else "v")
    return word


@lru_cache(maxsize=65_536)
def consonant_skeleton(word: str) -> str:
    """Consonants in classes; a last `a` stays, for it tells Samira from Samir.

    Doubles fall together before vowels go, and h stays: else Mohammed were Ahmed.
    """
    ending = "a" if word.endswith(("a", "ah", "ae")) else ""
    hard = _HARD.sub(_hard, _single(word))
    if ending and word.endswith("h"):
        hard = hard[:-1]
    return hard + ending
