"""How alike two parts of a name are: a value from 0 to 1 and the reason."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from focus.core.names import given
from focus.core.names.given import Tie
from focus.core.names.parts import Part
from focus.core.names.reasons import Reason, Why
from focus.core.names.sounds import bones, eastern, looks_eastern, sounds

OTHER_NAME = 0.4
_TIES = {
    Tie.SPELLING: (0.97, Why.SPELLING),
    Tie.OTHER_LANGUAGE: (0.88, Why.OTHER_LANGUAGE),
    Tie.SHORT: (0.90, Why.SHORT_FORM),
    Tie.BOTH_SHORT: (0.82, Why.SHORT_FORM),
    Tie.FAR_LANGUAGE: (0.70, Why.OTHER_LANGUAGE),
}
_INITIAL = 0.79
_FAR = 0.6
"""Share of a word's letters beyond which two words are not listened to."""
_SHORT = 4
_SHORT_SLIP = 0.7
"""A letter more, less or other in a word of four letters is mostly another name."""
_TWO_SURNAMES = 0.66
"""Two surnames in use, though a letter apart."""
_MISREAD = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"), ("ii", "u"), ("li", "h"))
_ONE_SIGN = str.maketrans("ijtoqgecbhuv", "lllooqeeehuu"[:12])
_ENDINGS = frozenset(["e", "a", "ne", "le", "te", "ette", "ine", "ina", "que", "ie", "ia", "na", "la"])
_HER_SURNAME = (
    (re.compile(r"skaia$|skaya$|skaja$|ska$"), "ski"),
    (re.compile(r"cka$"), "cki"),
    (re.compile(r"(?<=[oe]v)a$|(?<=[iy]n)a$|(?<=[oe]ff)a$"), ""),
    (re.compile(r"ou$"), "os"),
)
_ENDING = re.compile(
    r"(?<=[a-z]{3})(?:opoulos|opoulou|idis|akis|ovic|evic|ovitch|evitch|owski|ewski|ovski|enko|tchuk|"
    r"shvili|adze|oglu|sson|mans)$"
)
_PREFIX = re.compile(r"(?:vanden|vander|vande|van|de|el|al|ben|bou|ver)(?=[a-z]{3})")


@lru_cache(maxsize=131_072)
def alike(one: Part, other: Part) -> tuple[float, Reason]:
    """The likeness of two parts whatever their roles."""
    a, b = one.full, other.full
    if a == b:
        return 1.0, Reason(Why.EQUAL, a, b)
    if one.initial or other.initial:
        short, long = (one, other) if one.initial else (other, one)
        fits = long.full.startswith(short.full) or (long.initial and short.full.startswith(long.full))
        return (_INITIAL, Reason(Why.INITIAL, a, b)) if fits else (0.0, Reason(Why.OTHER_NAME, a, b))
    if one.bare or other.bare:
        return _by_bones(one, other)
    best = _words(a, b, "f" if "f" in (one.role, other.role) else "")
    if best[1].why is Why.OTHER_SEX:
        return best
    for mine in (a, *one.others):
        for theirs in (b, *other.others):
            if (mine, theirs) != (a, b):
                value = 0.99 if mine == theirs else _words(mine, theirs, "")[0] - 0.02
                if value > best[0]:
                    best = value, Reason(Why.SPELLING, a, b)
    if best[0] < 0.95 and (one.core != a or other.core != b):
        best = max(best, _without_particles(one, other), key=lambda found: found[0])
    return best


def _without_particles(one: Part, other: Part) -> tuple[float, Reason]:
    """Cores compared; a particle lost costs less than another one."""
    both = one.core != one.full and other.core != other.full
    families = given.families()
    if both and _particle(one) == _particle(other) and one.full in families and other.full in families:
        return 0.0, Reason(Why.OTHER_NAME, one.full, other.full)
    least = min(len(one.core), len(other.core))
    cost = 0.04 if both else 0.07
    if least < 3:
        return 0.0, Reason(Why.OTHER_NAME, one.full, other.full)
    if one.core == other.core:
        return 1 - cost, Reason(Why.PARTICLE, one.full, other.full)
    value, reason = _words(one.core, other.core, "f")
    return value - cost, reason


def _particle(part: Part) -> str:
    return part.full[: len(part.full) - len(part.core)]


@lru_cache(maxsize=131_072)
def _words(a: str, b: str, role: str) -> tuple[float, Reason]:
    """Two words in a–z; `role` is `f` when the writing says that they are surnames."""
    tie = Tie.NONE if role else given.tie(a, b)
    if tie is not Tie.NONE:
        value, why = _TIES[tie]
        return value, Reason(why, a, b)
    edits = float(OSA.distance(a, b))
    if edits > _FAR * max(len(a), len(b)):
        return 0.0, Reason(Why.OTHER_NAME, a, b)
    return _unequal(a, b, edits, _as_given(a, b) if not role else None)


def _unequal(a: str, b: str, edits: float, as_given: Reason | None) -> tuple[float, Reason]:
    """Two words near each other; `as_given` says why they are two given names."""
    heard = 0.0 if as_given and as_given.why is Why.OTHER_SEX else _heard_of(a, b)
    if heard == 1.0:
        return 0.95, Reason(Why.SOUNDS_ALIKE, a, b)
    if (as_given is None or as_given.why is Why.OTHER_NAME) and _said_alike(a, b):
        return 0.92, Reason(Why.SOUNDS_ALIKE, a, b)
    if as_given is not None:
        return OTHER_NAME, as_given
    if given.same_family(a, b) or (a[:3] == b[:3] and _his_and_hers(a, b)):
        return 0.93, Reason(Why.SPELLING, a, b)
    return _slips(a, b, edits, heard)


def _said_alike(a: str, b: str) -> bool:
    """Whether two words spelled as from Arabic are said alike."""
    return (looks_eastern(a) or looks_eastern(b)) and len(bones(a)) >= 3 and eastern(a) == eastern(b)


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
    return 1.0 if mine == theirs else _likeness(OSA.distance(mine, theirs, score_cutoff=3), mine, theirs)


def _slips(a: str, b: str, edits: float, heard: float) -> tuple[float, Reason]:
    """Unequal words of which at most one is a known given name."""
    if max(len(a), len(b)) <= _SHORT and sorted(a) != sorted(b):
        return _SHORT_SLIP, Reason(Why.OTHER_NAME, a, b)
    families = given.families()
    value, why = _likeness(edits + 0.5 * (a[0] != b[0]), a, b), Why.TYPING
    if a in families and b in families:
        return _TWO_SURNAMES, Reason(Why.OTHER_NAME, a, b)
    if heard - 0.03 > value:
        value, why = heard - 0.03, Why.SOUNDS_ALIKE
    if value < 0.9 and abs(len(a) - len(b)) <= 2 and _seen(a) == _seen(b):
        value, why = 0.92, Why.MISREAD
    if value < 0.85 and len(a) >= 5 and len(b) >= 5 and a[-1] == b[-1]:
        mine = bones(a)
        if len(mine) >= 4 and mine == bones(b):
            value, why = 0.85, Why.CONSONANTS
    return (min(value, 0.5), Reason(Why.OTHER_NAME, a, b)) if value < 0.6 else (value, Reason(why, a, b))


def _his_and_hers(a: str, b: str) -> bool:
    """Whether two surnames are a man's and a woman's form of one: Sokolov, Sokolova; Kowalski, Kowalska."""
    short, long = sorted((a, b), key=len)
    if len(short) < 5:
        return False
    if long.endswith("ova") and long[:-3] == short[:-1]:
        return True
    return any(
        form.sub(base, one) == other
        for form, base in _HER_SURNAME
        for one, other in ((long, short), (b, a), (a, b))
    )


def _likeness(edits: float, a: str, b: str) -> float:
    """One slip in a long word is likely, in a short one it is another name; each further one costs more."""
    length = max(len(a), len(b)) - _common_prefix(a, b) - _common_ending(a, b)
    if edits >= length:
        return 0.0
    return float(max(0.0, 1.0 - 0.75 * edits**1.25 / length))


def _common_prefix(a: str, b: str) -> int:
    """Letters of a particle that both words begin with: they tell nobody apart."""
    found = _PREFIX.match(a)
    return found.end() if found and b.startswith(found[0]) else 0


def _common_ending(a: str, b: str) -> int:
    """Letters of an ending that half a country bears."""
    found = _ENDING.search(a)
    return len(found[0]) if found and b.endswith(found[0]) else 0


def _feminine(a: str, b: str) -> bool:
    """Whether one is a man's name and the other it with a woman's ending: Karim, Karima; José, Josée."""
    short, long = sorted((a, b), key=len)
    if not 1 <= len(long) - len(short) <= 3 or len(short) < 3 or given.sex(short) not in ("m", "b"):
        return False
    if long.startswith(short):
        return long[len(short) :] in _ENDINGS
    return short[-1] == "c" and long == short[:-1] + "que"


def _seen(word: str) -> str:
    for pair, sign in _MISREAD:
        word = word.replace(pair, sign)
    return word.translate(_ONE_SIGN)


def _by_bones(one: Part, other: Part) -> tuple[float, Reason]:
    """Against a word without vowels only consonants can be compared."""
    best = 0.0
    for a in {bones(one.full), bones(one.core)}:
        for b in {bones(other.full), bones(other.core)}:
            if a == b:
                best = max(best, {0: 0.3, 1: 0.7, 2: 0.85}.get(len(a), 0.92))
            else:
                best = max(best, _likeness(OSA.distance(a, b), a, b) - 0.05)
    return best, Reason(Why.CONSONANTS if best >= 0.6 else Why.OTHER_NAME, one.full, other.full)
