"""What the operator sets for a module by environment: a struct, read from variables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

import msgspec

S = TypeVar("S", bound=msgspec.Struct)


def variable_of(module: str, field: msgspec.structs.FieldInfo) -> str:
    """`FOCUS_<MODULE>_<FIELD>`, unless the field was given a name: `msgspec.field(name="FOCUS_SOURCES")`."""
    if field.encode_name != field.name:
        return field.encode_name
    return f"FOCUS_{module}_{field.name}".upper()


def operator_settings(module: str, kind: type[S], variables: Mapping[str, str]) -> S:
    """One of `kind`; an empty variable is none. Raises ValueError that names the variable, not what it holds.

    Paths become absolute, several are separated like PATH; 1 is yes; everything else is read by its type.
    """
    found: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        variable = variable_of(module, field)
        text = variables.get(variable, "")
        if text:
            found[field.name] = _read(variable, text, field.type)
        elif field.required:
            raise ValueError(f"{variable} must be set")
    return kind(**found)


def _read(variable: str, text: str, kind: Any) -> Any:
    if kind in (Path, Path | None):
        return Path(text).resolve()
    if kind == tuple[Path, ...]:
        return tuple(Path(one).resolve() for one in text.split(os.pathsep) if one)
    if kind is bool:
        return text == "1"
    try:
        return msgspec.convert(text, kind, strict=False)
    except msgspec.ValidationError:
        raise ValueError(f"{variable} cannot be used; it must be {_words(kind)}") from None


def _words(kind: Any) -> str:
    if kind in (int, float):
        return "a number" if kind is float else "a whole number"
    return f"one of {', '.join(map(str, get_args(kind)))}" if get_args(kind) else "as the reference says"
