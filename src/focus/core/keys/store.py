"""What the platform asks of a key store. Raw master keys never cross this interface."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID


class KeyUnknown(Exception):
    """A wrapped key cannot be opened: made by another store, for another organisation, or damaged."""


class KeyFileExposed(Exception):
    """The key file or its folder is open to others, or belongs to somebody else: refused until repaired."""


class KeyStore(Protocol):
    """Wraps data keys and signs checkpoints, each organisation apart.

    Asynchronous because Vault answers over the network and PKCS#11 blocks. Data keys are random, live
    wrapped in the database beside what they protect and are opened once per process, so that the store
    is not on the hot path, a store can be replaced by wrapping anew, and dropping a wrapped key destroys
    what it protected.
    """

    async def wrap(self, organisation: UUID, data_key: bytes) -> bytes:
        """A data key, encrypted so that only this store opens it, and only for this organisation."""

    async def unwrap(self, organisation: UUID, wrapped: bytes) -> bytes:
        """The data key behind `wrapped`; raises KeyUnknown."""

    async def sign(self, organisation: UUID, message: bytes) -> bytes:
        """A 64-byte Ed25519 signature (RFC 8032) with the organisation's checkpoint key."""

    async def public_key(self, organisation: UUID) -> bytes:
        """The 32-byte Ed25519 public key that checks `sign`."""

    async def agree(self, organisation: UUID, kid: str, point: bytes) -> bytes:
        """The 32-byte ECDH secret of the organisation's P-256 key `kid` with `point`; raises KeyUnknown."""

    async def agreement_key(self, organisation: UUID) -> tuple[str, bytes]:
        """The id and the uncompressed point (65 bytes) to which others seal now."""

    async def push_sign(self, message: bytes) -> bytes:
        """A 64-byte ECDSA P-256 signature (r ‖ s, SHA-256) with the installation's key for push services."""

    async def push_key(self) -> bytes:
        """The uncompressed point (65 bytes) that checks `push_sign`."""
