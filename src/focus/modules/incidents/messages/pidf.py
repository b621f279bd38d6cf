"""PIDF-LO: a civic address (RFC 5139) or a shape on WGS84 (RFC 5491), with its confidence (RFC 7459)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from focus.modules.incidents.messages.form import Address, Area, Form, Named, Point
from focus.modules.incidents.messages.parts import Part
from focus.modules.incidents.messages.unreadable import Unreadable

NAMESPACES: Final = (
    "urn:ietf:params:xml:ns:pidf",
    "urn:ietf:params:xml:ns:pidf:data-model",
    "urn:ietf:params:xml:ns:pidf:geopriv10",
    "urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr",
    "urn:ietf:params:xml:ns:geopriv:conf",
    "http://www.opengis.net/gml",
    "http://www.opengis.net/pidflo/1.0",
)
_INWARDS: Final = ("device", "tuple", "person", "status", "geopriv", "location-info")
_METRE: Final = "urn:ogc:def:uom:EPSG::9001"
_WGS84: Final = ("urn:ogc:def:crs:EPSG::4326", "urn:ogc:def:crs:EPSG::4979")
_RADII: Final = {
    "Point": "",
    "Circle": "radius",
    "Sphere": "radius",
    "Ellipse": "semiMajorAxis",
    "Ellipsoid": "semiMajorAxis",
}
"""Shapes with a middle, and what says how far around it."""
_NAMED: Final = ("HNO", "HNS", "PC", "A3", "A4", "A1", "country", "LOC", "UNIT")
_STREET: Final = ("PRD", "A6", "RD", "STS", "POD")
_INSIDE: Final = ("FLR", "ROOM", "NAM", "BLD", "LMK")


class Located(Form, frozen=True, kw_only=True):
    """What of a place the document says."""

    address: Address | None = None
    point: Point | None = None
    areas: tuple[Area, ...] = ()
    name: str = ""
    building: str = ""
    floor: str = ""
    room: str = ""
    landmark: str = ""


def located(document: Part) -> Located:
    """The first address and the first shape of the document; further ones stay in it. Raises `Unreadable`."""
    found: dict[str, object] = {}
    for info in _infos(document):
        for civic in info.objects("civicAddress"):
            if "address" not in found:
                found |= _civic(civic)
        if "point" not in found and "areas" not in found:
            found |= _shape(info)
    return Located(**found)  # type: ignore[arg-type]


def _infos(part: Part) -> Iterator[Part]:
    for name in _INWARDS:
        for inner in part.objects(name):
            if name == "location-info":
                yield inner
            else:
                yield from _infos(inner)


def _civic(said: Part) -> dict[str, object]:
    street = " ".join(filter(None, (said.word(name) for name in _STREET)))
    number, suffix, postcode, city, district, region, country, extra, unit = (
        said.word(name) for name in _NAMED
    )
    floor, room, name, building, landmark = (said.word(inner) for inner in _INSIDE)
    others = (key for key in said.names() if key.isalnum() and key.isupper())
    address = Address(
        street=street,
        number=number + suffix,
        box=unit,
        postcode=postcode,
        city=city,
        district=district,
        region=region,
        country=country,
        extra=extra,
        parts=tuple(Named(name=key, value=value) for key in others for value in said.words(key)),
    )
    return {
        "address": address,
        "floor": floor,
        "room": room,
        "name": name,
        "building": building,
        "landmark": landmark,
    }


def _shape(info: Part) -> dict[str, object]:
    for name, radius in _RADII.items():
        for said in info.objects(name):
            if _is_wgs84(said):
                return {"point": _point(said, radius, info)}
    for said in info.objects("Polygon"):
        if _is_wgs84(said):
            return {"areas": (Area(polygons=(_ring(said),)),)}
    return {}


def _is_wgs84(said: Part) -> bool:
    """By its `srsName`, which is then taken; a shape in other coordinates stays in the rest."""
    given = said.text("@srsName")
    if given in ("", *_WGS84):
        return True
    said.restore("@srsName", given)
    return False


def _point(said: Part, radius: str, info: Part) -> Point:
    numbers = _numbers(said.word("pos"), said)
    if len(numbers) not in (2, 3):
        raise Unreadable("wrong_type", said.path("pos"))
    confidence = _numbers(info.word("confidence"), info)
    return Point(
        latitude=_within(numbers[0], 90, said),
        longitude=_within(numbers[1], 180, said),
        altitude_m=numbers[2] if len(numbers) == 3 else None,
        uncertainty_m=_metres(said, radius) if radius else None,
        confidence=confidence[0] if confidence else None,
    )


def _metres(said: Part, name: str) -> float | None:
    """A length; in another unit than metres it stays in the rest."""
    for length in said.objects(name):
        unit = length.text("@uom")
        if unit not in ("", _METRE):
            length.restore("@uom", unit)
            return None
        return (*_numbers(length.text("#text"), said), None)[0]
    return (*_numbers(said.word(name), said), None)[0]


def _ring(said: Part) -> tuple[tuple[float, float], ...]:
    numbers: list[float] = []
    for exterior in said.objects("exterior"):
        for ring in exterior.objects("LinearRing"):
            for text in (*ring.words("posList"), *ring.words("pos")):
                numbers.extend(_numbers(text, said))
    if len(numbers) < 8 or len(numbers) % 2:
        raise Unreadable("wrong_type", said.path("exterior"), "a ring of at least four points")
    return tuple(
        (_within(y, 90, said), _within(x, 180, said))
        for y, x in zip(numbers[::2], numbers[1::2], strict=True)
    )


def _numbers(text: str, said: Part) -> list[float]:
    try:
        return [float(word) for word in text.split()]
    except ValueError:
        raise Unreadable("wrong_type", said.path(), "numbers are expected") from None


def _within(number: float, most: float, said: Part) -> float:
    if not -most <= number <= most:
        raise Unreadable("out_of_range", said.path(), f"from {-most} to {most}")
    return number
