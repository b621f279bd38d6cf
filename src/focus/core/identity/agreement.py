"""Agreeing on a session's proof key: ECDH P-256, the app's half signed by the device, then HKDF.

The key replaces ECDSA on each request by HMAC. In the app it is not extractable; here it is kept sealed
under the token, which the server does not store, so a copy of the database yields neither.
"""

from __future__ import annotations

import os
from hashlib import sha256

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from focus.core.identity import base64url

_SEAL = b"focus-proof-key-seal-v1"


class ProofKey(msgspec.Struct, frozen=True):
    """What both sides hold after the agreement."""

    kid: str
    key: bytes
    agree: str
    """The server's public half, for the app."""


def agree(*, theirs: str, challenge: bytes, device: str, token_hash: bytes) -> ProofKey:
    """Answer the app's public half; ValueError when it is not a point of P-256."""
    mine = ec.generate_private_key(ec.SECP256R1())
    return derive(mine, theirs=theirs, challenge=challenge, device=device, token_hash=token_hash)


def derive(
    mine: ec.EllipticCurvePrivateKey, *, theirs: str, challenge: bytes, device: str, token_hash: bytes
) -> ProofKey:
    """The proof key of a private half and the app's public half."""
    point = base64url.decode(theirs)
    if len(point) != 65:
        raise ValueError("not an uncompressed P-256 point")
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    ours = public_half(mine)
    lines = ("focus-proof-key-v1", base64url.encode(challenge), device, theirs, ours)
    transcript = "\n".join((*lines, base64url.encode(token_hash))).encode()
    key = HKDF(SHA256(), 32, challenge, transcript).derive(mine.exchange(ec.ECDH(), public))
    return ProofKey(kid=base64url.encode(sha256(transcript).digest()[:12]), key=key, agree=ours)


def public_half(private: ec.EllipticCurvePrivateKey) -> str:
    """The public half as it travels: 65 octets, base64url."""
    octets = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64url.encode(octets)


def seal(key: bytes, token: str) -> bytes:
    """The key encrypted under the token: nonce ‖ AES-256-GCM."""
    nonce = os.urandom(12)
    return nonce + AESGCM(_sealing_key(token)).encrypt(nonce, key, _SEAL)


def unseal(sealed: bytes, token: str) -> bytes:
    """The key again; raises `cryptography.exceptions.InvalidTag` under another token."""
    return AESGCM(_sealing_key(token)).decrypt(sealed[:12], sealed[12:], _SEAL)


def _sealing_key(token: str) -> bytes:
    return HKDF(SHA256(), 32, None, _SEAL).derive(token.encode("ascii"))
