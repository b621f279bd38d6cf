"""Surnames that differ by their particle: lost, another one, or an article grown on."""

from __future__ import annotations

from collections.abc import Callable

from focus.core.names import given
from focus.core.names.part import Part
from focus.core.names.reasons import Reason, Why
from focus.core.names.sounds import eastern

_Words = Callable[[str, str, bool], tuple[float, Reason]]
_LOST, _OTHER = 0.07, 0.04
_KINDS = (
    ("van", "van"), ("von", "von"), ("op", "op"), ("ter", "ter"), ("ten", "ter"), ("te", "ter"),
    ("in", "in"), ("ayt", "ait"),
    ("aan", "aan"), ("bij", "bij"), ("uit", "uit"), ("uyt", "uit"), ("ver", "ver"), ("ait", "ait"),
    ("oul", "ould"), ("wel", "ould"), ("ben", "ben"), ("bin", "ben"), ("ibn", "ben"), ("bel", "ben"),
    ("bou", "abou"), ("abou", "abou"), ("abu", "abou"), ("abi", "abou"), ("mac", "mac"), ("mc", "mac"),
)  # fmt: skip
"""Particles that make another surname of the same word: Van de Beek, Op de Beek."""
_ARTICLES = frozenset(["el", "al", "l"])
_GROWN = ("l", "la", "le", "el", "al")


def without_particles(one: Part, other: Part, words: _Words) -> tuple[float, Reason]:
    """Cores compared; a particle lost costs less than another one."""
    nothing = 0.0, Reason(Why.OTHER_NAME, one.full, other.full)
    both = one.core != one.full and other.core != other.full
    if min(len(one.core), len(other.core)) < 3:
        return nothing
    cost = _OTHER if both else _LOST
    if one.core == other.core or (not both and (_grown(one, other) or _grown(other, one))):
        return 1 - cost, Reason(Why.PARTICLE, one.full, other.full)
    value, reason = words(one.core, other.core, True)
    return value - cost, reason


def are_two(one: Part, other: Part) -> bool:
    """Whether two surnames with particles are known to be two."""
    mine, theirs = _particle(one), _particle(other)
    if not mine or not theirs:
        return False
    if mine != theirs:
        return _kind(mine) != _kind(theirs)
    families = given.families()
    full = one.full in families and other.full in families
    return full or (one.core != other.core and one.core in families and other.core in families)


def _particle(part: Part) -> str:
    return part.full[: len(part.full) - len(part.core)]


def _kind(particle: str) -> str:
    """What a particle says; all articles and `de` say the same."""
    return next((kind for begun, kind in _KINDS if particle.startswith(begun)), "")


def _grown(one: Part, other: Part) -> bool:
    """Whether the article stands apart in one and has grown on in the other: El Mrabet, Lamrabet."""
    if _particle(one) not in _ARTICLES:
        return False
    said = eastern(one.core)
    return any(
        other.full.startswith(article) and eastern(other.full[len(article) :]) == said for article in _GROWN
    )
