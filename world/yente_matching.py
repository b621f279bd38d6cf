"""The matcher of the world's yente: likeness of names, less for another birth date; equal numbers decide."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from rapidfuzz.fuzz import ratio, token_sort_ratio

from world.sanctions import Entity

_numbers = ("passportNumber", "idNumber", "registrationNumber")
_names = ("name", "alias", "weakAlias", "previousName")
SCHEMATA = {
    "Person": {"Person"},
    "Company": {"Company"},
    "LegalEntity": {"Person", "Company"},
    "Vehicle": {"Vehicle"},
    "Thing": {"Person", "Company", "Vehicle"},
}
_likeness = {"logic-v1": token_sort_ratio, "name-based": token_sort_ratio, "name-qualified": ratio}
ALGORITHMS = tuple(_likeness)
DEFAULT = "logic-v1"


class Catalogue:
    """The entities of one dataset."""

    def __init__(self, content: Iterable[Entity]) -> None:
        self.by_id = {entity["id"]: entity for entity in content}

    def match(self, query: Entity, algorithm: str, threshold: float, cutoff: float) -> list[Entity]:
        """Scored results from `cutoff` on, likest first; `match`: from `threshold` on."""
        schemata, found = SCHEMATA[query["schema"]], []
        for entity in self.by_id.values():
            if entity["schema"] in schemata:
                score, features = _score(query["properties"], entity["properties"], _likeness[algorithm])
                if score >= cutoff:
                    found.append(entity | {"score": score, "match": score >= threshold, "features": features})
        return sorted(found, key=lambda each: (-each["score"], each["id"]))

    def search(self, text: str, schema: str) -> list[Entity]:
        """Entities of which some value holds the words; quotes ask for them as they stand."""
        wanted = _folded(text.strip('"')).replace(" ", "")
        return [
            entity
            for entity in self.by_id.values()
            if entity["schema"] in SCHEMATA[schema]
            and any(wanted in _folded(value).replace(" ", "") for value in _values(entity))
        ]


def _values(entity: Entity) -> list[str]:
    return [value for values in entity["properties"].values() for value in values]


def _score(
    asked: dict[str, list[str]], known: dict[str, list[str]], alike: Callable[[str, str], float]
) -> tuple[float, dict[str, float]]:
    for kind in _numbers:
        mine, theirs = (_codes(side.get(kind, [])) for side in (asked, known))
        if mine & theirs:
            return 1.0, {"identifier_match": 1.0}
    ours = [_folded(name) for name in _all_names(asked)]
    others = [_folded(name) for name in _all_names(known)]
    likeness = max((alike(a, b) / 100 for a in ours for b in others), default=0.0)
    born, theirs_born = asked.get("birthDate", []), known.get("birthDate", [])
    differs = born and theirs_born and not any(b.startswith(a) for a in born for b in theirs_born)
    score = round(likeness * (0.6 if differs else 1.0), 4)
    return score, {"name_match": score}


def _all_names(properties: dict[str, list[str]]) -> list[str]:
    found = [name for key in _names for name in properties.get(key, [])]
    if not found:
        found = [" ".join([*properties.get("firstName", []), *properties.get("lastName", [])])]
    return [name for name in found if name.strip()]


def _codes(values: list[str]) -> set[str]:
    return {"".join(c for c in value.upper() if c.isalnum()) for value in values}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
