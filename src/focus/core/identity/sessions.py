"""Opening a session, once it is certain who the person is and that he holds his enrolled device."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.database import Transaction
from focus.core.identity import agreement, base64url, ceremonies, posts, store
from focus.core.identity.ceremonies import Ceremony
from focus.core.identity.device_keys import DeviceKey, statement
from focus.core.identity.identity import Identity, event
from focus.core.identity.posts import HeldPost
from focus.core.identity.problems import DeviceUnknown, NoPost, VerificationRefused
from focus.core.identity.settings import IdentitySettings
from focus.core.identity.shares import share_of
from focus.core.identity.store import DeviceRow
from focus.core.identity.wire import Choice, ChoicePost, Opened, ServerProof, Store
from focus.core.ids import new_id
from focus.core.organisations.public import PostFacts


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A person on his device, verified by `method` at `verified_at`."""

    person: UUID
    device: DeviceRow
    method: str
    verified_at: datetime | None
    only_in: UUID | None = None
    """The organisation whose identity provider vouched: only its posts may be chosen at sign-in."""


def check_signature(
    device: DeviceKey, label: str, ceremony: Ceremony, *, agree: str | None, signature: str
) -> None:
    """`VerificationRefused` unless the device signed the statement of this ceremony."""
    octets = statement(
        label, ceremony=ceremony.id, challenge=ceremony.challenge, device=device.thumbprint, agree=agree
    )
    try:
        held = device.holds(base64url.decode(signature), octets)
    except ValueError:
        held = False
    if not held:
        raise VerificationRefused


async def own_device(
    identity: Identity, thumbprint: str, *, person: UUID, method: str = "passkey"
) -> DeviceRow:
    """The person's device; `DeviceUnknown` when it is not enrolled for him or was revoked.

    A device of demo mode is good for demo sessions, and no other is.
    """
    async with identity.database.unscoped() as tx:
        device = await store.device_of(tx, thumbprint)
    if device is None or device.revoked_at is not None or device.person_id != person:
        raise DeviceUnknown
    if device.demo != (method == "demo"):
        raise DeviceUnknown
    return device


async def open_or_choose(
    identity: Identity, known: Known, ceremony: Ceremony, *, agree: str, post: UUID | None
) -> Opened | Choice:
    """A session in the post asked for or the only one there is; else the choice."""
    async with identity.database.unscoped() as tx:
        held = await posts.held(tx, known.person)
    held = [one for one in held if known.only_in in (None, one.facts.organisation_id)]
    if post is None and len(held) > 1:
        return await _offer(identity, known, held)
    chosen = next((one.facts for one in held if post in (None, one.facts.post_id)), None)
    if chosen is None:
        raise NoPost
    return await open_session(identity, known, ceremony, agree=agree, post=chosen)


async def _offer(identity: Identity, known: Known, held: list[HeldPost]) -> Choice:
    ceremony = await ceremonies.begin(
        identity.database,
        "choose",
        person=known.person,
        method=known.method,
        verified_at=known.verified_at,
        only_in=known.only_in,
        point=base64url.encode(known.device.point),
    )
    choice = [ChoicePost(one.facts.post_id, one.title, one.organisation, one.facts.function) for one in held]
    return Choice(choice, ceremony.id, base64url.encode(ceremony.challenge))


async def open_session(
    identity: Identity,
    known: Known,
    ceremony: Ceremony,
    *,
    agree: str,
    post: PostFacts,
    not_after: datetime | None = None,
) -> Opened:
    """A new session; the one this device had before in the same organisation ends.

    `not_after`: it ends then at the latest.
    """
    now = clock.now()
    settings = await identity.limits.of(post.organisation_id)
    token = base64url.encode(os.urandom(32))
    device = DeviceKey(known.device.point)
    proof = agreed(device, ceremony, agree=agree, token_hash=sha256(token.encode()).digest())
    session, expires = new_id(), now + timedelta(seconds=settings.session_s)
    expires = min(expires, not_after or expires)
    store = await store_of(identity, settings, home=known.device.organisation_id, device=known.device.id)
    async with identity.database.transaction(post.organisation_id) as tx:
        await _replace(tx, known.device.id, now)
        await _insert(tx, known, post, session=session, token=token, proof=proof, now=now, expires=expires)
        signed_in = event(
            "SignedIn",
            post.organisation_id,
            person=known.person,
            post_id=post.post_id,
            session_id=session,
            device_id=known.device.id,
            method=known.method,
        )
        await identity.log.append(tx, signed_in)
    identity.changed(known.device.id)
    return Opened(
        token=token,
        session=session,
        person=known.person,
        post=post.post_id,
        organisation=post.organisation_id,
        expires_at=expires,
        lock_after_s=settings.lock_s(known.device.kind),
        server_time=int(now.timestamp()),
        proof=ServerProof(proof.kid, proof.agree),
        store=store,
    )


async def store_of(identity: Identity, settings: IdentitySettings, *, home: UUID, device: UUID) -> Store:
    """What opens the device's store, for the person who was verified just now."""
    share = await share_of(identity, home=home, device=device)
    return Store(share, settings.lease_h, settings.offline_pin)


def agreed(device: DeviceKey, ceremony: Ceremony, *, agree: str, token_hash: bytes) -> agreement.ProofKey:
    """The proof key with the app; `VerificationRefused` when its half is no point of the curve."""
    try:
        return agreement.agree(
            theirs=agree, challenge=ceremony.challenge, device=device.thumbprint, token_hash=token_hash
        )
    except ValueError:
        raise VerificationRefused from None


async def _replace(tx: Transaction, device: UUID, now: datetime) -> None:
    await tx.execute(
        """update identity.session set ended_at = $2, ended_why = 'replaced'
           where organisation_id = focus.must_scope() and device_id = $1 and ended_at is null""",
        device,
        now,
    )


async def _insert(
    tx: Transaction,
    known: Known,
    post: PostFacts,
    *,
    session: UUID,
    token: str,
    proof: agreement.ProofKey,
    now: datetime,
    expires: datetime,
) -> None:
    await tx.execute(
        """insert into identity.session
             (organisation_id, id, person_id, post_id, device_id, method, token_hash, proof_kid, proof_key,
              created_at, active_at, expires_at, verified_at, vouched_by)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12)""",
        session,
        known.person,
        post.post_id,
        known.device.id,
        known.method,
        sha256(token.encode()).digest(),
        proof.kid,
        agreement.seal(proof.key, token),
        now,
        expires,
        known.verified_at,
        known.only_in,
    )
