"""Texts of a SOAP answer by their XML Schema types: zeep finds the type, we read the text.

zeep takes every boolean that it does not know for false, every number for one without its zeros, and leaves
out what it cannot read. So its built-in types hand out what `theirs.declared` makes of the text, or `Unread`.
"""

from __future__ import annotations

from typing import Any, Final

from zeep.xsd.types import builtins

from focus.modules.search.sources.theirs import Declared, declared

_KINDS: Final[dict[type, Declared]] = {
    builtins.Boolean: "boolean",
    builtins.Integer: "integer",
    builtins.Decimal: "decimal",
    builtins.Float: "float",
    builtins.Double: "float",
    builtins.Date: "date",
    builtins.DateTime: "dateTime",
}
"""Types that are derived from these are of their kind; all others are text."""


def read_as_ours() -> None:
    """From here on zeep's types read texts so, in this process."""
    for type_ in builtins._types:
        kinds: list[Declared] = [_KINDS[base] for base in type_.__mro__ if base in _KINDS]
        setattr(type_, "pythonvalue", _reading(kinds[0] if kinds else "text"))  # noqa: B010 - a method of theirs


def _reading(kind: Declared) -> Any:
    def pythonvalue(_: Any, value: str) -> Any:
        return declared(kind, value)

    return pythonvalue
