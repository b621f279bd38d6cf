"""What may stand in a pattern, so that Python, JavaScript and RE2 read it alike and none of them hangs.

Signs, `[...]`, `(...)`, `(?:...)`, `|`, and the counts `* + ? {m} {m,n}`, none of more than one on something
that has loose counts or choices itself. No `.`, `^`, `$`, `\\d`, `\\w`: say which signs may stand there, as
in `[0-9A-Z]`.
"""

from __future__ import annotations

import math
import re

_ESCAPED = frozenset("\\./()[]{}+*?|^$")
"""Outside of `[...]` JavaScript takes no `\\-`."""
_COUNT = re.compile(r"\{[0-9]{1,3}(,[0-9]{0,3})?\}")
_COUNTS: dict[str, tuple[int, float]] = {"*": (0, math.inf), "+": (1, math.inf), "?": (0, 1)}
_MOST = 300


class _Reader:
    """Reads a pattern once from left to right; `ValueError` says what is wrong with it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def _next(self) -> str:
        return self.text[self.at : self.at + 1]

    def _take(self) -> str:
        sign = self._next()
        if not sign:
            raise ValueError("ends too early")
        self.at += 1
        return sign

    def alternatives(self, *, inside: bool) -> bool:
        """Reads until the end or `)`; whether a text may be read in more than one way so far."""
        loose = False
        while self._next() and self._next() != ")":
            if self._next() == "|":
                self.at += 1
                loose = True
            else:
                loose |= self._piece()
        if inside:
            self._take()
        elif self._next():
            raise ValueError("')' without '('")
        return loose

    def _piece(self) -> bool:
        loose = self._atom()
        least, most = self._count()
        if loose and most > 1:
            raise ValueError("a count on something that has counts or choices takes for ever on some texts")
        if (least, most) != (1, 1) and self._count() != (1, 1):
            raise ValueError("two counts follow each other")
        return loose or least != most

    def _count(self) -> tuple[int, float]:
        sign = self._next()
        if sign and sign in _COUNTS:
            self.at += 1
            return _COUNTS[sign]
        found = _COUNT.match(self.text, self.at)
        if found is None:
            return (1, 1)
        self.at = found.end()
        least, comma, most = found[0][1:-1].partition(",")
        return int(least), float(most or "inf") if comma else int(least)

    def _atom(self) -> bool:
        sign = self._take()
        if sign == "(":
            if self.text.startswith("?:", self.at):
                self.at += 2
            elif self._next() == "?":
                raise ValueError("only '(?:' may follow '('")
            return self.alternatives(inside=True)
        if sign == "[":
            self._set()
        elif sign == "\\":
            self._escaped()
        elif sign in ".^$*+?{}]":
            raise ValueError(f"'{sign}' may not stand there; the pattern is always the whole text")
        return False

    def _escaped(self, also: str = "") -> None:
        sign = self._take()
        if sign not in _ESCAPED and sign not in also:
            raise ValueError(f"'\\{sign}' does not mean the same everywhere; write the signs, as in '[0-9]'")

    def _set(self) -> None:
        if self._next() == "^":
            self.at += 1
        if self._next() == "]":
            raise ValueError("'[]' is empty")
        while (sign := self._take()) != "]":
            if sign == "\\":
                self._escaped("-")
            elif sign == "[" or (sign in "&-|~" and self._next() == sign):
                raise ValueError(f"'{sign}' in '[...]' must be escaped")


def fault_of(pattern: str) -> str | None:
    """What is wrong with a pattern, or None."""
    if len(pattern) > _MOST:
        return f"is longer than {_MOST} signs"
    try:
        _Reader(pattern).alternatives(inside=False)
        re.compile(pattern)
    except (ValueError, re.error) as wrong:
        return str(wrong)
    return None
