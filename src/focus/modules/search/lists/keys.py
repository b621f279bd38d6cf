"""What an entry of a list is found by, as numbers.

An entry stands under the words of its names, its identifiers, its birth date and its id. What a word may be
asked as (sounds, consonants, forms of a given name, one slip) is kept once for each word, for a list has far
fewer words than entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import msgspec

from focus.core.names import given
from focus.core.names.parts import Part, parts_of
from focus.core.names.sounds import consonant_skeleton, sounds
from focus.core.names.tables import words

_SLIPS_FROM = 4
"""Letters from which a word may have one slip: shorter ones would be too many others."""
_MOST_PARTS = 8
_WORD: Final = re.compile(r"\w+")
_PARTICLES = words("particle")
WHOLE: Final = 100
"""The part of a question that is its name as a whole."""
BORN: Final = 101
"""The part of a question that is its birth date: who has it comes first, nobody is found by it alone."""


Named = tuple[frozenset[str], frozenset[int]]
"""The words of a name, and under what it stands."""


class Asked(msgspec.Struct, frozen=True):
    """A name that is asked, as numbers."""

    keys: list[int]
    """What its words may be written as."""
    parts: list[int]
    """To which part of the name each belongs."""
    exact: list[int]
    """What an entry itself stands under: the name as a whole, the birth date."""
    exact_parts: list[int]
    needed: int
    """How many parts of the name must be met."""


def number(text: str) -> int:
    """A key as PostgreSQL keeps it: 64 bits with a sign. Who is found is compared again, so two may meet."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def identifier_key(kind: str, value: str) -> int:
    """The key of an identifier in normal form."""
    return number(f"{kind}:{value}")


@lru_cache(maxsize=65_536)
def born_key(born: str) -> int:
    """The key of a birth date, ISO 8601 and possibly partial."""
    return number(f"born:{born}")


@lru_cache(maxsize=65_536)
def word_key(word: str) -> int:
    """The key of a word of a name."""
    return number(f"n{word}")


@lru_cache(maxsize=65_536)
def asked_as(word: str) -> tuple[int, ...]:
    """All that a word may be asked as."""
    return tuple(number(key) for key in sorted(_of_word(word)))


def own_name(family: str, given_names: str) -> Named:
    """Of a name whose halves are known: each half comes back in many entries."""
    if family and given_names:
        of_family, of_given = _half(family), _half(given_names)
        if of_family.plain and of_given.plain and not of_given.trails:
            return of_family.words | of_given.words, of_family.keys | of_given.keys
    return any_name(", ".join(half for half in (family, given_names) if half))


def any_name(name: str) -> Named:
    """Of a name as it is written."""
    parts = parts_of(name)
    words = frozenset(_words(parts))
    return words, frozenset(map(word_key, words)).union(_whole(name, parts))


def asked_name(name: str, born: str = "") -> Asked:
    """What to look for."""
    parts = parts_of(name)
    keyed = {
        (at, key)
        for at, part in enumerate(parts[:_MOST_PARTS])
        for word in _words((part,))
        for key in asked_as(word)
    }
    met = len({at for at, _ in keyed})
    exact = [(key, WHOLE) for key in _whole(name, parts)] + ([(born_key(born), BORN)] if born else [])
    return Asked(
        [key for _, key in keyed],
        [at for at, _ in keyed],
        [key for key, _ in exact],
        [part for _, part in exact],
        max(1, min(2, met)),
    )


class _Half(msgspec.Struct, frozen=True):
    words: frozenset[str]
    keys: frozenset[int]
    plain: bool
    """Whether nothing in it changes beside the other half, and its words say all."""
    trails: bool
    """Whether particles of the family name stand at its end: `Berghe, Jan van den`."""


@lru_cache(maxsize=131_072)
def _half(text: str) -> _Half:
    parts = parts_of(text)
    words = frozenset(_words(parts))
    plain = 0 < len(parts) <= _MOST_PARTS // 2 and text.replace(" ", "").replace("-", "").isalpha()
    return _Half(
        words,
        frozenset(map(word_key, words)),
        plain and not any(part.initial for part in parts),
        text.rpartition(" ")[2].lower() in _PARTICLES,
    )


def _words(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if not part.initial:
            yield part.full
            yield from part.others
            if len(part.core) > 2:
                yield part.core


def _whole(name: str, parts: tuple[Part, ...]) -> Iterator[int]:
    """The name as a whole where its words say too little of it: initials, a single name, very many."""
    if len(parts) < 2 or len(parts) > _MOST_PARTS or any(part.initial for part in parts):
        yield number("e" + " ".join(plain(name)))


def plain(name: str) -> list[str]:
    """The words of a name in no order: the same words are the same name."""
    return sorted(_WORD.findall(name.casefold()))


def _of_word(word: str) -> set[str]:
    keys = {
        f"w{word}",
        *(f"s{sound}" for sound in sounds(word)),
        *(f"g{line}" for line in given.lines_of(word)),
    }
    if len(bare := consonant_skeleton(word)) > 2:
        keys.add(f"b{bare}")
    if len(word) >= _SLIPS_FROM:
        keys.update(f"w{word[:at]}{word[at + 1 :]}" for at in range(len(word)))
    return keys
