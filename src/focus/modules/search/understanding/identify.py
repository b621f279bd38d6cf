"""Strong identifiers in normal form: the values by which records of different sources meet.

A plate or a document has its country before a colon, `?` where nobody told it. A German plate keeps the gap
behind its district and its umlauts, for `B-MW 555` and `BM-W 555` are two cars, `LÖ` and `LO` two districts;
written without the gap it may be either. What may be the same (`same`) is not what is known to be: an answer
and a list are compared so, records are tied only by equal values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec
import phonenumbers

from focus.modules.search.questions import Reading
from focus.modules.search.records import Identifier, Record
from focus.modules.search.understanding import countries
from focus.modules.search.understanding.countries import ANY
from focus.modules.search.understanding.folding import code, digits, words
from focus.modules.search.understanding.unknown import century_of

FORM = 3
"""Another number when a normal form changes: lists that were loaded before are loaded again."""

_BOX = re.compile(r"\b(bus|bte|boite|box|postfach)\b")
_GERMAN = re.compile(r"([A-ZÄÖÜ]{1,3})[-\s.]+([A-Z]{1,2})[-\s.]*([0-9]{1,4}[EH]?)")
_JOINED = re.compile(r"([A-ZÄÖÜ]+)[-\s.]*([0-9]{1,4}[EH]?)")
_NO_GERMAN_CODE = re.compile(r"[^A-ZÄÖÜ0-9]+")
_WITH_SIGNS = re.compile(r"[0-9][0-9\s./\-–]*")
_FEWEST = 7
"""Digits that are left of a national number of the year 2000."""
_BEFORE_COMPANY = re.compile(
    r"(?:(?:TVA|BTW|MWST|VAT|KBO|BCE|ON|RPR)[\s.:]{0,3})?(?:BE)?[\s.:]{0,3}", re.IGNORECASE
)
_VAGUE = frozenset({"plate", "document"})


def identify(kind: str, value: str, country: str = "") -> Identifier | None:
    """An identifier, or None when the value has no usable form.

    `country`: any code of `countries`; Belgium when empty, which a source that names no country means, and
    `?` when nobody knows it. An address is given as `street|number|box|postcode`.
    """
    make = _MAKERS.get(kind)
    normal = make(value, country) if make and value else None
    return Identifier(kind, normal) if normal else None


def identify_asked(kind: str, reading: Reading) -> Identifier | None:
    """What a question is about; a plate or document that was asked without a country may be of any."""
    facts = reading.facts
    value = facts.get("plate_dashed", "") if kind == "plate" else ""
    told = reading.country or facts.get("country", "")
    return identify(kind, value or facts.get(kind, ""), told or (ANY if kind in _VAGUE else ""))


def same(one: Identifier, other: Identifier) -> bool:
    """Whether two identifiers may be of one thing: what one leaves open is not compared."""
    if one == other:
        return True
    if one.kind != other.kind or one.kind not in _VAGUE:
        return False
    (here, _, mine), (there, _, its) = one.value.partition(":"), other.value.partition(":")
    if here != there and ANY not in (here, there):
        return False
    if "-" in mine and "-" in its:
        return mine == its
    if here == there:
        return mine.replace("-", "") == its.replace("-", "")
    return code(mine) == code(its)


def looser(identifier: Identifier) -> tuple[Identifier, ...]:
    """The forms of an identifier that leave country or gap open, by which it is found then."""
    if identifier.kind not in _VAGUE:
        return ()
    land, _, number = identifier.value.partition(":")
    forms = (f"{land}:{number.replace('-', '')}", f"{ANY}:{code(number)}")
    return tuple(Identifier(identifier.kind, form) for form in forms if form != identifier.value)


def settled(records: Sequence[Record], asked: Identifier | None) -> list[Record]:
    """Records whose German plate was written without its gap, with the gap that was asked."""
    if asked is None or asked.kind != "plate" or "-" not in asked.value:
        return list(records)
    joined = Identifier("plate", asked.value.replace("-", ""))
    return [
        msgspec.structs.replace(
            record, identifiers=tuple(asked if one == joined else one for one in record.identifiers)
        )
        if joined in record.identifiers
        else record
        for record in records
    ]


def _eleven(value: str, _: str) -> str | None:
    """Eleven digits. Fewer, where a spreadsheet took the zeros before them: check digits say whether."""
    if not _WITH_SIGNS.fullmatch(value.strip()):
        return None
    number = digits(value)
    if len(number) < 11:
        whole = number.zfill(11)
        return whole if len(number) >= _FEWEST and century_of(whole) else None
    return number if len(number) == 11 and 0 < int(number[9:]) <= 97 else None


def _plate(value: str, country: str) -> str | None:
    land = country if country == ANY else countries.sign(country or "B")
    plate = german(value) if land == "D" else code(value)
    return f"{land}:{plate}" if 1 <= len(plate) <= 11 else None


def german(value: str) -> str:
    """`b-mw 555` → `B-MW555`; `BMW555` as it is, where the gap may be at two places."""
    wide = value.upper().strip()
    if match := _GERMAN.fullmatch(wide):
        return f"{match[1]}-{match[2]}{match[3]}"
    joined = _JOINED.fullmatch(wide)
    if joined and len(joined[1]) in (2, 5):
        at = len(joined[1]) // 2 + len(joined[1]) % 2
        return f"{joined[1][:at]}-{joined[1][at:]}{joined[2]}"
    return _NO_GERMAN_CODE.sub("", wide)


def _document(value: str, country: str) -> str | None:
    number = code(value)
    land = country if country == ANY else countries.country(country or "BE")
    return f"{land}:{number}" if len(number) >= 5 else None


def _vin(value: str, _: str) -> str | None:
    vin = code(value)
    return vin if len(vin) == 17 else None


def _company(value: str, _: str) -> str | None:
    bare = _BEFORE_COMPANY.sub("", value.strip(), count=1)
    if not _WITH_SIGNS.fullmatch(bare):
        return None
    number = digits(bare)
    number = "0" + number if len(number) == 9 else number
    return number if len(number) == 10 else None


def _phone(value: str, country: str) -> str | None:
    """By the numbering plan; also where the + before a whole number is gone (`32475123456`)."""
    for written in (value, f"+{digits(value)}"):
        try:
            number = phonenumbers.parse(written, (country or "BE").upper())
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


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
