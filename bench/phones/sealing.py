"""An item as the app seals it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from focus.core.sync.sealing import key_of
from tests.support.device import b64u, un_b64u


def sealed(key: dict[str, str], id: UUID, number: int, plain: bytes) -> dict[str, Any]:  # noqa: A002
    """One item, sealed to the organisation's key as `GET /api/sync/key` gives it."""
    half, theirs = ec.generate_private_key(ec.SECP256R1()), un_b64u(key["point"])
    mine = half.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs)
    secret = key_of(half.exchange(ec.ECDH(), point), mine, theirs)
    header = f"{id}\n{number}\n{key['organisation']}\n{key['kid']}".encode()
    box = AESGCM(secret).encrypt(bytes(12), plain, header)
    return {
        "id": str(id),
        "n": number,
        "organisation": key["organisation"],
        "kid": key["kid"],
        "eph": b64u(mine),
        "box": b64u(box),
    }
