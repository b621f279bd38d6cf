"""Numbers with a rule: national and BIS numbers, cards, documents, companies, chassis, reports.

Rules and test values: domain.md; `python-stdnum` decides.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace
from stdnum import iban
from stdnum.be import bis, eid, nn, vat
from stdnum.exceptions import ValidationError

from focus.modules.search.questions import Kind, Reading, Unreadable
from focus.modules.search.understanding import confused, countries
from focus.modules.search.understanding.folding import code, digits
from focus.modules.search.understanding.guess import Found, Guess, Slip

_PV = re.compile(r"[A-Z]{2}\.\d{2}\.[A-Z0-9]{2}\.\d{5,6}/(\d{2}|\d{4})")
_DOCUMENT = re.compile(r"[A-Z]{1,3}\d{5,9}|[A-Z]\d{8}|[A-Z]{2}\d[A-Z0-9]{5,6}")
_ISSUED_DIGITS = re.compile(r"([A-Z]{3})[ :]{1,2}([0-9]{7,9})")
_ISSUED = re.compile(r"(?:([A-Z]{2,3})[ :]{1,2})?([A-Z]{1,3}[0-9]{5,9})(?: ?[ (]([A-Z]{2,3})\)?)?")
_SERIAL = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9\-/.]{4,30}")
_IMEI = re.compile(r"\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d")
_PREFIXED = re.compile(r"(?:BE|BTW|TVA|KBO|BCE)[\s:.-]{0,3}(?:BE)?[\s.-]{0,2}([0-9 .]{9,14})")
_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}[ A-Z0-9]{11,}")
_GAP = re.compile(r"[^A-Z0-9]+")
_VIN_GAPS = 5
"""With more a text of seventeen signs is a plate and a phone number."""
_LAST_MONTH = 52
"""Of a BIS number: December and 40."""
_NATIONAL = 11
_MISREAD = re.compile(r"[0-9OQILZSGB][0-9OQILZSGB\s.,\-/]{10,22}")
_MOST_MISREAD = 3
_NUMBERISH = re.compile(r"[0-9\s.\-/]+")


def read(text: str) -> Found:
    """Readings of a text as a number with a rule."""
    upper = text.upper().strip()
    found: Found = []
    if _PV.fullmatch(upper):
        found.append(Guess(Reading(kind="pv", normal=upper, facts={"pv": upper}, certain=True), 1.0))
    if _NUMBERISH.fullmatch(upper):
        found += _of_digits(digits(upper), dotted="." in upper)
    elif not found:
        found += _national_misread(upper)
    found += _company_with_prefix(upper)
    if _ACCOUNT.match(upper) and iban.is_valid(upper, check_country=False):
        found.append(Slip(Unreadable(kind="object", code="bank_account"), 0.9))
    found += _vin(upper)
    found += _lettered(upper)
    return found


def _national_misread(upper: str) -> Found:
    """A national number with letters or commas in it, whose check digits agree once they are put right."""
    if not _MISREAD.fullmatch(upper) or sum(sign.isalpha() for sign in upper) > _MOST_MISREAD:
        return []
    number = "".join(confused.TO_DIGIT.get(sign, sign) for sign in code(upper))
    if len(number) != _NATIONAL:
        return []
    told = ("signs_swapped",) if any(sign.isalpha() for sign in upper) else ()
    return [
        Guess(replace(one.reading, certain=False, warnings=told), 0.85)
        for one in _national(number)
        if isinstance(one, Guess)
    ]


def _of_digits(number: str, *, dotted: bool) -> Found:
    """By how many there are; ten may be a company, or a driving licence, which has no rule."""
    if len(number) == 11:
        return _national(number)
    if len(number) == 12:
        return _card(number)
    if len(number) == 10:
        licence = Reading(kind="document", normal=number, facts={"document": number, "country": ""})
        company = _company(number, weight=0.95 if dotted else 0.7) if number[0] in "01" else []
        return [*company, *_establishment(number, dotted=dotted), Guess(licence, 0.4)]
    if len(number) == 9 and dotted:
        return _company("0" + number, weight=0.8)
    return []


def _national(number: str) -> Found:
    kind: Kind = "bis_number" if 20 <= int(number[2:4]) <= _LAST_MONTH else "national_number"
    rule = bis if kind == "bis_number" else nn
    if number[6:9] == "000":
        return [Slip(Unreadable(kind=kind, code="no_such_serial", params={"found": "000"}), 0.8)]
    try:
        rule.validate(number)
    except ValidationError:
        return [Slip(_national_fault(number, kind), 0.8)]
    facts = {kind: number, f"{kind}_formatted": formatted(number), "national_number": number}
    facts["national_number_formatted"] = formatted(number)
    born, sex = rule.get_birth_date(number), rule.get_gender(number)
    if born:
        facts |= {"born": born.isoformat(), "born_year": str(born.year)}
    if sex:
        facts["sex"] = sex
    return [Guess(Reading(kind=kind, normal=formatted(number), facts=facts, certain=True), 1.0)]


def formatted(number: str) -> str:
    """`85073003328` → `85.07.30-033.28`."""
    return f"{number[:2]}.{number[2:4]}.{number[4:6]}-{number[6:9]}.{number[9:]}"


def _national_fault(number: str, kind: Kind) -> Unreadable:
    """What is wrong with eleven digits: an impossible date first, then the check digits."""
    month, day = int(number[2:4]) % 20, int(number[4:6])
    if (
        int(number[2:4]) > _LAST_MONTH
        or month > 12
        or day > 31
        or (month and day and not _possible(number[:2], month, day))
    ):
        return Unreadable(kind=kind, code="impossible_date", params={"date": formatted(number)[:8]})
    nine = int(number[:9])
    before, after = 97 - nine % 97, 97 - (2_000_000_000 + nine) % 97
    if int(number[9:]) in (before, after):
        return Unreadable(kind=kind, code="no_such_number")
    return Unreadable(
        kind=kind,
        code="check_digit",
        params={"found": number[9:], "expected": f"{before:02}", "expected_2000": f"{after:02}"},
    )


def _possible(year: str, month: int, day: int) -> bool:
    """Whether the day exists in one of the two centuries that two digits may mean."""
    for century in (1900, 2000):
        try:
            date(century + int(year), month, day)
        except ValueError:
            continue
        return True
    return False


def _card(number: str) -> Found:
    if eid.is_valid(number):
        facts = {"document": number, "document_kind": "identity_card", "country": "BE"}
        reading = Reading(kind="document", normal=eid.format(number), facts=facts, country="BE", certain=True)
        return [Guess(reading, 1.0)]
    expected = int(number[:10]) % 97 or 97
    params = {"found": number[10:], "expected": f"{expected:02}"}
    return [Slip(Unreadable(kind="document", code="check_digit", params=params), 0.7)]


def _company_with_prefix(upper: str) -> Found:
    found = _PREFIXED.fullmatch(upper)
    if not found:
        return []
    number = digits(found[1])
    if len(number) not in (9, 10):
        return []
    if number[0] in "2345678" and len(number) == 10:
        return _establishment(number, dotted=True)
    return _company(number if len(number) == 10 else "0" + number, weight=1.0)


def _company(number: str, *, weight: float) -> Found:
    shown = f"{number[:4]}.{number[4:7]}.{number[7:]}"
    if vat.is_valid(number):
        facts = {"company": number, "company_dotted": shown}
        return [Guess(Reading(kind="company", normal=shown, facts=facts, certain=weight > 0.9), weight)]
    params = {"found": number[8:], "expected": f"{97 - int(number[:8]) % 97:02}"}
    slip = Unreadable(kind="company", code="check_digit", params=params)
    return [Slip(slip, 0.6 if weight >= 0.8 else 0.45 if number[0] == "0" else 0.35)]


def _establishment(number: str, *, dotted: bool) -> Found:
    """A unit of a company: ten digits from 2 to 8 on, checked as companies are (KBO/BCE)."""
    if number[0] not in "2345678":
        return []
    agrees = 97 - int(number[:8]) % 97 == int(number[8:])
    if not agrees and not dotted:
        return []
    shown = f"{number[0]}.{number[1:4]}.{number[4:7]}.{number[7:]}"
    facts = {"establishment": number, "establishment_dotted": shown}
    warnings = () if agrees else ("establishment_check_digit",)
    certain = agrees and dotted
    reading = Reading(kind="company", normal=shown, facts=facts, certain=certain, warnings=warnings)
    return [Guess(reading, 0.95 if certain else 0.75)]


def _vin(upper: str) -> Found:
    """Seventeen signs. In groups it may as well be an address, unless the check digit agrees."""
    number = code(upper)
    if len(number) != 17 or not any(c.isalpha() for c in number):
        return []
    spaced = not upper.isalnum()
    if spaced and (not number[-4:].isdigit() or "/" in upper or len(_GAP.findall(upper)) > _VIN_GAPS):
        return []
    if spaced and number[:-4].isalpha():
        return []  # `Jan Janssens jr 1980`
    if set(number) & set("IOQ"):
        if spaced:
            return []
        return [Slip(Unreadable(kind="vin", code="vin_letters"), 0.6)]
    agrees = _vin_check_digit(number) == number[8]
    certain = agrees or not spaced
    warnings = () if agrees else ("vin_check_digit",)
    reading = Reading(kind="vin", normal=number, facts={"vin": number}, certain=certain, warnings=warnings)
    return [Guess(reading, 0.95 if certain else 0.6)]


_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VIN_VALUES = {
    **{str(n): n for n in range(10)},
    **dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)),
}


def _vin_check_digit(number: str) -> str:
    """Place nine of a VIN by ISO 3779's North American rule; elsewhere it is often not kept."""
    total = sum(_VIN_VALUES[c] * weight for c, weight in zip(number, _VIN_WEIGHTS, strict=True))
    return "0123456789X"[total % 11]


def _issued(upper: str) -> Found:
    """A document with the country that issued it: `PRT EH123456`, `EH123456 (IN)`, `GBR 123456789`."""
    match = _ISSUED_DIGITS.fullmatch(upper)
    issuer = match[1] if match else ""
    if match is None:
        match = _ISSUED.fullmatch(upper)
        issuer = (match[1] or match[3]) if match else ""
    if not match or issuer not in countries.KNOWN:
        return []
    country = countries.country(issuer)
    facts = {"document": match[2], "country": country}
    return [Guess(Reading(kind="document", normal=match[2], facts=facts, country=country), 0.7)]


def _lettered(upper: str) -> Found:
    """Passports and other documents, and serial numbers of objects."""
    found: Found = []
    compact = code(upper)
    if _DOCUMENT.fullmatch(compact) and not re.search(r"[^A-Z0-9 \-]", upper):
        facts = {"document": compact, "country": ""}
        found.append(Guess(Reading(kind="document", normal=compact, facts=facts), 0.6))
    found += _issued(upper)
    if _IMEI.fullmatch(upper):
        found.append(Guess(Reading(kind="object", normal=compact, facts={"serial": compact}), 0.5))
    elif _SERIAL.fullmatch(upper) and len(compact) >= 6 and not compact.isalpha():
        weight = 0.5 if any(c.isalpha() for c in compact) else 0.3
        found.append(Guess(Reading(kind="object", normal=upper, facts={"serial": compact}), weight))
    return found
