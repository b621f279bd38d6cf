"""Cleaned values into the messages that rules read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from focus.kit.rules.schema import Part, Schema

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


class Filler:
    """Sets fields of messages of one schema."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def message(self, name: str, values: dict[str, Any] | None = None) -> Any:
        """A new message with cleaned values."""
        message = self._schema.classes[name]()
        for field, value in (values or {}).items():
            self.set(message, field, self._schema.messages[name][field], value)
        return message

    def set(self, message: Any, name: str, part: Part, value: Any) -> None:
        """One field; `value` is cleaned, and there."""
        match part.kind:
            case "moment":
                getattr(message, name).seconds = (datetime.fromisoformat(value) - _EPOCH) // _SECOND
            case "message":
                inner = getattr(message, name)
                inner.SetInParent()
                self._fill(inner, part.message, value)
            case "list" if part.message:
                rows = getattr(message, name)
                for one in value:
                    self._fill(rows.add(), part.message, one)
            case "list":
                getattr(message, name).extend(value)
            case _:
                setattr(message, name, value)

    def _fill(self, message: Any, name: str, values: dict[str, Any]) -> None:
        parts = self._schema.messages[name]
        for field, value in values.items():
            self.set(message, field, parts[field], value)
