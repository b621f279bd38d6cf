"""Crews, incidents and others as Cursor on Target events. Pure.

An event is XML of the schema "Event 2.0" of MITRE's Cursor on Target: a `uid`, a type of MIL-STD-2525 in
lower case, when it was so and until when it holds, a point (WGS 84, metres), and details that clients know.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from focus.modules.incidents.public import Incident, Position

CREW: Final = "a-f-G-U-C"
"""Friendly, on the ground, a unit."""
INCIDENT: Final = "b-m-p-s-m"
"""A spot on the map."""
DELETE: Final = "t-x-d-d"
PONG: Final = "t-x-c-t-r"
POSITION_HOLDS: Final = timedelta(minutes=10)
INCIDENT_HOLDS: Final = timedelta(minutes=15)
"""Longer than the time after which everything is told anew."""
UNKNOWN: Final = "9999999.0"
"""What the schema writes for a height or an error that nobody knows."""
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_COLOURS: Final = {1: "-65536", 2: "-35072", 3: "-256", 4: "-1", 5: "-1"}
"""ARGB as a signed number: red, orange, yellow, white."""


def position_event(position: Position) -> bytes:
    """Where a crew was last, or what a foreign system told of."""
    event = _event(position.id.hex, CREW, position.at, position.at + POSITION_HOLDS, how="m-g")
    _point(event, position.longitude, position.latitude, position.within_m)
    detail = SubElement(event, "detail")
    SubElement(detail, "contact", callsign=position.call_sign)
    SubElement(detail, "__group", name="Blue", role="Team Member")
    if position.heading is not None:
        SubElement(detail, "track", course=f"{position.heading:.1f}", speed="0.0")
    if position.doubtful:
        SubElement(detail, "remarks").text = "?"
    return _octets(event)


def incident_event(incident: Incident, now: datetime) -> bytes | None:
    """An open incident as a marker with its priority's colour; None where nobody knows the place.

    It names no persons: who they are stays here.
    """
    place = incident.place
    if place.longitude is None or place.latitude is None:
        return None
    event = _event(incident.id.hex, INCIDENT, incident.changed_at, now + INCIDENT_HOLDS, how="h-g-i-g-o")
    _point(event, place.longitude, place.latitude, place.within_m)
    detail = SubElement(event, "detail")
    priority = f"P{incident.priority} " if incident.priority else ""
    SubElement(detail, "contact", callsign=f"{priority}{incident.number}")
    colour = _COLOURS.get(incident.priority or 0, "-1")
    SubElement(detail, "color", argb=colour)
    SubElement(detail, "usericon", iconsetpath=f"COT_MAPPING_SPOTMAP/{INCIDENT}/{colour}")
    SubElement(detail, "remarks").text = _remarks(incident)
    return _octets(event)


def delete_event(uid: str, now: datetime) -> bytes:
    """Something is over: clients take it off their map."""
    event = _event(f"{uid}-over", DELETE, now, now + timedelta(minutes=1), how="h-g-i-g-o")
    _point(event, 0.0, 0.0, None)
    detail = SubElement(event, "detail")
    SubElement(detail, "link", uid=uid, relation="p-p", type="none")
    SubElement(detail, "__forcedelete")
    return _octets(event)


def pong_event(now: datetime) -> bytes:
    """The answer to a client that asks whether anybody is there."""
    event = _event("takPong", PONG, now, now + timedelta(seconds=20), how="m-g")
    _point(event, 0.0, 0.0, None)
    return _octets(event)


def _event(uid: str, kind: str, at: datetime, stale: datetime, *, how: str) -> Element:
    start = _written(at)
    return Element(
        "event", version="2.0", uid=uid, type=kind, how=how, time=start, start=start, stale=_written(stale)
    )


def _point(event: Element, longitude: float, latitude: float, within_m: float | None) -> None:
    error = UNKNOWN if within_m is None else f"{within_m:.1f}"
    SubElement(
        event, "point", lat=f"{latitude:.7f}", lon=f"{longitude:.7f}", hae=UNKNOWN, ce=error, le=UNKNOWN
    )


def _octets(event: Element) -> bytes:
    """What no XML holds is a blank: one such sign in a call sign would break a client's reader."""
    written: str = tostring(event, encoding="unicode")
    return b"<?xml version='1.0' encoding='utf-8'?>\n" + _UNWRITABLE.sub(" ", written).encode()


def _remarks(incident: Incident) -> str:
    place = incident.place
    address = " ".join(part for part in (place.street, place.number, place.postcode, place.town) if part)
    crews = ", ".join(
        one.call_sign for one in incident.crews if one.state not in ("available", "unavailable")
    )
    words = (incident.title, address or place.text, crews, "wapen / arme" if incident.weapon else "")
    return " · ".join(word for word in words if word)


def _written(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
