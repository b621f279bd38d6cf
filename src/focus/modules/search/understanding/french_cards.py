"""French identity cards before August 2021: two lines of 36 signs in a layout of their own.

Line 1: IDFRA, family name (25), department and office (6). Line 2: card number (12) and its check digit,
given names (14), birth YYMMDD and its check digit, sex, check digit over both lines. Check digits as in ICAO
Doc 9303; the layout as on the published specimen. The card does not say when it expires.
"""

from __future__ import annotations

from itertools import pairwise

from focus.modules.search.understanding.zones import (
    SIGNS,
    TO_DIGIT,
    TO_LETTER,
    Mrz,
    Span,
    check_digit,
    padded,
    without_ks,
    words,
)

_WIDTH = 36
_FAMILY: Span = (5, 30)
_NUMBER: Span = (36, 48)
_GIVEN: Span = (49, 63)
_BIRTH: Span = (63, 69)
_SEX = 70
_LETTERS = ((0, 5), _FAMILY, _GIVEN, (_SEX, _SEX + 1))
_DIGITS = ((48, 49), _BIRTH, (69, 70), (71, 72))


def find(tokens: list[str]) -> Mrz | None:
    """The card in a text that was split at its spaces, or None."""
    zone = _zone(tokens)
    if not zone:
        return None
    text = _by_place(zone)
    faults = _faults(text)
    family, given = _name(text, _FAMILY), _name(text, _GIVEN)
    fields = text[slice(*_FAMILY)] + text[slice(*_GIVEN)]
    return Mrz(
        form="IDFRA",
        type="ID",
        issuer="FRA",
        number="" if "number" in faults else text[slice(*_NUMBER)].rstrip("<"),
        family_name=words(family),
        given_names=words(given),
        born="" if "birth" in faults else text[slice(*_BIRTH)],
        sex=text[_SEX] if text[_SEX] in "MF" else "",
        nationality="FRA",
        expires="",
        optional="",
        faults=faults,
        repaired=False,
        rows=(text[:_WIDTH], text[_WIDTH:]),
        cut=family[-1] != "<" or given[-1] != "<",
        filled=family + given != fields,
    )


def _zone(tokens: list[str]) -> str:
    whole = "".join(tokens)
    if len(whole) == 2 * _WIDTH and _is_card(whole):
        return whole
    for first, second in pairwise(tokens):
        lines = padded(first, _WIDTH), padded(second, _WIDTH)
        if all(lines) and _is_card("".join(lines)):
            return "".join(lines)
    return ""


def _is_card(zone: str) -> bool:
    begins = "".join(TO_LETTER.get(sign, sign) for sign in zone[:5])
    return begins == "IDFRA" and bool(SIGNS.fullmatch(zone))


def _by_place(zone: str) -> str:
    signs = list(zone)
    for spans, right in ((_LETTERS, TO_LETTER), (_DIGITS, TO_DIGIT)):
        for start, end in spans:
            signs[start:end] = [right.get(sign, sign) for sign in signs[start:end]]
    return "".join(signs)


def _faults(text: str) -> tuple[str, ...]:
    checked = {
        "number": (text[slice(*_NUMBER)], text[_NUMBER[1]]),
        "birth": (text[slice(*_BIRTH)], text[_BIRTH[1]]),
        "whole": (text[:-1], text[-1]),
    }
    wrong = {name for name, (signs, digit) in checked.items() if check_digit(signs) != digit}
    if "<" in text[slice(*_NUMBER)]:
        wrong.add("number")
    return tuple(name for name in checked if name in wrong)


def _name(text: str, span: Span) -> str:
    """A field of names; letters K for its last fillers are no part of it."""
    field = text[slice(*span)]
    return without_ks(f"X<<{field}")[3:]
