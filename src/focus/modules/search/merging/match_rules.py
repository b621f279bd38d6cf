"""What may tie two persons' records beside an identifier of their own: a name, and something that is shared.

The birth date; or a document or a plate, when the birth dates do not speak against it. Never a name alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from focus.modules.search.merging.births import WHOLE, births_agree, known_birth
from focus.modules.search.merging.members import Member
from focus.modules.search.merging.names import DIFFERENT, PRUDENT, SAME, Name

Likeness = Callable[[Name, Name], float]

_UNKNOWN_DAY = "-01-01"
"""So registers write who does not know his birthday."""


class Match(NamedTuple):
    """A tie by name: how alike the names are and what they share."""

    score: float
    reason: str
    """`name_and_birth`, `name_and_number`, `name_and_document`, `name_and_plate`."""


def bond(one: Member, other: Member, likeness: Likeness) -> Match | None:
    """The tie between two records; None when names or dates are not enough."""
    if one.name is None or other.name is None:
        return None
    shared = _shared(one, other)
    if not shared:
        return None
    score = _weighed(likeness(one.name, other.name), shared)
    return Match(score, shared.reason) if score >= SAME else None


def likely(one: Member, other: Member, likeness: Likeness) -> float:
    """The names' likeness where something ties them; DIFFERENT where nothing speaks either way; else 0."""
    if one.name is None or other.name is None:
        return 0.0
    shared = _shared(one, other)
    if shared:
        return _weighed(likeness(one.name, other.name), shared)
    open_question = births_agree(one.born, other.born, slip=False)
    return DIFFERENT if open_question and likeness(one.name, other.name) >= DIFFERENT else 0.0


class _Shared(NamedTuple):
    """What would make one of two records whose names are alike."""

    reason: str
    born: str = ""


def _shared(one: Member, other: Member) -> _Shared | None:
    born = known_birth(one.record.born)
    if born == other.record.born and len(born) == WHOLE:
        return _Shared("name_and_birth", born)
    if not one.dates.isdisjoint(other.dates):
        return _Shared("name_and_number", max(one.dates & other.dates))
    if not one.chains or not other.chains:
        return None
    kinds = {chain.kind for chain in set(one.chains).intersection(other.chains)}
    if "document" in kinds and births_agree(one.born, other.born, slip=True):
        return _Shared("name_and_document")
    if "plate" in kinds and one.born and other.born and births_agree(one.born, other.born, slip=False):
        return _Shared("name_and_plate")
    return None


def _weighed(score: float, shared: _Shared) -> float:
    """Whose birthday is not known is born on the first of January: there a name must be the same."""
    return min(score, SAME - 0.01) if score < PRUDENT and shared.born.endswith(_UNKNOWN_DAY) else score
