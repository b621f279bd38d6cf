"""The kinds of question that one field understands, and what a source's template may use of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

Kind = Literal[
    "plate",
    "national_number",
    "bis_number",
    "document",
    "vin",
    "company",
    "phone",
    "name",
    "name_birth",
    "address",
    "object",
    "pv",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

VALUES: Mapping[Kind, frozenset[str]] = {
    "plate": frozenset({"plate", "plate_dashed", "country", "plate_pattern"}),
    "national_number": frozenset({"national_number", "national_number_formatted", "born", "sex"}),
    "bis_number": frozenset({"bis_number", "bis_number_formatted", "born", "sex"}),
    "document": frozenset({"document", "country", "document_kind", "expires"}),
    "vin": frozenset({"vin"}),
    "company": frozenset({"company", "company_dotted", "establishment", "establishment_dotted"}),
    "phone": frozenset({"phone", "phone_national", "country"}),
    "name": frozenset(
        {"name", "family_name", "given_names", "initials", "sex", "nationality", "alias", "born_years"}
    ),
    "name_birth": frozenset(
        {"name", "family_name", "given_names", "initials", "born", "born_year", "sex", "nationality", "alias"}
    ),
    "address": frozenset({"address", "street", "number", "box", "postcode", "municipality"}),
    "object": frozenset({"serial"}),
    "pv": frozenset({"pv"}),
}
"""Question kind → the names in `Reading.facts`; not each is there each time (`box`, `country`, `born`)."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One way to understand what was typed."""

    kind: Kind
    normal: str
    """As an officer would write it: `1-ABC-123`, `85.07.30-033.28`, `Verlinden, Jeroen ° 1985-07-30`."""
    facts: dict[str, str] = {}
    """What templates of sources may use, in normal form: see `VALUES`."""
    country: str | None = None
    certain: bool = False
    """The form allows no other reading, or a check digit agrees."""
    warnings: tuple[str, ...] = ()
    """Codes: `plate_foreign`, `street_unknown` …, with the text `search-reading-<code>`."""
    beside: str = ""
    """What was said besides, `red golf`, `antwerpen`: compared with the answers, asked of nobody."""
    asks: str = ""
    """What to ask for this reading where the text holds several things; empty: the text itself."""
    plausibility: float = 1.0
    """How likely this is what was meant, 0 to 1: 1 when the form allows nothing else."""


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """What it could have been, and what is wrong."""

    kind: Kind
    code: str
    """`check_digit`, `impossible_date` …: text `search-unreadable-<code>`."""
    params: dict[str, str] = {}


class Understood(msgspec.Struct, frozen=True, kw_only=True):
    """All readings, the most likely first, and what was not readable."""

    readings: tuple[Reading, ...]
    problems: tuple[Unreadable, ...] = ()
