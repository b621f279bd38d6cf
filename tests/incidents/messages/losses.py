"""Whether a reader loses something: every value of a message must make a difference to what is read."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from focus.modules.incidents.messages.incident import Report
from focus.modules.incidents.messages.unreadable import Unreadable

Steps = tuple[str | int, ...]


def leaves(tree: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every value with the way to it; an empty list or object is one."""
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found = False
    for step, inner in inside:
        found = True
        yield from leaves(inner, (*steps, step))
    if not found:
        yield steps, tree


def other(value: Any) -> Any:
    """A value of the same type that is not this one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return value + "7"
    if isinstance(value, int | float):
        return value - 1 if value > 0 else value + 1
    return "something"


def with_value(tree: Any, steps: Steps, value: Any) -> Any:
    """A copy with another value there."""
    made = copy.deepcopy(tree)
    holder = made
    for step in steps[:-1]:
        holder = holder[step]
    holder[steps[-1]] = value
    return made


def told(read: Callable[[bytes], Report], octets: bytes) -> Report | None:
    """What is read, without the id that is a digest of everything; None where it cannot be read."""
    try:
        report = read(octets)
    except Unreadable:
        return None
    if report.message_id.startswith("sha256:"):
        return msgspec.structs.replace(report, message_id="sha256")
    return report


def lost(read: Callable[[bytes], Report], tree: Any, octets: Callable[[Any], bytes]) -> list[Steps]:
    """The ways to values that can be changed without anybody noticing."""
    before = told(read, octets(tree))
    assert before is not None
    found = list(leaves(tree))
    return [
        steps for steps, value in found if told(read, octets(with_value(tree, steps, other(value)))) == before
    ]
