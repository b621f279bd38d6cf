"""Identifiers of subjects in the one form in which they are stored and looked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from stdnum.be import bis, nn

from focus.modules.briefing.records import Subject

_SIGNS: Final[Mapping[str, str]] = {
    "BE": "B", "DE": "D", "FR": "F", "LU": "L", "IT": "I", "ES": "E", "PT": "P", "AT": "A", "NO": "N",
    "SE": "S", "FI": "FIN", "IE": "IRL", "HU": "H", "GB": "UK", "MT": "M", "SI": "SLO", "EE": "EST",
}  # fmt: skip
"""ISO 3166 → the sign on a vehicle, where they differ: 1968 convention on road traffic."""


def code(text: str) -> str:
    """Capital letters and digits only: `1-abc-123` → `1ABC123`."""
    folded = unicodedata.normalize("NFKD", text.upper())
    return re.sub(r"[^A-Z0-9]+", "", folded)


def sign(country: str) -> str:
    """The sign of a country on a vehicle; Belgium's when empty. A sign comes back as it is."""
    upper = country.strip().upper() or "BE"
    return _SIGNS.get(upper, upper)


def plate(written: str, country: str) -> str:
    """`B:1ABC123`; empty where no plate is written."""
    found = code(written)
    return f"{sign(country)}:{found}" if found else ""


def national(written: str) -> str:
    """Its eleven digits; empty where none is written."""
    return re.sub(r"[^0-9]+", "", written)


def national_is_right(written: str) -> bool:
    """Whether the check digits of a national or BIS number agree."""
    return bool(nn.is_valid(written) or bis.is_valid(written))


def row_of(subject: Subject) -> tuple[object, ...]:
    """Kind, national number, birth date, plate and number for the columns of `briefing.subject`."""
    return (
        subject.kind,
        national(subject.national_number),
        subject.birth_date,
        plate(subject.plate, subject.country),
        code(subject.number),
    )
