"""Questions as officers type them, about people and things of the world whose truth is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import cycle
from zoneinfo import ZoneInfo

from world.chance import stream
from world.world import World

from . import people, things
from .drawing import Draw, Pools
from .meaning import Meant, Typed
from .truth import LEVELS, Level, Truth

__all__ = ["LEVELS", "Level", "Meant", "Typed", "typed"]

_WRITINGS = [
    (about, write)
    for writings in (people.WRITINGS, things.WRITINGS)
    for about, writes in writings.items()
    for write in writes
]
_TRIES = 60


def typed(world: World, *, count: int, seed: int, on: date | None = None) -> Iterator[Typed]:
    """`count` questions, all kinds of writing in turn, each text once; the same seed gives the same.

    `on`: the day on which they are asked, today by default; ages count from it.
    """
    truth, chance = Truth(world), stream(seed, "typed")
    pools, day = Pools(truth), on or datetime.now(ZoneInfo("Europe/Brussels")).date()
    seen: set[str] = set()
    made = 0
    for about, write in cycle(_WRITINGS):
        if made >= count:
            return
        for _ in range(_TRIES):
            question = write(Draw(truth, chance, day, pools.draw(about, chance)))
            if question is not None and question.text not in seen:
                seen.add(question.text)
                made += 1
                yield question
                break
