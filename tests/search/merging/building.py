"""Records and mergers for tests, short to write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from focus.modules.search.cards import Card
from focus.modules.search.merging import Merger
from focus.modules.search.merging.pivots import Offer
from focus.modules.search.questions import KINDS, Reading
from focus.modules.search.records import Fact, Identifier, Record, RecordType

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKED = Reading(kind="plate", normal="1-ABC-123", facts={"plate": "1ABC123"})
EVERYTHING = frozenset({"vehicles", "documents", "phones", "events", "persons", "weapons"})


def merger(
    *, authentic: tuple[str, ...] = (), asked: Reading = ASKED, many: frozenset[str] = frozenset()
) -> Merger:
    offer = Offer(asked, dict.fromkeys(KINDS, EVERYTHING))
    return Merger(ranks=dict.fromkeys(authentic, 0), offer=offer, many=many)


def record(
    source: str,
    kind: RecordType = "person",
    *,
    own: str = "1",
    age: int = 0,
    facts: dict[str, str] | None = None,
    **more: Any,
) -> Record:
    """`more` takes identifiers by kind beside the fields of a record; `age` in minutes."""
    kinds = ("national_number", "bis_number", "plate", "vin", "document", "company", "phone", "address")
    identifiers = tuple(Identifier(kind, more.pop(kind)) for kind in kinds if kind in more)
    return Record(
        type=kind,
        source=source,
        id=own,
        at=NOON - timedelta(minutes=age),
        title=more.pop("title", ""),
        identifiers=identifiers,
        facts=tuple(Fact(key, value) for key, value in (facts or {}).items()),
        **more,
    )


def jan(source: str, **more: Any) -> Record:
    given = {"family_name": "Peeters", "given_names": "Jan", "born": "1985-07-30", **more}
    return record(source, **given)


def groups(merged: Merger) -> set[frozenset[str]]:
    """Which records stand together, without ids of cards."""
    return {frozenset(origin.id for origin in card.records) for card in merged.cards()}


def sources(card: Card) -> set[str]:
    return {origin.source for origin in card.records}
