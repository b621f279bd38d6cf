"""The server's share of a device's store key; docs/developer/sign-in.md, "What lies on the device".

A phone keeps what it holds under a key that is itself sealed under this share. It is handed out after each
user verification, so that a locked phone holds none; revoking the device drops it, and with it what the phone
holds can never be opened again.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core.identity import base64url
from focus.core.identity.problems import DeviceUnknown

if TYPE_CHECKING:
    from focus.core.identity.identity import Identity

_OCTETS = 32


async def share_of(identity: Identity, *, home: UUID, device: UUID) -> str:
    """The share, base64url, made at the first call; `DeviceUnknown` when the device was revoked.

    `home` is the organisation that keeps the device. Call it only once the person was verified.
    """
    fresh = await identity.keys.wrap(home, os.urandom(_OCTETS))
    async with identity.database.transaction(home) as tx:
        wrapped = await tx.fetchval(
            """update identity.device set share = coalesce(share, $2)
               where organisation_id = focus.must_scope() and id = $1 and revoked_at is null
               returning share""",
            device,
            fresh,
        )
    if wrapped is None:
        raise DeviceUnknown
    return base64url.encode(await identity.keys.unwrap(home, wrapped))
