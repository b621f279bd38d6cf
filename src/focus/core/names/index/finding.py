"""Entries by the pairs of words that a question may mean."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from focus.core.names.index import dates
from focus.core.names.index.block import first_of
from focus.core.names.index.question import Question, Values, together
from focus.core.names.index.store import Numbers, Rows, Store, Words
from focus.core.names.index.tokens import Slot, halves
from focus.core.names.index.vocabulary import Likely, merged

_NEAR: Final = 300
_FAR: Final = 300
_TRIED: Final = 20_000
_ASKED: Final = (60, 150)
_FLOOR: Final = 0.58
_OTHER_SPELLING: Final = 0.01
_CORE: Final = 0.06
_HALF: Final = 0.78
_INITIAL: Final = 0.77
_JUDGED: Final = 20
_NAMESAKES: Final = 2
_TOP: Final = 3
"""Pairs of which more entries are taken, for their namesakes."""
_PER_DATE: Final = 30
_TRIPLES: Final = 6


class Pairs(NamedTuple):
    """Pairs of words that occur, likeliest first, and the slots of the question that they answer."""

    family: Numbers
    given: Numbers
    value: Values
    slots: NDArray[np.int8]


async def by_pairs(store: Store, question: Question, *, far: bool, most: int) -> Numbers:
    """Entries whose surname and given name may be two parts of the question, likeliest first."""
    words = await store.words()
    pairs = _pairs(words, question, far=far)
    if not len(pairs.value):
        return pairs.family
    rows = await _rows(store, question, pairs, most)
    value = _worth(pairs, rows)
    if question.born:
        factors = {born: dates.agreement(question.born, born)[0] for born in set(rows.born.tolist())}
        value = value * np.array([factors[born] for born in rows.born.tolist()], np.float32)
        found = first_of(rows.entry, value, _JUDGED)
    else:
        found = _spread(rows, value, most)
    if len(question.parts) > 2 and not dates.whole(question.born):
        both = await _with_both(store, pairs)
        found = np.array(list(dict.fromkeys([*both.tolist(), *found.tolist()])), np.int32)
    return found


async def by_family(store: Store, question: Question, *, far: bool, most: int) -> Numbers:
    """Entries with a surname that may be the question's only part; with their birth date, if one is asked."""
    words = await store.words()
    assert question.whole is not None
    family, value = _candidates(words, question.whole, far=far)
    family, value = family[:_TOP], value[:_TOP]
    first, last = dates.span(question.born) if question.born else (0, 99_999_999)
    if dates.whole(question.born):
        first = last = question.born
    rows = await store.with_family(family, first, last, most)
    order = np.argsort(family, kind="stable")
    at = order[np.searchsorted(family[order], rows.family)] if len(rows.family) else np.zeros(0, np.int64)
    return first_of(rows.entry, value[at], max(most, _JUDGED))


def _candidates(words: Words, slot: Slot, *, far: bool) -> Likely:
    """Words that the slot may mean, likeliest first."""
    part = slot.part
    if part.initial:
        return words.initial(part.full[0])
    deep = far or part.bare
    found = [words.far(part.full, bare=part.bare) if deep else words.near(part.full)]
    found += [_less(words.near(other), _OTHER_SPELLING) for other in part.others]
    if part.core != part.full and len(part.core) > 2:
        core = words.far(part.core, bare=True) if part.bare else words.near(part.core)
        found.append(_less(core, _CORE))
    if deep:
        found += _halved(words, part.full)
    found.append(words.exact(part.full[0], _INITIAL))
    numbers, value = merged(found)
    most = _FAR if deep else _NEAR
    return numbers[:most], value[:most]


def _halved(words: Words, word: str) -> list[Likely]:
    """The halves of a word, where both are words: `Xiaoming` may be stored as `Xiao Ming`."""
    found = []
    for pair in halves(word):
        likely = [words.exact(half, _HALF) for half in pair]
        if all(len(numbers) for numbers, _ in likely):
            found += likely
    return found


def _less(found: Likely, cost: float) -> Likely:
    return found[0], found[1] - np.float32(cost)


def _pairs(words: Words, question: Question, *, far: bool) -> Pairs:
    # Two parts as one word are a mistake already: no second one is looked for in them.
    candidates = [_candidates(words, slot, far=far and len(slot.parts) == 1) for slot in question.slots]
    found = []
    for one, two in question.apart:
        for i, j in ((one, two), (two, one)):
            if not (len(candidates[i][0]) and len(candidates[j][0])):
                continue
            ours, theirs = candidates[i][1], candidates[j][1]
            ours = ours[together(ours, theirs[:1]) >= _FLOOR]
            theirs = theirs[together(theirs, candidates[i][1][:1]) >= _FLOOR]
            value = together(ours[:, None], theirs[None, :])
            a, b = np.nonzero(value >= _FLOOR)
            slots = np.broadcast_to(np.array((i, j), np.int8), (len(a), 2))
            found.append(Pairs(candidates[i][0][a], candidates[j][0][b], value[a, b], slots))
    if not found:
        nothing = np.zeros(0, np.int32)
        return Pairs(nothing, nothing, np.zeros(0, np.float32), np.zeros((0, 2), np.int8))
    whole = Pairs(*(np.concatenate(column) for column in zip(*found, strict=True)))
    return _existing(words, whole, _ASKED[far])


def _existing(words: Words, pairs: Pairs, most: int) -> Pairs:
    """The likeliest that occur, each once."""
    best = np.arange(len(pairs.value))
    if len(best) > _TRIED:
        best = np.argpartition(-pairs.value, _TRIED)[:_TRIED]
    best = best[words.pairs.hold(pairs.family[best], pairs.given[best])]
    best = best[np.lexsort((pairs.given[best], pairs.family[best], -pairs.value[best]))][: most * 2]
    keys = pairs.family[best].astype(np.int64) << 32 | pairs.given[best]
    _, first = np.unique(keys, return_index=True)
    best = best[np.sort(first)][:most]
    return Pairs(*(column[best] for column in pairs))


async def _rows(store: Store, question: Question, pairs: Pairs, most: int) -> Rows:
    family, given = pairs.family, pairs.given
    if dates.whole(question.born):
        return await store.with_pairs_on(family, given, dates.variants(question.born), _PER_DATE)
    if question.born:
        return await store.with_pairs_between(family, given, *dates.span(question.born), most)
    counts = np.full(len(family), _NAMESAKES, np.int32)
    counts[:_TOP] = most + 2
    return await store.with_pairs(family, given, counts)


def _worth(pairs: Pairs, rows: Rows) -> Values:
    """How likely the pair of each row is meant."""
    keys = pairs.family.astype(np.int64) << 32 | pairs.given
    order = np.argsort(keys, kind="stable")
    at = np.searchsorted(keys[order], rows.family.astype(np.int64) << 32 | rows.given)
    return pairs.value[order][at] if len(at) else np.zeros(0, np.float32)


def _spread(rows: Rows, value: Values, most: int) -> Numbers:
    """Two of each name first, then more of the likeliest."""
    keys = rows.family.astype(np.int64) << 32 | rows.given
    order = np.lexsort((rows.entry, keys, -value))
    seen: dict[int, int] = {}
    first: list[int] = []
    more: list[int] = []
    for key, entry in zip(keys[order].tolist(), rows.entry[order].tolist(), strict=True):
        seen[key] = seen.get(key, 0) + 1
        (first if seen[key] <= _NAMESAKES else more).append(entry)
    names = list(dict.fromkeys(first))[:_JUDGED]
    further = [entry for entry in dict.fromkeys(more) if entry not in names][: max(0, most - 1)]
    return np.array(names + further, np.int32)


async def _with_both(store: Store, pairs: Pairs) -> Numbers:
    """Entries that answer three parts: one surname with two given names, or two surnames with one."""
    found = []
    table = list(zip(pairs.family.tolist(), pairs.given.tolist(), pairs.slots.tolist(), strict=True))[:12]
    for at, (family, given, (i, j)) in enumerate(table):
        for other, own, (k, m) in table[at + 1 :]:
            if (family == other and i == k and j != m) or (given == own and j == m and i != k):
                found.append((family, given, other, own))
    if not found:
        return np.zeros(0, np.int32)
    columns = np.array(found[:_TRIPLES], np.int32)
    rows = await store.with_both(
        (columns[:, 0], columns[:, 1]), (columns[:, 2], columns[:, 3]), _NAMESAKES * 2
    )
    return np.array(list(dict.fromkeys(rows.entry.tolist()))[: _TRIPLES * 2], np.int32)
