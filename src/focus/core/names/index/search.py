"""Who may be meant by a name: stages from cheap to dear, and the pair scorer decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from typing import Final, NamedTuple

from focus.core.names.index import dates, keys
from focus.core.names.index.block import born_on_that_day
from focus.core.names.index.dates import DateReason
from focus.core.names.index.finding import by_family, by_pairs
from focus.core.names.index.question import Question
from focus.core.names.index.store import Entry, Numbers, Store, Stored
from focus.core.names.index.store_memory import MemoryStore
from focus.core.names.parts import parts_of
from focus.core.names.reasons import Reason, Score
from focus.core.names.scoring import MATCH, score_parts

_SURE: Final = 0.90
"""A name this likely: no stage that is dearer is tried."""
_FLOOR, _FLOOR_THAT_DAY = 0.30, 0.12
"""Who is less likely is not shown; somebody born on the very day asked is, a little longer."""


Stage = Callable[..., Awaitable[Numbers]]


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
    """Finding people by name in a store. `Index.of` for lists in memory; PostgresqlStore for registers."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Index:
        """An index in this process."""
        return cls(MemoryStore(entries))

    async def search(self, name: str, born: date | str | None = None, limit: int = 10) -> list[Candidate]:
        """At most `limit` candidates, likeliest first.

        `born` whole, in part (`1985`, `1985-03`) or None. Unless it is whole, every name comes before
        the second person of a name: three hundred namesakes do not hide who is spelt differently.
        """
        question = Question.of(keys.letters_for_digits(name), dates.number_of(born))
        if not question.slots:
            return []
        met: dict[int, Candidate] = {}
        if dates.whole(question.born):
            await self._judge(question, await born_on_that_day(self.store, question), met)
            if _best(met) >= MATCH:
                return _chosen(met.values(), limit, whole=True)
        for far in (False, True):
            for stage in _stages(question):
                await self._judge(question, await stage(self.store, question, far=far, most=limit), met)
            if _best(met) >= _SURE:
                break
        return _chosen(met.values(), limit, whole=dates.whole(question.born))

    async def _judge(self, question: Question, numbers: Numbers, met: dict[int, Candidate]) -> None:
        wanted = numbers[[each not in met for each in numbers.tolist()]] if met else numbers
        if len(wanted):
            likely: dict[str, Score] = {}
            for stored in await self.store.entries(wanted):
                if stored.name not in likely:
                    likely[stored.name] = _likeness(question, stored.name)
                met[stored.number] = _candidate(question, stored, likely[stored.name])


def _stages(question: Question) -> list[Stage]:
    return [*([by_pairs] if len(question.parts) > 1 else []), *([by_family] if question.whole else [])]


def _best(met: dict[int, Candidate]) -> float:
    return max((each.score for each in met.values()), default=0.0)


def _likeness(question: Question, name: str) -> Score:
    parts = parts_of(name)
    found = score_parts(question.parts, parts)
    if question.whole and len(question.parts) > 1:
        found = max(found, score_parts((question.whole.part,), parts), key=lambda each: each.value)
    return found


def _candidate(question: Question, stored: Stored, likeness: Score) -> Candidate:
    factor, reason = dates.agreement(question.born, stored.born)
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
