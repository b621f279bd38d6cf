"""Valid parameters for any operation, made from its types."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

import msgspec
from msgspec import inspect as mi

from focus.core import clock
from tests.matrices.targets import Target

Pick = Callable[[str], UUID]
"""An id for the parameter of this name."""

SQUARE = [[4.86, 51.03], [4.87, 51.03], [4.87, 51.04], [4.86, 51.04], [4.86, 51.03]]
CSV = b"code;name_nl;kind\nZK1;Merkteken;team\n"

_numbers = count(1)


def hints(word: str) -> dict[str, Any]:
    """What a parameter of this name must look like to get past the rules of its field.

    `word` stands wherever free text may; codes are new each time.
    """
    number = next(_numbers)
    return {
        "code": f"zk_{number}",
        "personnel_number": f"ZK{number}",
        "email": f"zk{number}@police.example",
        "phone": f"+3247{number:07}",
        "function": "officer",
        "purpose": "traffic_check",
        "ground": "traffic",
        "records": ["nowhere/person/1"],
        "purpose.code": "traffic_check",
        "purpose.reference": f"C-{number}",
        "name": "search",
        "subject": "units",
        "question": "1-ABC-123",
        "reading": "plate",
        "reference": f"C-{number}",
        "what": "organisations.person",
        "permissions": ["organisations.read"],
        "added": ["organisations.read"],
        "withdrawn": [],
        "functions": ["officer"],
        "opens": ["*"],
        "fields": [],
        "after": "",
        "sources": ["nowhere"],
        "endpoint": "https://fcm.googleapis.com/fcm/send/zk",
        "p256dh": base64.urlsafe_b64encode(b"\x04" + bytes(64)).decode().rstrip("="),
        "auth": base64.urlsafe_b64encode(bytes(16)).decode().rstrip("="),
        "content.valid_from": clock.now().isoformat(),
        "content.valid_to": (clock.now() + timedelta(days=2)).isoformat(),
        "area": {"type": "Polygon", "coordinates": [SQUARE]},
        "values": {},
        "content": base64.b64encode(CSV).decode(),
        "longitude": 4.86,
        "latitude": 51.03,
        "last_day": (clock.now() + timedelta(days=400)).date().isoformat(),
        "valid_from": "2024-01-01",
        "valid_to": (clock.now() + timedelta(days=900)).date().isoformat(),
        "starts_at": clock.now().isoformat(),
        "ends_at": (clock.now() + timedelta(days=30)).isoformat(),
    }


def fill(target: Target, *, pick: Pick, word: str) -> tuple[str, Any]:
    """(path, content) of a valid call; a GET has its content as a dict of query parameters."""
    known = hints(word)
    path = re.sub(r"\{(\w+):\w+\}", lambda found: str(pick(found[1])), target.path)
    if target.parameters is None:
        return path, None
    return path, _value(mi.type_info(target.parameters), "", known=known, pick=pick, word=word)


def ids_wanted(target: Target) -> list[str]:
    """Names of the parameters that take an id, in path, query or body."""
    asked: list[str] = []

    def pick(name: str) -> UUID:
        asked.append(name)
        return UUID(int=0)

    fill(target, pick=pick, word="x")
    return list(dict.fromkeys(asked))


def _value(kind: mi.Type, name: str, *, known: dict[str, Any], pick: Pick, word: str) -> Any:
    leaf = name.rpartition(".")[2]
    hint = known.get(name, known.get(leaf))
    fits = not isinstance(kind, mi.UUIDType | mi.UnionType | mi.StructType | mi.LiteralType)
    if hint is not None and (fits or (isinstance(kind, mi.LiteralType) and hint in kind.values)):
        return hint
    match kind:
        case mi.UUIDType():
            return str(pick(leaf))
        case mi.UnionType():
            first = next(option for option in kind.types if not isinstance(option, mi.NoneType))
            return _value(first, name, known=known, pick=pick, word=word)
        case mi.Metadata():
            return _value(kind.type, name, known=known, pick=pick, word=word)
        case mi.StructType() | mi.DataclassType():
            return {
                field.encode_name: _value(
                    field.type, f"{name}.{field.name}".lstrip("."), known=known, pick=pick, word=word
                )
                for field in kind.fields
            }
        case mi.ListType() | mi.SetType() | mi.FrozenSetType() | mi.VarTupleType() | mi.CollectionType():
            return [_value(kind.item_type, name, known=known, pick=pick, word=word)]
        case mi.TupleType():
            return [_value(item, name, known=known, pick=pick, word=word) for item in kind.item_types]
        case mi.DictType():
            return (
                {}
                if isinstance(kind.value_type, mi.AnyType)
                else dict.fromkeys(("nl", "fr", "de", "en"), word)
            )
        case _:
            return _plain(kind, word)


def _plain(kind: mi.Type, word: str) -> Any:
    match kind:
        case mi.LiteralType():
            return kind.values[0]
        case mi.EnumType():
            return next(iter(kind.cls)).value
        case mi.BoolType():
            return True
        case mi.IntType() | mi.FloatType():
            return kind.ge or kind.le or 1
        case mi.StrType():
            return "A" * kind.min_length if kind.min_length else word[: kind.max_length]
        case mi.DateType():
            return clock.now().astimezone(clock.BRUSSELS).date().isoformat()
        case mi.DateTimeType():
            return clock.now().isoformat()
        case mi.BytesType():
            return base64.b64encode(word.encode()).decode()
        case _:
            return word


def octets(target: Target, content: Any) -> tuple[str, bytes]:
    """(query, body) of a content."""
    if content is None:
        return "", b""
    if target.reads_query:
        pairs = [f"{name}={_text(value)}" for name, given in content.items() for value in _many(given)]
        return "?" + "&".join(pairs), b""
    return "", msgspec.json.encode(content)


def _many(given: Any) -> Iterator[Any]:
    yield from given if isinstance(given, list) else [given]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value).replace("+", "%2B")
