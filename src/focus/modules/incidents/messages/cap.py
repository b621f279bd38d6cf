"""CAP 1.2 (OASIS, 1 July 2010): public warnings."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, Literal

from focus.modules.incidents.messages.alert import Alert, Told
from focus.modules.incidents.messages.cap_info import needed, once, one_of, told
from focus.modules.incidents.messages.incident import MessageKind, Related, Report
from focus.modules.incidents.messages.kinds import kind_of
from focus.modules.incidents.messages.markup import xml_tree
from focus.modules.incidents.messages.parts import Part, moment_of, rest_of
from focus.modules.incidents.messages.unreadable import Unreadable

NAMESPACE: Final = "urn:oasis:names:tc:emergency:cap:1.2"
_KINDS: Final[dict[str, MessageKind]] = {
    "Alert": "alert",
    "Update": "update",
    "Cancel": "close",
    "Ack": "acknowledgement",
    "Error": "acknowledgement",
}


def read(octets: bytes) -> Report:
    """One alert. Raises `Unreadable`.

    A message tells the whole warning. Its id is what the standard refers to it by, `sender,identifier,sent`;
    the warning's id is that of the oldest message that it refers to, or its own.
    """
    name, tree = xml_tree(octets, (NAMESPACE,))
    if name != "alert":
        other = name.rpartition("}")[2] == "alert"
        raise Unreadable(
            "wrong_namespace" if other else "unknown_message", detail=f"{NAMESPACE} alert is read"
        )
    root = Part(tree)
    sender, identifier = needed(root, "sender"), needed(root, "identifier")
    sent = moment_of(needed(root, "sent"), root.path("sent"))
    references = _references(root)
    alert = _alert(root)
    oldest = min(references, key=_age, default=None)
    return Report(
        system="cap",
        standard="cap/1.2",
        source=sender,
        incident_id=f"{oldest.sender},{oldest.id}" if oldest else f"{sender},{identifier}",
        message_id=f"{sender},{identifier},{sent.isoformat()}",
        sent_at=sent,
        **_said(alert),
        related=(*references, *_incidents(root)),
        rest=rest_of(root),
    )


def _said(alert: Alert) -> dict[str, Any]:
    """What the alert says, as fields of `Report`; what people see first is its first `info`."""
    first = alert.told[0] if alert.told else None
    keywords = tuple(dict.fromkeys(word for info in alert.told for word in (info.event, *info.categories)))
    return {
        "kind": _KINDS[alert.message],
        "whole": alert.message in ("Alert", "Update"),
        "exercise": alert.status != "Actual",
        "state": _state(alert.message),
        "answer": {"Ack": "accepted", "Error": "rejected"}.get(alert.message, ""),
        "started_at": first.onset if first else None,
        "title": (first.headline or first.event) if first else "",
        "incident_kind": kind_of(keywords),
        "keywords": keywords,
        "alert": alert,
    }


def _state(message: str) -> Literal["", "open", "closed"]:
    if message == "Cancel":
        return "closed"
    return "open" if message in ("Alert", "Update") else ""


def _alert(root: Part) -> Alert:
    infos: tuple[Told, ...] = tuple(told(info) for info in root.objects("info"))
    return Alert(
        status=one_of(root, "status", ("Actual", "Exercise", "System", "Test", "Draft")),
        message=one_of(root, "msgType", tuple(_KINDS)),
        scope=one_of(root, "scope", ("Public", "Restricted", "Private")),
        source=once(root, "source"),
        restriction=once(root, "restriction"),
        addresses=once(root, "addresses"),
        codes=root.words("code"),
        note=once(root, "note"),
        told=infos,
    )


def _references(root: Part) -> tuple[Related, ...]:
    """Earlier messages, each as `sender,identifier,sent`."""
    path = root.path("references")
    found = []
    for reference in once(root, "references").split():
        parts = reference.split(",")
        if len(parts) != 3:
            raise Unreadable("malformed", path, "sender,identifier,sent is expected")
        sender, identifier, sent = parts
        found.append(Related(id=identifier, relation="references", sender=sender, at=moment_of(sent, path)))
    return tuple(found)


def _incidents(root: Part) -> tuple[Related, ...]:
    return tuple(Related(id=name, relation="incidents") for name in once(root, "incidents").split())


def _age(reference: Related) -> tuple[datetime, str]:
    assert reference.at is not None
    return reference.at, reference.id
