"""From fields to protobuf messages: what rules are type-checked against, and read when they run.

`this` is the message of the case type, `row` that of a group. Every field keeps whether it is set, so `has`
means "filled in", also of 0 and false. Dates are text, moments timestamps, numbers int64 or double.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory, timestamp_pb2

from focus.kit.declaring.case import CaseType
from focus.kit.declaring.fields import Choice, Entries, Field, Group, Moment, Number, Photos

_SCALARS = {
    "text": descriptor_pb2.FieldDescriptorProto.TYPE_STRING,
    "choice": descriptor_pb2.FieldDescriptorProto.TYPE_STRING,
    "date": descriptor_pb2.FieldDescriptorProto.TYPE_STRING,
    "number": descriptor_pb2.FieldDescriptorProto.TYPE_INT64,
    "decimal": descriptor_pb2.FieldDescriptorProto.TYPE_DOUBLE,
    "yes_no": descriptor_pb2.FieldDescriptorProto.TYPE_BOOL,
}
TIMESTAMP = "google.protobuf.Timestamp"
USER = "kit.User"


@dataclass(frozen=True)
class Part:
    """One field of a message: `kind` is a key of the scalars, `moment`, `message` or `list`."""

    kind: str
    message: str = ""
    """Of a message, or of a list's elements; empty for a list of texts."""
    always: bool = False
    """Set in every message that has no fault."""
    options: frozenset[str] | None = None

    @property
    def guarded(self) -> bool:
        """Whether reading it unset would give a value that nobody meant: 0, 1970, the empty date."""
        return self.kind in {"number", "decimal", "moment", "date"}


Parts = Mapping[str, Part]
_A, _O = Part("text", always=True), Part("text")
_DATE, _AT = Part("date"), Part("moment", always=True)
_DECIMAL = Part("decimal")
_POINT = {"longitude": _DECIMAL, "latitude": _DECIMAL}

COMPOSITES: Mapping[str, Parts] = {
    "person": {
        "id": _O,
        "family_name": _A,
        "given_names": _A,
        "birth_date": _DATE,
        "national_number": _O,
        "sex": Part("choice", options=frozenset("FMX")),
    },
    "vehicle": {"plate": _A, "country": _O},
    "address": {
        "street": _A,
        "number": _A,
        "box": _O,
        "postcode": _A,
        "municipality": _A,
        "country": _O,
        **_POINT,
        "ward": _O,
    },
    "place": {"text": _O, **_POINT},
    "area": {"id": _A, "label": _A},
    "photo": {"id": _A, "sha256": _A, "at": _AT},
    "signature": {"id": _A, "by": _A, "at": _AT},
    "user": {"id": _A, "name": _A, "unit": _O, "roles": Part("list")},
}
ENTRY: Parts = {"id": _A, "at": _AT, "by": _A}
ROW: Parts = {"id": _A}


def message_of(kind: str) -> str:
    """`kit.Person` of `person`, `kit.FoundBicycle` of `found_bicycle`."""
    return "kit." + "".join(word.title() for word in kind.split("_"))


def part_of(field: Field, message: str) -> Part:
    """How rules see a field; `message` is the name of a group's rows."""
    sure = field.required or (bool(field.computed) and isinstance(field, Number | Moment))
    always = sure and not field.shown_if
    match field:
        case Group():
            return Part("list", message)
        case Choice():
            return Part("choice", always=always, options=frozenset(field.options))
        case Number() if field.decimals:
            return Part("decimal", always=always)
        case Photos():
            return Part("list", message_of("photo"))
    if field.kind in COMPOSITES:
        return Part("message", message_of(field.kind), always=always)
    return Part(field.kind, always=always)


@dataclass(frozen=True)
class Schema:
    """The messages of a case type: what each has, their classes, and the file for the app."""

    root: str
    messages: Mapping[str, Parts]
    pool: descriptor_pool.DescriptorPool
    classes: Mapping[str, Any]
    file: bytes
    """A `FileDescriptorSet` with Google's timestamp and our messages."""

    def group(self, name: str) -> str:
        """The message of a group's rows."""
        return f"{self.root}_{name}"


def schema_of(case: CaseType) -> Schema:
    """The messages of a case type whose names have been checked."""
    root = message_of(case.name)
    messages: dict[str, Parts] = {message_of(kind): parts for kind, parts in COMPOSITES.items()}
    for name, field in case.fields.items():
        if isinstance(field, Group):
            own = ENTRY if isinstance(field, Entries) else ROW
            inner = {below: part_of(one, "") for below, one in field.fields.items()}
            messages[f"{root}_{name}"] = {**own, **inner}
    messages[root] = {name: part_of(field, f"{root}_{name}") for name, field in case.fields.items()}
    return _built(root, messages)


def _built(root: str, messages: Mapping[str, Parts]) -> Schema:
    clock = descriptor_pb2.FileDescriptorProto()
    timestamp_pb2.DESCRIPTOR.CopyToProto(clock)
    file = descriptor_pb2.FileDescriptorProto(
        name="kit/case.proto", package="kit", syntax="proto2", dependency=[clock.name]
    )
    for name, parts in messages.items():
        _add(file.message_type.add(name=name.removeprefix("kit.")), parts)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(clock)
    pool.Add(file)
    classes = {name: message_factory.GetMessageClass(pool.FindMessageTypeByName(name)) for name in messages}
    both = descriptor_pb2.FileDescriptorSet(file=[clock, file])
    return Schema(root, messages, pool, classes, both.SerializeToString(deterministic=True))


def _add(message: descriptor_pb2.DescriptorProto, parts: Parts) -> None:
    kinds = descriptor_pb2.FieldDescriptorProto
    for number, (name, part) in enumerate(parts.items(), 1):
        field = message.field.add(name=name, number=number)
        field.label = kinds.LABEL_REPEATED if part.kind == "list" else kinds.LABEL_OPTIONAL
        named = TIMESTAMP if part.kind == "moment" else part.message
        if named:
            field.type, field.type_name = kinds.TYPE_MESSAGE, f".{named}"
        else:
            field.type = _SCALARS.get(part.kind, kinds.TYPE_STRING)
