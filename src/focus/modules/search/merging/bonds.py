"""What may tie two persons' records beside an identifier of their own: a name, and something that is shared.

The birth date; or a document or a plate, when the birth dates do not speak against it. Never a name alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from focus.modules.search.merging.members import Member
from focus.modules.search.merging.names import DIFFERENT, SAME, Name

Likeness = Callable[[Name, Name], float]


class Bond(NamedTuple):
    """A tie by name: how alike the names are and what they share."""

    score: float
    reason: str
    """`name_and_birth`, `name_and_document`, `name_and_plate`."""


def bond(one: Member, other: Member, likeness: Likeness) -> Bond | None:
    """The tie between two records; None when names or dates are not enough."""
    if one.name is None or other.name is None:
        return None
    reason = _shared(one, other)
    if not reason:
        return None
    score = likeness(one.name, other.name)
    return Bond(score, reason) if score >= SAME else None


def likely(one: Member, other: Member, likeness: Likeness) -> float:
    """The names' likeness where something ties them; DIFFERENT where nothing speaks either way; else 0."""
    if one.name is None or other.name is None:
        return 0.0
    if _shared(one, other):
        return likeness(one.name, other.name)
    open_question = births_agree(one.record.born, other.record.born, slip=False)
    return DIFFERENT if open_question and likeness(one.name, other.name) >= DIFFERENT else 0.0


def _shared(one: Member, other: Member) -> str:
    """The reason why a name that is alike would be enough, or nothing."""
    born, theirs = one.record.born, other.record.born
    if born == theirs and len(born) == 10:
        return "name_and_birth"
    if not one.chains or not other.chains:
        return ""
    kinds = {chain.kind for chain in set(one.chains).intersection(other.chains)}
    if "document" in kinds and births_agree(born, theirs, slip=True):
        return "name_and_document"
    if "plate" in kinds and born and theirs and births_agree(born, theirs, slip=False):
        return "name_and_plate"
    return ""


def births_agree(one: str, other: str, *, slip: bool) -> bool:
    """Whether two birth dates may be one: one says less, day and month are swapped; `slip`: a digit is wrong.

    Father and son of one name share a plate, and their years may differ in a digit: no slips there.
    """
    if one.startswith(other) or other.startswith(one):
        return True
    if len(one) != 10 or len(other) != 10:
        return False
    swapped = one[:4] == other[:4] and (one[5:7], one[8:]) == (other[8:], other[5:7])
    return swapped or (slip and sum(a != b for a, b in zip(one, other, strict=True)) == 1)
