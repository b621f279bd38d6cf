"""What other modules may use of identity: its service, the wake-up when a session or device changed, and who
did on a phone what arrives later."""

from focus.core.identity import base64url
from focus.core.identity.authors import Author, author_of, signing_device
from focus.core.identity.identity import IDENTITY, TOPIC, Identity, identity_of
from focus.core.identity.store import DeviceRow

__all__ = [
    "IDENTITY",
    "TOPIC",
    "Author",
    "DeviceRow",
    "Identity",
    "author_of",
    "base64url",
    "identity_of",
    "signing_device",
]
