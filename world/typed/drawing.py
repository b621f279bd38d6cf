"""Whom a question is about: about a third of the subjects are such of whom something is held."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

import numpy as np

from world.records.papers import kinds
from world.world import World

from .truth import Truth

T = TypeVar("T")
WARNED, GRAVE = 0.33, 0.4
"""Part that is drawn of those of whom something is held, and how much of that of those who are red."""


@dataclass(frozen=True)
class Draw:
    """A row of the world's people, vehicles, papers or addresses, and the chance by which it is written."""

    truth: Truth
    chance: np.random.Generator
    on: date
    """The day of the question: ages count from here."""
    row: int

    @property
    def world(self) -> World:
        return self.truth.world

    @property
    def given(self) -> str:
        return self.world.people.given_name(self.row)

    @property
    def surname(self) -> str:
        return self.world.people.surname_of(self.row)

    @property
    def born(self) -> date:
        return self.world.people.birth_of(self.row)

    def about(self, row: int) -> Draw:
        """The same chance about another row."""
        return replace(self, row=row)


def one_of(chance: np.random.Generator, choices: Sequence[T]) -> T:
    """Any of these, all as likely."""
    return choices[int(chance.integers(0, len(choices)))]


class Pools:
    """Rows to draw from, by what a writing is about: all, and those of whom something is held."""

    def __init__(self, truth: Truth) -> None:
        world = truth.world
        people, vehicles, papers = world.people, world.vehicles, world.papers
        everybody = range(len(people))
        dated = [p for p in everybody if not people.day_unknown[p]]
        self._all: dict[str, Sequence[int]] = {
            "person": everybody,
            "dated": dated,
            "particled": [p for p in dated if " " in people.surname_of(p)],
            "subscriber": [p for p in everybody if people.phone[p]],
            "vehicle": range(len(vehicles)),
            # Of cards for tachographs, guards and parking there is no register of record.
            "paper": [p for p in range(len(papers)) if papers.kind[p] <= kinds.index("driving licence")],
            "home": sorted({int(a) for a in people.address}),
        }
        red = {person for person, level in truth.warned.items() if level == "red"}
        self._warned = self._those_of(world, set(truth.warned), statuses=(1, 2, 3))
        self._grave = self._those_of(world, red, statuses=(2,))

    def _those_of(
        self, world: World, held: Collection[int], *, statuses: Collection[int]
    ) -> dict[str, Sequence[int]]:
        people, vehicles, papers = world.people, world.vehicles, world.papers
        cars, sheets = self._all["vehicle"], self._all["paper"]
        return {
            **{name: [p for p in self._all[name] if p in held] for name in _OF_PEOPLE},
            "vehicle": [v for v in cars if vehicles.stolen[v] or int(vehicles.holder[v]) in held],
            "paper": [p for p in sheets if papers.status[p] in statuses or int(papers.owner[p]) in held],
            "home": sorted({int(people.address[p]) for p in held}),
        }

    def draw(self, about: str, chance: np.random.Generator) -> int:
        """A row."""
        rows = self._all[about]
        if chance.random() < WARNED:
            rows = (self._grave if chance.random() < GRAVE else self._warned)[about] or rows
        return int(one_of(chance, rows))


_OF_PEOPLE = ("person", "dated", "particled", "subscriber")
