"""Notes: who may hold one is said in the note itself."""

from __future__ import annotations

from uuid import UUID

import msgspec

from focus.core.errors import NotFound
from focus.core.feed import current
from focus.core.gate import Actor, Event, action
from focus.core.registry import Module, Synced


class Note(msgspec.Struct, frozen=True):
    """A few words."""

    id: UUID
    text: str
    to: tuple[str, ...]
    """Buckets."""


NOTE = Synced("notes.note", Note, buckets=lambda note: note.to, needs="notes.use")


class NoteWritten(Event, frozen=True):
    """There is a note, or it says something else."""

    note: UUID
    at: str


class NoteStruck(Event, frozen=True):
    """Nobody holds it any more."""

    note: UUID


class NoteUnknown(NotFound):
    """No such note."""

    code = "notes.unknown"


@action(needs="notes.use", offline=True)
async def write_note(actor: Actor, *, note: UUID, text: str, to: tuple[str, ...] = ("org",)) -> NoteWritten:
    """Write a note, or write it anew."""
    await actor.hold(NOTE, note)
    await actor.tx.execute(
        """insert into notes.note (organisation_id, id, text) values (focus.must_scope(), $1, $2)
           on conflict (organisation_id, id) do update set text = excluded.text""",
        note,
        text,
    )
    actor.save(NOTE, Note(note, text, to))
    return NoteWritten(note=note, at=actor.at.isoformat())


@action(needs="notes.use", offline=True)
async def strike_note(actor: Actor, *, note: UUID) -> NoteStruck:
    """Take a note away."""
    await actor.hold(NOTE, note)
    if await current(actor.tx, NOTE, note) is None:
        raise NoteUnknown
    await actor.tx.execute("delete from notes.note where id = $1", note)
    actor.gone(NOTE, note)
    return NoteStruck(note=note)


@action(needs="notes.use")
async def write_unheld(actor: Actor, *, note: UUID, text: str) -> NoteWritten:
    """Save a note that may exist without holding it: a defect on purpose."""
    actor.save(NOTE, Note(note, text, ("org",)))
    return NoteWritten(note=note, at=actor.at.isoformat())


@action(needs="notes.use")
async def change_silently(actor: Actor, *, note: UUID, text: str) -> NoteWritten:
    """Change the note's row and forget the phones: a defect on purpose."""
    await actor.tx.execute("update notes.note set text = $2 where id = $1", note, text)
    return NoteWritten(note=note, at=actor.at.isoformat())


@action(needs="notes.use")
async def add_line(actor: Actor, *, note: UUID, line: UUID) -> NoteWritten:
    """Add a row below the note and forget the phones: a defect on purpose."""
    await actor.tx.execute(
        "insert into notes.line (organisation_id, id, note_id) values (focus.must_scope(), $1, $2)",
        line,
        note,
    )
    return NoteWritten(note=note, at=actor.at.isoformat())


module = Module(
    name="notes",
    icon="edit",
    requires=("feed",),
    permissions=("notes.use",),
    actions=(write_note, strike_note, write_unheld, change_silently, add_line),
    synced=(NOTE,),
)
