"""Plates that were half seen: `1-AB?-123`; each question mark is one sign, a star any number of them."""

from __future__ import annotations

import re

from focus.modules.search.questions import Reading, Unreadable
from focus.modules.search.understanding.guess import Found, Guess, Slip

KNOWN = 4
"""Signs that must be known: with fewer a register would be read out, not asked."""

_FORM = re.compile(r"[A-Z0-9?*][A-Z0-9?* .\-]{1,13}")
_DOTS = re.compile(r"\.{2,}")
_SEPARATED = re.compile(r"[A-Z0-9?*]_[A-Z0-9?*]{2,4}_[A-Z0-9?*]{1,4}|[A-Z0-9?*]{3}_[A-Z0-9?*]{3}")
_MARKS = re.compile(r"[?*]")
_BELGIAN = re.compile(r"([1-9?])([A-Z?]{3})([\d?]{3})")


def read(text: str) -> Found:
    """The reading of a plate with unknown signs."""
    upper = _marked(text.upper().strip())
    if not _MARKS.search(upper) or not _FORM.fullmatch(upper) or re.search(r"[A-Z?]{4,}", upper):
        return []
    signs = re.sub(r"[ .\-]", "", upper)
    known = len(_MARKS.sub("", signs))
    if not 5 <= len(signs) <= 9 or not re.search(r"\d", signs):
        return []
    if known < KNOWN:
        params = {"needed": str(KNOWN)}
        return [Slip(Unreadable(kind="plate", code="plate_too_open", params=params), 0.95)]
    belgian = _BELGIAN.fullmatch(signs)
    facts = {"plate_pattern": signs.replace("?", "_").replace("*", "%")}
    facts |= {"country": "B"} if belgian else {}
    return [
        Guess(
            Reading(
                kind="plate",
                normal="-".join(belgian.groups()) if belgian else upper,
                facts=facts,
                country="B" if belgian else None,
                warnings=("plate_partial",),
            ),
            0.96,
        )
    ]


def _marked(upper: str) -> str:
    """Dots in a row and low lines stand for signs, unless the lines stand where a plate has its dashes."""
    upper = _DOTS.sub(lambda dots: "?" * len(dots[0]), upper)
    return upper.replace("_", "-" if _SEPARATED.fullmatch(upper) else "?")
