"""Keys under which differently written words fall together: skeleton, sound, what a scanner sees."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from itertools import islice, product
from typing import Final
from zlib import crc32

from focus.core.names.sounds import sounds

_LETTERS: Final = re.compile(
    r"tsch|tsj|tch|sch|sh|sj|sz|cz|ch|dzh|dsj|dj|zh|kh|gh|ck|ph|th|dt|dh|ts|tz|q|c(?=[eiy])|g(?=[eiy])|[a-z]"
)
_CLASSES: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("tsch", "tsj", "tch", "cz"), ("S", "TS")),
    "sch": ("S", "SK"),
    **dict.fromkeys(("sh", "sj", "sz", "s", "z", "ts", "tz"), ("S",)),
    "c(e": ("S",),
    "ch": ("S", "K"),
    **dict.fromkeys(("dzh", "dsj", "dj", "zh"), ("J",)),
    "kh": ("K", "H"),
    "gh": ("K", ""),
    "g(e": ("K", "J"),
    "ph": ("F", "P"),
    **dict.fromkeys(("th", "dt", "dh", "t", "d"), ("T",)),
    **dict.fromkeys(("ck", "c", "k", "q", "g"), ("K",)),
    "h": ("H", ""),
    "j": ("J", ""),
    "w": ("F", ""),
    **dict.fromkeys(("v", "f"), ("F",)),
    **dict.fromkeys(("b", "p"), ("P",)),
    "l": ("L",),
    "m": ("M",),
    "n": ("N",),
    "r": ("R",),
    "x": ("KS",),
    **dict.fromkeys("aeiouy", (".",)),
}
_READINGS: Final = 6
_DOUBLED: Final = re.compile(r"(.)\1+")
_SEEN: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"), ("ii", "u"), ("li", "h"), ("ri", "n"))
_ONE_SIGN: Final = str.maketrans("ijtgqcbyu", "lllqqohvv")
_DIGITS: Final = str.maketrans("01256894", "olzsgbga")
_WORD: Final = re.compile(r"\w+")
_WITH_DIGIT: Final = re.compile(r"(?=\w*[^\W\d])(?=\w*\d)\w+")


@lru_cache(maxsize=4096)
def skeletons(word: str) -> tuple[str, ...]:
    """Consonant classes of a word in a–z, one for each way of reading it.

    Double letters fall together before vowels go and h may count: else Mohammed were Ahmed.
    """
    once = _DOUBLED.sub(r"\1", word)
    apart = _readings(once)
    found = [_DOUBLED.sub(r"\1", reading) for reading in apart]
    # Where vowels are not written, two consonants of a class stand side by side: hdd is Haddad.
    found += apart if once == word else [*apart, *_readings(word)]
    return tuple(dict.fromkeys(reading.replace(".", "") for reading in found))


def _readings(word: str) -> list[str]:
    classes = []
    for match in _LETTERS.finditer(word):
        letters = match[0]
        soft = letters in "cg" and word[match.end() : match.end() + 1] in ("e", "i", "y")
        classes.append(_CLASSES[letters + "(e" if soft else letters])
    return ["".join(choice) for choice in islice(product(*classes), _READINGS)]


def seen(word: str) -> str:
    """A word as a scanner may take it: signs that look alike are one sign."""
    for pair, sign in _SEEN:
        word = word.replace(pair, sign)
    return word.translate(_ONE_SIGN)


def letters_for_digits(text: str) -> str:
    """Digits inside words are misread letters: `B0nte`."""
    return _WITH_DIGIT.sub(lambda word: word[0].translate(_DIGITS), text)


def plain(name: str) -> list[str]:
    """The words of a name in no order: the same words are the same name."""
    return sorted(_WORD.findall(name.casefold()))


def plain_hash(name: str) -> int:
    """The key of the name itself: 64 bits with a sign."""
    words = " ".join(plain(name)).encode()
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big", signed=True)


def hashes(word: str) -> set[int]:
    """The keys of a word as 32-bit numbers; a chance collision costs one comparison."""
    found = {_hash("x", word), _hash("v", seen(word)), _hash("i", word[:1])}
    found |= {_hash("s", sound) for sound in sounds(word)}
    return found | skeleton_hashes(word)


def initial_hash(letter: str) -> int:
    """The key of all words that begin with a letter."""
    return _hash("i", letter)


def exact_hash(word: str) -> int:
    """The key of the word itself."""
    return _hash("x", word)


def sound_hashes(word: str) -> list[int]:
    """The keys of how it sounds."""
    return [_hash("s", sound) for sound in sounds(word)]


def seen_hash(word: str) -> int:
    """The key of how it looks."""
    return _hash("v", seen(word))


def skeleton_hashes(word: str) -> set[int]:
    """The keys of its consonants; none when they are too few to say anything."""
    return {
        _hash("b", consonant_skeleton)
        for consonant_skeleton in skeletons(word)
        if len(consonant_skeleton) >= 2
    }


def _hash(kind: str, key: str) -> int:
    return crc32(f"{kind}{key}".encode())
