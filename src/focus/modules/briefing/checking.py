"""Whether an item may be published as it is written; every fault names its field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec

from focus.core.errors import FieldProblem
from focus.core.organisations.areas import read_area
from focus.core.organisations.errors import AreaInvalid
from focus.modules.briefing import marks
from focus.modules.briefing.problems import ItemInvalid
from focus.modules.briefing.records import Draft, Subject
from focus.modules.briefing.settings import BriefingSettings

SOURCED: Final = frozenset({"wanted_person"})
"""Kinds that must say who wants it and when that was last verified."""


def ready(content: Draft, settings: BriefingSettings, now: datetime, *, unknown: Sequence[str]) -> Draft:
    """The content as it is published: with its validity, its area closed. Raises ItemInvalid.

    `unknown`: what of its audience the organisation does not have, as `audience.unknown_of` says.
    """
    faults = [*faults_of(content, now), *unknown_audience(unknown)]
    if faults:
        raise ItemInvalid(fields=faults)
    begins = content.valid_from or now
    ends = content.valid_to or max(begins, now) + timedelta(days=settings.valid_days)
    area = read_area(content.area)[0] if content.area is not None else None
    return msgspec.structs.replace(
        content, title=content.title.strip(), valid_from=begins, valid_to=ends, area=area
    )


def faults_of(content: Draft, now: datetime) -> Iterator[FieldProblem]:
    """All that is wrong."""
    if not content.title.strip():
        yield _fault("title", "title_missing")
    yield from _validity(content, now)
    yield from _audience(content)
    yield from _source(content, now)
    if content.area is not None:
        yield from _area(content.area)
    for place, subject in enumerate(content.subjects):
        yield from _subject(f"subjects.{place}", subject)


def unknown_audience(unknown: Sequence[str]) -> Iterator[FieldProblem]:
    """The fault of an audience that names what is not there, if it does."""
    if unknown:
        yield _fault("audience", "audience_unknown", named=", ".join(unknown))


def _fault(path: str, code: str, **params: str) -> FieldProblem:
    return FieldProblem(f"content.{path}", f"briefing.{code}", dict(params))


def _validity(content: Draft, now: datetime) -> Iterator[FieldProblem]:
    moments = {"valid_from": content.valid_from, "valid_to": content.valid_to}
    naive = [name for name, moment in moments.items() if moment is not None and moment.tzinfo is None]
    for name in naive:
        yield _fault(name, "no_time_zone")
    if naive or content.valid_to is None:
        return
    if content.valid_to <= now:
        yield _fault("valid_to", "in_the_past")
    elif content.valid_to <= (content.valid_from or now):
        yield _fault("valid_to", "ends_before_it_begins")


def _audience(content: Draft) -> Iterator[FieldProblem]:
    audience = content.audience
    if audience.nobody:
        yield _fault("audience", "audience_of_nobody")
    elif content.handling == "secret" and (
        audience.whole or audience.units or audience.functions or audience.wards
    ):
        yield _fault("audience", "secret_names_persons")
    elif content.handling == "unit" and (audience.whole or audience.functions or audience.wards):
        yield _fault("audience", "unit_only")


def _source(content: Draft, now: datetime) -> Iterator[FieldProblem]:
    verified = content.verified_at
    if content.kind in SOURCED and not content.source.strip():
        yield _fault("source", "source_missing")
    if verified is None:
        if content.kind in SOURCED:
            yield _fault("verified_at", "verified_missing")
    elif verified.tzinfo is None:
        yield _fault("verified_at", "no_time_zone")
    elif verified > now + timedelta(minutes=5):
        yield _fault("verified_at", "in_the_future")


def _area(area: dict[str, object]) -> Iterator[FieldProblem]:
    try:
        read_area(area)
    except AreaInvalid as invalid:
        reason = str(invalid.params["reason"])
        yield _fault("area", "area_crossing" if reason == "crossing" else "area_unreadable", reason=reason)


def _subject(path: str, subject: Subject) -> Iterator[FieldProblem]:
    if subject.national_number and not marks.national_is_right(subject.national_number):
        yield _fault(f"{path}.national_number", "national_number_wrong")
    named = {
        "person": bool(subject.national_number or subject.family_name.strip() or subject.described.strip()),
        "vehicle": bool(marks.code(subject.plate) or marks.code(subject.number) or subject.described.strip()),
        "document": bool(marks.code(subject.number)),
        "object": bool(marks.code(subject.number) or subject.described.strip()),
    }
    if not named[subject.kind]:
        yield _fault(path, "subject_unnamed")
