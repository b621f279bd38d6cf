"""How alike two names are. One door, `same_name`; a deeper scorer may stand behind it one day."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
from rapidfuzz.distance import DamerauLevenshtein

from focus.modules.search.merging.spellings import SPELLINGS
from focus.modules.search.understanding.folding import words

SAME = 0.92
"""From here on two names are the same, given the same birth date."""
DIFFERENT = 0.8
"""Below, they are two names; between, nothing is said."""

VOWELS = frozenset("aeiouy")
_SOUNDS = (
    ("ij", "y"), ("ou", "u"), ("oe", "u"), ("ph", "f"), ("ck", "k"), ("cz", "ch"), ("tsch", "ch"),
    ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("dj", "j"), ("w", "v"), ("c", "k"), ("x", "ks"),
    ("q", "k"), ("z", "s"), ("j", "y"), ("i", "y"),
)  # fmt: skip
_DOUBLE_CONSONANT = re.compile(r"([b-df-hj-np-tv-xz])\1+")
_OTHER = 0.6
"""Given names that contradict; twins share all but these."""


class Name(msgspec.Struct, frozen=True, cache_hash=True):
    """A name folded once, so that it can be compared often."""

    family: str
    """Without accents, spaces and capitals: `vandenberghe`."""
    family_sound: str
    given: tuple[str, ...]
    given_sounds: tuple[str, ...]


@lru_cache(maxsize=4096)
def fold(family_name: str, given_names: str) -> Name:
    """The form in which names are compared; of a name in another script only its letters stay."""
    family = words(family_name).replace(" ", "") or "".join(family_name.casefold().split())
    given = tuple((words(given_names) or given_names.casefold()).split())
    return Name(family, sound(family), given, tuple(map(sound, given)))


def sound(word: str) -> str:
    """One spelling for what is written in several: Petrov and Petroff, Yilmaz and Jilmaz."""
    for spelling, plain in _SOUNDS:
        word = word.replace(spelling, plain)
    word = _DOUBLE_CONSONANT.sub(r"\1", word)
    return word[:-1] + "v" if word.endswith("f") else word


def same_name(a: Name, b: Name) -> float:
    """0 to 1. Family and given name both count; swapped parts are recognised, a missing part never agrees.

    Bart and Bert, José and Josée are different; Mohammed and Muhammad, El Amrani and Elamrani the same.
    """
    if a == b and a.given:
        return 1.0
    straight = _agreement(a, b)
    if straight >= SAME or a.family == b.family:
        return straight
    return max(straight, _agreement(a, _turned(b)) - 0.01)


def _agreement(a: Name, b: Name) -> float:
    family = _families(a, b)
    # Too far apart already: the given names, which cost most, cannot save it.
    return 0.0 if family < 0.7 else _combined(family, _givens(a, b))


def _turned(name: Name) -> Name:
    family = "".join(name.given)
    return Name(family, sound(family), (name.family,), (name.family_sound,))


def _combined(family: float, given: float) -> float:
    """The weaker part decides: a perfect family name cannot lift another given name."""
    low, high = sorted((family, given))
    return round(low * 0.8 + high * 0.2, 4)


def _families(a: Name, b: Name) -> float:
    if not a.family or not b.family:
        return 0.0
    if a.family == b.family:
        return 1.0
    if a.family_sound == b.family_sound:
        return 0.97
    return _near(a.family_sound, b.family_sound)


def _givens(a: Name, b: Name) -> float:
    """Each given name of the shorter row must be in the longer one: Jean-Pierre is not Jean-Paul.

    People use one of their names and leave others out; that costs little.
    """
    if not a.given or not b.given:
        return 0.0
    if "".join(a.given) == "".join(b.given):
        return 1.0
    short, long = sorted((a, b), key=lambda name: len(name.given))
    left = list(range(len(long.given)))
    scores: list[float] = []
    moved = False
    for i, (one, one_sound) in enumerate(zip(short.given, short.given_sounds, strict=True)):
        score, at = max((_given(one, long.given[j], one_sound, long.given_sounds[j]), -j) for j in left)
        scores.append(score)
        left.remove(-at)
        moved |= i == 0 and at != 0
    worst = min(scores)
    if worst < 0.93:
        return min(worst, _OTHER) if len(scores) == 1 or scores[0] < 0.93 or worst < DIFFERENT else 0.9
    return sum(scores) / len(scores) - 0.02 * bool(left) - 0.02 * moved


def _given(one: str, other: str, one_sound: str, other_sound: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.93 if one[0] == other[0] else 0.0
    if one_sound == other_sound:
        return 0.97
    group = SPELLINGS.get(one)
    if group is not None and group == SPELLINGS.get(other):
        return 0.96
    if _same_skeleton(one_sound, other_sound):
        return 0.95
    return min(0.85, _near(one_sound, other_sound))


def _same_skeleton(one: str, other: str) -> bool:
    """Same consonants and the same ending, four at least: Mohammed and Muhammad, never Bart and Bert."""
    if one[-1] != other[-1] and (one[-1] in VOWELS or other[-1] in VOWELS):
        return False
    bones = [letter for letter in one if letter not in VOWELS]
    return len(bones) >= 4 and bones == [letter for letter in other if letter not in VOWELS]


def _near(one: str, other: str) -> float:
    """One slip of the pen in a long word is likely, in a short one it is another name."""
    length = max(len(one), len(other))
    if abs(len(one) - len(other)) * 5 > length:
        return 0.0
    slips = DamerauLevenshtein.distance(one, other, score_cutoff=3)
    if slips == 1 and length >= 6:
        return 0.94
    return max(0.0, 1 - 1.5 * slips / length)
