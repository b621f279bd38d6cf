"""Going over to another post of the same person, on the same device, without a new user verification.

The new session knows the verification of the one it comes from, and ends no later than that.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from focus.core import clock
from focus.core.identity import base64url, ceremonies, posts
from focus.core.identity.authenticator import Live
from focus.core.identity.identity import Identity, event
from focus.core.identity.locking import taken
from focus.core.identity.problems import NoPost, SignedOut
from focus.core.identity.sessions import Known, check_signature, open_session, own_device
from focus.core.identity.wire import Challenge, Choose, PostChanged
from focus.core.organisations.public import PostFacts


class _Before(NamedTuple):
    verified_at: datetime | None
    expires_at: datetime
    vouched_by: UUID | None


async def begin(identity: Identity, headers: Mapping[str, str]) -> Challenge:
    """A challenge for the session's own device."""
    who = identity.authenticator.known(headers).principal
    ceremony = await ceremonies.begin(identity.database, "change-post", session=who.session_id)
    return Challenge(ceremony.id, base64url.encode(ceremony.challenge))


async def finish(identity: Identity, given: Choose, headers: Mapping[str, str]) -> PostChanged:
    """A session in the other post; the one before ends, with an entry in the log of its organisation.

    Raises NoPost for a post that the person does not hold now, or, where an identity provider vouched for
    him, one that is neither of its organisation nor on loan from it.
    """
    live = identity.authenticator.known(headers)
    who = live.principal
    ceremony = await taken(identity, "change-post", given.ceremony, who)
    check_signature(
        live.keys.device, "focus-change-post-v1", ceremony, agree=given.agree, signature=given.signature
    )
    device = await own_device(identity, given.device, person=who.person_id, method=live.method)
    if device.id != who.device_id:
        raise SignedOut
    before = await _before(identity, live)
    chosen = await _chosen(identity, live, given.post, vouched=before.vouched_by)
    known = Known(
        person=who.person_id,
        device=device,
        method=live.method,
        verified_at=before.verified_at,
        only_in=before.vouched_by,
    )
    opened = await open_session(
        identity, known, ceremony, agree=given.agree, post=chosen, not_after=before.expires_at
    )
    await _leave(identity, live, chosen)
    return PostChanged(**{name: getattr(opened, name) for name in PostChanged.__struct_fields__})


async def _chosen(identity: Identity, live: Live, post: UUID, *, vouched: UUID | None) -> PostFacts:
    async with identity.database.unscoped() as tx:
        held = [one.facts for one in await posts.held(tx, live.principal.person_id)]
    chosen = next((one for one in held if one.post_id == post), None)
    if chosen is None or not _covered(chosen, vouched):
        raise NoPost
    return chosen


def _covered(post: PostFacts, vouched: UUID | None) -> bool:
    """Whether who vouched for the person answers for him in this post.

    His own passkey does everywhere. A provider does in its organisation, and, where that is the one which
    keeps him, wherever it lends him for a set time. One of where he helps says nothing of home.
    """
    if vouched is None or post.organisation_id == vouched:
        return True
    return post.person_organisation_id == vouched and post.ends_at is not None


async def _before(identity: Identity, live: Live) -> _Before:
    who = live.principal
    async with identity.database.transaction(who.organisation_id) as tx:
        row = await tx.fetchrow(
            """select verified_at, expires_at,
                 coalesce(vouched_by, case when method = 'oidc' then organisation_id end) as vouched_by
               from identity.session
               where organisation_id = focus.must_scope() and id = $1
                 and ended_at is null and locked_at is null""",
            who.session_id,
        )
    if row is None:
        raise SignedOut
    return _Before(**row)


async def _leave(identity: Identity, live: Live, to: PostFacts) -> None:
    who = live.principal
    async with identity.database.transaction(who.organisation_id) as tx:
        await tx.execute(
            """update identity.session set ended_at = $2, ended_why = 'replaced', proof_key = null
               where organisation_id = focus.must_scope() and id = $1 and ended_at is null""",
            who.session_id,
            clock.now(),
        )
        left = event(
            "PostChanged",
            who.organisation_id,
            person=who.person_id,
            post_id=who.post_id,
            session_id=who.session_id,
            device_id=who.device_id,
            to_post=str(to.post_id),
            to_organisation=str(to.organisation_id),
        )
        await identity.log.append(tx, left)
    identity.changed(who.session_id)
