"""The key that a device holds: ECDSA P-256, made and kept non-extractable by WebCrypto."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from focus.core.identity import base64url

_ECDSA = ec.ECDSA(SHA256())


class PublicJwk(msgspec.Struct, frozen=True):
    """A P-256 public key as WebCrypto exports it (RFC 7517); further members are ignored."""

    kty: str
    crv: str
    x: str
    y: str


class DeviceKey:
    """A device's public key."""

    __slots__ = ("_key", "point", "thumbprint")

    def __init__(self, point: bytes) -> None:
        """`point` is 0x04 ‖ x ‖ y, 65 octets; ValueError when it does not lie on P-256."""
        if len(point) != 65 or point[0] != 4:
            raise ValueError("not an uncompressed P-256 point")
        self._key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        self.point = point
        self.thumbprint = thumbprint(point)

    @classmethod
    def of(cls, jwk: PublicJwk) -> DeviceKey:
        """The key of a JWK; ValueError when it is not a P-256 public key."""
        if jwk.kty != "EC" or jwk.crv != "P-256":
            raise ValueError("not a P-256 key")
        return cls(b"\x04" + base64url.decode(jwk.x) + base64url.decode(jwk.y))

    def holds(self, signature: bytes, octets: bytes) -> bool:
        """Whether `signature` (r ‖ s, 64 octets) was made over `octets` by this device."""
        if len(signature) != 64:
            return False
        r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
        try:
            self._key.verify(encode_dss_signature(r, s), octets, _ECDSA)
        except InvalidSignature:
            return False
        return True


def thumbprint(point: bytes) -> str:
    """The RFC 7638 thumbprint, base64url, 43 characters."""
    x, y = base64url.encode(point[1:33]), base64url.encode(point[33:65])
    return base64url.encode(sha256(f'{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}'.encode()).digest())


def statement(label: str, *, ceremony: UUID, challenge: bytes, device: str, agree: str | None) -> bytes:
    """The octets that a device signs when it enrols, signs in, unlocks or steps up."""
    return "\n".join((label, str(ceremony), base64url.encode(challenge), device, agree or "-")).encode()
