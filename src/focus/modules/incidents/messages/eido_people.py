"""EIDO: persons, vehicles and items, whose details are components of NIEM."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from focus.modules.incidents.messages.components import Component
from focus.modules.incidents.messages.form import Named, Person, PersonRole, Thing, Vehicle
from focus.modules.incidents.messages.parts import Part

_ROLES: Final[Mapping[str, PersonRole]] = {
    "suspect": "accused",
    "accused": "accused",
    "offender": "accused",
    "victim": "victim",
    "patient": "patient",
    "caller": "caller",
    "reportingparty": "caller",
    "witness": "witness",
}
"""In the order in which they win where somebody has several."""
_DETAILS: Final = (
    "accent", "build", "ethnicity", "eyeColor", "facialHair", "generalAppearanceDescription", "hairColor",
    "heightDescription", "mentalState", "moodDescription", "physicalDisability", "weightDescription",
)  # fmt: skip
_PLATES: Final = ("conveyanceRegistrationPlateIdentification", "registrationPlateIdentification")


def person(one: Component, uris: Iterable[str]) -> Person:
    """A person; `uris` are the ways to call them back."""
    said = one.said
    roles = said.texts("personIncidentRoleRegistryText")
    reached = tuple(uris)
    return Person(
        id=one.id,
        as_given=roles,
        role=_role(roles),
        phones=tuple(uri.removeprefix("tel:") for uri in reached if uri.startswith("tel:")),
        uris=tuple(uri for uri in reached if not uri.startswith("tel:")),
        calls=said.texts("callIdentifier"),
        stamp=one.stamp,
        **_known(said.part("ncPersonComponent")),  # type: ignore[arg-type]
    )


def vehicle(one: Component) -> Vehicle:
    """A vehicle."""
    said = one.said
    known = said.part("ncVehicleComponent") or Part({})
    return Vehicle(
        id=one.id,
        as_given=said.texts("vehicleRelationshipType"),
        at=said.moment("vehicleRelationshipTimeStamp"),
        plate=" ".join(number for name in _PLATES for number in _numbers(known, name)),
        vin=" ".join(_numbers(known, "identification")),
        make=_first(known, "makeName", "makeCode"),
        model=_first(known, "modelName", "modelCode"),
        colour=_first(known, "conveyanceColorPrimary", "colorDescription"),
        category=_word(known, "category"),
        text=_word(known, "description"),
        stamp=one.stamp,
    )


def item(one: Component) -> Thing:
    """An object. The standard describes its component and forgets the list; it is read as `itemComponent`."""
    known = one.said.part("ncItemType") or Part({})
    weapons = known.flags("isWeapon")
    return Thing(
        id=one.id,
        name=_word(known, "name"),
        category=_word(known, "category"),
        number=" ".join(_numbers(known, "serialIdentification")),
        weapon=any(weapons) if weapons else None,
        text=_word(known, "description"),
        stamp=one.stamp,
    )


def _known(known: Part | None) -> dict[str, object]:
    """What NIEM says of a person, as fields of `Person`."""
    if known is None:
        return {}
    name = (*known.objects("name"), Part({}))[0]
    given = (_word(name, "personGivenName"), _word(name, "personMiddleName"))
    family = (_word(name, "personSurNamePrefix"), _word(name, "personSurName"))
    birth = (*known.objects("birthDate"), Part({}))[0]
    born = _word(birth, "date")
    day = Part({"born": born}).day("born")
    return {
        "given_names": " ".join(filter(None, given)),
        "family_name": " ".join(filter(None, family)),
        "full_name": _word(name, "personFullName"),
        "born": day if isinstance(day, date) else None,
        "born_as_given": "" if isinstance(day, date) else born,
        "sex": _first(known, "sex", "sexCode"),
        "nationality": _first(known, "nationality", "nationalityIso3166Alpha2Code"),
        "text": _word(known, "description"),
        "details": tuple(Named(name=word, value=value) for word in _DETAILS if (value := _word(known, word))),
    }


def _role(roles: Iterable[str]) -> PersonRole:
    words = {"".join(filter(str.isalpha, role)).lower() for role in roles}
    return next((role for word, role in _ROLES.items() if word in words), "other")


def _word(said: Part, name: str) -> str:
    """A text of NIEM: it comes as it is, as an object with `value`, or as a list of either."""
    return said.word(name, "value")


def _first(said: Part, *names: str) -> str:
    """The first of several names that says something; the others stay."""
    return next((word for name in names if (word := _word(said, name))), "")


def _numbers(said: Part, name: str) -> tuple[str, ...]:
    """What identifies, as `identificationID` of objects or as texts."""
    inside = tuple(word for one in said.objects(name) for word in one.words("identificationID", "value"))
    return (*inside, *said.words(name, "value"))
