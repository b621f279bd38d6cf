"""An action returns its event; the gate writes it to the log in the same transaction."""

from __future__ import annotations

import msgspec


class Event(msgspec.Struct, kw_only=True, frozen=True):
    """What an action did. The class name, in the past tense, is the event's kind: `residence.VisitRecorded`.

    All fields go to the log and back to the caller as the answer.
    """
