"""What registers write who do not know: it identifies nobody and ties nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from focus.modules.search.understanding.folding import code, plain

_WORDS: Final = frozenset(
    """unknown notknown onbekend nietgekend ongekend onb unk inconnu inconnue unbekannt unbek nvt nihil neant
    na none null nil nan geen aucun aucune keine keiner zonder sans ohne nodata""".split()  # noqa: SIM905
)
_SAYS: Final = frozenset({*_WORDS, "", "nb", "sd", "so"})
_BIRTHS: Final = frozenset(
    {
        "0001", "0001-01", "0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "1900", "1900-01",
        "1900-01-01", "1111-11-11", "2999-12-31", "9999", "9999-12", "9999-12-31", "9999-01-01",
    }
)  # fmt: skip
"""First and last days of calendars and of software."""
_NOT_A_PLATE: Final = frozenset({"unknown", "onbekend", "inconnu", "unbekannt"})
"""Shorter words may be plates that somebody chose."""
_SAME: Final = re.compile(r"([0-9X])\1*")
_NATIONAL: Final = frozenset({"national_number", "bis_number"})


def says_unknown(written: str) -> bool:
    """Whether a text says that there is nothing to say: `onbekend`, `n/a`, `-`, `?`, `00/00/0000`."""
    text = re.sub(r"[\W_]+", "", plain(written))
    return text in _SAYS or set(text) == {"0"}


def unknown_birth(born: str) -> bool:
    """Whether a date in ISO 8601 stands for one that nobody knows."""
    return born in _BIRTHS


@lru_cache(8_192)
def unknown_identifier(kind: str, value: str) -> bool:
    """Whether a value, in normal form or as it was written, stands for one that nobody knows."""
    number = code(value.partition(":")[2] or value)
    if not number:
        return True
    if kind == "plate":
        return set(number) <= set("0X") or number.lower() in _NOT_A_PLATE
    if kind == "phone":
        return number.isdecimal() and len(set(number[2:] or number)) == 1
    if kind in ("address", "address_id", "pv", "case"):
        return set(number) <= set("0X") or number.lower() in _WORDS
    return _SAME.fullmatch(number) is not None or number.lower() in _WORDS


@lru_cache(8_192)
def identifies(kind: str, value: str) -> bool:
    """Whether a value in normal form can be somebody's or something's: by its rule, and no stand-in."""
    if unknown_identifier(kind, value):
        return False
    if kind in _NATIONAL:
        return century_of(value) > 0 and value[6:9] != "000"
    if kind == "company":
        return len(value) == 10 and value.isdecimal() and 97 - int(value[:8]) % 97 == int(value[8:])
    if kind == "vin":
        return len(value) == 17 and not set(value) & set("IOQ")
    return True


def century_of(number: str) -> int:
    """1900 or 2000, as the check digits of a national or BIS number say; 0 when they are wrong."""
    if len(number) != 11 or not number.isdecimal():
        return 0
    nine, check = int(number[:9]), int(number[9:])
    if 97 - nine % 97 == check:
        return 1900
    return 2000 if 97 - (2_000_000_000 + nine) % 97 == check else 0
