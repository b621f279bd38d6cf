"""A card's name: that of the record which knows best, and the same whatever came first."""

from __future__ import annotations

from typing import Any

import msgspec

from focus.modules.search.records import Record


class CardHeader(msgspec.Struct, frozen=True):
    """What stands above a card's facts."""

    title: str
    subtitle: str
    born: str
    sex: str
    photo: str
    place: tuple[float, float] | None


class Features:
    """Each part of a card's header, from the first record that has it; one more record costs little."""

    def __init__(self) -> None:
        self._best: dict[str, tuple[Any, Any]] = {}
        """Part → (where its record stands, value)."""
        self._face: CardHeader | None = None

    def add(self, record: Record, order: Any) -> None:
        """`order`: registers of record come first, then the newest. Of birth dates the longest counts."""
        self._take("title", order, _name(record))
        if record.subtitle:
            self._take("subtitle", order, record.subtitle)
        if record.born:
            self._take("born", (-len(record.born), order), record.born)
        if record.sex:
            self._take("sex", order, record.sex)
        if record.photo:
            self._take("photo", order, record.photo)
        if record.place:
            self._take("place", order, record.place)

    def _take(self, part: str, order: Any, value: Any) -> None:
        known = self._best.get(part)
        if value and (known is None or order < known[0]):
            self._best[part] = (order, value)
            if known is None or known[1] != value:
                self._face = None

    def header(self) -> CardHeader:
        """The same object as long as nothing changed."""
        if self._face is None:
            best = {part: value for part, (_, value) in self._best.items()}
            self._face = CardHeader(
                title=best.get("title", ""),
                subtitle=best.get("subtitle", ""),
                born=best.get("born", ""),
                sex=best.get("sex", ""),
                photo=best.get("photo", ""),
                place=best.get("place"),
            )
        return self._face


def _name(record: Record) -> str:
    if record.family_name and record.given_names:
        return f"{record.family_name}, {record.given_names}"
    return record.title or record.family_name or record.given_names
