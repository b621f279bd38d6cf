"""A word that people read, in the four languages of the platform."""

from __future__ import annotations

import msgspec


class Label(msgspec.Struct, frozen=True):
    """The same in each language; none may be empty (`focus.kit.compiling` says so with the line)."""

    nl: str
    fr: str
    de: str
    en: str


def t(nl: str, fr: str, de: str, en: str) -> Label:
    """A label. All four languages, because each zone has its own."""
    return Label(nl, fr, de, en)
