"""Signing in with a passkey, and choosing a post."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from focus.core import clock
from focus.core.identity import base64url, ceremonies, passkeys, store
from focus.core.identity.ceremonies import Ceremony
from focus.core.identity.device_keys import DeviceKey
from focus.core.identity.identity import Identity, event
from focus.core.identity.passkeys import Passkey
from focus.core.identity.problems import DeviceUnknown, NoPost, VerificationRefused
from focus.core.identity.sessions import Known, check_signature, open_or_choose, own_device
from focus.core.identity.store import CredentialRow
from focus.core.identity.wire import Choice, Choose, Opened, Options, SignInFinish


async def begin(identity: Identity) -> Options:
    """A challenge for whatever passkey the authenticator has for this place."""
    ceremony = await ceremonies.begin(identity.database, "sign-in")
    options = identity.party.request(challenge=ceremony.challenge)
    return Options(ceremony.id, base64url.encode(ceremony.challenge), options)


async def finish(identity: Identity, given: SignInFinish) -> Opened | Choice:
    """A session, or the choice of a post, for who holds a passkey and his enrolled device."""
    ceremony = await ceremonies.take(identity.database, "sign-in", given.ceremony)
    person = await verify_passkey(identity, ceremony, given.credential)
    device = await own_device(identity, given.device, person=person)
    check_signature(
        DeviceKey(device.point), "focus-sign-in-v1", ceremony, agree=given.agree, signature=given.signature
    )
    known = Known(person=person, device=device, method="passkey", verified_at=clock.now())
    return await open_or_choose(identity, known, ceremony, agree=given.agree, post=given.post)


async def choose(identity: Identity, given: Choose) -> Opened:
    """A session in the post chosen."""
    ceremony = await ceremonies.take(identity.database, "choose", given.ceremony)
    key = DeviceKey(base64url.decode(ceremony.facts["point"]))
    if key.thumbprint != given.device:
        raise DeviceUnknown
    check_signature(key, "focus-choose-v1", ceremony, agree=given.agree, signature=given.signature)
    person = UUID(ceremony.facts["person"])
    verified, only_in, method = (ceremony.facts[name] for name in ("verified_at", "only_in", "method"))
    known = Known(
        person=person,
        device=await own_device(identity, given.device, person=person, method=method),
        method=method,
        verified_at=datetime.fromisoformat(verified) if verified else None,
        only_in=UUID(only_in) if only_in else None,
    )
    opened = await open_or_choose(identity, known, ceremony, agree=given.agree, post=given.post)
    if isinstance(opened, Choice):
        raise NoPost
    return opened


async def verify_passkey(
    identity: Identity, ceremony: Ceremony, credential: dict[str, Any], *, person: UUID | None = None
) -> UUID:
    """The person whose authenticator answered, the user verified; `VerificationRefused` otherwise.

    With `person`, a passkey of anybody else is refused. A refusal of a known passkey is logged.
    """
    async with identity.database.unscoped() as tx:
        row = await store.credential_of(tx, passkeys.credential_id(credential))
    if row is None:
        raise VerificationRefused
    if not await _holds(identity, ceremony, credential, row, person=person):
        refused = event("PasskeyRefused", row.organisation_id, person=row.person_id, device_id=row.device_id)
        await identity.log.commit_now(refused)
        raise VerificationRefused
    return row.person_id


async def _holds(
    identity: Identity,
    ceremony: Ceremony,
    credential: dict[str, Any],
    row: CredentialRow,
    *,
    person: UUID | None,
) -> bool:
    try:
        count = _count(identity, ceremony, credential, row)
    except VerificationRefused:
        return False
    if person not in (None, row.person_id):
        return False
    async with identity.database.transaction(row.organisation_id) as tx:
        return await store.used(tx, row, count=count, at=clock.now())


def _count(identity: Identity, ceremony: Ceremony, credential: dict[str, Any], row: CredentialRow) -> int:
    response = credential.get("response")
    handle = response.get("userHandle") if isinstance(response, dict) else None
    if handle is not None and handle != base64url.encode(row.device_id.bytes):
        raise VerificationRefused
    passkey = Passkey(
        credential_id=passkeys.credential_id(credential),
        public_key=row.public_key,
        sign_count=row.sign_count,
    )
    return identity.party.asserted(credential, challenge=ceremony.challenge, passkey=passkey)
