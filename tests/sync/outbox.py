"""What a phone does without network, sealed and signed as the app does it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from focus.core import clock
from focus.core.identity import base64url
from focus.core.ids import new_id
from tests.identity.phone import Phone, sign


@dataclass
class Outbox:
    """Of one phone and whoever is signed in on it."""

    phone: Phone
    organisation: UUID
    kid: str
    point: bytes
    ahead: timedelta = timedelta()
    """How far this phone's clock is ahead."""
    number: int = 0
    items: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    async def of(cls, phone: Phone) -> Outbox:
        """With the key of the organisation."""
        answer = await phone.call("GET", "/api/sync/key")
        assert answer.status_code == 200, answer.text
        key = answer.json()
        return cls(phone, UUID(key["organisation"]), key["kid"], base64url.decode(key["point"]))

    def keep(
        self,
        action: str,
        body: Mapping[str, Any],
        *,
        id: UUID | None = None,  # noqa: A002
        ago: timedelta = timedelta(),
        expires_in: timedelta | None = None,
        token: str | None = None,
        **envelope: Any,
    ) -> dict[str, Any]:
        """Do something; `ago`: so long before now."""
        at: datetime = clock.now() + self.ahead - ago
        made = {"token": token or self.phone.token, "action": action, "at": at, "body": body, **envelope}
        if expires_in is not None:
            made["expires"] = at + expires_in
        self.number += 1
        item = self.sealed(id or new_id(), self.number, msgspec.json.encode(made))
        self.items.append(item)
        return item

    def sealed(self, id: UUID, number: int, plain: bytes) -> dict[str, Any]:  # noqa: A002
        """An item, as it lies on the phone."""
        half = ec.generate_private_key(ec.SECP256R1())
        mine = half.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), self.point)
        info = b"focus-outbox-v1" + mine + self.point
        key = HKDF(SHA256(), 32, salt=None, info=info).derive(half.exchange(ec.ECDH(), theirs))
        header = f"{id}\n{number}\n{self.organisation}\n{self.kid}".encode()
        box = AESGCM(key).encrypt(bytes(12), plain, header)
        return {
            "id": str(id),
            "n": number,
            "organisation": str(self.organisation),
            "kid": self.kid,
            "eph": base64url.encode(mine),
            "box": base64url.encode(box),
        }

    def delivery(self, items: Iterable[dict[str, Any]] | None = None, waiting: Iterable[int] = ()) -> Any:
        """What is sent, signed by the device."""
        those, left = list(items if items is not None else self.items), list(waiting)
        sent = round((clock.now() + self.ahead).timestamp() * 1000)
        lines = ["focus-deliver-v1", self.phone.thumbprint, str(sent), ",".join(map(str, left))]
        for item in those:
            digest = base64url.encode(sha256(f"{item['eph']}.{item['box']}".encode()).digest())
            lines.append(f"{item['id']} {item['n']} {item['organisation']} {digest}")
        return {
            "device": self.phone.thumbprint,
            "sent_ms": sent,
            "waiting": left,
            "items": those,
            "signature": sign(self.phone.key, "\n".join(lines).encode()),
        }

    async def deliver(
        self, items: Iterable[dict[str, Any]] | None = None, waiting: Iterable[int] = ()
    ) -> list[dict[str, Any]]:
        """Send, with no session at all; the outcomes."""
        answer = await self.phone.bare("/api/sync/deliver", self.delivery(items, waiting))
        assert answer.status_code == 200, answer.text
        outcomes: list[dict[str, Any]] = answer.json()["outcomes"]
        return outcomes


def noise() -> str:
    """Octets that say nothing."""
    return base64url.encode(os.urandom(200))
