"""The only doors to records: actions, views, purpose, policy.

A call comes in, is authenticated, permitted by policy, run in its organisation's scope, and logged.
"""

from focus.core.gate.actor import Actor
from focus.core.gate.calls import Call, Held, Lines, Reply
from focus.core.gate.commands import Envelope
from focus.core.gate.declare import action, view
from focus.core.gate.events import Change, Event, changes
from focus.core.gate.platform import Platform, Settings
from focus.core.gate.policy import Policy
from focus.core.gate.principal import Authenticator, Principal, Switches
from focus.core.gate.services import NotOffered, NotRequired, Service

__all__ = [
    "Actor",
    "Authenticator",
    "Call",
    "Change",
    "Envelope",
    "Event",
    "Held",
    "Lines",
    "NotOffered",
    "NotRequired",
    "Platform",
    "Policy",
    "Principal",
    "Reply",
    "Service",
    "Settings",
    "Switches",
    "action",
    "changes",
    "view",
]
