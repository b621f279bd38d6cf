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


def _schema(*names: str) -> dict[str, Any]:
    return {"path": "schema", "in": list(names)}


_COUNTRIES: Final = ["properties.nationality[*]", "properties.citizenship[*]", "properties.country[*]"]
_SEATS: Final = ["properties.jurisdiction[*]", "properties.mainCountry[*]", "properties.country[*]"]


def _numbers(*properties: str, country: list[str], only: str = "") -> dict[str, Any]:
    """Of each country that is told. Other numbers stand among them too."""
    paths = [f"properties.{name}[*]" for name in properties]
    return {"path": paths, "country": country, "mixed": True} | ({"only": [only]} if only else {})


_IDENTIFIERS: Final[dict[str, Any]] = {
    "document": _numbers("passportNumber", "idNumber", country=_COUNTRIES),
    "national_number": _numbers("idNumber", "taxNumber", country=_COUNTRIES, only="BE"),
    "phone": {"path": "properties.phone[*]", "mixed": True},
}
_SEVERAL_BIRTHS: Final = [{"path": "properties.birthDate.1", "exists": True}]
_NAME: Final[dict[str, Any]] = {"full": ["caption", "properties.name.0"], "order": "any"}


def _exist(**wanted: bool) -> list[dict[str, Any]]:
    return [{"path": f"properties.{name}", "exists": there} for name, there in wanted.items()]


def _person(name: Mapping[str, Any], *when: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "person",
        "when": [_schema("Person"), *when],
        "id": "id",
        "at": _MOMENT,
        "person": name,
        "born": "properties.birthDate.0",
        "sex": {"path": "properties.gender.0", "values": {"male": "M", "female": "F", "other": "X"}},
        "identifiers": _IDENTIFIERS,
        "facts": _LISTED
        | {
            "nationality": {"path": ["properties.nationality", "properties.citizenship"]},
            "birth_place": "properties.birthPlace",
            "profession": "properties.position",
            "address": "properties.address",
            "born": {"path": "properties.birthDate", "kind": "text", "when": _SEVERAL_BIRTHS},
        },
        "warnings": _WARNINGS,
    }


def _named(*roles: str) -> dict[str, Any]:
    """Those whom an entity names: they lead on, and what is known of them warns."""
    relations, warnings = [], []
    for role in roles:
        each = f"properties.{role}"
        person = {"role": _ROLES[role], "each": each, "title": "{caption}"}
        relations += [
            person
            | {
                "type": "person", "name": _NAME, "title": "", "born": "properties.birthDate.0",
                "identifiers": _IDENTIFIERS, "when": [_schema("Person", "Thing")],
            },
            person | {"type": "organisation", "when": [_schema(*_FIRMS)]},
        ]  # fmt: skip
        warnings += [warning | {"each": each} for warning in _WARNINGS]
    return {"relations": relations, "warnings": [*_WARNINGS, *warnings]}


_FIRMS: Final = ("Company", "Organization", "LegalEntity", "PublicBody")
_ROLES: Final = {"holder": "holder", "owner": "owner", "operator": "keeper", "director": "director"}

NAMING: Final = {"holder": "holder", "owner": "owner", "operator": "operator", "director": "mandate"}
"""Property that names other entities → the fact that says so where they are known by id alone."""

MAPS: Final[list[dict[str, Any]]] = [
    _person(
        {"family": "properties.lastName", "given": "properties.firstName", "within": "caption"},
        *_exist(lastName=True, firstName=True),
    ),
    _person(_NAME, *_exist(lastName=True, firstName=False)),
    _person(_NAME, *_exist(lastName=False)),
    {
        "type": "organisation",
        "when": [_schema(*_FIRMS)],
        "id": "id",
        "at": _MOMENT,
        "title": "{caption|properties.name.0}",
        "identifiers": {
            "company": _numbers("registrationNumber", "vatCode", "taxNumber", country=_SEATS, only="BE"),
            "phone": {"path": "properties.phone[*]", "mixed": True},
        },
        "facts": _LISTED | {"legal_form": "properties.legalForm", "address": "properties.address"},
        **_named("owner", "director"),
    },
    {
        "type": "vehicle",
        "when": [_schema("Vehicle")],
        "id": "id",
        "at": _MOMENT,
        "title": "{properties.registrationNumber.0|caption}",
        "subtitle": "{properties.model.0}",
        "identifiers": {
            "plate": _numbers("registrationNumber", country=["properties.country[*]"])
            | {"when": _exist(country=True)}
        },
        "facts": _LISTED | {"model": "properties.model"},
        **_named("owner", "operator"),
    },
    {
        "type": "document",
        "when": [_schema("Passport", "Identification"), {"path": "properties.number", "exists": True}],
        "id": "id",
        "at": _MOMENT,
        "title": "{properties.number.0}",
        "identifiers": {"document": _numbers("number", country=["properties.country[*]"])},
        "facts": {"dataset": "datasets", "issuing_country": "properties.country"},
        **_named("holder"),
    },
]
"""`[[map]]`s as a source's file would have them."""

NAMES: Final = [
    "caption",
    "properties.name",
    "properties.alias",
    "properties.weakAlias",
    "properties.previousName",
]
"""Paths of all names of an entity."""
BIRTHS: Final = ["properties.birthDate"]


def with_ftm(content: dict[str, Any]) -> dict[str, Any]:
    """A list in this format whose file says nothing about maps or names gets these."""
    place = content.get("list")
    if content.get("kind") != "list" or not isinstance(place, dict) or place.get("format") != "ftm":
        return content
    return {"map": MAPS} | content | {"list": {"names": NAMES, "births": BIRTHS} | place}
