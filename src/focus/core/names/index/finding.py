"""Entries by the pairs of words that a question may mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from focus.core.names.index import dates
from focus.core.names.index.meaning import Meaning
from focus.core.names.index.question import Least, Likest, Question, Values, together
from focus.core.names.index.store import Numbers, Rows, Store, Words
from focus.core.names.index.vocabulary import Likely

_CHUNK: Final = 4_000
_ASKED: Final = (60, 150)
_FLOOR: Final = 0.58
_JUDGED: Final = 20
ONE_PART: Final = 0.62
"""What a question of one part reaches with somebody who has more."""
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


def by_pairs(store: Store, meaning: Meaning, question: Question, *, far: bool, sought: Least) -> Likest:
    """Names of which two words may be two parts of the question, likeliest first."""
    pairs = _pairs(meaning, question, far=far, floor=sought.floor(_FLOOR))
    if not len(pairs.value):
        return Likest(pairs.family, pairs.value)
    rows = _rows(store, question, pairs, sought)
    value = _worth(pairs, rows)
    if question.born:
        factors = {born: dates.agreement(question.born, born)[0] for born in set(rows.born.tolist())}
        value = value * np.array([factors[born] for born in rows.born.tolist()], np.float32)
    if question.born or sought.score:
        found = Likest.of(rows.entry, value, sought.judged(_JUDGED))
    else:
        found = _spread(rows, value, sought.most)
    if len(question.parts) > 2 and not dates.whole(question.born):
        both = _with_both(store, pairs)
        names = np.concatenate((both, found.names))
        return Likest(names, np.concatenate((np.ones(len(both), np.float32), found.value)))
    return found


def by_family(store: Store, meaning: Meaning, question: Question, *, far: bool, sought: Least) -> Likest:
    """Names with a surname that may be the question's only part; with their birth date, if one is asked."""
    assert question.whole is not None
    family, value = meaning.of(question.whole, far=far)
    family, value = family[:_TOP], value[:_TOP]
    first, last = dates.span(question.born) if question.born else (0, 99_999_999)
    if dates.whole(question.born):
        first = last = question.born
    if sought.score > ONE_PART:
        rows = store.with_pairs(family, family, np.full(len(family), sought.most, np.int32))
    else:
        rows = store.with_family(family, first, last, sought.most)
    order = np.argsort(family, kind="stable")
    at = order[np.searchsorted(family[order], rows.family)] if len(rows.family) else np.zeros(0, np.int64)
    return Likest.of(rows.entry, value[at], max(sought.most, _JUDGED))


def _pairs(meaning: Meaning, question: Question, *, far: bool, floor: float) -> Pairs:
    meant = [_worth_joining(meaning.of(slot, far=far), floor) for slot in question.slots]
    found = []
    for i, j in question.apart:
        (ours, ours_value), (theirs, theirs_value) = meant[i], meant[j]
        a, b = _likely(len(ours), len(theirs))
        value = together(ours_value[a], theirs_value[b])
        near = np.flatnonzero(value >= floor)
        one, other, value = ours[a[near]], theirs[b[near]], value[near]
        found.append(Pairs(one, other, value, _slots(i, j, len(near))))
        found.append(Pairs(other, one, value, _slots(j, i, len(near))))
    if not found:
        nothing = np.zeros(0, np.int32)
        return Pairs(nothing, nothing, np.zeros(0, np.float32), np.zeros((0, 2), np.int8))
    whole = Pairs(*(np.concatenate(column) for column in zip(*found, strict=True)))
    return _existing(meaning.words, whole, _ASKED[far])


def _worth_joining(meant: Likely, floor: float) -> Likely:
    """Those that reach the floor beside a word that is certain."""
    words, value = meant
    last = int(np.searchsorted(-value, -(floor - 0.25) / 0.75, "right"))
    return words[:last], value[:last]


def _slots(i: int, j: int, count: int) -> NDArray[np.int8]:
    return np.broadcast_to(np.array((i, j), np.int8), (count, 2))


def _existing(words: Words, pairs: Pairs, most: int) -> Pairs:
    """The likeliest that occur, each once."""
    left = np.arange(len(pairs.value))
    found: list[int] = []
    while len(left) and len(found) < most * 2:
        rest = left[:0]
        if len(left) > _CHUNK:
            parted = np.argpartition(-pairs.value[left], _CHUNK)
            left, rest = left[parted[:_CHUNK]], left[parted[_CHUNK:]]
        left = left[words.pairs.hold(pairs.family[left], pairs.given[left])]
        order = np.lexsort((pairs.given[left], pairs.family[left], -pairs.value[left]))
        found += left[order].tolist()
        left = rest
    best = np.array(found[: most * 2], np.int64)
    keys = pairs.family[best].astype(np.int64) << 32 | pairs.given[best]
    _, once = np.unique(keys, return_index=True)
    best = best[np.sort(once)][:most]
    return Pairs(*(column[best] for column in pairs))


def _likely(ours: int, theirs: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Places in two lists, likeliest first, of which not both are far down."""
    if ours * theirs <= _CHUNK:
        return np.arange(ours).repeat(theirs), np.tile(np.arange(theirs), ours)
    i, j = _PLACES[:, (_PLACES[0] < ours) & (_PLACES[1] < theirs)]
    return i, j


def _places(most: int, together: int) -> NDArray[np.int64]:
    i, j = np.indices((most, most)).reshape(2, -1)
    near = (i + 1) * (j + 1) <= together
    return np.stack((i[near], j[near]))


_PLACES: Final = _places(300, _CHUNK)


def _rows(store: Store, question: Question, pairs: Pairs, sought: Least) -> Rows:
    family, given = pairs.family, pairs.given
    if question.born:
        fits, most = _fitting(question.born, sought), sought.rows(_PER_DATE)
        return store.with_pairs_where(family, given, fits, most)
    counts = np.full(len(family), sought.rows(_NAMESAKES), np.int32)
    counts[:_TOP] = sought.rows(sought.most + 2)
    return store.with_pairs(family, given, counts)


def _fitting(born: int, sought: Least) -> Callable[[Numbers], NDArray[np.bool_]]:
    """Which birth dates are looked at."""
    if sought.score:
        return lambda those: dates.may_agree(born, those)
    if dates.whole(born):
        return lambda those: np.isin(those, dates.variants(born))
    first, last = dates.span(born)
    return lambda those: ((those >= first) & (those <= last)) | (those == dates.UNKNOWN)


def _worth(pairs: Pairs, rows: Rows) -> Values:
    """How likely the pair of each row is meant."""
    keys = pairs.family.astype(np.int64) << 32 | pairs.given
    order = np.argsort(keys, kind="stable")
    at = np.searchsorted(keys[order], rows.family.astype(np.int64) << 32 | rows.given)
    return pairs.value[order][at] if len(at) else np.zeros(0, np.float32)


def _spread(rows: Rows, value: Values, most: int) -> Likest:
    """Two of each name first, then more of the likeliest."""
    keys = rows.family.astype(np.int64) << 32 | rows.given
    order = np.lexsort((rows.entry, keys, -value))
    seen: dict[int, int] = {}
    first: dict[int, float] = {}
    more: dict[int, float] = {}
    for at in order.tolist():
        key, name = int(keys[at]), int(rows.entry[at])
        seen[key] = seen.get(key, 0) + 1
        (first if seen[key] <= _NAMESAKES else more).setdefault(name, float(value[at]))
    names = list(first)[:_JUDGED]
    names += [name for name in more if name not in names][: max(0, most - 1)]
    worth = [first.get(name, more.get(name, 0.0)) for name in names]
    return Likest(np.array(names, np.int32), np.array(worth, np.float32))


def _with_both(store: Store, pairs: Pairs) -> Numbers:
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
    rows = store.with_both((columns[:, 0], columns[:, 1]), (columns[:, 2], columns[:, 3]), _NAMESAKES * 2)
    return np.array(list(dict.fromkeys(rows.entry.tolist()))[: _TRIPLES * 2], np.int32)
