"""The kinds of fields. What each holds in a record's JSON stands in its docstring.

A field that is not set is absent, never null. `required_if`, `shown_if` and `computed` are rules (see
`focus.kit.rules`): of a group's field they may say `row` beside `this`.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from focus.kit.declaring.labels import Label


class _Labelled(msgspec.Struct, frozen=True):
    label: Label


class Field(_Labelled, frozen=True, kw_only=True):
    """What every kind may say of itself."""

    kind: ClassVar[str] = ""
    help: Label | None = None
    """A sentence below the field."""
    required: bool = False
    """Must be filled in wherever it is shown."""
    required_if: str = ""
    """Must be filled in when this is true."""
    shown_if: str = ""
    """Exists only when this is true: otherwise its value is dropped. Reads fields above it alone."""
    computed: str = ""
    """Its value, reckoned from fields above it: what a record brings along is overwritten."""


class Text(Field, frozen=True, kw_only=True):
    """Text in NFC without white space around it; lengths count code points."""

    kind: ClassVar[str] = "text"
    max: int = 500
    lines: bool = False
    """May have several lines."""
    pattern: str = ""
    """The whole text must be so; see `focus.kit.rules.patterns` for what may stand in it."""


class Number(Field, frozen=True, kw_only=True):
    """A whole number, or with `decimals` one that has at most so many."""

    kind: ClassVar[str] = "number"
    min: float | None = None
    max: float | None = None
    decimals: int = 0
    unit: Label | None = None


class Choice(Field, frozen=True, kw_only=True):
    """The code of one option."""

    kind: ClassVar[str] = "choice"
    options: dict[str, Label]


class YesNo(Field, frozen=True, kw_only=True):
    """true or false. Unset reads as false in rules."""

    kind: ClassVar[str] = "yes_no"


class Date(Field, frozen=True, kw_only=True):
    """`YYYY-MM-DD`, 1900 to 2199. In rules it is such a text."""

    kind: ClassVar[str] = "date"


class Moment(Field, frozen=True, kw_only=True):
    """`YYYY-MM-DDTHH:MM:SSZ`, 1900 to 2199. In rules it is a timestamp."""

    kind: ClassVar[str] = "moment"


class Person(Field, frozen=True, kw_only=True):
    """`{id?, family_name, given_names, birth_date?, national_number?, sex?}`; sex is F, M or X.

    `given_names` may be empty: there are people with one name.
    """

    kind: ClassVar[str] = "person"


class Vehicle(Field, frozen=True, kw_only=True):
    """`{plate, country?}`; the plate in capitals without separators, the country as two letters."""

    kind: ClassVar[str] = "vehicle"


class Address(Field, frozen=True, kw_only=True):
    """`{street, number, box?, postcode, municipality, country?, longitude?, latitude?, ward?}`."""

    kind: ClassVar[str] = "address"


class Place(Field, frozen=True, kw_only=True):
    """`{text?, longitude?, latitude?}`: a text, a point in WGS 84, or both."""

    kind: ClassVar[str] = "place"


class Area(Field, frozen=True, kw_only=True):
    """`{id, label}` of an area that is drawn elsewhere."""

    kind: ClassVar[str] = "area"


class Photos(Field, frozen=True, kw_only=True):
    """`[{id, sha256, at}]`: references, the pictures are kept elsewhere."""

    kind: ClassVar[str] = "photos"
    at_most: int = 20


class Signature(Field, frozen=True, kw_only=True):
    """`{id, by, at}`."""

    kind: ClassVar[str] = "signature"


class Group(Field, frozen=True, kw_only=True):
    """A list of rows, each with its fields and an `id` (UUID) of its own."""

    kind: ClassVar[str] = "group"
    fields: dict[str, Field]
    at_most: int = 50


class Entries(Group, frozen=True, kw_only=True):
    """A group whose rows are only added, each with `at` (a moment) and `by` (who wrote it)."""

    kind: ClassVar[str] = "entries"
