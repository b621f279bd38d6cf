"""National numbers of a whole population, all different, also where a date has more people than numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from world import numbers
from world.chance import stream
from world.characters import cast

from .households import Columns

_serials = 499
"""Of a date, for each sex: 001 to 997 odd, 002 to 998 even."""


def add_national_numbers(seed: int, people: Columns) -> None:
    """Valid numbers, all different: the n-th man (woman) of a date gets the n-th odd (even) serial."""
    sex, abroad = people["sex"].astype(np.int64), people["nationality"] != 0
    unknown = people["day_unknown"] == 1
    bis = abroad & (stream(seed, "bis").random(len(sex)) < 0.06) & ~unknown
    sex_known = stream(seed, "bis sex").random(len(sex)) < 0.8
    plus = np.where(bis, np.where(sex_known, 40, 20), 0)
    plus[: len(cast)] = [actor.month_plus for actor in cast]
    front, after_2000, rank = _places_of_the_day(people["birth"], plus, unknown, sex)
    nine = front * 1000 + (numbers.first_serial - 1 + 2 * rank) % (2 * _serials) + 1 + sex
    national = nine * 100 + numbers.national_check(nine, after_2000)
    for row, actor in enumerate(cast):
        written = numbers.national_number(
            actor.birth, actor.serial, month_plus=actor.month_plus, unknown_day=actor.day_unknown
        )
        national[national == written], national[row] = national[row], written
    people["national"], people["bis"] = national, (plus > 0).astype(np.uint8)


def _places_of_the_day(
    birth: NDArray[np.int32], plus: NDArray[np.int64], unknown: NDArray[np.bool_], sex: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.int64]]:
    """The six digits in front, whether born from 2000 on, and the how manieth of that date and sex.

    A date has 499 numbers for each sex. Whoever comes later is born a day earlier (`birth` changes); where
    the day is not known, the number has the next day instead of 00, as the real register does it.
    """
    beyond = np.zeros(len(birth), np.int64)
    while True:
        dates = birth.astype("datetime64[D]")
        year = dates.astype("datetime64[Y]").astype(np.int64) + 1970
        month = dates.astype("datetime64[M]").astype(np.int64) % 12 + 1
        in_month = (dates - dates.astype("datetime64[M]")).astype(np.int64) + 1
        month, in_month = np.where(unknown, 0, month), np.where(unknown, beyond, in_month)
        front = (year % 100 * 100 + month + plus) * 100 + in_month
        key = (front * 2 + (year >= 2000)) * 2 + sex
        order = np.argsort(key, kind="stable")
        ordered = key[order]
        rank = np.empty(len(key), np.int64)
        rank[order] = np.arange(len(key)) - np.searchsorted(ordered, ordered, "left")
        late = rank >= _serials
        if not late.any():
            return front, year >= 2000, rank
        birth[late & ~unknown] -= 1
        beyond[late & unknown] += 1
