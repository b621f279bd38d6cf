"""Phone numbers in every spelling, Belgian unless they say otherwise."""

from __future__ import annotations

import re

import phonenumbers
from msgspec.structs import replace
from phonenumbers import PhoneNumberFormat

from focus.modules.search.questions import Reading, Unreadable
from focus.modules.search.understanding.guess import Found, Guess, Slip

_ABROAD = re.compile(r"0[67]\d{8}")
_NEIGHBOUR = 0.6
_PHONISH = re.compile(r"\+?[0-9\s./()\-]{6,24}")


def read(text: str) -> Found:
    """Readings of a text as a phone number."""
    written = text.strip()
    if not _PHONISH.fullmatch(written):
        return []
    if not written.startswith(("+", "0", "(")):
        return _without_prefix(written)
    try:
        number = phonenumbers.parse(written, "BE")
    except phonenumbers.NumberParseException:
        return []
    if not phonenumbers.is_valid_number(number):
        return _not_belgian(written, number)
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    country = phonenumbers.region_code_for_number(number) or ""
    belgian = country == "BE"
    shown = phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if belgian else PhoneNumberFormat.INTERNATIONAL
    )
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    facts = {"phone": e164, "phone_national": re.sub(r"\D", "", national), "country": country}
    weight = 1.0 if written.startswith(("+", "00")) else 0.85
    return [
        Guess(
            Reading(kind="phone", normal=shown, facts=facts, country=country, certain=weight == 1.0), weight
        )
    ]


def _not_belgian(written: str, number: phonenumbers.PhoneNumber) -> Found:
    if _ABROAD.fullmatch(re.sub(r"\D", "", written)):
        return _of_neighbours(written)
    if written.startswith("+") or re.match(r"04\d", written):
        return [Slip(Unreadable(kind="phone", code=_fault(number)), 0.5)]
    return []


def _of_neighbours(written: str) -> Found:
    """`06 12 34 56 78`: a mobile number of France or of the Netherlands, as they write it at home."""
    found: Found = []
    for prefix in ("+33", "+31"):
        for one in _guesses(prefix + re.sub(r"\D", "", written)[1:]):
            found.append(Guess(replace(one.reading, certain=False), _NEIGHBOUR))
    return found


def _without_prefix(written: str) -> Found:
    """A Belgian mobile number as databases keep it: `470123456`, `32470123456`. No landline looks so."""
    number = re.sub(r"\D", "", written)
    if re.fullmatch(r"4[5-9]\d{7}", number):
        return [Guess(replace(g.reading, certain=False), 0.65) for g in _guesses(f"0{number}")]
    if re.fullmatch(r"324[5-9]\d{7}", number):
        return [Guess(replace(g.reading, certain=False), 0.85) for g in _guesses(f"+{number}")]
    return []


def _guesses(written: str) -> list[Guess]:
    return [one for one in read(written) if isinstance(one, Guess)]


def _fault(number: phonenumbers.PhoneNumber) -> str:
    mobile = number.country_code == 32 and str(number.national_number).startswith("4")
    kind = phonenumbers.PhoneNumberType.MOBILE if mobile else phonenumbers.PhoneNumberType.UNKNOWN
    reason = phonenumbers.is_possible_number_for_type_with_reason(number, kind)
    if reason == phonenumbers.ValidationResult.TOO_SHORT:
        return "too_short"
    if reason == phonenumbers.ValidationResult.TOO_LONG:
        return "too_long"
    return "no_such_number"
