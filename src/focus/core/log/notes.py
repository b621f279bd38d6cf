"""Checkpoints as C2SP signed notes: origin, size, root; signed with Ed25519."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_ED25519 = b"\x01"
_SIGNATURE = "— "


class BadNote(ValueError):
    """Not a checkpoint, of another log, or not signed by its key."""


class Checkpoint(NamedTuple):
    """The state of a log: `size` leaves under `root`."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def origin_of(organisation: UUID) -> str:
    """The name of an organisation's log, which is also the name of its key."""
    return f"focus/log/{organisation}"


def key_id(name: str, public_key: bytes) -> bytes:
    """The four bytes that tell keys of one name apart."""
    return sha256(name.encode() + b"\n" + _ED25519 + public_key).digest()[:4]


def verifier_key(name: str, public_key: bytes) -> str:
    """The public key as one line that travels: name+id+key."""
    key = base64.b64encode(_ED25519 + public_key).decode()
    return f"{name}+{key_id(name, public_key).hex()}+{key}"


async def sign_checkpoint(
    checkpoint: Checkpoint, *, public_key: bytes, sign: Callable[[bytes], Awaitable[bytes]]
) -> str:
    """The checkpoint as a signed note."""
    text = checkpoint.text()
    signature = key_id(checkpoint.origin, public_key) + await sign(text.encode())
    return f"{text}\n{_SIGNATURE}{checkpoint.origin} {base64.b64encode(signature).decode()}\n"


def open_checkpoint(note: str, *, origin: str, public_key: bytes) -> Checkpoint:
    """The checkpoint in a note; raises BadNote unless this log's key signed it.

    Signatures of other keys (witnesses) are passed over, as the note format demands.
    """
    text, separator, signatures = note.rpartition("\n\n")
    if not separator:
        raise BadNote("no signature")
    text += "\n"
    checkpoint = _read(text)
    if checkpoint.origin != origin:
        raise BadNote("a checkpoint of another log")
    expected = key_id(origin, public_key)
    for line in signatures.splitlines():
        name, _, encoded = line.removeprefix(_SIGNATURE).partition(" ")
        signature = _decode(encoded)
        if line.startswith(_SIGNATURE) and name == origin and signature[:4] == expected:
            _check(public_key, signature[4:], text.encode())
            return checkpoint
    raise BadNote("not signed by the log's key")


def _check(public_key: bytes, signature: bytes, message: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        raise BadNote("the signature is wrong") from None


def _read(text: str) -> Checkpoint:
    lines = text.split("\n")
    if len(lines) < 4 or lines[-1]:
        raise BadNote("not a checkpoint")
    origin, size, root = lines[0], lines[1], _decode(lines[2])
    if not size.isascii() or not size.isdigit() or str(int(size)) != size or len(root) != 32:
        raise BadNote("not a checkpoint")
    return Checkpoint(origin, int(size), root)


def _decode(encoded: str) -> bytes:
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise BadNote("broken base64") from None
