"""All messages about an incident, folded, as they are kept between two of them."""

from __future__ import annotations

from typing import Any, Final, get_args, get_type_hints

import msgspec

from focus.modules.incidents.messages.incident import Report, Stage
from focus.modules.incidents.messages.state import Held, State

_HINTS: Final = get_type_hints(Report, include_extras=True)


def packed(state: State) -> bytes:
    """The state as JSON."""
    return msgspec.json.encode(state)


def unpacked(octets: bytes | None) -> State:
    """The state that was packed; without any the state before the first message."""
    if octets is None:
        return State()
    plain = msgspec.json.decode(octets, type=State)
    fields = {name: _typed(held, _HINTS[name]) for name, held in plain.fields.items()}
    lists = {
        name: {key: _typed(held, _entry(name)) for key, held in entries.items()}
        for name, entries in plain.lists.items()
    }
    return msgspec.structs.replace(plain, fields=fields, lists=lists)


def _entry(name: str) -> Any:
    """The type of a list's entries; the states of crews stand apart from the crews."""
    return Stage if name == "stages" else get_args(_HINTS[name])[0]


def _typed(held: Held, kind: Any) -> Held:
    return msgspec.structs.replace(held, value=msgspec.convert(held.value, kind))
