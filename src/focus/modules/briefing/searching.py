"""What Search finds here: whoever an item in force is about, with what to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Final

import msgspec

from focus.core import clock
from focus.core.feed import WHOLE
from focus.core.names import MATCH, score
from focus.core.sync.buckets import buckets_of
from focus.modules.briefing import marks
from focus.modules.briefing.kinds import DESK
from focus.modules.briefing.records import Draft, Subject
from focus.modules.search.public import (
    Fact,
    Identifier,
    Kind,
    Offer,
    OfferedSource,
    Reading,
    Record,
    Warn,
    Words,
    asked_by,
)

_SUBJECTS: Final = """
select s.position, s.content::text as subject, i.id, i.number, i.content::text as content, i.published_at
from briefing.subject s join briefing.item i on i.organisation_id = s.organisation_id and i.id = s.item_id
where i.state = 'published' and i.valid_from <= $1 and i.valid_to > $1 and i.buckets && $2::text[]
"""
_NUMBERED: Final = frozenset({"national_number", "bis_number"})
_NAMED: Final = frozenset({"name", "name_birth"})
_PERSONS: Final = 2_000
"""More persons than this are never sought at once; the newest are compared."""


class BriefingSource(OfferedSource):
    """Subjects of items that are meant for whoever asks and count at this moment."""

    offer: ClassVar[Offer] = Offer(
        name="briefing",
        short="BRIEF",
        title=Words(nl="Briefing", fr="Briefing", de="Briefing", en="Briefing"),
        matters=["plate", "national_number", "bis_number", "document", "name_birth", "name"],
        data=["wanted"],
        legal=["WPA art. 44/1"],
        needs="briefing.read",
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {"plate", "national_number", "bis_number", "document", "vin", "name", "name_birth", "object"}
    )

    def accepts(self, reading: Reading) -> bool:
        """Whole plates only: what is half seen is asked of the register first, then whole."""
        return super().accepts(reading) and "plate_pattern" not in reading.facts

    async def find(self, rows: Any, reading: Reading, at: datetime) -> Iterable[Record]:
        """Records of the subjects that fit the question."""
        who = asked_by.get()
        mine = await buckets_of(self.platform, rows, who) if who else frozenset({WHOLE})
        meant = sorted(mine - {DESK})
        if reading.kind in _NAMED:
            found = [row for row in await _persons(rows, at, meant) if _is_called(row, reading)]
        else:
            found = await _numbered(rows, reading, at, meant)
        return [_record(row, reading) for row in found]


async def _persons(rows: Any, at: datetime, meant: list[str]) -> list[Any]:
    persons: list[Any] = await rows.fetch(
        f"{_SUBJECTS} and s.kind = 'person' order by i.published_at desc limit $3", at, meant, _PERSONS
    )
    return persons


def _is_called(row: Any, reading: Reading) -> bool:
    subject = msgspec.json.decode(row["subject"], type=Subject)
    name = f"{subject.given_names} {subject.family_name}".strip()
    asked = reading.facts.get("born", "")
    if asked and subject.birth_date and not subject.birth_date.isoformat().startswith(asked):
        return False
    return bool(subject.family_name) and score(name, reading.facts.get("name", "")).value >= MATCH


async def _numbered(rows: Any, reading: Reading, at: datetime, meant: list[str]) -> list[Any]:
    facts, kind = reading.facts, reading.kind
    if kind == "plate":
        country = reading.country or facts.get("country", "")
        column, value = "plate", marks.plate(facts.get("plate", ""), country)
    elif kind in _NUMBERED:
        column, value = "national_number", marks.national(facts.get(kind, ""))
    else:
        column, value = "number", marks.code(facts.get("serial" if kind == "object" else kind, ""))
    if not value:
        return []
    found: list[Any] = await rows.fetch(f"{_SUBJECTS} and s.{column} = $3", at, meant, value)
    return found


def _record(row: Any, reading: Reading) -> Record:
    subject = msgspec.json.decode(row["subject"], type=Subject)
    content = msgspec.json.decode(row["content"], type=Draft)
    said_by = f"Briefing {row['number']}"
    name = ", ".join(part for part in (subject.family_name, subject.given_names) if part)
    title = name or subject.plate or subject.number or subject.described or content.title
    return Record(
        type=subject.kind,
        source="briefing",
        id=f"{row['id']}/{row['position']}",
        at=content.verified_at or row["published_at"],
        title=title,
        subtitle=content.title if title != content.title else subject.described,
        identifiers=_identifiers(subject, reading),
        family_name=subject.family_name,
        given_names=subject.given_names,
        born=subject.birth_date.isoformat() if subject.birth_date else "",
        facts=tuple(_facts(content, subject, said_by)),
        warnings=(_warning(content, subject, said_by),),
    )


def _identifiers(subject: Subject, reading: Reading) -> tuple[Identifier, ...]:
    """Those of the subject; a plate or document as it was asked, so that it meets other records of it."""
    found = []
    if subject.national_number:
        number = marks.national(subject.national_number)
        kind = "bis_number" if int(number[2:4]) > 12 else "national_number"
        found.append(Identifier(kind, number))
    if subject.plate:
        land = marks.sign(subject.country)
        asked = reading.facts.get("plate_dashed", "") if reading.kind == "plate" and land == "D" else ""
        district, _, rest = asked.partition("-")
        code = f"{district}-{marks.code(rest)}" if rest else marks.code(subject.plate)
        found.append(Identifier("plate", f"{land}:{code}"))
    if subject.number:
        found.append(_numbered_identifier(subject))
    return tuple(found)


def _numbered_identifier(subject: Subject) -> Identifier:
    code = marks.code(subject.number)
    if subject.kind == "document":
        return Identifier("document", f"{subject.country.upper() or 'BE'}:{code}")
    return Identifier("vin" if subject.kind == "vehicle" and len(code) == 17 else "serial", code)


def _facts(content: Draft, subject: Subject, said_by: str) -> Iterable[Fact]:
    yield Fact("reference", said_by)
    for key, value in (
        ("authority", content.source),
        ("action", content.expected),
        ("description", subject.described if subject.kind == "person" else ""),
        ("place", content.place),
    ):
        if value:
            yield Fact(key, value)
    if content.valid_to:
        yield Fact("until", _day(content.valid_to), "date")
    if content.verified_at:
        yield Fact("updated_on", _day(content.verified_at), "date")


def _warning(content: Draft, subject: Subject, said_by: str) -> Warn:
    """Red for whom a wanted item is about, amber for everything else."""
    params = {"authority": said_by}
    if content.valid_to:
        params["until"] = _day(content.valid_to)
    if content.verified_at:
        params["since"] = _day(content.verified_at)
    red = content.kind == "wanted_person"
    code = "attention"
    if subject.kind == "vehicle" and (red or content.kind == "vehicle"):
        code = "vehicle_sought"
    elif red and subject.kind == "person":
        code = "wanted"
    elif content.kind == "missing_person" and subject.kind == "person":
        code = "missing_person"
    return Warn(
        code,
        "red" if red else "amber",
        "wanted" if red else "attention",
        params=params,
        action=content.expected,
    )


def _day(moment: datetime) -> str:
    return moment.astimezone(clock.BRUSSELS).date().isoformat()
