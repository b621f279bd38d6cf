"""Who may be meant by a name: stages from cheap to dear, and the pair scorer decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from focus.core.names.index import dates, keys
from focus.core.names.index.block import likest
from focus.core.names.index.dates import DateReason
from focus.core.names.index.finding import by_family, by_pairs
from focus.core.names.index.meaning import Meaning
from focus.core.names.index.question import Question
from focus.core.names.index.store import Entry, Numbers, Store, Stored, Words
from focus.core.names.index.store_memory import MemoryStore
from focus.core.names.parts import parts_of
from focus.core.names.reasons import Reason, Score
from focus.core.names.scoring import MATCH, score_parts

_SURE, _SURE_BORN_SO = 0.88, 0.75
"""Somebody this likely: no stage that is dearer is tried; the second when the whole birth date was asked."""
_OTHERWISE: Final = 0.02
_ONE_PART: Final = 0.62
_FLOOR, _FLOOR_THAT_DAY = 0.30, 0.12
"""Who is less likely is not shown; somebody born on the very day asked is, a little longer."""


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
    """Finding people by name in a store. `Index.of` for lists in memory, `Register.open` in PostgreSQL."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def of(cls, names: Iterable[str | Entry]) -> Index:
        """An index in this process. A name alone has its place in the list as id: `"0"`, `"1"`."""
        return cls(MemoryStore(Entry(str(at), n) if isinstance(n, str) else n for at, n in enumerate(names)))

    def find(self, name: str, born: date | str | None = None, limit: int = 10) -> list[Candidate]:
        """`search` without `await`, for an index in memory, which never waits."""
        if not isinstance(self.store, MemoryStore):
            raise TypeError("an index in a database is asked with `await index.search(…)`")
        try:
            self.search(name, born, limit).send(None)
        except StopIteration as answered:
            found: list[Candidate] = answered.value
            return found
        raise AssertionError("a store in memory waits for nothing")

    async def search(self, name: str, born: date | str | None = None, limit: int = 10) -> list[Candidate]:
        """At most `limit` candidates, likeliest first.

        `born` as `dates.number_of` reads it: whole, in part (`1985`, `1985-03`, `00.03.1985`) or None. Unless
        it is whole, every name comes before the second person of a name: three hundred namesakes do not hide
        who is spelt differently.
        """
        readings = Question.readings(keys.letters_for_digits(name), dates.number_of(born))
        if not readings[0].slots:
            return []
        search = _Search(self.store, readings, limit)
        await search.run()
        return _chosen(search.met.values(), limit, whole=dates.whole(readings[0].born))


class _Search:
    """One question on its way through the stages."""

    def __init__(self, store: Store, readings: list[Question], limit: int) -> None:
        self._store, self._readings, self._limit = store, readings, limit
        self._born = readings[0].born
        self._likely: dict[str, Score] = {}
        # One part alone never scores higher than this.
        self._top = 1.0 if len(readings[0].parts) > 1 else _ONE_PART
        self.met: dict[int, Candidate] = {}

    async def run(self) -> None:
        """Until somebody is likely enough that no dearer stage is worth it."""
        meaning = Meaning(await self._store.words())
        sure = _SURE
        if dates.whole(self._born):
            sure = _SURE_BORN_SO
            await self._on_that_day(meaning.words)
            if self._best() >= MATCH:
                return
        for question in self._readings:
            await self._by_words(meaning, question, far=False)
            if self._best() >= sure:
                return
        plain = self._readings[0]
        if any(meaning.may_be_far(slot) for slot in plain.slots):
            await self._by_words(meaning, plain, far=True)

    async def _on_that_day(self, words: Words) -> None:
        rows = await self._store.born_on(self._born)
        for question in self._readings:
            await self._judge(likest(words, rows, question))

    async def _by_words(self, meaning: Meaning, question: Question, *, far: bool) -> None:
        stages = [*([by_pairs] if len(question.parts) > 1 else []), *([by_family] if question.whole else [])]
        for stage in stages:
            await self._judge(await stage(self._store, meaning, question, far=far, most=self._limit))

    async def _judge(self, numbers: Numbers) -> None:
        wanted = numbers[[each not in self.met for each in numbers.tolist()]] if self.met else numbers
        if not len(wanted):
            return
        for stored in await self._store.entries(wanted):
            likely = self._likely.get(stored.name)
            if likely is None:
                likely = self._likely[stored.name] = _likeness(self._readings, stored.name)
            self.met[stored.number] = _candidate(self._born, stored, likely)

    def _best(self) -> float:
        """The likeliest, measured by what this question can reach."""
        return max((each.score for each in self.met.values()), default=0.0) / self._top


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


def _candidate(born: int, stored: Stored, likeness: Score) -> Candidate:
    factor, reason = dates.agreement(born, stored.born)
    reasons: tuple[Reason | DateReason, ...] = (
        likeness.reasons if reason is None else (*likeness.reasons, reason)
    )
    value = round(likeness.value * factor, 4)
    return Candidate(stored.id, stored.name, dates.text_of(stored.born), value, reasons, 0)


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
