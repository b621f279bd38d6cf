"""The machine readable zone of cards and passports: ICAO Doc 9303, parts 4 (TD3), 5 (TD1) and 6 (TD2).

Every field of fixed place is a span over the lines written one behind the other. What a camera confuses is
put right where the place tells it (a name has no digit, a date no letter), and elsewhere where exactly one
repair makes a check digit right. Check digits count a filler as 0, so a filler within a number stands for
nothing that they could tell: such a number is not believed. At the end of the field it is a short number.
The app has the same rules and runs the same file of test vectors; French cards before 2021, fillers read
as K and long numbers of a TD2 it leaves to the server.
"""

from __future__ import annotations

from focus.modules.search.understanding import french_cards
from focus.modules.search.understanding.zones import (
    FILLERS,
    LAYOUTS,
    SIGNS,
    TO_DIGIT,
    TO_LETTER,
    Layout,
    Mrz,
    Span,
    check_digit,
    padded,
    without_ks,
    words,
)

__all__ = ["LAYOUTS", "Mrz", "check_digit", "find"]

_LETTERS = str.maketrans("01582", "OISBZ")
_OTHERWISE = {**TO_DIGIT, **TO_LETTER}
_COUNTS_NOTHING = {"<": "0", "0": "<"}
_DIGITS = "0123456789"
_BELGIAN_NUMBER = 12
"""Digits of a Belgian card's number; residence cards may have a shorter one that begins with a letter."""


def find(text: str) -> Mrz | None:
    """The zone in a text that was pasted, typed or read by a camera; None when there is none."""
    tokens = text.upper().translate(FILLERS).split()
    if card := french_cards.find(tokens):
        return card
    for layout in LAYOUTS:
        if zone := _zone(layout, tokens):
            return _read(layout, zone)
    return None


def _zone(layout: Layout, tokens: list[str]) -> str:
    whole = "".join(tokens)
    if _begins(layout, whole) and len(whole) == layout.size:
        return whole
    for at in range(len(tokens) - layout.lines + 1):
        lines = [padded(token, layout.width) for token in tokens[at : at + layout.lines]]
        if all(lines) and _begins(layout, "".join(lines)):
            return "".join(lines)
    return ""


def _begins(layout: Layout, zone: str) -> bool:
    """The kind of document, and as many letters as an issuer has: no other text looks so."""
    first = TO_LETTER.get(zone[:1], zone[:1])
    return bool(first) and first in layout.types and "<" in zone and bool(SIGNS.fullmatch(zone))


def _read(layout: Layout, zone: str) -> Mrz:
    placed = _by_place(layout, zone)
    text, faults = _by_check_digits(layout, placed)
    field = text[slice(*layout.names)]
    names = without_ks(field)
    family, _, given = names.rstrip("<").partition("<<")
    sex = text[layout.sex]
    return Mrz(
        form=layout.form,
        type=text[:2].rstrip("<"),
        issuer=text[2:5].rstrip("<"),
        number="" if "number" in faults else _long_number(layout, text)[0].rstrip("<"),
        family_name=words(family),
        given_names=words(given),
        born="" if "birth" in faults else text[slice(*layout.birth)],
        sex=sex if sex in "MF" else "",
        nationality=text[slice(*layout.nationality)].rstrip("<"),
        expires="" if "expires" in faults else text[slice(*layout.expires)],
        optional=_optional(layout, text),
        faults=tuple(faults),
        repaired=text != placed or _two_numbers(layout, text, faults),
        rows=tuple(text[at : at + layout.width] for at in range(0, layout.size, layout.width)),
        cut=names[-1] != "<",
        filled=names != field,
    )


def _optional(layout: Layout, text: str) -> str:
    """The free field; in a TD2 a long number has its end there."""
    free = text[slice(*layout.optional[-1])]
    if _is_long(layout, text) and len(layout.optional) == 1:
        free = free.partition("<")[2]
    return free.strip("<") if _is_long(layout, text) else free.rstrip("<")


def _by_place(layout: Layout, zone: str) -> str:
    """Letters where only letters stand, digits where only digits stand."""
    signs = list(zone)
    letters = ((0, 5), layout.names, layout.nationality)
    digits: tuple[Span, ...] = (layout.birth, layout.expires)
    checks = [layout.birth[1], layout.expires[1], layout.last]
    if signs[layout.number[1]] != "<":
        checks.append(layout.number[1])
    if layout.checked_optional:
        checks.append(layout.optional[0][1])
    if _is_belgian(layout, zone):
        digits = (*digits, layout.optional[-1])  # the national number
    for start, end in letters:
        signs[start:end] = [TO_LETTER.get(sign, sign) for sign in signs[start:end]]
    for start, end in (*digits, *((at, at + 1) for at in checks)):
        signs[start:end] = [TO_DIGIT.get(sign, sign) for sign in signs[start:end]]
    return "".join(signs)


def _by_check_digits(layout: Layout, text: str) -> tuple[str, list[str]]:
    """The number and the free fields: the one repair that makes everything right, if there is one."""
    faults = _faults(layout, text)
    if not set(faults) & {"number", "optional", "whole"} or {"birth", "expires"} & set(faults):
        return text, faults
    spans = [layout.number] if "number" in faults and not _is_long(layout, text) else []
    spans += [layout.number, *layout.optional] if not spans else []
    repairs = [
        one
        for at in sorted({at for span in spans for at in range(*span)})
        for other in _others(layout, text, at)
        if not _faults(layout, one := text[:at] + other + text[at + 1 :])
    ]
    return (repairs[0], []) if len(repairs) == 1 else (text, faults)


def _others(layout: Layout, text: str, at: int) -> str:
    """What may stand there instead: any digit in a Belgian number, else what is confused with it."""
    if _is_belgian(layout, text) and not text[at].isdecimal():
        if at == 5 and text[15:19].isdecimal():
            return _DIGITS
        if text[5].isdecimal() and (5 < at < 14 or 15 <= at < 19):
            return _DIGITS
    return _OTHERWISE.get(text[at], "")


def _two_numbers(layout: Layout, text: str, faults: list[str]) -> bool:
    """Whether a 0 for a filler behind the nine signs, or the other way round, makes a second right number."""
    if layout.form == "TD3" or "number" in faults:
        return False
    number, _ = _long_number(layout, text)
    places = (layout.number[1], *range(*layout.optional[0]))
    return any(
        _long_number(layout, one)[0] != number and _faults(layout, one) == faults
        for at in places
        if (other := _COUNTS_NOTHING.get(text[at])) and (one := text[:at] + other + text[at + 1 :])
    )


def _faults(layout: Layout, text: str) -> list[str]:
    number, check = _long_number(layout, text)
    checked = {
        "number": (number, check),
        "birth": (text[slice(*layout.birth)], text[layout.birth[1]]),
        "expires": (text[slice(*layout.expires)], text[layout.expires[1]]),
    }
    if layout.checked_optional:
        start, end = layout.optional[0]
        empty = not text[start:end].strip("<") and text[end] == "<"
        checked["optional"] = ("", "0") if empty else (text[start:end], text[end])
    whole = "".join(text[slice(*span)] for span in layout.whole)
    checked["whole"] = (whole, text[layout.last])
    wrong = {name for name, (signs, digit) in checked.items() if check_digit(signs) != digit}
    if not _may_be(layout, text, number):
        wrong.add("number")
    return [name for name in checked if name in wrong]


def _may_be(layout: Layout, text: str, number: str) -> bool:
    """No filler within a number, and a Belgian one that begins with a digit has all its digits."""
    number = number if _is_long(layout, text) else number.rstrip("<")
    if _is_belgian(layout, text) and number and (number[0].isdecimal() or len(number) == _BELGIAN_NUMBER):
        return number.isdecimal() and len(number) == _BELGIAN_NUMBER
    return "<" not in number


def _is_belgian(layout: Layout, text: str) -> bool:
    return layout.form == "TD1" and text[2:5].translate(_LETTERS) == "BEL"


def _is_long(layout: Layout, text: str) -> bool:
    """More than nine signs: a filler stands for the check digit, the rest and the digit follow."""
    return layout.form != "TD3" and text[layout.number[1]] == "<" and text[layout.optional[0][0]] != "<"


def _long_number(layout: Layout, text: str) -> tuple[str, str]:
    """The document number and its check digit."""
    start, end = layout.number
    if not _is_long(layout, text):
        return text[start:end], text[end]
    rest = text[slice(*layout.optional[0])].split("<", maxsplit=1)[0]
    return text[start:end] + rest[:-1], rest[-1]
