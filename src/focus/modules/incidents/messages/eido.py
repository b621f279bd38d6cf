"""NENA-STA-021.1b EIDO JSON: what a North American emergency service knows of an incident."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final, Literal

from focus.modules.incidents.messages.components import Component, Components
from focus.modules.incidents.messages.eido_people import item, person, vehicle
from focus.modules.incidents.messages.eido_places import place
from focus.modules.incidents.messages.eido_work import (
    additional,
    call,
    caution,
    contact,
    linked,
    media,
    merged,
    note,
    resource,
)
from focus.modules.incidents.messages.incident import Priority, Report
from focus.modules.incidents.messages.kinds import kind_of
from focus.modules.incidents.messages.parts import Part, rest_of
from focus.modules.incidents.messages.trees import json_tree
from focus.modules.incidents.messages.unreadable import Unreadable

_CLOSED: Final = frozenset({"closed", "cancelled", "canceled", "completed"})


def read(octets: bytes) -> Report:
    """One EIDO. Raises `Unreadable`.

    It always tells the whole incident. It has no number of its own: `sent_at` is its `lastUpdateTimeStamp`,
    and the same octets are the same message.
    """
    root = Part(json_tree(octets))
    version = root.needed("eidoVersion")
    if version != "1.0":
        raise Unreadable("unknown_version", root.path("eidoVersion"), "1.0 is read")
    parts = Components(root)
    head = parts.opened(root)
    if not head.id or head.stamp.at is None:
        raise Unreadable("missing", root.path("lastUpdateTimeStamp" if head.id else "$id"))
    return Report(
        system="eido",
        standard=f"eido/{version}",
        source=root.needed("issuingElementIdentification"),
        incident_id=head.id,
        message_id="sha256:" + hashlib.sha256(octets).hexdigest(),
        sent_at=head.stamp.at,
        stamp=head.stamp,
        whole=True,
        **_incident(root, parts),
        **_components(parts),
        links=tuple(parts.links),
        rest=rest_of(root),
    )


def _incident(root: Part, parts: Components) -> dict[str, Any]:
    """The one incident component, as fields of `Report`; an EIDO of a call alone has none."""
    said = root.part("incidentComponent")
    if said is None:
        return {"kind": "update"}
    incident = parts.opened(said)
    parts.links.extend(incident.origin)
    names = ("incidentTypeInternalCode", "incidentTypeInternalText", "incidentTypeCommonRegistryText")
    keywords = tuple(word for name in names if (word := said.text(name)))
    statuses = (*said.texts("incidentStatusCommonRegistryText"), *said.texts("incidentStatusInternalText"))
    state: Literal["open", "closed"] = "closed" if _CLOSED & {word.lower() for word in statuses} else "open"
    return {
        "kind": "close" if state == "closed" else "update",
        "state": state,
        "acted_at": incident.stamp.at,
        "local_id": said.text("internalIncidentId"),
        "title": keywords[-1] if len(keywords) == 1 else " ".join(keywords[1:2]),
        "keywords": keywords,
        "incident_kind": kind_of(keywords),
        "statuses": statuses,
        "priority": _priority(said),
        **_disposition(said),
    }


def _priority(said: Part) -> Priority | None:
    number = said.integer("incidentCommonPriorityNumber")
    words = (said.text("incidentPriorityInternalText"), "" if number is None else str(number))
    as_given = tuple(word for word in words if word)
    return Priority(as_given=as_given) if as_given else None


def _disposition(said: Part) -> Mapping[str, str]:
    """How it ended: the disposition that is called primary, or the only one. Others stay."""
    found = said.parts("dispositionComponent")
    name = "dispositionPrimaryIndicator"
    flags = [(one, one.flag(name)) for one in found]
    for one, flag in flags:
        if flag is not None:
            one.restore(name, flag)
    primary = [one for one, flag in flags if flag] or list(found[:1])
    if not primary:
        return {}
    return {
        "result": primary[0].text("dispositionCommonRegistryCode"),
        "reason": primary[0].text("dispositionDescriptionText"),
    }


def _components(parts: Components) -> dict[str, Any]:
    contacts = parts.each("callbackComponent", contact)
    by_id = {one.id: one.uris for one in contacts}

    def reached(component: Component) -> Any:
        return person(
            component, [uri for to in component.to("callBackReference") for uri in by_id.get(to, ())]
        )

    return {
        "contacts": contacts,
        "calls": parts.each("callComponent", call),
        "places": parts.each("locationComponent", place),
        "persons": parts.each("personComponent", reached),
        "vehicles": parts.each("vehicleComponent", vehicle),
        "things": parts.each("itemComponent", item),
        "cautions": parts.each("cautionComponent", caution),
        "log": parts.each("notesComponent", note),
        "resources": parts.each("emergencyResourceComponent", resource),
        "attachments": (
            *parts.each("mediaComponent", media),
            *parts.each("additionalDataComponent", additional),
        ),
        "related": (*parts.each("mergeComponent", merged), *parts.each("linkComponent", linked)),
    }
