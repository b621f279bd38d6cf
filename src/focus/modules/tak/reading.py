"""Cursor on Target events as they come in: cut out of the stream, then read without trust. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from typing import Final
from xml.parsers import expat

MOST_OCTETS: Final = 64 * 1024
"""Of one event: those of clients have a few hundred."""
MOST_PARTS: Final = 500
DEEPEST: Final = 20
PING: Final = "t-x-c-t"
_END: Final = b"</event>"


class Unreadable(Exception):
    """What is no event. `code`: too_large, malformed, forbidden_markup, too_deep, too_many_parts, missing,
    not_a_time, out_of_range; `path`: where, as `/event/point/@lat`."""

    def __init__(self, code: str, path: str = "") -> None:
        super().__init__(f"{code} at {path or '/'}")
        self.code, self.path = code, path


@dataclass(frozen=True)
class Told:
    """What an event says, as far as anybody here wants to know."""

    uid: str
    kind: str
    at: datetime
    stale: datetime
    longitude: float
    latitude: float
    within_m: float | None
    call_sign: str
    heading: float | None

    @property
    def is_friend(self) -> bool:
        """Somebody of ours or who is with us, on the ground, in the air or on the water."""
        return self.kind.startswith("a-f-")


@dataclass(slots=True)
class Cutter:
    """Events out of a stream of octets: XML documents one after the other, with or without declarations."""

    _rest: bytes = b""

    def feed(self, octets: bytes) -> list[bytes]:
        """The events that are whole now. Raises Unreadable: too_large."""
        *whole, self._rest = (self._rest + octets).split(_END)
        if len(self._rest) > MOST_OCTETS or any(len(one) > MOST_OCTETS for one in whole):
            raise Unreadable("too_large")
        return [one[max(one.find(b"<event"), 0) :] + _END for one in whole]


def read(octets: bytes) -> Told:
    """One event. Raises Unreadable."""
    found = _parsed(octets)
    event = found.first("event")
    point = found.first("event/point")
    error = _number(point, "ce", "event/point")
    heading = found.of("event/detail/track").get("course")
    return Told(
        uid=_given(event, "uid", "event")[:200],
        kind=_given(event, "type", "event")[:60],
        at=_moment(event, "time", "event"),
        stale=_moment(event, "stale", "event"),
        longitude=_within(_number(point, "lon", "event/point"), 180, "event/point/@lon"),
        latitude=_within(_number(point, "lat", "event/point"), 90, "event/point/@lat"),
        within_m=error if 0 <= error < 1_000_000 else None,
        call_sign=_plain(found.of("event/detail/contact").get("callsign", ""))[:20].strip(),
        heading=_course(heading),
    )


@dataclass(slots=True)
class _Found:
    """The attributes of each element by its path, the first of each."""

    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    count: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1 + len(attributes)
        if self.count > MOST_PARTS:
            raise Unreadable("too_many_parts", "/" + "/".join(self.path))
        if len(self.path) >= DEEPEST:
            raise Unreadable("too_deep", "/" + "/".join(self.path))
        self.path.append(name)
        self.attributes.setdefault("/".join(self.path), attributes)

    def end(self, _: str) -> None:
        self.path.pop()

    def of(self, path: str) -> dict[str, str]:
        return self.attributes.get(path, {})

    def first(self, path: str) -> dict[str, str]:
        if path not in self.attributes:
            raise Unreadable("missing", f"/{path}")
        return self.attributes[path]


def _parsed(octets: bytes) -> _Found:
    found = _Found()
    parser = expat.ParserCreate()
    parser.StartElementHandler = found.start
    parser.EndElementHandler = found.end
    parser.StartDoctypeDeclHandler = _forbidden
    try:
        parser.Parse(octets, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise Unreadable("malformed", "/" + "/".join(found.path)) from None
    return found


def _forbidden(*_: object) -> None:
    raise Unreadable("forbidden_markup")


def _given(attributes: dict[str, str], name: str, path: str) -> str:
    value = attributes.get(name, "").strip()
    if not value:
        raise Unreadable("missing", f"/{path}/@{name}")
    return value


def _number(attributes: dict[str, str], name: str, path: str) -> float:
    try:
        value = float(_given(attributes, name, path))
    except ValueError:
        raise Unreadable("out_of_range", f"/{path}/@{name}") from None
    if not isfinite(value):
        raise Unreadable("out_of_range", f"/{path}/@{name}")
    return value


def _within(value: float, most: float, path: str) -> float:
    if abs(value) > most:
        raise Unreadable("out_of_range", f"/{path}")
    return value


def _plain(written: str) -> str:
    """Without signs that are not seen: they turn what stands beside them."""
    return " ".join("".join(one if one.isprintable() else " " for one in written[:1_000]).split())


def _moment(attributes: dict[str, str], name: str, path: str) -> datetime:
    written = _given(attributes, name, path)
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        raise Unreadable("not_a_time", f"/{path}/@{name}") from None
    if at.tzinfo is None:
        raise Unreadable("not_a_time", f"/{path}/@{name}")
    return at


def _course(written: str | None) -> float | None:
    try:
        value = float(written or "")
    except ValueError:
        return None
    return value % 360 if isfinite(value) else None
