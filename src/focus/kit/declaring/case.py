"""A case type: its fields, what must hold between them, its steps, and what the platform does with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from focus.kit.declaring.fields import Field
from focus.kit.declaring.labels import Label

Unit = Literal["days", "working_days", "months", "years"]
Days = Literal["days", "working_days"]
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]


class _Labelled(msgspec.Struct, frozen=True):
    label: Label


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """Must be true of every record; else `because` stands at the field `at`.

    `at="visits.note"` names a field of a group: the check then holds for each row, which it calls `row`.
    """

    that: str
    at: str
    because: Label


class Move(_Labelled, frozen=True, kw_only=True):
    """From one step to another."""

    to: str
    by: list[str] = []
    """Functions of the organisation whose people may do it; for other organisations see `Parties`."""
    when: str = ""
    """A rule that must be true, else `because`."""
    because: Label | None = None
    asks: list[str] = []
    """Fields that must be filled in at this moment."""
    prints: list[str] = []
    needs: str = ""
    """A permission, beside what the case type itself needs."""


class Step(_Labelled, frozen=True, kw_only=True):
    """A state; one without moves is an end. The first step of a case type is where a case begins."""

    moves: dict[str, Move] = {}


class Delay(msgspec.Struct, frozen=True):
    """So many days of a kind: what a partner organisation sets for itself."""

    count: int
    unit: Days = "days"


class Deadline(_Labelled, frozen=True, kw_only=True):
    """A day on which something must be done: `count` units after the day or moment that `after` yields.

    Without that day there is no deadline. `months` and `years` end on the same day of the month, or its last.
    """

    after: str
    count: int
    unit: Unit = "days"
    per: str = ""
    """A kind of `parties`: an organisation of that kind may set its own `Delay`."""
    until: list[str]
    """Steps in which it no longer runs."""
    warn: int = 0
    """Days before it on which people are warned; working days if `unit` is that."""


class Assign(msgspec.Struct, frozen=True):
    """Who gets a new case: `ward` (by the ward of the address field `by`, or who covers it), `team`, `hand`
    (somebody gives it out) or `round_robin`."""

    how: Literal["ward", "team", "hand", "round_robin"]
    by: str = ""


class Parties(msgspec.Struct, frozen=True, kw_only=True):
    """Organisations of another kind that see the case: nothing but what `opens` names for its step."""

    kind: str
    """`municipality`, `prosecutor`, `justice_house`."""
    opens: dict[str, list[str]]
    """Fields by step; a step that is not named is closed to them."""
    moves: list[str] = []
    """Moves that are theirs."""


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Asks the source `in_` for `on`, and offers what it finds as the value of `fills`."""

    fills: str
    on: list[str]
    in_: str


class Printout(_Labelled, frozen=True, kw_only=True):
    """Something on paper: these fields, in this order."""

    size: Literal["A4", "A5", "label"] = "A4"
    fields: list[str]


class Keep(msgspec.Struct, frozen=True, kw_only=True):
    """How long a case is kept after it came into one of these steps."""

    count: int
    unit: Literal["days", "months", "years"]
    after: list[str]


class CaseType(_Labelled, frozen=True, kw_only=True):
    """The declaration. It is checked as a whole by `focus.kit.compile_case`, which names every fault."""

    name: str
    """`found_bicycle`: small letters, digits and underscores, at most 40."""
    fields: dict[str, Field]
    steps: dict[str, Step]
    keep: Keep
    checks: list[Check] = []
    assign: Assign = Assign("hand")
    deadlines: dict[str, Deadline] = {}
    parties: list[Parties] = []
    search: list[str] = []
    """Fields by which Search finds a case."""
    matches: list[Match] = []
    printouts: dict[str, Printout] = {}
    version: int = 1
    upgrades: dict[int, Upgrade] = {}
    """For each version after the first: what makes a stored record of the version before into one of it."""
