"""Why a message cannot be read."""

from __future__ import annotations

from typing import Final, Literal

Code = Literal[
    "too_large",
    "too_many_parts",
    "too_deep",
    "encoding",
    "malformed",
    "forbidden_markup",
    "duplicate_name",
    "unstorable_text",
    "missing",
    "wrong_type",
    "out_of_range",
    "unknown_value",
    "not_a_time",
    "time_without_zone",
    "wrong_namespace",
    "unknown_message",
    "unknown_version",
    "encrypted",
    "wrong_id",
    "from_the_future",
]
_DETAIL: Final = 160


class Unreadable(Exception):
    """A message that cannot be read as what it says to be; it belongs into quarantine as it came.

    `path` is a JSON pointer (RFC 6901) to the part that is wrong, "" for the whole; in XML the elements'
    names are its steps, with a number where an element is repeated. `detail` says more in technical English
    and never repeats what the message holds: it may reach logs.
    """

    def __init__(self, code: Code, path: str = "", detail: str = "") -> None:
        super().__init__(f"{code} at {path or '/'}: {detail}" if detail else f"{code} at {path or '/'}")
        self.code: Code = code
        self.path = path
        self.detail = detail[:_DETAIL]
