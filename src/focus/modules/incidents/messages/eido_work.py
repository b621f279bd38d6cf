"""EIDO: calls, notes, cautions, crews and what is linked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from focus.modules.incidents.messages.components import Component
from focus.modules.incidents.messages.form import Attachment, Caution
from focus.modules.incidents.messages.incident import (
    Call,
    Contact,
    LogLine,
    Related,
    Resource,
    ResourceState,
    Stage,
)
from focus.modules.incidents.messages.kinds import names_weapon

_LEVELS: Final = ("highest", "high", "normal", "low", "lowest")
_GAPS: Final = re.compile(r"[^a-z]+")
_STATES: Final[Mapping[str, ResourceState]] = {
    "available": "available",
    "inservice": "available",
    "assigned": "assigned",
    "dispatched": "assigned",
    "acknowledged": "accepted",
    "enroute": "en_route",
    "responding": "en_route",
    "onscene": "on_scene",
    "atscene": "on_scene",
    "arrived": "on_scene",
    "leavingscene": "leaving",
    "transporting": "leaving",
    "unavailable": "unavailable",
    "outofservice": "unavailable",
    "emergency": "emergency",
}


def call(one: Component) -> Call:
    """A call."""
    said = one.said
    kinds = ("standardPrimaryCallType", "standardSecondaryCallType", "localCallType")
    return Call(
        id=one.id,
        started_at=said.moment("callStartTimestamp"),
        answered_at=said.moment("answerDate"),
        state=said.text("callStateRegistryText"),
        kinds=tuple(word for name in kinds if (word := said.text(name))),
        direction=said.choice("direction", ("incoming", "outgoing", "internal")),
        priority=said.choice("priorityIdentifier", _LEVELS),
        queue=said.text("queueIdentifier"),
        stamp=one.stamp,
    )


def contact(one: Component) -> Contact:
    """How somebody can be called back."""
    said = one.said
    return Contact(
        id=one.id,
        uris=said.texts("callBackInformationUri"),
        device=said.text("deviceContactHeader"),
        stamp=one.stamp,
    )


def note(one: Component) -> LogLine:
    """A note. It has no time but that of its last change; it is HTML by the standard."""
    return LogLine(
        id=one.id,
        at=one.stamp.at,
        text=one.said.text("notesActionComments"),
        author="".join(one.to("agentReference")[:1]) or one.stamp.agent,
        html=True,
        stamp=one.stamp,
    )


def caution(one: Component) -> Caution:
    """What may be dangerous."""
    said = one.said
    text = said.text("cautionTypeInternalText")
    common = said.text("cautionTypeCommonRegistryText")
    kinds = tuple(word for word in (common, *said.texts("cautionTypeCommonSubRegistryText")) if word)
    severity = said.choice("cautionSeverity", _LEVELS)
    return Caution(
        id=one.id,
        text=text,
        kinds=kinds,
        weapon=names_weapon(text, *kinds),
        severity=_LEVELS.index(severity) + 1 if severity else None,
        source=said.text("cautionSource"),
        since=said.moment("startDate"),
        stamp=one.stamp,
    )


def resource(one: Component) -> Resource:
    """A crew in the state that it has now, since the component last changed."""
    said = one.said
    primary = said.text("primaryUnitStatusRegistryText")
    given = (primary, *said.texts("secondaryUnitStatusRegistryText"), *said.texts("unitStatusInternal"))
    attributes = (*said.texts("resourceAttributeRegistryText"), *said.texts("resourceAttributeInternalText"))
    kinds = (said.text("emergencyResourceTypeInternalText"), *attributes)
    return Resource(
        id=one.id,
        name=said.text("emergencyResourceName"),
        category=said.text("emergencyResourceTypeCommonRegistryText"),
        categories=tuple(word for word in kinds if word),
        members=one.to("agentReference"),
        stages=(Stage(state=_state(primary), as_given=tuple(filter(None, given)), at=one.stamp.at),),
        arriving=said.moment("eta"),
        active_on=said.text("activeOnIncidentId"),
        waiting_on=said.texts("stackedOnIncidentId"),
        stamp=one.stamp,
    )


def media(one: Component) -> Attachment:
    """Pictures, sound or film, by reference."""
    said = one.said
    return Attachment(
        id=one.id,
        uri=said.text("uri"),
        content_type=said.text("contentType"),
        label=said.text("label"),
        stamp=one.stamp,
    )


def additional(one: Component) -> Attachment:
    """Further data by reference; data that came along stays in the rest, as it is."""
    said = one.said
    return Attachment(
        id=one.id,
        uri=said.text("additionalDataByReferenceUrl"),
        label=said.text("urlPurpose"),
        stamp=one.stamp,
    )


def merged(one: Component) -> Related:
    """An incident that became one with this, or came off it."""
    said = one.said
    return Related(
        id=said.text("incidentTrackingIdentifier"),
        part=one.id,
        relation=said.choice("incidentMergeDirectionCode", ("REPLACING", "REPLACED", "SPLIT")),
        stamp=one.stamp,
    )


def linked(one: Component) -> Related:
    """An incident that has to do with this."""
    said = one.said
    return Related(
        id=said.text("incidentTrackingIdentifier"),
        part=one.id,
        relation=said.choice("linkDirectionCode", ("PARENT", "CHILD", "RELATED", "UNLINK")),
        reason=said.text("transactionReasonText"),
        stamp=one.stamp,
    )


def _state(word: str) -> ResourceState:
    return _STATES.get(_GAPS.sub("", word.lower()), "other")
