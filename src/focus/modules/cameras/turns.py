"""What a word makes of a hit. Pure."""

from __future__ import annotations

from typing import Final

import msgspec

from focus.modules.cameras.records import Hit, Said, State

_NEXT: Final[dict[State, frozenset[str]]] = {
    "new": frozenset({"confirmed", "not_same"}),
    "confirmed": frozenset({"stopped", "not_seen", "closed"}),
}
"""Of the states that are not here a hit is at its end."""


def after(hit: Hit, said: Said) -> Hit:
    """The hit with what was said. The first who decides counts; who comes later stands beside, uncounted."""
    counts = said.word in _NEXT.get(hit.state, frozenset())
    said = msgspec.structs.replace(said, counted=counts)
    then = msgspec.structs.replace(hit, said=(*hit.said, said))
    if not counts:
        return then
    if hit.state == "new":
        then = msgspec.structs.replace(then, decided_by=said.name, decided_at=said.at)
    return msgspec.structs.replace(then, state=said.word)


def ended(state: State) -> bool:
    """Whether nothing follows; the list's owner is told."""
    return state not in _NEXT
