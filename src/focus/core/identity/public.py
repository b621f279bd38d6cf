"""What other modules may use of identity: its service, and the wake-up when a session or device changed."""

from focus.core.identity.identity import IDENTITY, TOPIC, Identity, identity_of

__all__ = ["IDENTITY", "TOPIC", "Identity", "identity_of"]
