"""A written name taken apart: before and behind a comma, in brackets, between spaces and hyphens."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from focus.core.names import arabic, tables
from focus.core.names.joining import joined
from focus.core.names.part import Part
from focus.core.names.scripts import is_arabic, latin, spellings
from focus.core.names.titles import FORMERLY, TITLES, without_titles

__all__ = ["LONGEST", "Part", "parts_of"]

LONGEST = 200
"""Characters of a name that are read; what is longer is none."""
_MOST = 12
_LONGEST_CUT = 5
_PARTICLES = tables.words("particle")
_BOUND = _PARTICLES | tables.words("son") | tables.words("faith")
_SAINT = {"st": "saint", "ste": "sainte", "sint": "saint", "sankt": "saint"}
_UNKNOWN = tables.words("unknown")
"""Said where a name is not known: FNU, onbekend; x beside such a word, where it is the only given name."""
_WORD = re.compile(r"[a-z]+")
_NO_INITIALS = TITLES | FORMERLY | _SAINT.keys()
_ODD = re.compile(r"[0-9|:/]|\b[vV]\s?[.dD]|[a-z]I")
_SPECIAL = _BOUND | _NO_INITIALS | _UNKNOWN | {"vd"}
"""Words that are more than a name."""
_DIGIT = re.compile(r"[0-9|]")
_MISREAD = re.compile(r"\S*[^\W\d_]\S*")
_DIGITS = str.maketrans(
    {"0": "o", "1": "l", "2": "z", "4": "a", "5": "s", "6": "g", "8": "b", "9": "g", "|": "l"}
)
"""Digits that a machine reads for letters."""
_STROKE = re.compile(r"(?<=[a-z])I(?=[a-z]|\b)")
"""A capital i amid small letters is an l misread."""
_BREATH = re.compile(r"(?i)\b(ts|tz|ch|k|p)['’ʻ`](?=[a-z])")
"""The apostrophe of older Chinese spellings: Ts'ai."""
_LABEL = re.compile(r"[^\W\d_]+\s*:")
"""What a form prints before a name: `Voornaam:`."""
_OF_THE = re.compile(r"(?i)\bv\s?[./]\s?d\s?[./]?(?=\s)|\bvd\.?(?=\s)")
"""`V.d.`, `v/d`: van de, van den or van der."""
_ASIDE = frozenset('"“”«»„(')
_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„]*[\"“”«»„]|\([^)]*\)")
_HYPHENS = re.compile(r"[-‐‑–—]")
_INITIALS = re.compile(r"(?:[a-z]{1,2}\.)+[a-z]?")
_JOINED_INITIALS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2}")
"""`JP`; two consonants are no word."""
_NOT_INITIALS = frozenset(["NG", "ST", "DR", "MR", "MC", "JR", "SR"])
_OTHER_SIGNS = re.compile(r"[^a-z]")


@lru_cache(maxsize=16_384)
def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a name as written, in their order; none when there are no letters."""
    text = text[:LONGEST]
    if plain := _plain(text):
        return plain
    if _ODD.search(text):
        text = _repaired(text)
    written, aside = text, list[Part]()
    if not _ASIDE.isdisjoint(text):
        for found in _QUOTED.findall(text):
            aside += without_titles(_known(_words(found.strip('"“”«»„()'), "", True), text))
        text = _QUOTED.sub(" ", text)
    before, comma, after = text.partition(",")
    if comma and _says(before, after):
        words = _behind_comma(before, after)
    else:
        words = without_titles(_words(before if comma else text, "", False))
    return (*joined(_known(words, written) or words), *aside)[:_MOST]


def _known(words: list[Part], text: str) -> list[Part]:
    """Without words that only say that a name is not known."""
    if all(word.full not in _UNKNOWN and word.full != "x" for word in words):
        return words
    given = [word for word in words if word.role == "g"]
    nobody = len(given) == 1 and given[0].full == "x" and not _UNKNOWN.isdisjoint(_WORD.findall(latin(text)))
    return [word for word in words if word.full not in _UNKNOWN and not (nobody and word is given[0])]


def _plain(text: str) -> tuple[Part, ...]:
    """The parts of a name without marks, titles, particles or capitals that say more: of most names."""
    lower = text.lower()
    if not text.isascii() or not (text.istitle() or text.isupper() or text == lower):
        return ()
    words = lower.split()
    if not "".join(words).isalpha() or "abd" in lower or not _SPECIAL.isdisjoint(words):
        return ()
    return tuple([Part(word, word) for word in words[:_MOST]])


def _repaired(text: str) -> str:
    """Digits read for letters, labels of forms, and abbreviated particles."""
    if _DIGIT.search(text):
        text = _MISREAD.sub(_letters, text)
    text = _STROKE.sub("l", text)
    if ":" in text:
        text = _LABEL.sub(" ", text)
    return _OF_THE.sub("van de", text)


def _letters(found: re.Match[str]) -> str:
    return found[0].translate(_DIGITS)


def _says(before: str, after: str) -> bool:
    """Whether what follows a comma is a name, not a title; M. is one behind a surname alone."""
    words = [word.rstrip(".") for word in re.findall(r"[^\s,.]+", latin(after))]
    if words == ["m"]:
        return sum(word not in _PARTICLES for word in latin(before).split()) == 1
    return any(word not in TITLES for word in words)


def _behind_comma(before: str, after: str) -> list[Part]:
    """Surname, given names; particles at the end go back to the surname: `Berghe, Jan van den`."""
    own = _words(after, "g", False)
    trailing: list[Part] = []
    elided = after.rstrip().endswith(("'", "’"))
    while len(own) > 1 and own[-1].full in _PARTICLES and (elided or len(own[-1].full) > 1):
        trailing.insert(0, replace(own.pop(), role="f"))
    return without_titles([*trailing, *_words(before, "f", False), *own])


def _words(text: str, role: str, loose: bool) -> list[Part]:
    """The words of a text, each a part of its own."""
    mixed = not text.isupper()
    words: list[Part] = []
    for compound, chunk in enumerate(text.split()):
        if chunk.isascii() and chunk.isalpha():
            words += _letters_only(chunk, role, mixed, loose)
            continue
        pieces = _HYPHENS.split(chunk)
        capitals = mixed and len(chunk.strip(".,")) > 2 and chunk.isupper() and "." not in chunk
        tied = compound if sum(bool(piece) for piece in pieces) > 1 else -1
        for piece in pieces:
            words += _pieces(piece, role or ("f" if capitals else ""), tied, loose)
    return words


def _letters_only(chunk: str, role: str, mixed: bool, loose: bool) -> list[Part]:
    """A word in a–z; capitals among small letters say surname, two consonants that they are initials."""
    capitals = mixed and len(chunk) > 1 and chunk.isupper()
    word = chunk.lower()
    if capitals and len(chunk) == 2:
        if _JOINED_INITIALS.match(chunk) and chunk not in _NOT_INITIALS:
            return [Part(letter, letter, (), "g", -1, False, loose) for letter in word]
        capitals = False
    word = _SAINT.get(word, word)
    return [Part(word, word, (), role or ("f" if capitals else ""), -1, False, loose)]


def _pieces(text: str, role: str, tied: int, loose: bool) -> list[Part]:
    """The words of what stands between two spaces or hyphens: initials and articles come apart."""
    if is_arabic(text):
        return _arabic(text, role, tied, loose)
    found: list[Part] = []
    whole = spellings(_BREATH.sub(r"\1", text))
    for word in whole[0].split():
        if _INITIALS.fullmatch(word) and word.rstrip(".") not in _NO_INITIALS:
            found += [Part(each[0], each[0], (), "g", -1, False, loose) for each in word.split(".") if each]
            continue
        article, apostrophe, rest = word.partition("'")
        split = apostrophe and len(rest) > 1 and (not article or article in _PARTICLES)
        if split:
            article = article or "t"
            found.append(Part(article, article, (), role, tied, False, loose))
        plain = _OTHER_SIGNS.sub("", rest if split else word)
        if len(plain) == 1 and tied >= 0:
            found.append(Part(plain, plain, (), "g", -1, False, loose))
        elif plain:
            others = whole[1:] if " " not in whole[0] else ()
            cut = word[-1] == "." and 1 < len(plain) <= _LONGEST_CUT
            found.append(_word(Part(plain, plain, others, role, tied, False, loose, cut)))
    return found


def _word(word: Part) -> Part:
    """A word of letters; one with marks that is a particle as it is heard is that particle: ντε is de."""
    plain = word.full
    others = tuple(_OTHER_SIGNS.sub("", other) for other in word.others)
    for other in others:
        if other in _PARTICLES and plain not in _PARTICLES:
            return replace(word, full=other, core=other, others=(), cut=False)
    if plain in _SAINT:
        return replace(word, full=_SAINT[plain], core=_SAINT[plain], others=(), cut=False)
    cut = word.cut and plain not in _NO_INITIALS and plain not in _PARTICLES
    if not others and cut == word.cut:
        return word
    return replace(word, others=tuple(other for other in others if other != plain), cut=cut)


def _arabic(text: str, role: str, tied: int, loose: bool) -> list[Part]:
    known = arabic.pronounced(text)
    if known:
        return [Part(known[0], known[0], known[1:], role, tied, False, loose)]
    if text.startswith("ال") and len(text) > 4:
        return [Part("al", "al", (), role, tied, False, loose), *_arabic(text[2:], role, tied, loose)]
    plain = _OTHER_SIGNS.sub("", latin(text))
    return [Part(plain, plain, (), role, tied, len(plain) > 1, loose)] if plain else []
