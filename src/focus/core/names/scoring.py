"""Two whole names: parts are paired, what is left over counts, and the weakest pair weighs as much as all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from msgspec.structs import replace

from focus.core.names import given
from focus.core.names.chinese import same_chinese
from focus.core.names.likeness import OTHER_NAME, alike
from focus.core.names.part import Part
from focus.core.names.parts import LONGEST, parts_of
from focus.core.names.reasons import Reason, Score, Why

MATCH = 0.80
"""From here on two names are the same name."""
POSSIBLE = 0.68
"""From here on they may be: a birth date decides."""

_MISSING = 0.04
_MISSING_INITIAL = 0.06
_TIED = 0.20
_LOOSE = 0.01
_ORDER = 0.01
_JOINED = 0.02
_PAIR = 0.5
_DOUBTFUL = 0.70
"""A pair of parts that is no likelier never makes a match, however many others are equal."""
_NEARLY = 0.79
_SURE = 0.95
_OTHER_ORDER = Reason(Why.ORDER)
_ONE_PART_ONLY = Reason(Why.ONE_PART_ONLY)
_likest = itemgetter(0, 1)
_Pair = tuple[int, int, float, Reason]


def score(a: str, b: str) -> Score:
    """How alike two names are as people write them, in any script and order: 0 to 1, with reasons.

    Names of people meant: Wim and Willem are alike, Bart and Bert are not.
    """
    return _score(a[:LONGEST], b[:LONGEST])


@lru_cache(maxsize=65_536)
def _score(a: str, b: str) -> Score:
    return score_parts(parts_of(a), parts_of(b))


def score_parts(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> Score:
    """`score` of names that are taken apart already."""
    if not ours or not theirs:
        return Score(0.0, (Reason(Why.NO_NAME),))
    if ours == theirs:
        return Score(1.0, (Reason(Why.EQUAL, ours[0].full, ours[0].full),))
    chinese = same_chinese(ours, theirs)
    if chinese is not None:
        return _of_syllables(chinese, ours, theirs)
    best = _paired(ours, theirs)
    if best.value < _SURE and (len(ours) != len(theirs) or ours[0].tied >= 0 or theirs[0].tied >= 0):
        for mine, other, reason in _together(ours, theirs):
            found = _paired(mine, other)
            if found.value - _JOINED > best.value:
                best = Score(round(found.value - _JOINED, 4), (*found.reasons, reason))
    return best


def _of_syllables(same: bool, ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> Score:
    """The score of two Chinese names."""
    mine, other = (" ".join(part.full for part in side) for side in (ours, theirs))
    if same:
        return Score(0.98, (Reason(Why.SPELLING, mine, other),))
    value = min(POSSIBLE - 0.01, _paired(ours, theirs).value)
    return Score(value, (Reason(Why.OTHER_NAME, mine, other),))


def _paired(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> Score:
    mine, free = list(range(len(ours))), list(range(len(theirs)))
    pairs = _pairs(ours, theirs, mine, free)
    values = [pair[2] for pair in pairs]
    reasons = [pair[3] for pair in pairs]
    cost = 0.0
    if mine or free:
        left = [ours[i] for i in mine if not ours[i].loose]
        right = [theirs[j] for j in free if not theirs[j].loose]
        cost = _LOOSE * (len(mine) + len(free) - len(left) - len(right))
        cost += _left_over(left, right, ours if len(left) > len(right) else theirs, values, reasons)
    if not values:
        return Score(0.0, (Reason(Why.NO_NAME),))
    weakest = min(values)
    value = (sum(values) / len(values) + weakest) / 2 - cost
    if len(pairs) > 1 and _crossed(pairs):
        value -= _ORDER
        reasons.append(_OTHER_ORDER)
    if (mine or free or len(pairs) < 2) and _one_part_only(ours, theirs, pairs, mine, free):
        value = min(value, 0.6 * value + 0.02)
        reasons.append(_ONE_PART_ONLY)
    if weakest <= _DOUBTFUL:
        value = min(value, _NEARLY)
    return Score(int(max(0.0, value) * 10_000 + 0.5) / 10_000, tuple(reasons))


def _left_over(
    left: list[Part], right: list[Part], side: tuple[Part, ...], values: list[float], reasons: list[Reason]
) -> float:
    """Parts of both sides that nothing answers contradict each other; those of one side cost a little."""
    for one, two in zip(left, right, strict=False):
        value, reason = alike(one, two)
        values.append(min(value, OTHER_NAME))
        reasons.append(Reason(Why.OTHER_NAME, one.full, two.full) if value >= _PAIR else reason)
    cost = 0.0
    both = min(len(left), len(right))
    for part in left[both:] or right[both:]:
        cost += _cost(part, side)
        reasons.append(Reason(Why.MISSING, part.full))
    return cost


def _pairs(ours: tuple[Part, ...], theirs: tuple[Part, ...], mine: list[int], free: list[int]) -> list[_Pair]:
    """The best pairs, each part once, equal ones first; what they take goes from `mine` and `free`."""
    pairs: list[_Pair] = []
    for i, one in enumerate(ours):
        full, role = one.full, one.role
        for j in free:
            two = theirs[j]
            if full == two.full and (role == two.role or not role or not two.role):
                pairs.append((i, j, 1.0, _same(full)))
                mine.remove(i)
                free.remove(j)
                break
    if mine and free:
        pairs += _likely(ours, theirs, mine, free)
    return pairs


@lru_cache(maxsize=16_384)
def _same(full: str) -> Reason:
    return Reason(Why.EQUAL, full, full)


def _likely(
    ours: tuple[Part, ...], theirs: tuple[Part, ...], mine: list[int], free: list[int]
) -> list[_Pair]:
    """The best pairs among parts that are not equal; parts whose roles contradict do not pair."""
    found: list[tuple[float, int, _Pair]] = []
    for i in mine:
        one = ours[i]
        for j in free:
            two = theirs[j]
            if one.role == two.role or not one.role or not two.role:
                value, reason = alike(one, two)
                if value >= _PAIR:
                    found.append((abs(i - j) * 0.001 - value, i + j, (i, j, value, reason)))
    found.sort(key=_likest)
    pairs = []
    for _, _, pair in found:
        if pair[0] in mine and pair[1] in free:
            mine.remove(pair[0])
            free.remove(pair[1])
            pairs.append(pair)
    return pairs


def _crossed(pairs: list[_Pair]) -> bool:
    """Whether parts that agree stand in another order."""
    if len(pairs) == 2:
        return (pairs[0][0] < pairs[1][0]) != (pairs[0][1] < pairs[1][1])
    return any(after[1] < before[1] for before, after in pairwise(sorted(pairs)))


def _one_part_only(
    ours: tuple[Part, ...], theirs: tuple[Part, ...], pairs: list[_Pair], mine: list[int], free: list[int]
) -> bool:
    """Whether a surname or given names alone are all that one side says and all that agrees."""
    if len(pairs) < 2:
        return len(ours) > 1 or len(theirs) > 1
    if mine and free:
        return False
    short = theirs if mine else ours
    if short[0].tied >= 0 and all(part.tied == short[0].tied for part in short):
        return True
    missing = [ours[i] for i in mine] or [theirs[j] for j in free]
    return any(not part.loose and _surname(part) for part in missing) and _given_alone(short)


def _given_alone(name: tuple[Part, ...]) -> bool:
    """Whether no part can be a surname."""
    families = given.families()
    return all(part.role != "f" and bool(given.sex(part.full)) and part.full not in families for part in name)


def _surname(part: Part) -> bool:
    return part.role == "f" or not given.sex(part.full)


def _cost(part: Part, side: tuple[Part, ...]) -> float:
    """What a part costs that only one side has: little, unless it makes another given name of a compound."""
    if part.initial:
        return _MISSING_INITIAL
    if part.tied < 0 or not given.sex(part.full):
        return _MISSING
    compound = [other for other in side if other.tied == part.tied]
    if side.index(compound[0]) == 0 and given.sex(compound[0].full) and compound[0].role != "f":
        return _TIED
    return _MISSING


_Reading = tuple[tuple[Part, ...], tuple[Part, ...], Reason]


def _together(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> Iterator[_Reading]:
    """The readings in which two neighbours of one name are one word: Xiao Ming is Xiaoming."""
    if len(ours) > 2 or len(theirs) == 1:
        for merged, reason in _merged(ours, theirs):
            yield merged, theirs, reason
    if len(theirs) > 2 or len(ours) == 1:
        for merged, reason in _merged(theirs, ours):
            yield ours, merged, reason


def _merged(name: tuple[Part, ...], other: tuple[Part, ...]) -> Iterator[tuple[tuple[Part, ...], Reason]]:
    for i, (first, second) in enumerate(pairwise(name)):
        if first.initial or second.initial or (first.role != second.role and second.core == second.full):
            continue
        word = first.full + second.full
        tied = 0 <= first.tied == second.tied
        if tied or any(abs(len(word) - len(part.full)) <= 1 and word[0] == part.full[0] for part in other):
            one = replace(first, full=word, core=word, others=(), tied=-1)
            reason = Reason(Why.JOINED, word, f"{first.full} {second.full}")
            yield (*name[:i], one, *name[i + 2 :]), reason
