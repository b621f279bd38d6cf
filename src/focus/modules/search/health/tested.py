"""What a test of one source asks and shows: counts and names of fields, never what a record says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from focus.modules.search.cards import Wording
from focus.modules.search.questions import Kind
from focus.modules.search.records import Record, RecordType
from focus.modules.search.sources.drift import Drift

Said = Annotated[str, msgspec.Meta(min_length=1, max_length=2_000)]


class SourceTest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question to one source. `id` is made by the app, so that a double tap asks once."""

    id: UUID
    source: str
    question: Said
    reason: str
    """Why, in words: it may be about somebody real. Always needed, whatever the purpose asks."""
    purpose: str | None = None
    """Code; without it the purpose of the active task."""
    reference: str | None = None


class FieldMapped(msgspec.Struct, frozen=True, kw_only=True):
    """A field that the source's file fills, in how many of the records that came."""

    type: RecordType
    part: Literal["record", "identifier", "fact", "relation"]
    field: str
    """As the file calls it."""
    records: int


class SourceTested(msgspec.Struct, frozen=True, kw_only=True):
    """How the source fared."""

    source: str
    kind: Kind
    """How the question was read."""
    normal: str
    state: Literal["answered", "empty", "silent", "failed"]
    reason: str
    """Text: `search-source-<reason>`; empty: it answered."""
    ms: int
    deadline_ms: int
    records: int
    unread: int
    """Records that were there and could not be read."""
    warnings: int
    """Records with a warning; which one is not shown."""
    mapped: tuple[FieldMapped, ...]
    drift: tuple[Drift, ...]
    """What was not as agreed."""
    words: Wording
    """Texts of the words that the source's file declares itself."""


def fields_of(records: Iterable[Record]) -> tuple[FieldMapped, ...]:
    """Which fields are filled, by kind of record; those that may not be seen are no field here."""
    counted = Counter(
        (record.type, part, field) for record in records for part, field in dict.fromkeys(_filled(record))
    )
    return tuple(
        FieldMapped(type=type_, part=part, field=field, records=many)
        for (type_, part, field), many in counted.items()
    )


def _filled(record: Record) -> Iterator[tuple[Literal["record", "identifier", "fact", "relation"], str]]:
    own = {
        "title": record.title,
        "subtitle": record.subtitle,
        "person": record.family_name or record.given_names,
        "born": record.born,
        "sex": record.sex,
        "place": record.place,
        "photo": record.photo,
    }
    yield from (("record", name) for name, value in own.items() if value)
    yield from (("identifier", identifier.kind) for identifier in record.identifiers)
    yield from (("fact", fact.key) for fact in record.facts if fact.value)
    yield from (("relation", relation.role) for relation in record.relations)
