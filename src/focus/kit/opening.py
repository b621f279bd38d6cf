"""What organisations of another kind see of a case, and what they may do: nothing but what is named."""

from __future__ import annotations

from typing import Any

from focus.kit.declaring.case import CaseType


def opened(case: CaseType, kind: str, step: str, data: dict[str, Any]) -> dict[str, Any] | None:
    """The part of a record that an organisation of this kind sees in this step; None if it sees none.

    `visits` opens whole rows, `visits.at` this field of each row, with its id.
    """
    names = [name for party in case.parties if party.kind == kind for name in party.opens.get(step, ())]
    if not any(party.kind == kind and step in party.opens for party in case.parties):
        return None
    seen: dict[str, Any] = {name: data[name] for name in names if name in data}
    for group in {name.partition(".")[0] for name in names if "." in name} - set(seen):
        inside = {name.partition(".")[2] for name in names if name.startswith(f"{group}.")} | {"id"}
        rows = [{name: row[name] for name in row if name in inside} for row in data.get(group, ())]
        if rows:
            seen[group] = rows
    return seen


def moves_of(case: CaseType, kind: str, step: str) -> list[str]:
    """The moves that such an organisation may do in this step, of those that are open to it at all."""
    theirs = {
        move for party in case.parties if party.kind == kind and step in party.opens for move in party.moves
    }
    return [move for move in case.steps[step].moves if move in theirs]
