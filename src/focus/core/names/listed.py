"""Whether a written word is known as a given name, or a name as a surname."""

from __future__ import annotations

from functools import lru_cache

from focus.core.names import given
from focus.core.names.scripts import latin
from focus.core.names.titles import TITLES


@lru_cache(maxsize=16_384)
def given_sex(word: str) -> str:
    """`m`, `f` or `b` of a given name as written, in any script; empty when it is not known as one.

    Of a compound the first part tells: `Jean-Pierre`.
    """
    plain = latin(word)
    return given.sex(_joined(plain)) or given.sex(plain.split("-")[0])


@lru_cache(maxsize=16_384)
def is_family(name: str) -> bool:
    """Whether a surname as written, with its particles, is in use: `Van den Berghe`, `D'Hondt`."""
    plain = latin(name)
    families = given.families()
    return _joined(plain) in families or ("-" in plain and _joined(plain.split("-")[0]) in families)


def is_title(word: str) -> bool:
    """Whether a word stands before a name and is none: `Dr.`, `Mevr.`, `Herr`."""
    return latin(word).rstrip(".") in TITLES


def _joined(plain: str) -> str:
    return "".join(letter for letter in plain if "a" <= letter <= "z")
