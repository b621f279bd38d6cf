"""Items and deliveries as the app makes them, for a `Device` that is signed in."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from focus.core.sync.sealing import key_of
from tests.support.device import Device, b64u, un_b64u


def done(
    device: Device, key: dict[str, str], command: UUID, number: int, action: str, body: Any
) -> dict[str, Any]:
    """Something done now on this device, sealed."""
    made = {"token": device.token, "action": action, "at": datetime.now(UTC).isoformat(), "body": body}
    return sealed(key, command, number, json.dumps(made).encode())


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


def delivery(device: Device, items: Iterable[dict[str, Any]]) -> bytes:
    """Items as they are sent, signed by the device."""
    those, sent = list(items), round(time.time() * 1000)
    what = {"device": device.thumbprint, "sent_ms": sent, "waiting": [], "items": those}
    signature = device.sign(statement(device.thumbprint, sent, (), those))
    return json.dumps({**what, "signature": signature}).encode()


def statement(device: str, sent_ms: int, waiting: Iterable[int], items: Iterable[dict[str, Any]]) -> bytes:
    """What a device signs: written down here again, so that the server's own is checked."""
    lines = ["focus-deliver-v1", device, str(sent_ms), ",".join(map(str, waiting))]
    for item in items:
        digest = b64u(sha256(f"{item['eph']}.{item['box']}".encode()).digest())
        lines.append(f"{item['id']} {item['n']} {item['organisation']} {digest}")
    return "\n".join(lines).encode()
