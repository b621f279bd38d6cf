"""FollowTheMoney: how its entities are read, for lists in that format and for yente, which answers in it.

An entity is `{id, caption, schema, properties: {name: [value, …]}, datasets: […], last_change}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_LISTED: Final[dict[str, Any]] = {
    "alias": {"path": "properties.alias"},
    "country": "properties.country",
    "dataset": "datasets",
    "topic": "properties.topics",
    "reason": "properties.program",
    "remark": "properties.notes",
    "score": {"path": "score", "kind": "number"},
}
_WARNINGS: Final[list[dict[str, Any]]] = [
    {
        "code": "sanctioned", "tone": "amber", "word": "attention", "params": {"authority": "datasets"},
        "when": [{"path": "properties.topics", "in": ["sanction", "sanction.linked"]}],
    },
    {
        "code": "wanted", "tone": "red", "word": "wanted", "params": {"authority": "datasets"},
        "when": [{"path": "properties.topics", "equals": "wanted"}],
    },
]  # fmt: skip
_MOMENT: Final = ["last_change", "last_seen"]
_SPLIT = "properties.lastName"


def _schema(*names: str) -> dict[str, Any]:
    return {"path": "schema", "in": list(names)}


def _of_country(path: str, country: str) -> dict[str, Any]:
    """A number that says little without its country."""
    return {"path": path, "country": country, "when": [{"path": country, "exists": True}]}


def _person(name: Mapping[str, Any], *, split: bool) -> dict[str, Any]:
    return {
        "type": "person",
        "when": [_schema("Person"), {"path": _SPLIT, "exists": split}],
        "id": "id",
        "at": _MOMENT,
        "person": name,
        "born": "properties.birthDate.0",
        "sex": {"path": "properties.gender.0", "values": {"male": "M", "female": "F", "other": "X"}},
        "identifiers": {
            "document": _of_country("properties.passportNumber[*]", "properties.nationality.0"),
            "national_number": {
                "path": "properties.idNumber[*]",
                "when": [{"path": "properties.nationality", "equals": "be"}],
            },
            "phone": "properties.phone[*]",
        },
        "facts": _LISTED
        | {
            "nationality": "properties.nationality",
            "birth_place": "properties.birthPlace",
            "profession": "properties.position",
            "address": "properties.address",
        },
        "warnings": _WARNINGS,
    }


MAPS: Final[list[dict[str, Any]]] = [
    _person({"family": "properties.lastName.0", "given": "properties.firstName.0"}, split=True),
    _person({"full": ["properties.name.0", "caption"], "order": "Given Family"}, split=False),
    {
        "type": "organisation",
        "when": [_schema("Company", "Organization", "LegalEntity", "PublicBody")],
        "id": "id",
        "at": _MOMENT,
        "title": "{properties.name.0|caption}",
        "identifiers": {
            "company": {
                "path": "properties.registrationNumber[*]",
                "when": [{"path": "properties.jurisdiction", "equals": "be"}],
            },
            "phone": "properties.phone[*]",
        },
        "facts": _LISTED | {"legal_form": "properties.legalForm", "address": "properties.address"},
        "warnings": _WARNINGS,
    },
    {
        "type": "vehicle",
        "when": [_schema("Vehicle")],
        "id": "id",
        "at": _MOMENT,
        "title": "{properties.registrationNumber.0|caption}",
        "subtitle": "{properties.model.0}",
        "identifiers": {"plate": _of_country("properties.registrationNumber[*]", "properties.country.0")},
        "facts": _LISTED | {"model": "properties.model"},
        "warnings": _WARNINGS,
    },
    {
        "type": "document",
        "when": [_schema("Passport", "Identification"), {"path": "properties.number", "exists": True}],
        "id": "id",
        "at": _MOMENT,
        "title": "{properties.number.0}",
        "identifiers": {"document": _of_country("properties.number[*]", "properties.country.0")},
        "facts": {"dataset": "datasets", "issuing_country": "properties.country"},
    },
]
"""`[[map]]`s as a source's file would have them."""

NAMES: Final = [
    "properties.name",
    "properties.alias",
    "properties.weakAlias",
    "properties.previousName",
]
"""Paths of all names of an entity."""


def with_ftm(content: dict[str, Any]) -> dict[str, Any]:
    """A list in this format whose file says nothing about maps or names gets these."""
    place = content.get("list")
    if content.get("kind") != "list" or not isinstance(place, dict) or place.get("format") != "ftm":
        return content
    return {"map": MAPS} | content | {"list": {"names": NAMES} | place}
