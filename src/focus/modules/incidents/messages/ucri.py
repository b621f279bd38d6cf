"""UCRI 2 (PMeV, June 2026): messages between European control rooms.

A message is an envelope of the transport with an app's message inside, as text. Read are the apps
incident_transfer_police, notification_text and resource_request, each version 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec

from focus.modules.incidents.messages import ucri_incident, ucri_resources
from focus.modules.incidents.messages.incident import LogLine, Report
from focus.modules.incidents.messages.parts import Part, rest_of
from focus.modules.incidents.messages.trees import json_tree, sized
from focus.modules.incidents.messages.unreadable import Unreadable

_MOST_MESSAGES: Final = 1_000


class _Response(msgspec.Struct):
    messages: list[msgspec.Raw]


def split(octets: bytes) -> tuple[bytes, ...]:
    """The envelopes of an answer to `/messaging/receive`, each as it came, so that a bad one keeps no other
    back.

    Raises `Unreadable` where the answer itself is none.
    """
    try:
        response = msgspec.json.decode(sized(octets), type=_Response)
    except UnicodeDecodeError:
        raise Unreadable("encoding", detail="no UTF-8") from None
    except RecursionError:
        raise Unreadable("too_deep") from None
    except msgspec.ValidationError:
        raise Unreadable("wrong_type", "/messages", "a list is expected") from None
    except msgspec.DecodeError:
        raise Unreadable("malformed", detail="no JSON") from None
    if len(response.messages) > _MOST_MESSAGES:
        raise Unreadable("too_many_parts", "/messages", f"at most {_MOST_MESSAGES}")
    return tuple(bytes(message) for message in response.messages)


def read(octets: bytes) -> Report:
    """One envelope with its message. Raises `Unreadable`.

    `sent_at` is the transport's `sentDate`, `acted_at` what the dispatcher's system says, `delivery` the
    number to commit. The signature is not checked here: it stays in `rest`.
    """
    envelope = Part(json_tree(octets))
    payload = envelope.needed_part("payload")
    app, version, schema = (payload.needed(name) for name in ("appId", "appVersion", "schemaId"))
    reading = _READERS.get((app, schema))
    if reading is None:
        raise Unreadable("unknown_message", payload.path("schemaId"))
    if version.partition(".")[0] != "1":
        raise Unreadable("unknown_version", payload.path("appVersion"), "1 is read")
    said = payload.put("data", _opened(payload))
    head = {
        "system": "ucri",
        "standard": f"{app}/{version}/{schema}",
        "source": envelope.needed("source"),
        "message_id": envelope.needed("messageId"),
        "sent_at": envelope.needed_moment("sentDate"),
        "delivery": envelope.integer("sequenceId"),
    }
    return msgspec.structs.replace(reading(said, head), rest=rest_of(envelope))


def _opened(payload: Part) -> dict[str, Any]:
    """The message inside. Raises `Unreadable` encrypted where it is."""
    if payload.choice("contentType", ("application/json", "application/jose")) == "application/jose":
        raise Unreadable("encrypted", payload.path("data"), "to be decrypted before it is read")
    path = payload.path("data")
    try:
        return json_tree(payload.needed("data").encode())
    except Unreadable as problem:
        raise Unreadable(problem.code, path + problem.path, problem.detail) from None


def _acknowledgement(said: Part, head: Mapping[str, Any]) -> Report:
    return Report(
        **head,
        kind="acknowledgement",
        whole=False,
        incident_id=ucri_incident.shared_id(said),
        acted_at=said.needed_moment("acknowledgedByDispatcherAt"),
        answer=ucri_resources.answer_of(said, "status"),
        reason=said.text("cause"),
    )


def _completion(said: Part, head: Mapping[str, Any]) -> Report:
    return Report(
        **head,
        kind="close",
        whole=False,
        incident_id=ucri_incident.shared_id(said),
        acted_at=said.needed_moment("completedAt"),
        state="closed",
        result=_result(said),
        reason=said.text("additionalInformation"),
    )


def _result(said: Part) -> str:
    """The standard's own spelling of success is `completed_sucessfully`; the right one is taken too."""
    allowed = ("completed_sucessfully", "completed_successfully", "aborted")
    if found := said.choice("status", allowed):
        return found
    raise Unreadable("missing", said.path("status"))


def _notification(said: Part, head: Mapping[str, Any]) -> Report:
    lines: tuple[LogLine, ...] = ucri_incident.log_of(said, "notifications")
    if not lines:
        raise Unreadable("missing", said.path("notifications"))
    return Report(**head, kind="remark", whole=False, incident_id=ucri_incident.shared_id(said), log=lines)


_READERS: Final[Mapping[tuple[str, str], Callable[[Part, Mapping[str, Any]], Report]]] = {
    ("incident_transfer_police", "incident"): ucri_incident.incident,
    ("incident_transfer_police", "acknowledgement"): _acknowledgement,
    ("incident_transfer_police", "completion"): _completion,
    ("notification_text", "notification"): _notification,
    ("resource_request", "resource_request"): ucri_resources.request,
    ("resource_request", "acknowledgement"): ucri_resources.acknowledgement,
    ("resource_request", "resource_deployed"): ucri_resources.deployed,
}
