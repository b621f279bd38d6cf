"""Strong identifiers in normal form: the values by which records of different sources meet."""

from __future__ import annotations

import re
from collections.abc import Callable

import phonenumbers

from focus.modules.search.records import Identifier
from focus.modules.search.understanding.folding import code, digits, words

_BOX = re.compile(r"\b(bus|bte|boite|box|postfach)\b")


def identify(kind: str, value: str, country: str = "") -> Identifier | None:
    """An identifier, or None when the value has no usable form.

    `country`: ISO 3166 code or a vehicle's national sign; Belgium when empty. An address is given as
    `street|number|box|postcode`.
    """
    make = _MAKERS.get(kind)
    normal = make(value, country) if make and value else None
    return Identifier(kind, normal) if normal else None


def _eleven(value: str, _: str) -> str | None:
    number = digits(value)
    return number if len(number) == 11 else None


def _plate(value: str, country: str) -> str | None:
    plate = code(value)
    return f"{_sign(country)}:{plate}" if 1 <= len(plate) <= 10 else None


def _sign(country: str) -> str:
    """The sign on vehicles; registers say `BE` as often as `B`."""
    wide = country.upper() or "B"
    return {
        "BE": "B",
        "BEL": "B",
        "FR": "F",
        "DE": "D",
        "LU": "L",
        "ES": "E",
        "IT": "I",
        "AT": "A",
        "GB": "UK",
    }.get(wide, wide)


def _document(value: str, country: str) -> str | None:
    number = code(value)
    wide = (country or "BE").upper()
    return f"{ {'B': 'BE', 'BEL': 'BE'}.get(wide, wide) }:{number}" if len(number) >= 5 else None


def _vin(value: str, _: str) -> str | None:
    vin = code(value)
    return vin if len(vin) == 17 else None


def _company(value: str, _: str) -> str | None:
    number = digits(value)
    number = "0" + number if len(number) == 9 else number
    return number if len(number) == 10 else None


def _phone(value: str, country: str) -> str | None:
    try:
        number = phonenumbers.parse(value, (country or "BE").upper())
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _address(value: str, _: str) -> str | None:
    street, number, box, postcode = [*value.split("|"), "", "", ""][:4]
    if not street.strip() or not digits(number):
        return None
    box = _BOX.sub("", words(box)).replace(" ", "").lstrip("0")
    return "|".join([words(street), words(number).replace(" ", ""), box, digits(postcode)])


def _code(value: str, _: str) -> str | None:
    return code(value) or None


def _exact(value: str, _: str) -> str | None:
    return value.strip() or None


_MAKERS: dict[str, Callable[[str, str], str | None]] = {
    "national_number": _eleven,
    "bis_number": _eleven,
    "plate": _plate,
    "document": _document,
    "vin": _vin,
    "company": _company,
    "phone": _phone,
    "address": _address,
    "address_id": _exact,
    "serial": _code,
    "pv": _exact,
    "case": _exact,
}

KINDS = frozenset(_MAKERS)
