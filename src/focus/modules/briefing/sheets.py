"""Items on paper: what a sheet says, in the reader's language around the item's own words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from focus.core import clock
from focus.modules.briefing.records import Item, Subject

TEMPLATE: Final = Path(__file__).with_name("sheet.typ")

Say = Callable[..., str]
"""A text of this module by the rest of its key, in the reader's language."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One item on a sheet."""

    head: str
    title: str
    expected: str
    text: str
    subjects: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    """Label and value."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed."""

    language: str
    title: str
    footer: str
    items: tuple[Part, ...]


def part_of(item: Item, say: Say) -> Part:
    """An item as it is printed: every word of it."""
    content = item.content
    head = (
        item.number,
        say("print-version", n=item.version),
        say(f"kind-{content.kind.replace('_', '-')}"),
        say(f"priority-{content.priority}"),
        say(f"handling-{content.handling}"),
        *((say("print-must-read"),) if content.must_read else ()),
        *((say(f"state-{item.state}"),) if item.state != "published" else ()),
    )
    return Part(
        head=" · ".join(head),
        title=content.title,
        expected=content.expected,
        text=content.text,
        subjects=tuple(_subject(one) for one in content.subjects),
        rows=tuple((say(f"print-{label}"), value) for label, value in _rows(item) if value),
    )


def _rows(item: Item) -> Iterator[tuple[str, str]]:
    content, contact = item.content, item.content.contact
    yield "place", content.place
    yield "contact", ", ".join(filter(None, (contact.name, contact.service, contact.phone)))
    yield "valid", f"{_moment(content.valid_from)} – {_moment(content.valid_to)}"
    yield "source", content.source
    yield "verified", _moment(content.verified_at)
    yield "author", ", ".join(filter(None, (item.author, item.service)))
    yield "origin", item.origin.name if item.origin else ""
    yield "why", item.why


def _subject(subject: Subject) -> str:
    born = subject.birth_date.strftime("° %d/%m/%Y") if subject.birth_date else ""
    name = " ".join(filter(None, (subject.given_names, subject.family_name)))
    plate = " ".join(filter(None, (subject.plate, subject.country if subject.plate else "")))
    said = (name, born, subject.national_number, plate, subject.number, subject.described)
    return ", ".join(filter(None, said))


def moment(at: datetime) -> str:
    """In Brussels: `30/11/2026 11:20`."""
    return at.astimezone(clock.BRUSSELS).strftime("%d/%m/%Y %H:%M")


def _moment(at: datetime | None) -> str:
    return moment(at) if at else ""


async def pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF."""
    return await asyncio.to_thread(_compiled, msgspec.json.encode(sheet).decode())


def _compiled(written: str) -> bytes:
    import typst

    return typst.compile(TEMPLATE, root=TEMPLATE.parent, format="pdf", sys_inputs={"data": written})


def sheet_of(items: Sequence[Item], *, title: str, footer: str, language: str, say: Say) -> Sheet:
    """Items in their order."""
    parts = tuple(part_of(item, say) for item in items)
    return Sheet(language=language, title=title, footer=footer, items=parts)
