"""What may be refused about what a phone delivers."""

from __future__ import annotations

from focus.core.errors import Problem


class DeliveryUnsigned(Problem):
    """No device that is known here signed this."""

    code = "sync.delivery_unsigned"
    status = 403


class ItemUnsealable(Problem):
    """Sealed to another key, changed on the way, or no command: nobody can read it."""

    code = "sync.item_unsealable"
    status = 422


class AuthorUnknown(Problem):
    """It was not done in a session that stood open then, on this device."""

    code = "sync.author_unknown"
    status = 403


class ActionUnknown(Problem):
    """No such action, or none that may be done without network: update the app."""

    code = "sync.action_unknown"
    status = 422
