"""What a machine readable zone is made of: layouts, signs that cameras confuse, check digits.

ICAO Doc 9303, parts 3 to 6.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["TD1", "TD2", "TD3", "IDFRA"]
"""`IDFRA`: French identity cards before August 2021, of a layout of their own."""
Span = tuple[int, int]

FILLERS = str.maketrans("«‹〈《≪＜", "<<<<<<")
SIGNS = re.compile(r"[A-Z0-9<]+")
TO_DIGIT = {"O": "0", "I": "1", "S": "5", "B": "8", "Z": "2"}
TO_LETTER = {digit: letter for letter, digit in TO_DIGIT.items()}
SLACK = 2
"""Fillers at the end of a line that may be missing."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields of a form stand; a check digit stands right behind what it checks."""

    form: Form
    lines: int
    width: int
    types: str
    names: Span
    number: Span
    birth: Span
    sex: int
    expires: Span
    nationality: Span
    optional: tuple[Span, ...]
    checked_optional: bool
    whole: tuple[Span, ...]
    """What the last check digit is made of; it is the last sign of the second line."""

    @property
    def size(self) -> int:
        """Signs of the whole zone."""
        return self.lines * self.width

    @property
    def last(self) -> int:
        """Where the check digit over the whole stands."""
        return 2 * self.width - 1


LAYOUTS = (
    Layout(
        "TD1", 3, 30, "AIC", (60, 90), (5, 14), (30, 36), 37, (38, 44), (45, 48), ((15, 30), (48, 59)), False,
        ((5, 30), (30, 37), (38, 45), (48, 59)),
    ),
    Layout(
        "TD2", 2, 36, "AIC", (5, 36), (36, 45), (49, 55), 56, (57, 63), (46, 49), ((64, 71),), False,
        ((36, 46), (49, 56), (57, 71)),
    ),
    Layout(
        "TD3", 2, 44, "P", (5, 44), (44, 53), (57, 63), 64, (65, 71), (54, 57), ((72, 86),), True,
        ((44, 54), (57, 64), (65, 87)),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mrz:
    """What a zone says; a field whose check digit is wrong is empty and named in `faults`."""

    form: Form
    type: str
    """`P`, `ID`, `IR` …"""
    issuer: str
    """Three letters as the document has them; `D` for Germany."""
    number: str
    family_name: str
    given_names: str
    born: str
    """As printed, YYMMDD; unknown parts are `<`."""
    sex: str
    """M, F, or nothing."""
    nationality: str
    expires: str
    """As printed, YYMMDD."""
    optional: str
    faults: tuple[str, ...]
    """`number`, `birth`, `expires`, `optional`, `whole`."""
    repaired: bool
    """A check digit chose between two signs or numbers: it is wrong one time in ten, so it is told."""
    rows: tuple[str, ...]
    """The lines, put right."""
    cut: bool = False
    """The names fill their field: the last one may be longer."""
    filled: bool = False
    """Letters K behind the names were read as fillers."""


def check_digit(signs: str) -> str:
    """Weights 7, 3, 1; letters count from 10, a filler nothing."""
    total = sum(int(sign, 36) * (7, 3, 1)[i % 3] for i, sign in enumerate(signs.replace("<", "0")))
    return str(total % 10)


def padded(line: str, width: int) -> str:
    if len(line) == width:
        return line
    short = width - SLACK <= len(line) < width and line.endswith("<")
    long = width < len(line) <= width + SLACK and line.endswith("<" * (len(line) - width))
    return line.ljust(width, "<") if short else line[:width] if long else ""


def words(names: str) -> str:
    """Names without fillers."""
    return " ".join(names.replace("<", " ").split())


def without_ks(names: str) -> str:
    """A field of names without what a camera made of its last fillers: `LOTTE<<<<K<<<K` → `LOTTE<<<<<<<<<`.

    Letters K that stand alone behind two fillers or more, and three or more at the end of the field.
    """
    family, apart, rest = names.partition("<<")
    if rest.startswith("<") and "K" in rest and not rest.strip("<K"):
        return family.ljust(len(names), "<")
    given, gap, tail = rest.lstrip("<").partition("<<")
    if gap and tail.strip("<") and not tail.strip("<K"):
        return (family + apart + given).ljust(len(names), "<")
    return re.sub(r"(?<=[A-Z<])K{3,}<*$", "", names).ljust(len(names), "<")
