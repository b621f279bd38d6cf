"""How an event is committed to and how it is hidden.

The leaf is SHA-256(salt ‖ canonical JSON) with a random salt of 32 bytes. Salt and JSON are encrypted
together: with the salt in clear, whoever got hold of the database could confirm guesses ("was this plate
looked up?") against the leaf. Dropping the ciphertext erases both and leaves every proof valid.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from os import urandom
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SALT = 32
_NONCE = 12


class Opened(NamedTuple):
    """A payload in clear."""

    salt: bytes
    payload: bytes


class Sealed(NamedTuple):
    """What is stored: the commitment, and nonce ‖ ciphertext ‖ tag."""

    leaf: bytes
    payload: bytes


class PayloadChanged(Exception):
    """The ciphertext is not the one that was written for this event."""


def commitment(salt: bytes, payload: bytes) -> bytes:
    """The log entry of an event, 32 bytes."""
    return sha256(salt + payload).digest()


def seal(payload: bytes, *, data_key: bytes, organisation: UUID, event: UUID) -> Sealed:
    """Commit to a payload and encrypt it.

    Each event has its own key (HMAC of its id), so the number of events under one data key is not
    bounded by the 2³² random nonces that AES-GCM bears.
    """
    fresh = urandom(SALT + _NONCE)
    salt, nonce = fresh[:SALT], fresh[SALT:]
    identity = event.bytes
    key = _event_key(data_key, identity)
    bound = organisation.bytes + identity
    return Sealed(commitment(salt, payload), nonce + AESGCM(key).encrypt(nonce, salt + payload, bound))


def unseal(sealed: bytes, *, data_key: bytes, organisation: UUID, event: UUID) -> Opened:
    """The payload and its salt; raises PayloadChanged."""
    key = _event_key(data_key, event.bytes)
    try:
        clear = AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], organisation.bytes + event.bytes)
    except (InvalidTag, ValueError):
        raise PayloadChanged(str(event)) from None
    return Opened(clear[:SALT], clear[SALT:])


def _event_key(data_key: bytes, event: bytes) -> bytes:
    """HMAC-SHA256; by hand, because hmac.digest sets up both of its hashes anew each time."""
    inner, outer = _halves(data_key)
    return sha256(outer + sha256(inner + event).digest()).digest()


@lru_cache(maxsize=1024)
def _halves(data_key: bytes) -> tuple[bytes, bytes]:
    """The two blocks of RFC 2104; a data key has 32 bytes, a block 64."""
    block = data_key.ljust(64, b"\0")
    return bytes(byte ^ 0x36 for byte in block), bytes(byte ^ 0x5C for byte in block)
