"""An incident as its messages tell it together, whatever order and how often they came.

Each field is the newest that a message said, each entry of a list too. A message that tells the whole
incident hides what older ones said, even where it comes late. Lines of the log and states of crews are
history: nothing hides them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from focus.modules.incidents.messages.form import Form
from focus.modules.incidents.messages.incident import Report, Resource, Stage
from focus.modules.incidents.messages.order import Known, Position, Verdict, decide, position_of

_SINGLE: Final = (
    "local_id", "acted_at", "started_at", "state", "answer", "result", "reason", "title", "text",
    "incident_kind", "keywords", "statuses", "priority", "ecall", "alert", "stamp",
)  # fmt: skip
_ANSWER: Final = ("acted_at", "answer", "reason")
"""All that an acknowledgement says of an incident; what it repeats is not news."""
_LISTS: Final = (
    "places", "persons", "calls", "contacts", "vehicles", "things", "cautions", "attachments", "links",
    "related",
)  # fmt: skip
_DEFAULTS: Final = dict(
    zip(reversed(Report.__struct_fields__), reversed(Report.__struct_defaults__), strict=False)
)


class Held(Form, frozen=True, kw_only=True):
    """Something that a message said."""

    position: Position
    index: int = 0
    """Where it stood in its message."""
    of: str = ""
    """Of a state: its crew's key."""
    value: Any


Lists = dict[str, dict[str, Held]]


class State(Form, frozen=True, kw_only=True):
    """All that is known of one incident of one source. Nothing of it is changed in place."""

    known: Known = Known()
    newest: Report | None = None
    whole_at: Position | None = None
    """Of the newest message that told the whole incident."""
    fields: dict[str, Held] = {}
    lists: Lists = {}
    """By the name of the list, then by the entry's id, or by what it says where it has none."""


def apply(state: State, report: Report) -> tuple[Verdict, State]:
    """The state with one message more, and what that message was.

    The message must be of the state's incident and source.
    """
    decision = decide(state.known, report)
    if decision.verdict == "duplicate":
        return decision.verdict, state
    position = position_of(report)
    then = State(
        known=decision.known,
        newest=state.newest if decision.verdict == "older" else report,
        whole_at=_newer(state.whole_at, position) if report.whole else state.whole_at,
        fields=_merged(state.fields, dict(_fields(report, position))),
        lists=_lists(state.lists, report, position),
    )
    return decision.verdict, then


def now(state: State) -> Report | None:
    """The incident as it stands: the newest message with all that the others still add. None before the
    first.

    `rest` and what tells one message from another are the newest message's.
    """
    if state.newest is None:
        return None
    said = {
        name: state.fields[name].value
        if name in state.fields and _shown(state, state.fields[name])
        else _DEFAULTS[name]
        for name in _SINGLE
    }
    lists = {name: tuple(one.value for one in _standing(state, name)) for name in _LISTS}
    log = tuple(one.value for one in sorted(state.lists.get("log", {}).values(), key=_when))
    return msgspec.structs.replace(state.newest, **said, **lists, log=log, resources=_resources(state))


def _fields(report: Report, position: Position) -> Iterator[tuple[str, Held]]:
    for name in _ANSWER if report.kind == "acknowledgement" else _SINGLE:
        value = getattr(report, name)
        if value != _DEFAULTS[name]:
            yield name, Held(position=position, value=value)


def _lists(
    lists: dict[str, dict[str, Held]], report: Report, position: Position
) -> dict[str, dict[str, Held]]:
    then = dict(lists)
    for name in (*_LISTS, "log"):
        if entries := getattr(report, name):
            keyed = {key: Held(position=position, index=at, value=one) for at, key, one in _keyed(entries)}
            then[name] = _merged(lists.get(name, {}), keyed)
    if report.resources:
        crews, stages = _crews(report, position)
        then["resources"] = _merged(lists.get("resources", {}), crews)
        then["stages"] = _merged(lists.get("stages", {}), stages)
    return then


def _crews(report: Report, position: Position) -> tuple[dict[str, Held], dict[str, Held]]:
    """The crews without their states, and each state of each crew."""
    crews: dict[str, Held] = {}
    stages: dict[str, Held] = {}
    for at, key, one in _keyed(tuple(_bare(resource) for resource in report.resources)):
        crews[key] = Held(position=position, index=at, value=one)
        for index, inner, stage in _keyed(report.resources[at].stages):
            stages[f"{key} {inner}"] = Held(position=position, index=index, of=key, value=stage)
    return crews, stages


def _bare(resource: Resource) -> Resource:
    return msgspec.structs.replace(resource, stages=())


def _keyed(entries: tuple[Any, ...]) -> Iterator[tuple[int, str, Any]]:
    """Each entry with a key that the same entry of another message has too; equal ones of one message stay
    two."""
    times: Counter[str] = Counter()
    for at, one in enumerate(entries):
        name = getattr(one, "id", "") or msgspec.json.encode(one).decode()
        yield at, f"{name} {times[name]}", one
        times[name] += 1


def _merged(old: dict[str, Held], new: dict[str, Held]) -> dict[str, Held]:
    kept = {key: held for key, held in new.items() if key not in old or held.position > old[key].position}
    return old | kept


def _newer(one: Position | None, other: Position) -> Position:
    return other if one is None or other > one else one


def _shown(state: State, held: Held) -> bool:
    return state.whole_at is None or held.position >= state.whole_at


def _standing(state: State, name: str) -> list[Held]:
    shown = (held for held in state.lists.get(name, {}).values() if _shown(state, held))
    return sorted(shown, key=lambda held: (held.position, held.index))


def _when(held: Held) -> tuple[Any, Position, int]:
    """By its own time, else by its message's."""
    return held.value.at or held.position.sent_at, held.position, held.index


def _resources(state: State) -> tuple[Resource, ...]:
    """The crews that stand, each with all states that were ever told of it, oldest first."""
    stages: dict[str, list[Stage]] = {}
    for held in sorted(state.lists.get("stages", {}).values(), key=_when):
        stages.setdefault(held.of, []).append(held.value)
    crews = ((key, held) for key, held in state.lists.get("resources", {}).items() if _shown(state, held))
    return tuple(
        msgspec.structs.replace(held.value, stages=tuple(stages.get(key, ())))
        for key, held in sorted(crews, key=lambda crew: (crew[1].position, crew[1].index))
    )
