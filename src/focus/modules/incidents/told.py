"""What a control room tells, in the words of our records. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from html.parser import HTMLParser
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid5

from focus.modules.incidents.messages import form
from focus.modules.incidents.messages.incident import Report, says_weapon
from focus.modules.incidents.messages.state import State
from focus.modules.incidents.records import Caller, CrewState, Line, Linked, Place, Role

_ROLES: Final[dict[str, Role]] = {
    "caller": "informant",
    "accused": "suspect",
    "victim": "victim",
    "patient": "victim",
    "witness": "witness",
}
_STATES: Final[dict[str, CrewState]] = {
    "assigned": "assigned",
    "accepted": "accepted",
    "en_route": "en_route",
    "on_scene": "on_scene",
    "available": "available",
    "unavailable": "unavailable",
}
_SHORT: Final = 200
_PLACE: Final = 1_000
_LINE: Final = 4_000
_MOST_GAPS: Final = 50


class CrewTold(NamedTuple):
    """A crew entered a state, by the control room's word."""

    call_sign: str
    state: CrewState
    at: datetime


def fields_of(report: Report | None) -> dict[str, Any]:
    """Fields of an incident that the control room says; nothing before its first word."""
    if report is None:
        return {}
    return {
        "kind": report.incident_kind,
        "title": _title(report),
        "priority": report.priority.level if report.priority else None,
        "lights": bool(report.priority and report.priority.lights),
        "place": place_of(report.places),
        "linked": tuple(_linked(report)),
        "weapon": says_weapon(report) or report.incident_kind == "weapon",
    }


def is_closed(report: Report) -> bool:
    """The control room says that it has ended."""
    return report.state == "closed"


def result_of(report: Report) -> str:
    """How it ended, in its own word."""
    return (report.result or report.reason)[:_SHORT]


def gaps_of(state: State) -> tuple[int, ...]:
    """Numbers of messages that never came, the first fifty."""
    numbers: list[int] = []
    for span in state.known.missing:
        room = _MOST_GAPS - len(numbers)
        numbers.extend(range(span.first, min(span.last + 1, span.first + room)))
    return tuple(numbers)


def place_of(places: Iterable[form.Place]) -> Place:
    """Where it is: the incident's own place, else the first that is told."""
    ordered = sorted(places, key=lambda one: one.role != "incident")
    if not ordered:
        return Place()
    one = ordered[0]
    address, point = one.address or form.Address(), one.point
    words = (one.text, one.name, one.name_extra, one.within, one.floor, one.room, address.extra)
    return Place(
        street=address.street[:_SHORT],
        number=address.number[:_SHORT],
        box=address.box[:_SHORT],
        postcode=address.postcode[:_SHORT],
        town=address.city[:_SHORT],
        text=", ".join(word for word in words if word)[:_PLACE],
        longitude=point.longitude if point else None,
        latitude=point.latitude if point else None,
        within_m=point.uncertainty_m if point else None,
    )


def caller_of(report: Report, incident: UUID) -> Caller | None:
    """Who called."""
    one = next((person for person in report.persons if person.role == "caller"), None)
    if one is None:
        return None
    reached = (*one.phones, *(uri.removeprefix("tel:") for uri in one.uris if uri.startswith("tel:")))
    address = place_of([form.Place(address=one.address)]) if one.address else Place()
    home = " ".join(part for part in (address.street, address.number, address.postcode, address.town) if part)
    text = ", ".join(part for part in (one.text, home) if part)
    return Caller(
        id=incident, name=name_of(one)[:_SHORT], phone=" ".join(reached)[:_SHORT], text=text[:_LINE]
    )


def name_of(person: form.Person) -> str:
    """In one piece."""
    return person.full_name or " ".join(part for part in (person.given_names, person.family_name) if part)


def lines_of(state: State, report: Report | None, incident: UUID, *, author: str) -> list[Line]:
    """The control room's lines: its text, its log, what may be dangerous. The same line has the same id.

    `report` is the state as it stands. What has no time of its own was said when its message was sent.
    """
    lines: list[Line] = []
    times: Counter[str] = Counter()
    if report is None:
        return lines

    def add(key: str, text: str, at: datetime, by: str = "") -> None:
        times[key] += 1
        for part, begin in enumerate(range(0, len(text), _LINE)):
            made = uuid5(incident, f"{key}\0{times[key]}\0{part}")
            words, who = text[begin : begin + _LINE], (by or author)[:_SHORT]
            lines.append(
                Line(id=made, incident=incident, kind="control", at=at, told_at=at, author=who, text=words)
            )

    if report.text:
        said = state.fields.get("text")
        add("text", report.text, said.position.sent_at if said else report.sent_at)
    for one, sent_at in _said(state, "log"):
        text = _plain(one.text) if one.html else one.text
        key = f"log/{one.id}" if one.id else f"log/{one.at.isoformat() if one.at else ''}/{text}"
        add(key, text, one.at or sent_at, one.author)
    for one, sent_at in _said(state, "cautions"):
        words = " ".join(part for part in (*one.kinds, one.text) if part)
        add(f"caution/{one.id or words}", words, one.since or sent_at)
    return lines


def _said(state: State, name: str) -> Iterator[tuple[Any, datetime]]:
    """Everything that was ever said in a list, with when, oldest first: the timeline forgets nothing."""
    held = sorted(state.lists.get(name, {}).values(), key=lambda one: (one.position, one.index))
    yield from ((one.value, one.position.sent_at) for one in held)


def crews_of(report: Report) -> Iterator[CrewTold]:
    """What the control room says of crews, by name, else by id; means that have no call sign are left out."""
    for one in report.resources:
        call_sign = " ".join((one.name or one.id).split())
        if not call_sign or len(call_sign) > 20 or one.active_on not in ("", report.incident_id):
            continue
        for stage in one.stages:
            if stage.state in _STATES:
                yield CrewTold(call_sign, _STATES[stage.state], stage.at or report.sent_at)


def _title(report: Report) -> str:
    first = report.text.strip().splitlines()[:1]
    words = (report.title, ", ".join(report.keywords), *first, report.local_id, report.incident_id)
    return next((word.strip() for word in words if word.strip()), "-")[:_SHORT]


def _linked(report: Report) -> Iterator[Linked]:
    for person in report.persons:
        role: Role = _ROLES.get(person.role, "involved")
        if role == "informant":
            continue
        hidden = role == "victim"
        name = "" if hidden else name_of(person)
        born = person.born.strftime("%d/%m/%Y") if person.born else ""
        yield Linked(
            kind="person",
            role=role,
            label="" if hidden else (name or person.text)[:_SHORT],
            question=" ".join(part for part in (name, born) if part)[:_SHORT] if name else "",
        )
    for vehicle in report.vehicles:
        looks = (vehicle.colour, vehicle.make, vehicle.model, vehicle.plate)
        label = " ".join(part for part in looks if part) or vehicle.text
        yield Linked(kind="vehicle", role="involved", label=label[:_SHORT], question=vehicle.plate[:_SHORT])
    for thing in report.things:
        label = " ".join(part for part in (thing.category, thing.name) if part) or thing.text
        yield Linked(
            kind="object", label=label[:_SHORT], question=thing.number[:_SHORT], caution=bool(thing.weapon)
        )


class _Words(HTMLParser):
    """The words of HTML that somebody else wrote, without any of its markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._silent += tag in ("script", "style")
        if tag in ("p", "br", "div", "li", "tr"):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style") and self._silent > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def _plain(html: str) -> str:
    words = _Words()
    words.feed(html)
    words.close()
    return "\n".join(line for one in "".join(words.parts).splitlines() if (line := " ".join(one.split())))
