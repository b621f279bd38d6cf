"""A message of a camera system: octets in, a checked message out, or why not. Pure.

The body is `Message` as JSON; `schema()` is its JSON Schema. Its signature is checked before. Names that it
does not have are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, Literal
from unicodedata import normalize

import msgspec

from focus.modules.cameras.jpeg import NoPicture, examined
from focus.modules.cameras.records import Camera, Confidence, Country, Id, Name, Plate, Short, Text

MOST_OCTETS: Final = 2 * 1024 * 1024
MOST_PICTURE: Final = 1_000_000
AHEAD: Final = timedelta(minutes=5)
"""So far may a sender's clock be ahead of ours."""
Moment = Annotated[datetime, msgspec.Meta(tz=True)]

_WHERE: Final = re.compile(r" - at `\$(?P<steps>[^`]*)`$")
_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_MISSING: Final = re.compile(r"missing required field `([^`]+)`")
_CODES: Final = (
    ("missing required field", "missing"),
    ("timezone component", "time_without_zone"),
    ("Invalid RFC3339", "not_a_time"),
    ("Invalid enum value", "unknown_value"),
    ("base64", "not_base64"),
    ("matching regex", "unknown_value"),
    ("of length", "wrong_length"),
    ("out of range", "out_of_range"),
    (">=", "out_of_range"),
    ("<=", "out_of_range"),
    ("< ", "out_of_range"),
)


class Unreadable(Exception):
    """A message that is not taken in. `path`: a JSON pointer; neither repeats what the message holds."""

    def __init__(self, code: str, path: str = "") -> None:
        super().__init__(f"{code} at {path or '/'}")
        self.code, self.path = code, path


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """The list that names the plate."""

    code: Id
    name: Name
    owner: Name


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Why the plate is on it, since when, and what to do."""

    list: Listing
    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=1_000)]
    since: Moment
    instruction: Text = ""
    contact: Short = ""


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One plate at one camera. What is absent is not said."""

    type: Literal["cameras.read", "cameras.hit"]
    id: Id
    """Equal to the header `webhook-id`, and the same when the message is sent again."""
    plate: Plate
    country: Country
    seen_at: Moment
    camera: Camera
    direction: Short = ""
    lane: Short = ""
    speed: Annotated[float, msgspec.Meta(ge=0, le=1_000)] | None = None
    """km/h."""
    make: Short = ""
    colour: Short = ""
    confidence: Confidence | None = None
    picture: bytes = b""
    """A JPEG in base64, of at most 1,000,000 octets; kept of hits alone."""
    hit: Listed | None = None


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the body."""
    return msgspec.json.schema(Message)


def read(octets: bytes, *, signed: str, now: datetime, oldest: datetime) -> Message:
    """One message that its feed signed as `signed`. `oldest`: what is older would be erased at once.

    Raises Unreadable.
    """
    message = _decoded(octets)
    _check_texts(message)
    if message.id != signed:
        raise Unreadable("wrong_id", "/id")
    if (message.type == "cameras.hit") != (message.hit is not None):
        raise Unreadable("missing" if message.hit is None else "unknown_value", "/hit")
    if not plate_key(message.plate):
        raise Unreadable("no_plate", "/plate")
    if message.seen_at > now + AHEAD:
        raise Unreadable("from_the_future", "/seen_at")
    if message.seen_at < oldest:
        raise Unreadable("too_old", "/seen_at")
    if message.picture:
        _check_picture(message.picture)
    return message


def plate_key(plate: str) -> str:
    """A plate as it is compared: capitals and digits alone, wide ones like the others."""
    return "".join(letter for letter in normalize("NFKC", plate).upper() if letter.isalnum())


def _decoded(octets: bytes) -> Message:
    try:
        return msgspec.json.decode(octets, type=Message)
    except RecursionError:
        raise Unreadable("too_deep") from None
    except msgspec.ValidationError as problem:
        raise _why(str(problem)) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Unreadable("malformed") from None


def _why(words: str) -> Unreadable:
    """The code and pointer of a validation error, without the value that it may name."""
    found = _WHERE.search(words)
    path = "".join(f"/{name or at}" for name, at in _STEP.findall(found["steps"])) if found else ""
    code = next((code for mark, code in _CODES if mark in words), "wrong_type")
    missing = _MISSING.search(words)
    return Unreadable(code, f"{path}/{missing[1]}" if missing else path)


def _check_texts(message: Message) -> None:
    """PostgreSQL keeps no NUL."""
    for path, text in _texts(message, ""):
        if "\0" in text:
            raise Unreadable("unstorable_text", path)


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name), f"{path}/{name}")
    elif isinstance(value, str):
        yield path, value


def _check_picture(picture: bytes) -> None:
    if len(picture) > MOST_PICTURE:
        raise Unreadable("too_large", "/picture")
    try:
        examined(picture)
    except NoPicture:
        raise Unreadable("no_picture", "/picture") from None
