"""The life of an open session: unlock, step up, lock, sign out. All four ask for a proof that holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from focus.core import clock
from focus.core.database import Transaction
from focus.core.gate.principal import Principal
from focus.core.identity import agreement, base64url, ceremonies, proof, store
from focus.core.identity.authenticator import Live
from focus.core.identity.ceremonies import Ceremony
from focus.core.identity.identity import Identity, event
from focus.core.identity.problems import CeremonyOver, SignedOut
from focus.core.identity.sessions import agreed, check_signature, store_of
from focus.core.identity.signing_in import verify_passkey
from focus.core.identity.wire import (
    AgreeFinish,
    Challenge,
    Options,
    ServerProof,
    SteppedUp,
    StepUpFinish,
    Store,
    Unlocked,
    UnlockFinish,
)
from focus.core.log import LogEvent

Ceremonial = Literal["unlock", "step-up"]


async def begin(identity: Identity, kind: Ceremonial, headers: Mapping[str, str]) -> Options:
    """A challenge for one of the person's own passkeys."""
    live = identity.authenticator.known(headers)
    who = live.principal
    async with identity.database.transaction(live.home) as tx:
        allowed = await store.passkeys_of(tx, who.person_id)
    ceremony = await ceremonies.begin(identity.database, kind, session=who.session_id)
    options = identity.party.request(challenge=ceremony.challenge, allowed=allowed)
    return Options(ceremony.id, base64url.encode(ceremony.challenge), options)


async def unlock(identity: Identity, given: UnlockFinish, headers: Mapping[str, str]) -> Unlocked:
    """The session open again, after a fresh user verification on its own device."""
    live = identity.authenticator.known(headers)
    ceremony = await taken(identity, "unlock", given.ceremony, live.principal)
    check_signature(live.keys.device, "focus-unlock-v1", ceremony, agree=None, signature=given.signature)
    await verify_passkey(identity, ceremony, given.credential, person=live.principal.person_id)
    return await reopen(identity, live)


async def reopen(identity: Identity, live: Live) -> Unlocked:
    """Unlock, and hand out what opens the device's store; the person was verified just now."""
    now, who = clock.now(), live.principal
    store = await _store(identity, live)
    async with identity.database.transaction(who.organisation_id) as tx:
        await _set_open(tx, who.session_id, now=now)
        await identity.log.append(tx, logged("Unlocked", who))
    identity.changed(who.session_id)
    ceremony = await ceremonies.begin(identity.database, "agree", session=who.session_id)
    return Unlocked(
        session=who.session_id,
        expires_at=who.expires_at,
        lock_after_s=live.idle_limit,
        server_time=int(now.timestamp()),
        store=store,
        agree=Challenge(ceremony.id, base64url.encode(ceremony.challenge)),
    )


async def agree_key(identity: Identity, given: AgreeFinish, headers: Mapping[str, str]) -> ServerProof:
    """A new proof key for an open session, in place of the device's own signature on each request."""
    live = identity.authenticator.known(headers)
    presented, who = proof.presented(headers), live.principal
    ceremony = await taken(identity, "agree", given.ceremony, who)
    device = live.keys.device
    check_signature(device, "focus-agree-v1", ceremony, agree=given.agree, signature=given.signature)
    key = agreed(device, ceremony, agree=given.agree, token_hash=presented.token_hash)
    if presented.token is None:
        raise SignedOut
    async with identity.database.transaction(who.organisation_id) as tx:
        await _set_key(tx, who.session_id, kid=key.kid, sealed=agreement.seal(key.key, presented.token))
    identity.changed(who.session_id)
    return ServerProof(key.kid, key.agree)


async def step_up(identity: Identity, given: StepUpFinish, headers: Mapping[str, str]) -> SteppedUp:
    """Fresh for some minutes, after a user verification on the session's own device."""
    live = identity.authenticator.known(headers)
    who = live.principal
    ceremony = await taken(identity, "step-up", given.ceremony, who)
    check_signature(live.keys.device, "focus-step-up-v1", ceremony, agree=None, signature=given.signature)
    await verify_passkey(identity, ceremony, given.credential, person=who.person_id)
    now = clock.now()
    async with identity.database.transaction(who.organisation_id) as tx:
        await tx.execute(
            """update identity.session set verified_at = $2
               where organisation_id = focus.must_scope() and id = $1""",
            who.session_id,
            now,
        )
        await identity.log.append(tx, logged("SteppedUp", who))
    identity.changed(who.session_id)
    limits = await identity.limits.of(who.organisation_id)
    return SteppedUp(now + timedelta(seconds=limits.step_up_s), await _store(identity, live))


async def lock(tx: Transaction, session: UUID) -> None:
    """Lock for good; only an unlock opens it again."""
    await tx.execute(
        """update identity.session set locked_at = $2
           where organisation_id = focus.must_scope() and id = $1 and locked_at is null""",
        session,
        clock.now(),
    )


async def sign_out(identity: Identity, who: Principal) -> None:
    """End the session for good."""
    async with identity.database.transaction(who.organisation_id) as tx:
        await tx.execute(
            """update identity.session set ended_at = $2, ended_why = 'signed_out', proof_key = null
               where organisation_id = focus.must_scope() and id = $1 and ended_at is null""",
            who.session_id,
            clock.now(),
        )
        await identity.log.append(tx, logged("SignedOut", who))
    identity.changed(who.session_id)


async def taken(identity: Identity, kind: str, ceremony: UUID, who: Principal) -> Ceremony:
    """A ceremony that was begun by this very session."""
    found = await ceremonies.take(identity.database, kind, ceremony)
    if found.facts["session"] != str(who.session_id):
        raise CeremonyOver
    return found


def logged(kind: str, who: Principal) -> LogEvent:
    """A log entry of what the person did to his session."""
    return event(
        kind,
        who.organisation_id,
        person=who.person_id,
        post_id=who.post_id,
        session_id=who.session_id,
        device_id=who.device_id,
    )


async def _store(identity: Identity, live: Live) -> Store:
    settings = await identity.limits.of(live.principal.organisation_id)
    return await store_of(identity, settings, home=live.home, device=live.principal.device_id)


async def _set_open(tx: Transaction, session: UUID, *, now: datetime) -> None:
    status = await tx.execute(
        """update identity.session
           set locked_at = null, active_at = $2, verified_at = $2, proof_kid = null, proof_key = null
           where organisation_id = focus.must_scope() and id = $1 and ended_at is null and expires_at > $2""",
        session,
        now,
    )
    if status != "UPDATE 1":
        raise SignedOut


async def _set_key(tx: Transaction, session: UUID, *, kid: str, sealed: bytes) -> None:
    status = await tx.execute(
        """update identity.session set proof_kid = $2, proof_key = $3
           where organisation_id = focus.must_scope() and id = $1 and ended_at is null
             and locked_at is null""",
        session,
        kid,
        sealed,
    )
    if status != "UPDATE 1":
        raise SignedOut
