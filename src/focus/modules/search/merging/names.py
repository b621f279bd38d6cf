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
PRUDENT = 0.88
"""What two forms of a name must reach where given names differ and no initial explains it: a false merge is
worse than a missed one. A slip in the family name is forgiven: twins share it."""
_BETWEEN = re.compile(r"[\s,-]+")
_FULLER = 0.04


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

    @property
    def plain(self) -> Name:
        """The same of any record."""
        return Name(self.family, self.given) if self.only else self


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
    if a.only and b.only:
        found = explained(a.plain, b.plain)
        return Score(alone(found.value, a, b), found.reasons)
    one, other = (a, b) if a.text <= b.text else (b, a)
    found = score(one.text, other.text)
    if found.value < SAME:
        found = max(found, _turned(one, other), _fuller(one, other), key=_value)
    return _prudent(found, one, other)


def alone(score: float, a: Name, b: Name) -> float:
    """The score of two names of different records: initials alone are never enough on both sides."""
    return min(score, SAME - 0.01) if a.only and b.only and a != b else score


def _value(found: Score) -> float:
    return found.value


def _turned(one: Name, other: Name) -> Score:
    """Family and given name in each other's place."""
    found = score(one.text, f"{other.given}, {other.family}")
    return Score(max(0.0, found.value - _TURNED), (*found.reasons, Reason(Why.ORDER)))


def _fuller(one: Name, other: Name) -> Score:
    """One record has a second family name, the other a second given name: each says less of something."""
    families, givens = _words(one.family, other.family), _words(one.given, other.given)
    if not (_nested(*families, shortest=4) and _nested(*givens, shortest=2)):
        return Score(0.0, ())
    more = max(families, key=len) - min(families, key=len)
    family = min((one.family, other.family), key=len)
    found = score(f"{family}, {one.given}", f"{family}, {other.given}")
    return Score(
        max(0.0, found.value - _FULLER), (*found.reasons, *(Reason(Why.MISSING, m) for m in sorted(more)))
    )


def _words(one: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(filter(None, _BETWEEN.split(one))), frozenset(filter(None, _BETWEEN.split(other)))


def _nested(one: frozenset[str], other: frozenset[str], *, shortest: int) -> bool:
    """Whether the words of one are among those of the other, and more than an initial or a particle."""
    if not (one <= other or other <= one):
        return False
    return any(len(word) >= shortest and word[-1] != "." for word in one & other)


def _prudent(found: Score, one: Name, other: Name) -> Score:
    why = {reason.why for reason in found.reasons}
    # Sisters are called Lisa and Lise, both short for one name.
    risky = (found.value < PRUDENT and Why.INITIAL not in why) or Why.SHORT_FORMS in why
    risky = risky and not _nested(*_words(one.given, other.given), shortest=2)
    if risky:
        return Score(min(found.value, SAME - 0.01), found.reasons)
    return found
