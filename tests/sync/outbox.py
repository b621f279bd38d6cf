"""What a phone does without network, sealed and signed as the app does it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.identity import base64url
from focus.core.ids import new_id
from tests.identity.phone import Phone, sign
from tests.support.sealing import sealed, statement


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
        point = base64url.encode(self.point)
        key = {"kid": self.kid, "organisation": str(self.organisation), "point": point}
        return sealed(key, id, number, plain)

    def delivery(self, items: Iterable[dict[str, Any]] | None = None, waiting: Iterable[int] = ()) -> Any:
        """What is sent, signed by the device."""
        those, left = list(items if items is not None else self.items), list(waiting)
        sent = round((clock.now() + self.ahead).timestamp() * 1000)
        octets = statement(self.phone.thumbprint, sent, left, those)
        return {
            "device": self.phone.thumbprint,
            "sent_ms": sent,
            "waiting": left,
            "items": those,
            "signature": sign(self.phone.key, octets),
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
