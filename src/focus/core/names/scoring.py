"""Two whole names: parts are paired, what is left over counts, and the weakest pair weighs as much as all."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from msgspec.structs import replace

from focus.core.names import given
from focus.core.names.chinese import same_chinese
from focus.core.names.likeness import OTHER_NAME, alike
from focus.core.names.parts import Part, parts_of
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
_PAIR = 0.5
_first_three = itemgetter(0, 1, 2)


@lru_cache(maxsize=65_536)
def score(a: str, b: str) -> Score:
    """How alike two names are as people write them, in any script and order: 0 to 1, with reasons.

    Names of people meant: Wim and Willem are alike, Bart and Bert are not.
    """
    return score_parts(parts_of(a), parts_of(b))


def score_parts(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> Score:
    """`score` of names that are taken apart already."""
    if not ours or not theirs:
        return Score(0.0, (Reason(Why.NO_NAME),))
    if ours == theirs:
        return (
            Score(1.0, (Reason(Why.EQUAL, ours[0].full, ours[0].full),))
            if len(ours) > 1
            else _single(1.0, ours)
        )
    chinese = same_chinese(ours, theirs)
    if chinese is not None:
        return _of_syllables(chinese, ours, theirs)
    best = _paired(ours, theirs)
    if best.value < 0.95 and (len(ours) != len(theirs) or ours[0].tied >= 0 or theirs[0].tied >= 0):
        for mine, other in _together(ours, theirs):
            found = _paired(mine, other)
            if found.value - 0.02 > best.value:
                joined = Reason(Why.JOINED, ours[0].full, theirs[0].full)
                best = Score(round(found.value - 0.02, 4), (*found.reasons, joined))
    return best


def _of_syllables(same: bool, ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> Score:
    """The score of two Chinese names."""
    mine, other = (" ".join(part.full for part in side) for side in (ours, theirs))
    if same:
        return Score(0.98, (Reason(Why.SPELLING, mine, other),))
    return Score(_paired_other(ours, theirs), (Reason(Why.OTHER_NAME, mine, other),))


def _paired_other(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> float:
    return min(POSSIBLE - 0.01, _paired(ours, theirs).value)


def _single(value: float, ours: tuple[Part, ...]) -> Score:
    return Score(value, (Reason(Why.EQUAL, ours[0].full, ours[0].full),))


def _paired(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> Score:
    pairs = _pairs(ours, theirs)
    values = [pair[2] for pair in pairs]
    reasons = [pair[3] for pair in pairs]
    surplus: list[Part] = []
    loose = 0
    if len(pairs) < len(ours) or len(pairs) < len(theirs):
        mine, other = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        left = [part for i, part in enumerate(ours) if i not in mine]
        right = [part for j, part in enumerate(theirs) if j not in other]
        loose = sum(part.loose for part in left) + sum(part.loose for part in right)
        surplus = _left_over(left, right, values, reasons)
    if not values:
        return Score(0.0, (Reason(Why.NO_NAME),))
    value = (sum(values) / len(values) + min(values)) / 2 - _LOOSE * loose
    for part in surplus:
        value -= _cost(part, ours if part in ours else theirs)
        reasons.append(Reason(Why.MISSING, part.full))
    if len(pairs) > 1 and any(after[1] < before[1] for before, after in pairwise(sorted(pairs))):
        value -= _ORDER
        reasons.append(Reason(Why.ORDER))
    if len(pairs) < 2 and (len(ours) > 1 or len(theirs) > 1):
        value = min(value, 0.6 * value + 0.02)
        reasons.append(Reason(Why.ONE_PART_ONLY))
    return Score(round(max(0.0, value), 4), tuple(reasons))


def _left_over(left: list[Part], right: list[Part], values: list[float], reasons: list[Reason]) -> list[Part]:
    """Parts of both sides that nothing answers contradict each other; returned are those of one side only."""
    left, right = [part for part in left if not part.loose], [part for part in right if not part.loose]
    for mine, other in zip(left, right, strict=False):
        value, reason = alike(mine, other)
        values.append(min(value, OTHER_NAME))
        reasons.append(Reason(Why.OTHER_NAME, mine.full, other.full) if value >= _PAIR else reason)
    return left[len(right) :] or right[len(left) :]


def _pairs(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> list[tuple[int, int, float, Reason]]:
    """The best pairs, each part once, likest first; parts whose roles contradict do not pair."""
    found = []
    for i, mine in enumerate(ours):
        for j, other in enumerate(theirs):
            if mine.role and other.role and mine.role != other.role:
                continue
            value, reason = alike(mine, other)
            if value >= _PAIR:
                found.append((abs(i - j) * 0.001 - value, i, j, value, reason))
    found.sort(key=_first_three)
    taken: set[int] = set()
    pairs = []
    for _, i, j, value, reason in found:
        if i not in taken and ~j not in taken:
            taken.update((i, ~j))
            pairs.append((i, j, value, reason))
    return pairs


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


def _together(
    ours: tuple[Part, ...], theirs: tuple[Part, ...]
) -> list[tuple[tuple[Part, ...], tuple[Part, ...]]]:
    """The readings in which two neighbours of one name are one word: Xiao Ming is Xiaoming."""
    found = (
        [(merged, theirs) for merged in _merged(ours, theirs)] if len(ours) > 2 or len(theirs) == 1 else []
    )
    if len(theirs) > 2 or len(ours) == 1:
        found += [(ours, merged) for merged in _merged(theirs, ours)]
    return found


def _merged(name: tuple[Part, ...], other: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    found = []
    for i, (first, second) in enumerate(pairwise(name)):
        if first.initial or second.initial or (first.role != second.role and second.core == second.full):
            continue
        word = first.full + second.full
        tied = 0 <= first.tied == second.tied
        if tied or any(abs(len(word) - len(part.full)) <= 1 and word[0] == part.full[0] for part in other):
            one = replace(first, full=word, core=word, others=(), tied=-1)
            found.append((*name[:i], one, *name[i + 2 :]))
    return found
