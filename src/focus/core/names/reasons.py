"""Why a score is what it is, in words an officer understands."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Why(StrEnum):
    """The kinds of reasons; the app has a sentence for each in four languages."""

    EQUAL = "equal"
    SPELLING = "spelling"
    SHORT_FORM = "short-form"
    SHORT_FORMS = "short-forms"
    OTHER_LANGUAGE = "other-language"
    SOUNDS_ALIKE = "sounds-alike"
    TYPING = "typing"
    MISREAD = "misread"
    CONSONANTS = "consonants"
    INITIAL = "initial"
    PARTICLE = "particle"
    JOINED = "joined"
    ORDER = "order"
    MISSING = "missing"
    OTHER_NAME = "other-name"
    OTHER_SEX = "other-sex"
    ONE_PART_ONLY = "one-part-only"
    NO_NAME = "no-name"


_ENGLISH = {
    Why.EQUAL: "“{a}” in both",
    Why.SPELLING: "“{a}” and “{b}” are spellings of one name",
    Why.SHORT_FORM: "“{a}” and “{b}”: one is a short form of the other",
    Why.SHORT_FORMS: "“{a}” and “{b}” may be short for one name",
    Why.OTHER_LANGUAGE: "“{a}” and “{b}” are one name in two languages",
    Why.SOUNDS_ALIKE: "“{a}” sounds like “{b}”",
    Why.TYPING: "“{a}” and “{b}” differ by a slip of the pen",
    Why.MISREAD: "“{a}” may be misread as “{b}”",
    Why.CONSONANTS: "“{a}” and “{b}” have the same consonants",
    Why.INITIAL: "“{a}” may stand for “{b}”",
    Why.PARTICLE: "“{a}” and “{b}” differ by a particle",
    Why.JOINED: "“{a}” and “{b}”: written together or apart",
    Why.ORDER: "the parts stand in another order",
    Why.MISSING: "“{a}” stands in one of them only",
    Why.OTHER_NAME: "“{a}” and “{b}” are different names",
    Why.OTHER_SEX: "“{a}” and “{b}” are a man's and a woman's name",
    Why.ONE_PART_ONLY: "only one part is known, which many people share",
    Why.NO_NAME: "nothing to compare",
}


class Reason(NamedTuple):
    """One observation about two names; `a` and `b` are the parts it is about."""

    why: Why
    a: str = ""
    b: str = ""

    def __str__(self) -> str:
        return _ENGLISH[self.why].format(a=self.a.title(), b=self.b.title())


class Score(NamedTuple):
    """How alike two names are, and why."""

    value: float
    """0 to 1; from `MATCH` on they are the same name."""
    reasons: tuple[Reason, ...]
