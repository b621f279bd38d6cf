"""Everybody born on one day: a few hundred, so that each name is compared with the question."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from focus.core.names.index.question import Least, Likest, Question, Values, together
from focus.core.names.index.store import Numbers, Rows, Words
from focus.core.names.index.tokens import Slot

_MOST: Final = 6
_CLEAR: Final = 0.93
"""From here on spelling alone has found somebody."""
_BEHIND: Final = 0.18
"""Who is further behind the likeliest is not worth a look."""
_SPELLED: Final = 0.97
"""What a likeness in letters is worth beside a known form or the same sound."""


def likest(words: Words, rows: Rows, question: Question, sought: Least) -> Likest:
    """The entries, of all born on the day asked, whose names are likest, likeliest first."""
    if not len(rows.entry):
        return Likest(rows.entry, np.zeros(0, np.float32))
    numbers, at = np.unique(np.concatenate((rows.family, rows.given)), return_inverse=True)
    texts = words.texts(numbers)
    family, given = at[: len(rows.entry)], at[len(rows.entry) :]
    likely = [_spelled(slot, texts) for slot in question.slots]
    value = _joined(question, likely, family, given)
    if float(value.max()) < _CLEAR:
        likely = [
            _known(words, slot, numbers, worth) for slot, worth in zip(question.slots, likely, strict=True)
        ]
        value = np.maximum(
            _joined(question, likely, family, given), _two_surnames(question, likely, family, rows.entry)
        )
    near = value >= (sought.floor(0) if sought.score else value.max() - _BEHIND)
    return Likest.of(rows.entry[near], value[near], sought.judged(_MOST))


def _joined(question: Question, likely: list[Values], family: NDArray[Any], given: NDArray[Any]) -> Values:
    """For each row the best reading: two slots, or one that is the whole question."""
    value = np.zeros(len(family), np.float32)
    for i, j in question.apart:
        np.maximum(value, together(likely[i][family], likely[j][given]), out=value)
        np.maximum(value, together(likely[j][family], likely[i][given]), out=value)
    for slot, worth in zip(question.slots, likely, strict=True):
        if len(slot.parts) == len(question.parts):
            value = np.maximum(value, np.maximum(worth[family], worth[given]))
    return value


def _two_surnames(question: Question, likely: list[Values], family: NDArray[Any], entry: Numbers) -> Values:
    """For each row the same, where two slots are both surnames of one entry: `Martens Vandenheede`."""
    people, at = np.unique(entry, return_inverse=True)
    first, last = np.full(len(people), len(family) * 2), np.full(len(people), -1)
    np.minimum.at(first, at, family)
    np.maximum.at(last, at, family)
    best = []
    for worth in likely:
        each = np.zeros(len(people), np.float32)
        np.maximum.at(each, at, worth[family])
        best.append(each)
    value = np.zeros(len(people), np.float32)
    for i, j in question.apart:
        np.maximum(value, together(best[i], best[j]), out=value)
    value[first == last] = 0
    found: Values = value[at]
    return found


def _spelled(slot: Slot, texts: list[str]) -> Values:
    alike = cdist(slot.texts, texts, scorer=JaroWinkler.similarity, dtype=np.float32)
    value: Values = alike.max(axis=0) * np.float32(_SPELLED)
    return value


def _known(words: Words, slot: Slot, numbers: Numbers, value: Values) -> Values:
    """The same, with what sounds or looks alike, has the same consonants or is a form of the same name."""
    known, worth = words.keyed(slot.part.full)
    at = np.minimum(np.searchsorted(numbers, known), len(numbers) - 1)
    here = numbers[at] == known
    value = value.copy()
    np.maximum.at(value, at[here], worth[here])
    return value
