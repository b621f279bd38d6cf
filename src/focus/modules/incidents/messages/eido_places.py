"""EIDO: places, which it holds as PIDF-LO (RFC 4119, 5139, 5491), an XML text of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from focus.modules.incidents.messages.components import Component
from focus.modules.incidents.messages.form import Place, PlaceRole
from focus.modules.incidents.messages.markup import xml_tree
from focus.modules.incidents.messages.parts import Part
from focus.modules.incidents.messages.pidf import NAMESPACES, Located, located
from focus.modules.incidents.messages.unreadable import Unreadable

_GAPS: Final = re.compile(r"[^a-z]+")
_ROLES: Final[Mapping[str, PlaceRole]] = {
    "incident": "incident",
    "incidentlocation": "incident",
    "caller": "caller",
    "callerlocation": "caller",
    "routing": "routing",
    "routinglocation": "routing",
    "staging": "staging",
    "destination": "destination",
    "unit": "unit",
    "responder": "unit",
    "person": "person",
}


def place(one: Component) -> Place:
    """A place by value, by reference, or both."""
    said = one.said
    given = said.text("locationTypeDescriptionRegistryText")
    uri = said.text("locationByReferenceUrl")
    found = _by_value(said)
    return Place(
        id=one.id,
        role=_ROLES.get(_GAPS.sub("", given.lower()), "other"),
        as_given=given,
        text=" ".join(filter(None, (said.text("locationDescriptionText"), found.landmark))),
        address=found.address,
        point=found.point,
        areas=found.areas,
        name=found.name,
        within=found.building,
        floor=found.floor,
        room=found.room,
        uris=(uri,) if uri else (),
        cell=said.text("cellTowerSectorId"),
        stamp=one.stamp,
    )


def _by_value(said: Part) -> Located:
    """The place inside the XML. One that cannot be read stays in the rest as it came: the incident counts
    more."""
    name = "locationByValue"
    if not said.has(name):
        return Located()
    text = said.text(name)
    try:
        _, tree = xml_tree(text.strip().encode(), NAMESPACES)
        found = located(Part(tree))
    except Unreadable:
        said.restore(name, text)
        return Located()
    said.put(name, tree)
    return found
