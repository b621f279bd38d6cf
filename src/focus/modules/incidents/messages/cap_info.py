"""CAP 1.2: what an alert says in one language, and where it holds."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from focus.modules.incidents.messages.alert import Told
from focus.modules.incidents.messages.form import Area, Attachment, Circle, Named
from focus.modules.incidents.messages.parts import Part, moment_of
from focus.modules.incidents.messages.unreadable import Unreadable

_CATEGORIES: Final = (
    "Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE",
    "Other",
)  # fmt: skip
_RESPONSES: Final = (
    "Shelter",
    "Evacuate",
    "Prepare",
    "Execute",
    "Avoid",
    "Monitor",
    "Assess",
    "AllClear",
    "None",
)
_URGENCIES: Final = ("Immediate", "Expected", "Future", "Past", "Unknown")
_SEVERITIES: Final = ("Extreme", "Severe", "Moderate", "Minor", "Unknown")
_CERTAINTIES: Final = ("Observed", "Likely", "Possible", "Unlikely", "Unknown", "Very Likely")
"""`Very Likely` is of CAP 1.0; the standard asks that it be taken."""


def once(part: Part, name: str) -> str:
    """The text of an element that stands at most once, "" where there is none. Raises `Unreadable`."""
    found = part.words(name)
    if len(found) > 1:
        raise Unreadable("duplicate_name", part.path(name), "at most once")
    return found[0] if found else ""


def needed(part: Part, name: str) -> str:
    """The text of an element that must be there, once. Raises `Unreadable`."""
    if found := once(part, name):
        return found
    raise Unreadable("missing", part.path(name))


def one_of(part: Part, name: str, allowed: tuple[str, ...]) -> str:
    """The text of an element that must be there and is one of some. Raises `Unreadable`."""
    return _known(needed(part, name), part.path(name), allowed)


def when(part: Part, name: str) -> datetime | None:
    """A time with its zone, or None. Raises `Unreadable`."""
    found = once(part, name)
    return moment_of(found, part.path(name)) if found else None


def told(info: Part) -> Told:
    """One `info`. Raises `Unreadable`."""
    return Told(
        language=once(info, "language") or "en-US",
        categories=_some(info, "category", _CATEGORIES),
        event=needed(info, "event"),
        responses=_some(info, "responseType", _RESPONSES),
        urgency=one_of(info, "urgency", _URGENCIES),
        severity=one_of(info, "severity", _SEVERITIES),
        certainty=one_of(info, "certainty", _CERTAINTIES),
        audience=once(info, "audience"),
        event_codes=_named(info, "eventCode"),
        effective=when(info, "effective"),
        onset=when(info, "onset"),
        expires=when(info, "expires"),
        sender_name=once(info, "senderName"),
        headline=once(info, "headline"),
        text=once(info, "description"),
        instruction=once(info, "instruction"),
        web=once(info, "web"),
        contact=once(info, "contact"),
        parameters=_named(info, "parameter"),
        areas=tuple(_area(area) for area in info.objects("area")),
        attachments=tuple(_attachment(resource) for resource in info.objects("resource")),
    )


def _some(part: Part, name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_known(word, part.path(name), allowed) for word in part.words(name))


def _known(word: str, path: str, allowed: tuple[str, ...]) -> str:
    if word not in allowed:
        raise Unreadable("unknown_value", path, "one of " + ", ".join(allowed))
    return word


def _named(part: Part, name: str) -> tuple[Named, ...]:
    return tuple(Named(name=once(one, "valueName"), value=once(one, "value")) for one in part.objects(name))


def _attachment(said: Part) -> Attachment:
    """A file by reference; one that came along (`derefUri`) stays in the rest."""
    size = once(said, "size")
    if size and not (size.isascii() and size.isdigit() and len(size) < 16):
        raise Unreadable("wrong_type", said.path("size"), "a whole number is expected")
    return Attachment(
        uri=once(said, "uri"),
        content_type=once(said, "mimeType"),
        label=once(said, "resourceDesc"),
        octets=int(size) if size else None,
        digest=once(said, "digest"),
    )


def _area(said: Part) -> Area:
    return Area(
        text=once(said, "areaDesc"),
        polygons=tuple(_polygon(text, said.path("polygon")) for text in said.words("polygon")),
        circles=tuple(_circle(text, said.path("circle")) for text in said.words("circle")),
        codes=_named(said, "geocode"),
        altitude_ft=_number(once(said, "altitude"), said.path("altitude")),
        ceiling_ft=_number(once(said, "ceiling"), said.path("ceiling")),
    )


def _polygon(text: str, path: str) -> tuple[tuple[float, float], ...]:
    """`lat,lon lat,lon …`, at least four, the last as the first."""
    ring = tuple(_pair(pair, path) for pair in text.split())
    if len(ring) < 4 or ring[0] != ring[-1]:
        raise Unreadable("malformed", path, "a closed ring of at least four points")
    return ring


def _circle(text: str, path: str) -> Circle:
    """`lat,lon radius`, the radius in kilometres."""
    centre, _, radius = text.partition(" ")
    latitude, longitude = _pair(centre, path)
    kilometres = _number(radius.strip(), path)
    if kilometres is None or not 0 <= kilometres <= 20_040:
        raise Unreadable("out_of_range", path, "a radius in kilometres")
    return Circle(latitude=latitude, longitude=longitude, radius_m=kilometres * 1000)


def _pair(text: str, path: str) -> tuple[float, float]:
    first, _, second = text.partition(",")
    latitude, longitude = _number(first, path), _number(second, path)
    if latitude is None or longitude is None:
        raise Unreadable("malformed", path, "latitude,longitude is expected")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Unreadable("out_of_range", path, "degrees on WGS84")
    return latitude, longitude


def _number(text: str, path: str) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        raise Unreadable("wrong_type", path, "a number is expected") from None
    if not abs(number) < 1e9:
        raise Unreadable("out_of_range", path)
    return number
