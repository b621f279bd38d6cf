"""Rows of identity, found through the doors when there is no scope yet."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from focus.core.database import Transaction


class DeviceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A device, by its key."""

    organisation_id: UUID
    id: UUID
    person_id: UUID
    point: bytes
    kind: str
    demo: bool
    revoked_at: datetime | None


class CredentialRow(msgspec.Struct, frozen=True, kw_only=True):
    """A passkey that is not revoked."""

    organisation_id: UUID
    id: UUID
    person_id: UUID
    device_id: UUID
    public_key: bytes
    sign_count: int


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A session with its device, as authentication needs it."""

    organisation_id: UUID
    id: UUID
    person_id: UUID
    post_id: UUID
    device_id: UUID
    method: str
    proof_kid: str | None
    proof_key: bytes | None
    created_at: datetime
    expires_at: datetime
    active_at: datetime
    verified_at: datetime | None
    locked_at: datetime | None
    ended: bool
    revoked: bool
    device_point: bytes
    device_kind: str


async def device_of(tx: Transaction, thumbprint: str) -> DeviceRow | None:
    """The device with this key, revoked or not."""
    row = await tx.fetchrow("select * from identity.device_by_thumbprint($1)", thumbprint)
    return DeviceRow(**row) if row else None


async def credential_of(tx: Transaction, credential: bytes) -> CredentialRow | None:
    """The passkey with this id, unless revoked."""
    row = await tx.fetchrow("select * from identity.credential_by_id($1)", credential)
    return CredentialRow(**row) if row else None


async def session_of(tx: Transaction, token_hash: bytes) -> SessionRow | None:
    """The session under this token, ended or not."""
    row = await tx.fetchrow("select * from identity.session_by_token($1)", token_hash)
    return SessionRow(**row) if row else None


async def used(tx: Transaction, credential: CredentialRow, *, count: int, at: datetime) -> bool:
    """Remember a use; False when another use with this count came first (a copied authenticator)."""
    status = await tx.execute(
        """update identity.credential set sign_count = $2, used_at = $3
           where organisation_id = focus.must_scope() and id = $1 and revoked_at is null
             and (sign_count < $2 or ($2 = 0 and sign_count = 0))""",
        credential.id,
        count,
        at,
    )
    return status == "UPDATE 1"


async def passkeys_of(tx: Transaction, person: UUID) -> list[bytes]:
    """Ids of the person's passkeys; `tx` in the scope of his own organisation."""
    rows = await tx.fetch(
        """select credential_id from identity.credential
           where organisation_id = focus.must_scope() and person_id = $1 and revoked_at is null""",
        person,
    )
    return [row["credential_id"] for row in rows]
