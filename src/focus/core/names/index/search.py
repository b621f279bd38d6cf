"""Who may be meant by a name: stages from cheap to dear, and the pair scorer decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from focus.core.names.index import dates, keys
from focus.core.names.index.block import likest
from focus.core.names.index.building import Named, store_of
from focus.core.names.index.dates import DateReason
from focus.core.names.index.finding import ONE_PART, by_family, by_pairs
from focus.core.names.index.meaning import Meaning
from focus.core.names.index.question import Least, Likest, Question
from focus.core.names.index.store import Numbers, Store, Stored
from focus.core.names.parts import parts_of
from focus.core.names.reasons import Reason, Score
from focus.core.names.scoring import MATCH, score_parts

_SURE, _SURE_BORN_SO = 0.88, 0.75
"""Somebody this likely: no stage that is dearer is tried; the second when the whole birth date was asked."""
_OTHERWISE: Final = 0.02
_FLOOR, _FLOOR_THAT_DAY = 0.30, 0.12
"""Who is less likely is not shown; somebody born on the very day asked is, a little longer."""
_AT_ONCE: Final = 12
_MOST_WRITTEN: Final = 200
"""Names of the very words that are compared by birth date."""


class Entry(NamedTuple):
    """Somebody to be found. `born` whole or in part: a date, `1985-03`, `1985`, None."""

    id: str
    name: str
    """As written; `Surname, Given names` where the source tells them apart."""
    born: date | str | None = None


class Candidate(NamedTuple):
    """Somebody who may be meant."""

    id: str
    name: str
    born: str
    """ISO form as far as known, empty when not."""
    score: float
    """0 to 1: the likeness of the names, less what speaks against the birth date."""
    reasons: tuple[Reason | DateReason, ...]
    namesakes: int
    """How many others of exactly this name were met, at least; they may have been left out."""


class Index:
    """Finding people by name in a store. `Index.of` for a list of names."""

    def __init__(self, store: Store, ids: Sequence[str] | None = None) -> None:
        """`ids`: of the owners 0, 1, …; without them an owner's number is its id."""
        self.store, self._ids = store, ids

    @classmethod
    def of(cls, names: Iterable[str | Entry]) -> Index:
        """An index of these. A name alone has its place in the list as id: `"0"`, `"1"`."""
        entries = [Entry(str(at), name) if isinstance(name, str) else name for at, name in enumerate(names)]
        named = (Named(at, each.name, dates.number_of(each.born)) for at, each in enumerate(entries))
        return cls(store_of(named), [each.id for each in entries])

    def find(self, name: str, born: date | str | None = None, limit: int = 10) -> list[Candidate]:
        """At most `limit` candidates, likeliest first.

        `born` as `dates.number_of` reads it: whole, in part (`1985`, `1985-03`, `00.03.1985`) or None. Unless
        it is whole, every name comes before the second person of a name: three hundred namesakes do not hide
        who is spelt differently.
        """
        readings = _readings(name, born)
        if not readings[0].slots:
            return []
        search = _Search(self.store, readings, limit)
        search.run()
        return _chosen(map(self._candidate, search.met.values()), limit, whole=dates.whole(readings[0].born))

    def likely(
        self, name: str, born: date | str | None = None, *, least: float, most: int
    ) -> list[tuple[float, int]]:
        """(score, owner) of everybody who scores `least` or more, likeliest first.

        No stage is left out because somebody likely was found already. Up to some `most` who are written
        otherwise, and everybody who is written as asked.
        """
        readings = _readings(name, born)
        search = _Search(self.store, readings, most, least=least)
        search.as_written(keys.plain(name), self.store.written(name))
        if readings[0].slots:
            search.run()
        best: dict[int, float] = {}
        for stored, likeness, factor, _ in search.met.values():
            value = round(likeness.value * factor, 4)
            if value >= least:
                best[stored.owner] = max(value, best.get(stored.owner, 0))
        return sorted(((value, owner) for owner, value in best.items()), key=lambda one: (-one[0], one[1]))

    def _candidate(self, met: _Met) -> Candidate:
        stored, likeness, factor, reason = met
        reasons: tuple[Reason | DateReason, ...] = likeness.reasons
        if reason is not None:
            reasons = (*reasons, reason)
        id_ = self._ids[stored.owner] if self._ids is not None else str(stored.owner)
        value = round(likeness.value * factor, 4)
        return Candidate(id_, stored.name, dates.text_of(stored.born), value, reasons, 0)


class _Met(NamedTuple):
    """A name that was compared; `factor`: what the birth date leaves of its likeness."""

    stored: Stored
    likeness: Score
    factor: float
    reason: DateReason | None


class _Search:
    """One question on its way through the stages."""

    def __init__(self, store: Store, readings: list[Question], limit: int, *, least: float = 0.0) -> None:
        """`least`: everybody is looked for who may score so much; 0: the likeliest."""
        self._store, self._readings, self._limit, self._least = store, readings, limit, least
        self._born = readings[0].born
        self._likely: dict[str, Score] = {}
        # One part alone never scores higher than this.
        self._top = 1.0 if len(readings[0].parts) > 1 else ONE_PART
        self.met: dict[int, _Met] = {}

    def as_written(self, words: list[str], numbers: Numbers) -> None:
        """Names of the very words: they are the name that was asked, be they ever so few."""
        if len(numbers) > _MOST_WRITTEN and self._born:
            born = self._store.columns.born[numbers].tolist()
            factors = np.array([dates.agreement(self._born, each)[0] for each in born])
            numbers = numbers[np.argsort(-factors, kind="stable")]
        for stored in self._store.entries(numbers[:_MOST_WRITTEN]):
            if keys.plain(stored.name) == words:
                self._likely[stored.name] = Score(1.0, ())
                self._meet(stored)

    def run(self) -> None:
        """Until somebody is likely enough that no dearer stage is worth it."""
        meaning = Meaning(self._store.words, thorough=self._least > 0)
        sure = _SURE
        if dates.whole(self._born):
            sure = _SURE_BORN_SO
            self._on_that_day(meaning)
            if self._enough(MATCH):
                return
        plain = self._readings[0]
        # What is far holds what is near: where both are looked for, once.
        for question in self._readings[self._least > 0 :]:
            self._by_words(meaning, question, far=False)
            if self._enough(sure):
                return
        if self._least or any(meaning.may_be_far(slot) for slot in plain.slots):
            self._by_words(meaning, plain, far=True)

    def _on_that_day(self, meaning: Meaning) -> None:
        rows = self._store.born_on(self._born)
        for question in self._readings:
            self._judge(likest(meaning.words, rows, question, self._sought))

    def _by_words(self, meaning: Meaning, question: Question, *, far: bool) -> None:
        stages = [*([by_pairs] if len(question.parts) > 1 else []), *([by_family] if question.whole else [])]
        for stage in stages:
            self._judge(stage(self._store, meaning, question, far=far, sought=self._sought))

    @property
    def _sought(self) -> Least:
        return Least(self._limit, self._least)

    def _judge(self, likest: Likest) -> None:
        """Compare in full; for a list no longer than somebody may still be among the best."""
        for first in range(0, len(likest.names), _AT_ONCE):
            if self._least:
                scores = [each.likeness.value * each.factor for each in self.met.values()]
                if self._sought.reached(float(likest.value[first]), scores):
                    return
            names = likest.names[first : first + _AT_ONCE]
            for stored in self._store.entries(names[[each not in self.met for each in names.tolist()]]):
                if stored.name not in self._likely:
                    self._likely[stored.name] = _likeness(self._readings, stored.name)
                self._meet(stored)

    def _meet(self, stored: Stored) -> None:
        agreement = dates.agreement(self._born, stored.born)
        self.met[stored.number] = _Met(stored, self._likely[stored.name], *agreement)

    def _enough(self, sure: float) -> bool:
        """Whether somebody is sure enough, measured by what this question can reach."""
        best = max((each.likeness.value * each.factor for each in self.met.values()), default=0.0)
        return not self._least and best / self._top >= sure


def _readings(name: str, born: date | str | None) -> list[Question]:
    return Question.readings(keys.letters_for_digits(name), dates.number_of(born))


def _likeness(readings: list[Question], name: str) -> Score:
    """As written; what another reading says counts a little less."""
    parts = parts_of(name)
    best = Score(0.0, ())
    for at, question in enumerate(readings):
        asked = [question.parts]
        if question.whole and len(question.parts) > 1:
            asked.append((question.whole.part,))
        for ours in asked:
            found = score_parts(ours, parts)
            value = round(found.value - _OTHERWISE * (at > 0), 4)
            if not best.reasons or value > best.value:
                best = Score(max(0.0, value), found.reasons)
    return best


def _chosen(met: Iterable[Candidate], limit: int, *, whole: bool) -> list[Candidate]:
    """The likeliest; without a whole birth date each name once before any a second time."""
    floor = _FLOOR_THAT_DAY if whole else _FLOOR
    order = sorted((each for each in met if each.score >= floor), key=lambda each: (-each.score, each.id))
    names = Counter(each.name for each in order)
    if not whole:
        times: Counter[str] = Counter()
        turns = []
        for each in order:
            turns.append(times[each.name] > 0)
            times[each.name] += 1
        kept = sorted(range(len(order)), key=lambda at: (turns[at], at))[:limit]
        order = [order[at] for at in sorted(kept)]
    return [each._replace(namesakes=names[each.name] - 1) for each in order[:limit]]
