"""How alike two names are on one card: the platform's scorer, with the prudence that a merge needs."""

from __future__ import annotations

import re

import msgspec

from focus.core.names import MATCH, POSSIBLE, Reason, Score, Why, score

SAME = MATCH
"""From here on two names are the same, given the same birth date."""
DIFFERENT = POSSIBLE
"""Below, they are two names; between, nothing is said."""

_TURNED = 0.01
_INITIALS = re.compile(r"(?:\w\b|\w{2,5}\.|[\s.-])+")
_PRUDENT = 0.88
"""What two forms of a name must reach where no initial explains the distance: twins are called Lisa and
Lise, and a false merge is worse than a missed one."""


class Name(msgspec.Struct, frozen=True, cache_hash=True):
    """A name as it is compared: without capitals, which say nothing where the roles are known."""

    family: str
    given: str
    only: str = ""
    """The record's key where given names are initials alone: two such names are never one by themselves."""

    @property
    def text(self) -> str:
        """With its roles: `peeters, jan`."""
        return f"{self.family}, {self.given}"


def fold(family_name: str, given_names: str, record: str = "") -> Name:
    """The form in which names are compared; `record`: its key, for names that cannot stand for others'."""
    given = given_names.casefold()
    return Name(family_name.casefold(), given, record if _INITIALS.fullmatch(given) else "")


def same_name(a: Name, b: Name) -> float:
    """0 to 1. Family and given name both count; swapped parts are recognised, a missing part never agrees.

    Bart and Bert, José and Josée are different; Mohammed and Muhammad, El Amrani and Elamrani the same.
    """
    return explained(a, b).value


def explained(a: Name, b: Name) -> Score:
    """`same_name` with its reasons, whoever comes first."""
    if not (a.given and b.given and a.family and b.family):
        return Score(0.0, (Reason(Why.NO_NAME),))
    if a == b:
        return Score(1.0, ())
    one, other = (a, b) if a.text <= b.text else (b, a)
    found = score(one.text, other.text)
    if found.value < SAME:
        found = max(found, _turned(one, other), key=_value)
    return _prudent(found, bare=bool(a.only and b.only))


def _value(found: Score) -> float:
    return found.value


def _turned(one: Name, other: Name) -> Score:
    """Family and given name in each other's place."""
    found = score(one.text, f"{other.given}, {other.family}")
    return Score(max(0.0, found.value - _TURNED), (*found.reasons, Reason(Why.ORDER)))


def _prudent(found: Score, *, bare: bool) -> Score:
    initial = any(reason.why is Why.INITIAL for reason in found.reasons)
    if bare or (found.value < _PRUDENT and not initial):
        return Score(min(found.value, SAME - 0.01), found.reasons)
    return found
