"""Our own webhook for incidents: for control rooms that speak none of the standards.

The body is `Message` as JSON; `schema()` is its JSON Schema. Its signature is checked
before (`focus.core.webhooks.signing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from focus.modules.incidents.messages import form, incident
from focus.modules.incidents.messages.incident import Report, Rest
from focus.modules.incidents.messages.kinds import KINDS, kind_of
from focus.modules.incidents.messages.parts import of_our_time
from focus.modules.incidents.messages.trees import escaped, json_tree
from focus.modules.incidents.messages.unreadable import Code, Unreadable


class Message(form.Form, frozen=True, kw_only=True):
    """A message as it is sent. What is absent is not said. Every name is one of `Report` too."""

    version: Literal[1]
    id: str
    """Equal to the header `webhook-id`, and the same when the message is sent again."""
    source: str
    incident_id: str
    kind: incident.MessageKind
    sent_at: form.Moment
    whole: bool = False
    exercise: bool = False
    sequence: incident.Sequence = None
    local_id: str = ""
    acted_at: form.Moment | None = None
    started_at: form.Moment | None = None
    state: Literal["", "open", "closed"] = ""
    answer: Literal["", "accepted", "rejected"] = ""
    result: str = ""
    reason: str = ""
    title: str = ""
    text: str = ""
    incident_kind: str = ""
    """One of ours; where it is absent the keywords say it."""
    keywords: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    priority: incident.Priority | None = None
    places: tuple[form.Place, ...] = ()
    persons: tuple[form.Person, ...] = ()
    calls: tuple[incident.Call, ...] = ()
    contacts: tuple[incident.Contact, ...] = ()
    vehicles: tuple[form.Vehicle, ...] = ()
    things: tuple[form.Thing, ...] = ()
    cautions: tuple[form.Caution, ...] = ()
    log: tuple[incident.LogLine, ...] = ()
    resources: tuple[incident.Resource, ...] = ()
    ecall: incident.ECall | None = None
    attachments: tuple[form.Attachment, ...] = ()
    links: tuple[incident.Link, ...] = ()
    related: tuple[incident.Related, ...] = ()


_OWN: Final = ("version", "id")
_SHARED: Final = tuple(name for name in Message.__struct_fields__ if name not in _OWN)
_WHERE: Final = re.compile(r" - at `\$(?P<steps>[^`]*)`$")
_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|\[\.\.\.\]")
_CODES: Final[tuple[tuple[str, Code], ...]] = (
    ("missing required field", "missing"),
    ("timezone component", "time_without_zone"),
    ("Invalid RFC3339", "not_a_time"),
    ("Invalid enum value", "unknown_value"),
    (">=", "out_of_range"),
    ("<=", "out_of_range"),
)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the body."""
    return msgspec.json.schema(Message)


def read(octets: bytes) -> Report:
    """One message. Raises `Unreadable`. Names that the schema does not have are kept in the rest."""
    tree = json_tree(octets)
    try:
        message = msgspec.convert(tree, Message)
    except msgspec.ValidationError as problem:
        raise _why(str(problem)) from None
    for name in ("id", "source", "incident_id"):
        if not getattr(message, name):
            raise Unreadable("missing", f"/{name}")
    if message.incident_kind and message.incident_kind not in KINDS:
        raise Unreadable("unknown_value", "/incident_kind", "one of " + ", ".join(KINDS))
    report = Report(
        system="webhook",
        standard=f"webhook/{message.version}",
        message_id=message.id,
        rest=tuple(_unknown(tree, message, "")),
        **{name: getattr(message, name) for name in _SHARED},
    )
    return msgspec.structs.replace(report, incident_kind=report.incident_kind or kind_of(report.keywords))


def _unknown(value: Any, read_as: Any, path: str) -> Iterator[Rest]:
    """Values under names that no struct has, and null, which was said too. Raises `Unreadable`."""
    if isinstance(read_as, msgspec.Struct) and not value:
        yield Rest(path=path, empty="object")
    elif isinstance(read_as, msgspec.Struct):
        for name, inner in value.items():
            step = f"{path}/{escaped(name)}"
            known = name in read_as.__struct_fields__
            yield from _unknown(inner, getattr(read_as, name), step) if known else _all(inner, step)
    elif isinstance(read_as, tuple) and not value:
        yield Rest(path=path, empty="list")
    elif isinstance(read_as, tuple):
        for at, (inner, one) in enumerate(zip(value, read_as, strict=True)):
            yield from _unknown(inner, one, f"{path}/{at}")
    elif isinstance(read_as, datetime):
        of_our_time(read_as, path)
    elif value is None:
        yield Rest(path=path)


def _all(value: Any, path: str) -> Iterator[Rest]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _all(inner, f"{path}/{escaped(name)}")
    elif isinstance(value, list) and value:
        for at, inner in enumerate(value):
            yield from _all(inner, f"{path}/{at}")
    elif isinstance(value, dict | list):
        yield Rest(path=path, empty="object" if isinstance(value, dict) else "list")
    else:
        yield Rest(path=path, value=value)


def _why(words: str) -> Unreadable:
    """The code and pointer of a validation error, without the value that it may name."""
    found = _WHERE.search(words)
    steps = "".join(f"/{name or at}" for name, at in _STEP.findall(found["steps"])) if found else ""
    code: Code = next((code for mark, code in _CODES if mark in words), "wrong_type")
    if code == "missing":
        steps += "/" + words.partition("missing required field `")[2].partition("`")[0]
    return Unreadable(code, steps)
