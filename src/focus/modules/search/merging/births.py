"""Birth dates: as records write them, and as a national number tells them, which has check digits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from focus.modules.search.understanding.unknown import century_of, unknown_birth

NUMBERS = frozenset({"national_number", "bis_number"})
WHOLE = 10
"""Signs of `1985-07-30`."""


@lru_cache(maxsize=8_192)
def born_by_number(number: str) -> str:
    """The date in a national or BIS number; nothing where a digit is wrong or the day is not known."""
    century = century_of(number)
    if not century:
        return ""
    month = int(number[2:4]) % 20
    try:
        return date(century + int(number[:2]), month, int(number[4:6])).isoformat()
    except ValueError:
        return ""


@lru_cache(maxsize=8_192)
def misread(number: str, others: Collection[str]) -> bool:
    """Whether a number with wrong check digits is one slip away from just one right one among the others."""
    return not century_of(number) and sum(_one_slip(number, o) and bool(century_of(o)) for o in others) == 1


def _one_slip(one: str, other: str) -> bool:
    """One digit is another, or two neighbours stand in each other's place."""
    if len(one) != len(other):
        return False
    wrong = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        return one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
    return len(wrong) == 1


def known_birth(written: str) -> str:
    """A birth date as a record writes it; nothing where it stands for one that nobody knows."""
    return "" if unknown_birth(written) else written


def births_agree(one: str, other: str, *, slip: bool) -> bool:
    """Whether two birth dates may be one: one says less, day and month are swapped; `slip`: a digit is wrong.

    Father and son of one name share a plate, and their years may differ in a digit: no slips there.
    """
    if one.startswith(other) or other.startswith(one):
        return True
    if len(one) != WHOLE or len(other) != WHOLE:
        return False
    swapped = one[:4] == other[:4] and (one[5:7], one[8:]) == (other[8:], other[5:7])
    return swapped or (slip and sum(a != b for a, b in zip(one, other, strict=True)) == 1)
