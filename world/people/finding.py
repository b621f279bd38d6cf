"""How sources find people by name: every register of the world searches with this one, and then
answers with its own spelling."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from world.chance import days
from world.names.spelling import fold, sound

from .population import Population

Scores = dict[int, float]
most_found = 40


class Finder:
    """Names → persons, best first, tolerant of spelling; the same question is answered from memory."""

    def __init__(self, people: Population) -> None:
        self._people = people
        words = people.words
        self._given = ([fold(name) for name in words.given], [sound(name) for name in words.given])
        self._surnames = ([fold(name) for name in words.surnames], [sound(name) for name in words.surnames])
        self.found = lru_cache(maxsize=512)(self._found)
        self._given_like = lru_cache(maxsize=4096)(lambda name: _like(name, *self._given))
        self._surnames_like = lru_cache(maxsize=4096)(lambda name: _like(name, *self._surnames))

    def _found(self, name: str, surname: str, given: str, born: str) -> tuple[int, ...]:
        """Rows of the population; `name` is both parts in any order, or `surname` and `given` are told apart.

        `born` is a date in one of the usual written forms, a year, or empty.
        """
        scores: Scores = {}
        for first, last in _splits(name, surname, given):
            for person, score in self._pairs(first, last).items():
                scores[person] = max(score, scores.get(person, 0.0))
        dates = _dates(born)
        if born:
            scores = {person: score for person, score in scores.items() if self._born_on(person, dates, born)}
        best = sorted(scores, key=lambda person: (-scores[person], person))
        return tuple(best[:most_found])

    def _pairs(self, given: str, surname: str) -> Scores:
        surnames = self._surnames_like(surname)
        givens = self._given_like(given) if given else {}
        if not surnames or (given and not givens):
            return {}
        wanted = np.fromiter(givens, dtype=np.uint16, count=len(givens))
        found: Scores = {}
        for number, score in surnames.items():
            rows = np.array(self._people.table.where("surname", number), dtype=np.int64)
            for person in (
                rows[np.isin(self._people.given[rows], wanted)] if given else rows[:most_found]
            ).tolist():
                found[person] = (score + givens.get(int(self._people.given[person]), 60.0)) / 2
        return found

    def _born_on(self, person: int, dates: NDArray[np.int32], born: str) -> bool:
        if len(dates):
            return bool(self._people.birth[person] in dates)
        return str(self._people.birth_of(person).year) == born


def _like(name: str, folded: list[str], sounds: list[str]) -> Scores:
    """Numbers of the names that look (84 of 100) or sound (88) like this one, with their likeness."""
    found: Scores = {}
    for _, score, number in process.extract(
        fold(name), folded, scorer=fuzz.ratio, score_cutoff=84, limit=None
    ):
        found[number] = score
    for _, score, number in process.extract(
        sound(name), sounds, scorer=fuzz.ratio, score_cutoff=88, limit=None
    ):
        found[number] = max(found.get(number, 0.0), score - 4)
    return found


def _splits(name: str, surname: str, given: str) -> Iterator[tuple[str, str]]:
    if surname:
        yield given, surname
        if given:
            yield surname, given
        return
    parts = name.replace(",", " ").split()
    if len(parts) == 1:
        yield "", parts[0]
    for cut in range(1, len(parts)):
        yield " ".join(parts[:cut]), " ".join(parts[cut:])
        yield " ".join(parts[cut:]), " ".join(parts[:cut])


def read_date(written: str) -> date | None:
    """ISO, 17/03/1992, 17-03-1992, 17.03.1992 or 19920317."""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y%m%d"):
        try:
            return datetime.strptime(written[:10], form).date()  # noqa: DTZ007 - a date has no zone
        except ValueError:
            continue
    return None


def _dates(born: str) -> NDArray[np.int32]:
    """The date and, as registers confuse them, day and month exchanged."""
    exact = read_date(born) if born else None
    if exact is None:
        return np.zeros(0, np.int32)
    both = [days(exact)]
    if exact.day <= 12:
        both.append(days(exact.replace(month=exact.day, day=exact.month)))
    return np.array(both, dtype=np.int32)
