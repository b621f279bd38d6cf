"""A card's name: that of the record which knows best, and the same whatever came first."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from focus.modules.search.records import Record


class Face(msgspec.Struct, frozen=True):
    """What stands above a card's facts."""

    title: str
    subtitle: str
    born: str
    sex: str
    photo: str
    place: tuple[float, float] | None


def face_of(ordered: Sequence[Record]) -> Face:
    """Each part from the first record that has it; registers of record come first, then the newest."""
    born = sorted((r.born for r in ordered if r.born), key=len, reverse=True)
    return Face(
        title=next((name for r in ordered if (name := _name(r))), ""),
        subtitle=next((r.subtitle for r in ordered if r.subtitle), ""),
        born=born[0] if born else "",
        sex=next((r.sex for r in ordered if r.sex), ""),
        photo=next((r.photo for r in ordered if r.photo), ""),
        place=next((r.place for r in ordered if r.place), None),
    )


def _name(record: Record) -> str:
    if record.family_name and record.given_names:
        return f"{record.family_name}, {record.given_names}"
    return record.title or record.family_name or record.given_names
