"""What may be wrong with a record, in one word each. `checkN` stands beside: its text is the check's own."""

from __future__ import annotations

from typing import Final

CODES: Final = frozenset(
    {
        "address",
        "area",
        "asked",
        "control",
        "country",
        "date",
        "decimals",
        "entry_changed",
        "entry_gone",
        "group",
        "guard",
        "hash",
        "id",
        "moment",
        "move",
        "national_number",
        "number",
        "option",
        "pattern",
        "person",
        "photo",
        "photos",
        "place",
        "plate",
        "point",
        "record",
        "required",
        "row",
        "row_id",
        "rule_error",
        "signature",
        "text",
        "too_big",
        "too_long",
        "too_many",
        "too_small",
        "twice",
        "unknown",
        "vehicle",
        "yes_no",
    }
)


def text_key(code: str) -> str:
    """`kit-fault-too-long` of `too_long`: the key of its text."""
    return "kit-fault-" + code.replace("_", "-")
