"""Who did on a phone what arrives only now: the session of then, open or over, and its device."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

import msgspec

from focus.core.database import Transaction
from focus.core.identity import base64url, store
from focus.core.identity.device_keys import DeviceKey
from focus.core.identity.store import DeviceRow

ABOUT: Final = timedelta(seconds=5)


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """A session with its device."""

    organisation_id: UUID
    id: UUID
    person_id: UUID
    post_id: UUID
    device_id: UUID
    created_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    thumbprint: str
    revoked_at: datetime | None

    def open_at(self, moment: datetime) -> bool:
        """Whether the session stood open then, on a device that was not revoked.

        A moment by a phone's clock is known to some seconds only; a revocation is exact all the same.
        """
        over = min(self.expires_at, self.ended_at or self.expires_at) + ABOUT
        return self.created_at - ABOUT <= moment <= min(over, self.revoked_at or over)


async def author_of(tx: Transaction, token: str) -> Author | None:
    """The session under this token; works without a scope."""
    digest = sha256(token.encode()).digest()
    row = await tx.fetchrow("select * from identity.session_then($1)", digest)
    return Author(**row) if row else None


async def signing_device(
    tx: Transaction, thumbprint: str, *, statement: bytes, signature: str
) -> DeviceRow | None:
    """The device with this key, revoked or not, if it signed the statement; works without a scope."""
    device = await store.device_of(tx, thumbprint)
    try:
        held = device is not None and DeviceKey(device.point).holds(base64url.decode(signature), statement)
    except ValueError:
        held = False
    return device if held else None
