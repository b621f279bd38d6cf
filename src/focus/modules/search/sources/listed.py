"""What a list may be asked about."""

from __future__ import annotations

from focus.modules.search.questions import KINDS, Kind
from focus.modules.search.sources.config import SourceConfig

ASKED = {
    "plate": "plate",
    "vin": "vin",
    "national_number": "national_number",
    "bis_number": "bis_number",
    "document": "document",
    "company": "company",
    "phone": "phone",
    "serial": "object",
    "pv": "pv",
}
"""Kind of identifier → kind of question that asks for it."""


def listed_questions(config: SourceConfig) -> frozenset[Kind]:
    """Names when it has persons, and its identifiers; nothing when it is no list."""
    if config.kind != "list":
        return frozenset()
    found: set[str] = set()
    for mapped in config.map:
        if mapped.person is not None:
            found |= {"name", "name_birth"}
        found |= {ASKED[kind] for kind in mapped.identifiers if kind in ASKED}
    if "national_number" in found:
        found.add("bis_number")
    return frozenset(kind for kind in KINDS if kind in found)
