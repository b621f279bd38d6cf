"""Which cards are what was asked for: one subject, several, or none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from focus.core.names import MATCH, score
from focus.modules.search.merging.births import births_agree
from focus.modules.search.merging.owing import is_like
from focus.modules.search.merging.parts import Part
from focus.modules.search.questions import Kind, Reading
from focus.modules.search.records import Record, RecordType
from focus.modules.search.understanding.identify import identify

SUBJECT: Mapping[Kind, RecordType] = {
    "plate": "vehicle",
    "vin": "vehicle",
    "national_number": "person",
    "bis_number": "person",
    "name": "person",
    "name_birth": "person",
    "document": "document",
    "company": "organisation",
    "phone": "phone",
    "address": "address",
    "object": "object",
    "pv": "event",
}
"""Kind of question → the type of record that it is about."""
_NUMBERS = frozenset({"national_number", "bis_number"})
_FACT: Mapping[Kind, str] = {"object": "serial"}
_COUNTRYLESS = frozenset({"document"})


@dataclass(frozen=True, slots=True)
class Subjects:
    """Who or what fits a question; `known`: places of those that a register of record has."""

    cards: tuple[tuple[str, ...], ...] = ()
    """Ids of the cards of each subject, in the order of their coming; mostly one card each."""
    known: frozenset[int] = frozenset()

    @property
    def identified(self) -> bool:
        """Exactly one fits, and a register of record knows it."""
        return len(self.cards) == 1 and 0 in self.known

    def __add__(self, other: Subjects) -> Subjects:
        """Those of another reading of the same text besides; a card that both mean is one subject."""
        ours = {card for cards in self.cards for card in cards}
        new = [at for at, cards in enumerate(other.cards) if ours.isdisjoint(cards)]
        known = {len(self.cards) + place for place, at in enumerate(new) if at in other.known}
        return Subjects((*self.cards, *(other.cards[at] for at in new)), self.known | known)


@dataclass(slots=True)
class SubjectFinder:
    """Finds a question's subjects among the cards of its lookup; names that were compared are remembered."""

    reading: Reading
    registers: Collection[str]
    """Sources that are registers of record for the question's kind."""
    _alike: dict[str, float] = field(default_factory=dict)

    def among(self, parts: Iterable[Part]) -> Subjects:
        """Of all cards as they now stand.

        Homes of one house that differ by their box are one subject where no box was asked.
        """
        found: dict[str, list[Part]] = {}
        for part in parts:
            fitting = next((m.record for m in part.members.values() if self._fits(m.record)), None)
            if fitting is not None:
                found.setdefault(self._one(part, fitting), []).append(part)
        cards = tuple(tuple(part.id for part in same) for same in found.values())
        known = (at for at, same in enumerate(found.values()) if any(map(self._is_known, same)))
        return Subjects(cards, frozenset(known))

    def fit(self, part: Part) -> float:
        """0 to 1: an exact name before one alike, a Belgian plate before others; 1 of another type."""
        records = [member.record for member in part.members.values()]
        own = [record for record in records if record.type == SUBJECT[self.reading.kind]]
        if not own:
            return 1.0
        return max(self._degree(record) if self._fits(record) else 0.0 for record in own)

    def _degree(self, record: Record) -> float:
        if self.reading.kind in {"name", "name_birth"}:
            return self._likeness(record)
        if pattern := self.reading.facts.get("plate_pattern"):
            known = sum(sign not in "_%" for sign in pattern)
            plates = _values(record, {"plate"})
            return max((_here(plate) * known / len(plate.partition(":")[2]) for plate in plates), default=0.0)
        return 1.0

    def _one(self, part: Part, fitting: Record) -> str:
        """The same for cards that are one subject; a document and whoever bears it are one."""
        if self.reading.kind == "document":
            return self._number_of(fitting)
        if self.reading.kind != "address" or self.reading.facts.get("box"):
            return part.id
        street, number, _, postcode = _address(fitting)
        return f"{street}|{number}|{postcode}"

    def _is_known(self, part: Part) -> bool:
        return any(
            member.record.source in self.registers and self._fits(member.record)
            for member in part.members.values()
        )

    def _fits(self, record: Record) -> bool:
        reading = self.reading
        if record.type == "person" and reading.kind == "document":
            return bool(self._number_of(record))
        if record.type != SUBJECT[reading.kind]:
            return False
        if reading.kind in {"name", "name_birth"}:
            return self._is_called(record)
        if reading.kind == "address":
            return self._is_there(record)
        if pattern := reading.facts.get("plate_pattern"):
            return any(is_like(plate, pattern) for plate in _values(record, {"plate"}))
        return bool(self._number_of(record))

    def _number_of(self, record: Record) -> str:
        """The number that was asked, as this record has it; a person has that of a document that he bears."""
        reading = self.reading
        kinds = _NUMBERS if reading.kind in _NUMBERS else {_FACT.get(reading.kind, reading.kind)}
        of = next(iter(kinds - {"bis_number"}))
        asked = identify(
            of, reading.facts.get(reading.kind, reading.facts.get(of, "")), reading.country or ""
        )
        if asked is None:
            return ""
        values = _borne(record) if record.type == "person" and of == "document" else _values(record, kinds)
        if reading.kind in _COUNTRYLESS and not reading.country:
            number = asked.value.partition(":")[2]
            return next((value for value in values if value.partition(":")[2] == number), "")
        return asked.value if asked.value in values else ""

    def _is_called(self, record: Record) -> bool:
        born = self.reading.facts.get("born", "")
        if born and record.born and not births_agree(born, record.born, slip=False):
            return False
        return self._likeness(record) >= MATCH

    def _likeness(self, record: Record) -> float:
        """0 to 1; a name of one part may be either of theirs."""
        called = f"{record.family_name}, {record.given_names}" if record.given_names else record.family_name
        if called not in self._alike:
            facts = self.reading.facts
            asked = facts.get("name", self.reading.normal)
            if initials := facts.get("initials"):
                asked = f"{facts['family_name']}, {initials}"
            whole = initials or facts.get("given_names")
            theirs = [called] if whole else [record.family_name, record.given_names]
            self._alike[called] = max((score(asked, name).value for name in theirs if name), default=1.0)
        return self._alike[called]

    def _is_there(self, record: Record) -> bool:
        facts = self.reading.facts
        asked = identify(
            "address", "|".join(facts.get(k, "") for k in ("street", "number", "box", "postcode"))
        )
        if asked is None:
            return False
        street, number, box, postcode = asked.value.split("|")
        theirs = _address(record)
        return (
            theirs[:2] == [street, number]
            and (not box or theirs[2] == box)
            and (not postcode or theirs[3] == postcode)
        )


def _here(plate: str) -> float:
    """How likely a plate is seen here: Belgian ones first."""
    return 1.0 if plate.startswith("B:") else 0.6


def _address(record: Record) -> list[str]:
    values = _values(record, {"address"})
    return (values[0] if values else "|||").split("|")


def _borne(record: Record) -> list[str]:
    """The documents that a person bears: residence cards and driving licences are told so."""
    return [
        identifier.value
        for relation in record.relations
        if relation.role == "document"
        for identifier in relation.identifiers
        if identifier.kind == "document"
    ]


def _values(record: Record, kinds: Collection[str]) -> list[str]:
    return [identifier.value for identifier in record.identifiers if identifier.kind in kinds]
