"""UCRI 2: the police incident and what it is made of.

The standard requires more than is asked for here, as the name of a person or the street of an address: a
caller who gave only a number is no reason to lose an incident. Ids, times and the place itself are required.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from focus.modules.incidents.messages.form import Address, Person, PersonRole, Place, Point
from focus.modules.incidents.messages.incident import ECall, LogLine, Priority, Report
from focus.modules.incidents.messages.kinds import kind_of
from focus.modules.incidents.messages.parts import Part
from focus.modules.incidents.messages.unreadable import Unreadable

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def incident(said: Part, head: Mapping[str, Any]) -> Report:
    """A police incident handed over: new, or once more with all that is known now."""
    return Report(
        **head,
        **common(said),
        kind="new",
        persons=(
            *persons_of(said, "informers", "caller"),
            *persons_of(said, "accusedPersons", "accused"),
            *persons_of(said, "victimPersons", "victim"),
        ),
        ecall=_ecall(said.part("eCallData")),
    )


def common(said: Part) -> dict[str, Any]:
    """What every incident of the standard has, as fields of `Report`."""
    keywords = said.texts("classifications")
    title = said.text("issue")
    lights = said.flag("flashingLights")
    return {
        "whole": True,
        "state": "open",
        "incident_id": shared_id(said),
        "local_id": said.text("internalId"),
        "acted_at": said.needed_moment("sentByDispatcherAt"),
        "started_at": said.moment("startTimestamp"),
        "title": title,
        "text": said.text("additionalInformation"),
        "keywords": keywords,
        "incident_kind": kind_of((*keywords, title)),
        "priority": None if lights is None else Priority(lights=lights),
        "places": (_place(said.needed_part("missionLocation")),),
        "log": log_of(said, "protocolRemarks"),
    }


def shared_id(said: Part) -> str:
    """The incident's UUID, in small letters. Raises `Unreadable`."""
    found = said.needed("sharedIncidentId").lower()
    if not _UUID.fullmatch(found):
        raise Unreadable("wrong_type", said.path("sharedIncidentId"), "a UUID is expected")
    return found


def log_of(said: Part, name: str) -> tuple[LogLine, ...]:
    """Remarks; `silent` is, by the standard's words, true where the line is to be shown."""
    return tuple(
        LogLine(
            at=line.needed_moment("timestamp"),
            text=line.text("message"),
            category=line.text("category"),
            display=line.flag("silent"),
        )
        for line in said.parts(name)
    )


def persons_of(said: Part, name: str, role: PersonRole) -> tuple[Person, ...]:
    """A list of persons in one role."""
    return tuple(person_of(one, role, name) for one in said.parts(name))


def person_of(said: Part, role: PersonRole, as_given: str) -> Person:
    """A person; in this standard `name` is the family name and `surname` the given name."""
    born = said.day("dateOfBirth")
    phone, email = said.text("phone"), said.text("email")
    return Person(
        role=role,
        as_given=(as_given,),
        family_name=said.text("name"),
        given_names=said.text("surname"),
        born=born if isinstance(born, date) else None,
        born_as_given="" if isinstance(born, date) else born,
        age=said.integer("age"),
        sex=said.text("gender"),
        nationality=said.text("nationality"),
        phones=(phone,) if phone else (),
        emails=(email,) if email else (),
        address=_address(said.part("address")),
        text=said.text("additionalInformation"),
    )


def _place(said: Part) -> Place:
    address, point = _address(said.part("address")), _point(said.part("coordinate"))
    if address is None and point is None:
        raise Unreadable("missing", said.path("address"), "an address or a coordinate")
    name, name_extra = _object(said.part("object"))
    within, within_extra = _object(said.part("superiorObject"))
    return Place(
        address=address,
        point=point,
        name=name,
        name_extra=name_extra,
        within=within,
        within_extra=within_extra,
        floor=said.text("floor"),
        room=said.text("room"),
        text=said.text("additionalInformation"),
    )


def _object(said: Part | None) -> tuple[str, str]:
    return (said.text("name"), said.text("additionalInformation")) if said else ("", "")


def _address(said: Part | None) -> Address | None:
    if said is None:
        return None
    return Address(
        street=said.text("street"),
        number=said.text("houseNumber"),
        postcode=said.text("postalCode"),
        city=said.text("city"),
        district=said.text("cityDistrict"),
        region=said.text("state"),
        country=said.text("country"),
        extra=said.text("additionalInformation"),
    )


def _point(said: Part | None) -> Point | None:
    if said is None:
        return None
    latitude, longitude = said.number("lat", -90, 90), said.number("lon", -180, 180)
    if latitude is None or longitude is None:
        raise Unreadable("missing", said.path("lat" if latitude is None else "lon"))
    return Point(latitude=latitude, longitude=longitude)


def _ecall(said: Part | None) -> ECall | None:
    if said is None:
        return None
    return ECall(
        at=said.needed_moment("timestamp"),
        automatic=said.flag("automaticActivation"),
        trusted=said.flag("positionCanBeTrusted"),
        category=said.text("vehicleType"),
        vin=said.text("vin"),
        propulsion=said.text("vehiclePropulsionStorageType"),
        position=_point(said.part("vehiclePosition")),
        direction_deg=said.integer("directionOfTravel"),
        position_before=_point(said.part("positionN1")),
        position_before_that=_point(said.part("positionN2")),
        passengers=said.integer("numberOfPassengers"),
    )
