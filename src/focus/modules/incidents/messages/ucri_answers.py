"""UCRI 2: what goes back to the control room that handed an incident over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final, Literal
from uuid import UUID

import msgspec

_APP: Final = "incident_transfer_police"
_VERSION: Final = "1.0"
Schema = Literal["acknowledgement", "completion"]


def write_acknowledgement(incident_id: UUID, *, at: datetime, accepted: bool, cause: str = "") -> bytes:
    """The app message that takes an incident over or refuses it; `at` is when the desk decided. JSON."""
    return _json(
        {
            "sharedIncidentId": str(incident_id),
            "acknowledgedByDispatcherAt": _moment(at),
            "status": "accepted" if accepted else "rejected",
        }
        | ({"cause": cause} if cause else {})
    )


def write_completion(incident_id: UUID, *, at: datetime, completed: bool, text: str = "") -> bytes:
    """The app message that says an incident has ended, as it should or broken off. JSON.

    The misspelling of success is the standard's.
    """
    return _json(
        {
            "sharedIncidentId": str(incident_id),
            "completedAt": _moment(at),
            "status": "completed_sucessfully" if completed else "aborted",
        }
        | ({"additionalInformation": text} if text else {})
    )


def write_sending(
    message: bytes, *, schema: Schema, message_id: UUID, source: str, destination: str, timeout_s: int = 3600
) -> bytes:
    """A body for `/messaging/send` with one of the messages above inside.

    `source` and `destination` are OIDs; `timeout_s`, 10 to 86400, is how long the transport keeps trying. A
    repeated sending must carry the same `message_id`. It is not signed.
    """
    return _json(
        {
            "messageId": str(message_id),
            "timeout": timeout_s,
            "ack": "NACK",
            "source": source,
            "destinations": [destination],
            "payload": {
                "appId": _APP,
                "appVersion": _VERSION,
                "schemaId": schema,
                "contentType": "application/json",
                "data": message.decode(),
            },
        }
    )


def _json(value: dict[str, Any]) -> bytes:
    return msgspec.json.encode(value)


def _moment(at: datetime) -> str:
    """In UTC, to the second. Raises `ValueError` for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("a time needs its zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
