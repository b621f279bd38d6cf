"""How alike two parts of a name are: a value from 0 to 1 and the reason."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from focus.core.names import given
from focus.core.names.given import Tie
from focus.core.names.part import Part
from focus.core.names.particles import are_two, without_particles
from focus.core.names.reasons import Reason, Why
from focus.core.names.slips import his_and_hers, likeness, seen
from focus.core.names.sounds import consonant_skeleton, eastern, looks_eastern, sounds

OTHER_NAME = 0.4
_TIES = {
    Tie.SPELLING: (0.97, Why.SPELLING),
    Tie.OTHER_LANGUAGE: (0.88, Why.OTHER_LANGUAGE),
    Tie.SHORT: (0.90, Why.SHORT_FORM),
    Tie.BOTH_SHORT: (0.70, Why.SHORT_FORMS),
    Tie.FAR_LANGUAGE: (0.70, Why.OTHER_LANGUAGE),
}
_SURE = 0.85
"""What another spelling must reach against two given names that are known to be two."""
_KIN = 0.84
"""Two short forms of one name of which one is made of the other: Fien, Fientje."""
_INITIAL = 0.79
_FAR = 0.6
"""Share of a word's letters beyond which two words are not listened to."""
_SHORT = 4
_SHORT_SLIP = 0.7
"""A letter more, less or other in a word of four letters is mostly another name."""
_TWO_SURNAMES = 0.66
"""Two surnames in use, though a letter apart."""
_BONE_SLIP = 0.7
"""Where vowels are not written, a consonant more, less or other is mostly another name."""
_FEW_BONES = 5
_ENDINGS = frozenset(["e", "a", "ne", "le", "te", "ette", "ine", "ina", "que", "ie", "ia", "na", "la"])


@lru_cache(maxsize=131_072)
def alike(one: Part, other: Part) -> tuple[float, Reason]:
    """The likeness of two parts whatever their roles."""
    a, b = one.full, other.full
    if a == b:
        return 1.0, Reason(Why.EQUAL, a, b)
    if len(a) == 1 or len(b) == 1 or one.cut or other.cut:
        return _abbreviated(one, other) if one.initial else _abbreviated(other, one)
    if one.bare or other.bare:
        return _by_skeleton(one, other)
    best = _words(a, b, "f" in (one.role, other.role))
    if best[1].why is Why.OTHER_SEX:
        return best
    if one.others or other.others:
        best = _spelled_otherwise(one, other, best)
    if best[0] < 0.95 and (one.core != a or other.core != b):
        if are_two(one, other):
            return min(best, (_TWO_SURNAMES, Reason(Why.OTHER_NAME, a, b)), key=_value)
        best = max(best, without_particles(one, other, _words), key=_value)
    return best


def _value(found: tuple[float, Reason]) -> float:
    return found[0]


def _abbreviated(short: Part, long: Part) -> tuple[float, Reason]:
    fits = long.full.startswith(short.full) or (long.initial and short.full.startswith(long.full))
    if fits:
        return _INITIAL, Reason(Why.INITIAL, short.full, long.full)
    return 0.0, Reason(Why.OTHER_NAME, short.full, long.full)


def _spelled_otherwise(one: Part, other: Part, best: tuple[float, Reason]) -> tuple[float, Reason]:
    """The best of all spellings of letters with marks."""
    a, b = one.full, other.full
    least = _SURE if best[0] == OTHER_NAME else best[0]
    for mine in (a, *one.others):
        for theirs in (b, *other.others):
            if (mine, theirs) != (a, b):
                value = 0.99 if mine == theirs else _words(mine, theirs, False)[0] - 0.02
                if value > max(least, best[0]):
                    best = value, Reason(Why.SPELLING, a, b)
    return best


@lru_cache(maxsize=131_072)
def _words(a: str, b: str, family: bool) -> tuple[float, Reason]:
    """Two words in a–z; `family`: the writing says that they are surnames."""
    tie = Tie.NONE if family else given.tie(a, b)
    if tie is not Tie.NONE:
        return _tied(tie, a, b)
    longest = max(len(a), len(b))
    edits = OSA.distance(a, b, score_cutoff=int(_FAR * longest))
    if edits > _FAR * longest:
        return 0.0, Reason(Why.OTHER_NAME, a, b)
    return _unequal(a, b, edits, None if family else _as_given(a, b))


def _tied(tie: Tie, a: str, b: str) -> tuple[float, Reason]:
    value, why = _TIES[tie]
    if tie is Tie.BOTH_SHORT:
        short, long = sorted((a, b), key=len)
        if len(short) < len(long) and long.startswith(short):
            value = _KIN
    return value, Reason(why, a, b)


def _unequal(a: str, b: str, edits: int, as_given: Reason | None) -> tuple[float, Reason]:
    """Two words near each other; `as_given` says why they are two given names."""
    if as_given and as_given.why is Why.OTHER_NAME and given.listed(a) and given.listed(b):
        return OTHER_NAME, as_given
    heard = 0.0 if as_given and as_given.why is Why.OTHER_SEX else _heard_of(a, b)
    if heard == 1.0:
        return 0.95, Reason(Why.SOUNDS_ALIKE, a, b)
    if (as_given is None or as_given.why is Why.OTHER_NAME) and _said_alike(a, b):
        return 0.92, Reason(Why.SOUNDS_ALIKE, a, b)
    if as_given is not None:
        return OTHER_NAME, as_given
    if given.same_family(a, b) or his_and_hers(a, b):
        return 0.93, Reason(Why.SPELLING, a, b)
    return _slips(a, b, edits, heard)


def _said_alike(a: str, b: str) -> bool:
    """Whether two words spelled as from Arabic are said alike."""
    return (
        (looks_eastern(a) or looks_eastern(b))
        and len(consonant_skeleton(a)) >= 3
        and eastern(a) == eastern(b)
    )


def _as_given(a: str, b: str) -> Reason | None:
    """Why two words are two given names; None when they need not be."""
    sex, other_sex = given.sex(a), given.sex(b)
    if {sex, other_sex} == {"m", "f"} or _feminine(a, b):
        return Reason(Why.OTHER_SEX, a, b)
    return Reason(Why.OTHER_NAME, a, b) if sex and other_sex else None


def _heard_of(a: str, b: str) -> float:
    mine, theirs = sounds(a), sounds(b)
    if len(mine) == len(theirs) == 1:
        return _heard(mine[0], theirs[0])
    return max(_heard(one, other) for one in mine for other in theirs)


def _heard(mine: str, theirs: str) -> float:
    return 1.0 if mine == theirs else likeness(OSA.distance(mine, theirs, score_cutoff=3), mine, theirs)


def _slips(a: str, b: str, edits: int, heard: float) -> tuple[float, Reason]:
    """Unequal words of which at most one is a known given name."""
    if max(len(a), len(b)) <= _SHORT and sorted(a) != sorted(b):
        return _SHORT_SLIP, Reason(Why.OTHER_NAME, a, b)
    families = given.families()
    if (a in families and (b in families or b == f"{a}s")) or (b in families and a == f"{b}s"):
        return _TWO_SURNAMES, Reason(Why.OTHER_NAME, a, b)
    value, why = likeness(edits + 0.5 * (a[0] != b[0]), a, b), Why.TYPING
    if heard - 0.03 > value:
        value, why = heard - 0.03, Why.SOUNDS_ALIKE
    if value < 0.9 and abs(len(a) - len(b)) <= 2 and seen(a) == seen(b):
        value, why = 0.92, Why.MISREAD
    if value < 0.85 and len(a) >= 5 and len(b) >= 5 and a[-1] == b[-1]:
        mine = consonant_skeleton(a)
        if len(mine) >= 4 and mine == consonant_skeleton(b):
            value, why = 0.85, Why.CONSONANTS
    return (min(value, 0.5), Reason(Why.OTHER_NAME, a, b)) if value < 0.6 else (value, Reason(why, a, b))


def _feminine(a: str, b: str) -> bool:
    """Whether one is a man's name and the other it with a woman's ending: Karim, Karima; José, Josée."""
    short, long = sorted((a, b), key=len)
    if not 1 <= len(long) - len(short) <= 3 or len(short) < 3 or given.sex(short) not in ("m", "b"):
        return False
    if long.startswith(short):
        return long[len(short) :] in _ENDINGS
    return short[-1] == "c" and long == short[:-1] + "que"


def _by_skeleton(one: Part, other: Part) -> tuple[float, Reason]:
    """Against a word without vowels only consonants can be compared."""
    best = 0.0
    articles = one.core != one.full and other.core != other.full
    for a in _consonants(one):
        for b in _consonants(other):
            if a == b:
                best = max(best, {0: 0.3, 1: 0.7, 2: 0.85}.get(len(a), 0.92))
            elif best < 0.85 and not (articles and a[:1] == b[:1] == "l"):
                slip = likeness(OSA.distance(a, b), a, b) - 0.05
                best = max(best, slip if max(len(a), len(b)) > _FEW_BONES else min(_BONE_SLIP, slip))
    return best, Reason(Why.CONSONANTS if best >= 0.6 else Why.OTHER_NAME, one.full, other.full)


def _consonants(part: Part) -> set[str]:
    """With the article and without; j is that of Benjelloun, and q without vowels k or g: Cherki, Chergui."""
    words = {part.full, part.core}
    words |= {word.replace("j", "zh") for word in words}
    if part.bare:
        words |= {word.replace("k", "g") for word in words}
    return {consonant_skeleton(word) for word in words}
