"""Pure rules of organisations and people."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

import phonenumbers

from focus.core.clock import BRUSSELS
from focus.core.errors import FieldProblem
from focus.core.organisations.errors import (
    CodeInvalid,
    NamesMissing,
    PeriodReversed,
    PermissionUnknown,
    PersonInvalid,
    UnitCycle,
)
from focus.core.organisations.records import Names
from focus.core.texts import LANGUAGES

MAX_NAME = 120

_CODES = {"zone": re.compile(r"[0-9]{4}"), "municipality": re.compile(r"[0-9]{5}")}
_OTHER_CODE = re.compile(r"[A-Z0-9][A-Z0-9.-]{0,23}")
_UNIT_CODE = re.compile(r"[A-Z0-9][A-Z0-9._/-]{0,23}")
_FUNCTION_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_PERSONNEL_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9./-]{0,23}")
_EMAIL = re.compile(r"[^\s@<>\"',;:]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)


def organisation_code(kind: str, code: str) -> str:
    """The code in its one written form; raises `CodeInvalid`."""
    return _matched(_CODES.get(kind, _OTHER_CODE), code.strip().upper())


def unit_code(code: str) -> str:
    """A unit's or ward's code in upper case, `NO-2`; raises `CodeInvalid`."""
    return _matched(_UNIT_CODE, code.strip().upper())


def function_code(code: str) -> str:
    """A function's code in lower case, `ward_officer`; raises `CodeInvalid`."""
    return _matched(_FUNCTION_CODE, code.strip().lower())


def personnel_number(number: str) -> str:
    """In upper case without blanks; raises `CodeInvalid`."""
    return _matched(_PERSONNEL_NUMBER, re.sub(r"\s", "", number).upper())


def _matched(form: re.Pattern[str], value: str) -> str:
    if not form.fullmatch(value):
        raise CodeInvalid
    return value


def names(given: Mapping[str, str]) -> Names:
    """Names without outer blanks and empty ones; raises `NamesMissing`."""
    clean = {language: " ".join(name.split()) for language, name in given.items() if name.strip()}
    if not clean or any(len(name) > MAX_NAME for name in clean.values()) or set(clean) - set(LANGUAGES):
        raise NamesMissing
    return clean


def name_in(names: Mapping[str, str], language: str) -> str:
    """The name in a language, else in the first one there is."""
    return names.get(language) or next((names[x] for x in LANGUAGES if names.get(x)), "")


def in_order(begin: date | datetime, end: date | datetime | None) -> None:
    """Raises `PeriodReversed` when a period of days ends before it begins, or a timed one is empty."""
    if end is None:
        return
    if isinstance(begin, datetime) and isinstance(end, datetime) and begin >= end:
        raise PeriodReversed
    if not isinstance(begin, datetime) and end < begin:
        raise PeriodReversed


def in_force(at: date, valid_from: date, valid_to: date | None) -> bool:
    """Whether a record counts on a day; its last day counts."""
    return valid_from <= at and (valid_to is None or at <= valid_to)


def start_of(day: date) -> datetime:
    """The first moment of a day in Belgium."""
    return datetime.combine(day, time(), tzinfo=BRUSSELS)


def end_of(day: date) -> datetime:
    """The first moment after a day in Belgium."""
    return start_of(day + timedelta(days=1))


def known_permissions(given: Collection[str], declared: Collection[str]) -> list[str]:
    """Sorted, once each; raises `PermissionUnknown` for the first that no module declares."""
    for permission in sorted(set(given)):
        if permission not in declared:
            raise PermissionUnknown(params={"permission": permission})
    return sorted(set(given))


def initials(given_names: str, family_name: str) -> str:
    """First letters of the given and the family name; particles count: Ilse Van den Bossche → IV."""
    return "".join(part.strip()[:1].upper() for part in (given_names, family_name))


def full_name(given_names: str, family_name: str) -> str:
    """As it is spoken: given names first."""
    return f"{given_names} {family_name}"


def phone(number: str) -> str:
    """In E.164, a Belgian number unless it says otherwise; raises `PersonInvalid`."""
    try:
        parsed = phonenumbers.parse(number, "BE")
    except phonenumbers.NumberParseException:
        raise _invalid("phone") from None
    if not phonenumbers.is_valid_number(parsed):
        raise _invalid("phone")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def email(address: str) -> str:
    """In lower case; raises `PersonInvalid`."""
    if len(address) > 254 or not _EMAIL.fullmatch(address):
        raise _invalid("email")
    return address.lower()


def person_name(field: str, value: str) -> str:
    """Without outer and double blanks, 1 to 80 characters, at least one letter; raises `PersonInvalid`."""
    clean = " ".join(value.split())
    if not 0 < len(clean) <= 80 or not any(letter.isalpha() for letter in clean):
        raise _invalid(field)
    return clean


def _invalid(field: str) -> PersonInvalid:
    return PersonInvalid(fields=[FieldProblem(path=field, code=f"organisations.{field}_invalid")])


def no_cycle(unit: UUID, parent: UUID | None, parents: Mapping[UUID, UUID | None]) -> None:
    """Raises `UnitCycle` when `unit` stands above its new parent."""
    seen: set[UUID] = set()
    while parent is not None and parent not in seen:
        if parent == unit:
            raise UnitCycle
        seen.add(parent)
        parent = parents.get(parent)
