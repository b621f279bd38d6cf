"""What was done on a phone, sealed to the organisation: a locked phone cannot read it. SPEC.md S20–S22.

ECDH on P-256 with a key made for this one item; HKDF-SHA-256 over label and both points; AES-256-GCM with a
nonce of zeros, as the key is used once; what stands in clear beside it is bound in as associated data.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from focus.core.calendar import strange_times
from focus.core.identity.public import base64url
from focus.core.keys import KeyUnknown
from focus.core.sync.wire import Delivery, Item, Made

if TYPE_CHECKING:
    from focus.core.keys import FileKeyStore

LABEL: Final = b"focus-outbox-v1"
_NONCE: Final = bytes(12)


class Unsealable(Exception):
    """Sealed to another key, changed on the way, or no command."""


async def unsealed(keys: FileKeyStore, item: Item) -> Made:
    """What stands inside; raises Unsealable."""
    try:
        theirs, box = base64url.decode(item.eph), base64url.decode(item.box)
        secret = await keys.agree(item.organisation, item.kid, theirs)
        _, ours = await keys.agreement_key(item.organisation)
        plain = AESGCM(key_of(secret, theirs, ours)).decrypt(_NONCE, box, header_of(item))
        made = msgspec.json.decode(plain, type=Made)
    except (ValueError, KeyUnknown, InvalidTag, msgspec.DecodeError):
        raise Unsealable from None
    if any(strange_times(made)):
        raise Unsealable
    return made


def key_of(secret: bytes, theirs: bytes, ours: bytes) -> bytes:
    """The key of one item; `theirs` is the phone's half, `ours` the organisation's."""
    return HKDF(SHA256(), 32, salt=None, info=LABEL + theirs + ours).derive(secret)


def header_of(item: Item) -> bytes:
    """What stands in clear and is bound to the box."""
    return f"{item.id}\n{item.n}\n{item.organisation}\n{item.kid}".encode()


def statement_of(delivery: Delivery) -> bytes:
    """The octets that the device signs."""
    waiting = ",".join(map(str, delivery.waiting))
    head = ["focus-deliver-v1", delivery.device, str(delivery.sent_ms), waiting]
    return "\n".join([*head, *_digests(delivery.items)]).encode()


def _digests(items: Iterable[Item]) -> Iterable[str]:
    for item in items:
        digest = base64url.encode(sha256(f"{item.eph}.{item.box}".encode()).digest())
        yield f"{item.id} {item.n} {item.organisation} {digest}"
