"""The one form into which every message about an incident is read."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from focus.modules.incidents.messages.alert import Alert
from focus.modules.incidents.messages.form import (
    Attachment,
    Caution,
    Form,
    Moment,
    Person,
    Place,
    Point,
    Stamp,
    Thing,
    Vehicle,
)
from focus.modules.incidents.messages.kinds import names_weapon

MessageKind = Literal["new", "update", "status", "remark", "close", "acknowledgement", "alert"]
"""`new` and `update` both bring state, and a sender may use either for both; `status` is of crews alone."""

ResourceState = Literal[
    "requested", "assigned", "accepted", "en_route", "on_scene", "leaving", "available", "unavailable",
    "emergency", "other",
]  # fmt: skip
Sequence = Annotated[int, msgspec.Meta(ge=1)] | None


class Rest(Form, frozen=True, kw_only=True):
    """A value of the message that nothing in `Report` holds."""

    path: str
    """JSON pointer into the message; in XML the elements' names, with a number where one is repeated."""
    value: str | int | float | bool | None = None
    empty: Literal["", "list", "object"] = ""
    """Not "": an empty list or object stood here."""


class Priority(Form, frozen=True, kw_only=True):
    """How urgent."""

    level: Annotated[int, msgspec.Meta(ge=1, le=5)] | None = None
    """1 most urgent to 5 least. None where the sender's scale is not known: then `as_given` alone says it."""
    as_given: tuple[str, ...] = ()
    lights: bool | None = None
    """Blue lights and siren are allowed."""


class LogLine(Form, frozen=True, kw_only=True):
    """A line of the control room's log."""

    id: str = ""
    at: Moment | None = None
    text: str
    author: str = ""
    category: str = ""
    display: bool | None = None
    """The sender wants it shown, and not only kept."""
    html: bool = False
    """The text is HTML of the sender: never to be put on a page as it is."""
    stamp: Stamp | None = None


class Stage(Form, frozen=True, kw_only=True):
    """A crew entered a state."""

    state: ResourceState = "other"
    as_given: tuple[str, ...] = ()
    at: Moment | None = None
    """To the second or finer, as it came."""


class Resource(Form, frozen=True, kw_only=True):
    """A crew or other means, with the states that this message tells."""

    id: str = ""
    name: str = ""
    category: str = ""
    categories: tuple[str, ...] = ()
    organisation: str = ""
    members: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    """In the message's order; the last is the state it tells."""
    arriving: Moment | None = None
    """Expected at its destination."""
    request: str = ""
    """Id of the request that asked for it."""
    text: str = ""
    active_on: str = ""
    """Incident id; "" is this one."""
    waiting_on: tuple[str, ...] = ()
    stamp: Stamp | None = None


class Call(Form, frozen=True, kw_only=True):
    """A call to the control room."""

    id: str = ""
    started_at: Moment | None = None
    answered_at: Moment | None = None
    state: str = ""
    kinds: tuple[str, ...] = ()
    direction: str = ""
    priority: str = ""
    queue: str = ""
    stamp: Stamp | None = None


class Contact(Form, frozen=True, kw_only=True):
    """A way to call somebody back; a `Link` says whom."""

    id: str = ""
    uris: tuple[str, ...] = ()
    device: str = ""
    stamp: Stamp | None = None


class ECall(Form, frozen=True, kw_only=True):
    """What a vehicle's automatic emergency call said (EN 15722)."""

    at: Moment
    automatic: bool | None = None
    trusted: bool | None = None
    """The position can be relied on."""
    category: str = ""
    """Vehicle class, as in M1."""
    vin: str = ""
    propulsion: str = ""
    position: Point | None = None
    direction_deg: int | None = None
    """Last known heading, clockwise from north."""
    position_before: Point | None = None
    """N1."""
    position_before_that: Point | None = None
    """N2."""
    passengers: int | None = None


class Link(Form, frozen=True, kw_only=True):
    """One part of the message refers to another by id."""

    of: str
    """Id of the part that refers."""
    name: str
    """The sender's name of the reference."""
    to: str


class Related(Form, frozen=True, kw_only=True):
    """Another incident or message."""

    id: str
    part: str = ""
    """Id of the part of the message that says so."""
    relation: str
    """The sender's word: REPLACING, PARENT, references."""
    reason: str = ""
    sender: str = ""
    at: Moment | None = None
    stamp: Stamp | None = None


class Report(Form, frozen=True, kw_only=True):
    """One message about one incident.

    Together with `rest` it holds every value of the message. `places`, `persons` and the like are in the
    message's order; several roles of one person are several persons where the sender says it so.
    """

    system: Literal["ucri", "eido", "cap", "webhook"]
    standard: str
    """Name and version of what the message says to be: `incident_transfer_police/1.0/incident`."""
    source: str
    """Who sent it, by the standard's own address: an OID, a host name, a name."""
    incident_id: str
    """The source's id of the incident; with `source` it names it. "" only where the message answers a
    `request`."""
    local_id: str = ""
    """A second id that people at the source use."""
    message_id: str
    """Equal for a message that is sent again. Where the standard has none it is the octets' SHA-256."""
    request: str = ""
    """Id of a request for means that this answers."""
    kind: MessageKind
    whole: bool
    """True: what it does not say is no more. False: what it does not say is as before."""
    exercise: bool = False
    """Not real: a test or an exercise. It must never look like an incident."""
    sequence: Sequence = None
    """Number of this message among those of its incident, from 1, without a gap. None where the source has
    none."""
    sent_at: Moment
    acted_at: Moment | None = None
    """When somebody did what the message tells: handed over, answered, closed."""
    started_at: Moment | None = None
    delivery: int | None = None
    """The number by which the transport is told that the message has arrived. No order of the incident's
    messages."""
    state: Literal["", "open", "closed"] = ""
    answer: Literal["", "accepted", "rejected"] = ""
    result: str = ""
    """How it ended, in the sender's word."""
    reason: str = ""
    title: str = ""
    text: str = ""
    incident_kind: str = ""
    """One of `kinds.KINDS`, "" where the keywords say none of them."""
    keywords: tuple[str, ...] = ()
    """The incident's kind as given: codes and words."""
    statuses: tuple[str, ...] = ()
    """The incident's status as given."""
    priority: Priority | None = None
    places: tuple[Place, ...] = ()
    persons: tuple[Person, ...] = ()
    calls: tuple[Call, ...] = ()
    contacts: tuple[Contact, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    things: tuple[Thing, ...] = ()
    cautions: tuple[Caution, ...] = ()
    log: tuple[LogLine, ...] = ()
    resources: tuple[Resource, ...] = ()
    ecall: ECall | None = None
    alert: Alert | None = None
    attachments: tuple[Attachment, ...] = ()
    stamp: Stamp | None = None
    """Who last changed the incident at the source."""
    links: tuple[Link, ...] = ()
    related: tuple[Related, ...] = ()
    rest: tuple[Rest, ...] = ()


def says_weapon(report: Report) -> bool:
    """Whether the message names a weapon among its cautions or things."""
    return any(caution.weapon for caution in report.cautions) or any(thing.weapon for thing in report.things)


def hints_weapon(report: Report) -> bool:
    """Whether the words of the message name a weapon, in one of the four languages: a hint.

    It does not understand "no weapon".
    """
    return names_weapon(report.title, report.text, *report.keywords, *(line.text for line in report.log))
