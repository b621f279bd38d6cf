"""Numbers with check digits as Belgian registers write them; vector forms take and give numpy columns."""

from __future__ import annotations

from datetime import date
from math import gcd

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

first_serial = 601
"""National numbers are given from here up: real ones of a day seldom come so far."""


def national_check(first_nine: Ints, born_from_2000: NDArray[np.bool_]) -> Ints:
    """The two check digits: 97 − (nine digits mod 97), a 2 before them for births from 2000."""
    whole = first_nine + np.where(born_from_2000, 2_000_000_000, 0)
    check: Ints = 97 - whole % 97
    return check


def national_number(birth: date, serial: int, *, month_plus: int = 0, unknown_day: bool = False) -> int:
    """One national number; `month_plus` 20 or 40 makes a BIS number, an unknown day writes 00 and 00."""
    month, day = (0, 0) if unknown_day else (birth.month, birth.day)
    nine = ((birth.year % 100 * 100 + month + month_plus) * 100 + day) * 1000 + serial
    whole = nine + (2_000_000_000 if birth.year >= 2000 else 0)
    return nine * 100 + 97 - whole % 97


def grouped_national(number: int) -> str:
    """`85.07.30-033.28`."""
    digits = f"{number:011d}"
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:9]}.{digits[9:]}"


def eid_numbers(first_ten: Ints) -> Ints:
    """Twelve digits; the last two are the ten mod 97, with 97 for 0."""
    check = first_ten % 97
    numbers: Ints = first_ten * 100 + np.where(check == 0, 97, check)
    return numbers


def enterprise_numbers(first_eight: Ints) -> Ints:
    """Ten digits (the first is 0 or 1); the last two are 97 − (eight mod 97)."""
    numbers: Ints = first_eight * 100 + 97 - first_eight % 97
    return numbers


def grouped_enterprise(number: int) -> str:
    """`0403.019.261`."""
    digits = f"{number:010d}"
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


_vin_alphabet = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_vin_values = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)
)
_vin_weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vin_with_check(vin: str) -> str:
    """The VIN with its ninth sign replaced by the right check digit (X for ten)."""
    total = sum(w * (_vin_values.get(c) or int(c)) for c, w in zip(_no_check(vin), _vin_weights, strict=True))
    digit = "0123456789X"[total % 11]
    return vin[:8] + digit + vin[9:]


def _no_check(vin: str) -> str:
    return vin[:8] + "0" + vin[9:]


def imei_with_check(first_fourteen: int) -> str:
    """Fifteen digits, the last by Luhn."""
    digits = f"{first_fourteen:014d}"
    total = sum(sum(divmod(int(d) * (1 + i % 2), 10)) for i, d in enumerate(digits))
    return f"{digits}{-total % 10}"


def spread(count: int, *, start: int, width: int, step: int = 7_368_787) -> Ints:
    """`count` different numbers below `width` in an order that looks like chance."""
    if gcd(step, width) != 1:
        raise ValueError(f"{width} has a factor in common with {step}")
    numbers: Ints = (start + np.arange(count, dtype=np.int64) * step) % width
    return numbers
