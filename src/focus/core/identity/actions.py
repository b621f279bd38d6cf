"""What a person changes about his own access, and a supervisor about another's."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from focus.core import clock
from focus.core.database import Transaction
from focus.core.errors import NotFound
from focus.core.gate import Actor, Event, action
from focus.core.identity import locking, posts
from focus.core.identity.identity import identity_of
from focus.core.organisations.public import post_of

MAY_REVOKE = "identity.revoke"


class SessionLocked(Event, frozen=True):
    session: UUID


class DeviceRevoked(Event, frozen=True):
    device: UUID
    of: UUID
    """The person who may no longer use it."""


class LanguageChanged(Event, frozen=True):
    language: str


@action(needs=None)
async def lock(actor: Actor) -> SessionLocked:
    """Lock this session on every worker, until a fresh user verification unlocks it."""
    session, identity = actor.principal.session_id, identity_of(actor.platform)
    await locking.lock(actor.tx, session)
    actor.tx.after_commit(lambda: identity.changed(session))
    return SessionLocked(session=session)


@action(needs=None)
async def revoke_device(actor: Actor, *, device: UUID) -> DeviceRevoked:
    """Revoke a device of one's own or, with `identity.revoke`, of anybody of one's organisation.

    Its key, its passkey and its sessions are worth nothing from then on: here at once, on other workers
    within ten seconds. What it holds can no longer be opened: its share is dropped.
    """
    identity, home = identity_of(actor.platform), await home_of(actor)
    of = None
    if home != actor.organisation:
        async with identity.database.transaction(home) as tx:
            of = await _revoke(tx, device, by=actor.person, only_of=actor.person)
    if of is None:
        others = MAY_REVOKE in actor.principal.permissions
        of = await _revoke(actor.tx, device, by=actor.person, only_of=None if others else actor.person)
    if of is None:
        raise NotFound
    actor.tx.after_commit(lambda: identity.changed(device))
    return DeviceRevoked(device=device, of=of)


@action(needs=None)
async def change_language(actor: Actor, *, language: Literal["nl", "fr", "de", "en"]) -> LanguageChanged:
    """Work in another language from now on."""
    identity, session = identity_of(actor.platform), actor.principal.session_id
    home = await home_of(actor)
    if home == actor.organisation:
        await posts.speak(actor.tx, actor.person, language=language)
    else:
        async with identity.database.transaction(home) as tx:
            await posts.speak(tx, actor.person, language=language)
    actor.tx.after_commit(lambda: identity.changed(session))
    return LanguageChanged(language=language)


async def home_of(actor: Actor) -> UUID:
    """The organisation that keeps the person, where his devices are."""
    post = await post_of(actor.tx, actor.principal.post_id)
    return post.person_organisation_id if post else actor.organisation


async def _revoke(tx: Transaction, device: UUID, *, by: UUID, only_of: UUID | None) -> UUID | None:
    """Whose device it was; None when there is no such device that is not revoked."""
    now = clock.now()
    of = await tx.fetchval(
        """update identity.device set revoked_at = $2, revoked_by = $3, share = null
           where organisation_id = focus.must_scope() and id = $1 and revoked_at is null
             and ($4::uuid is null or person_id = $4) returning person_id""",
        device,
        now,
        by,
        only_of,
    )
    if of is None:
        return None
    for table, column in (("credential", "revoked_at"), ("session", "ended_at")):
        await tx.execute(
            f"""update identity.{table} set {column} = $2
                where organisation_id = focus.must_scope() and device_id = $1 and {column} is null""",  # noqa: S608
            device,
            now,
        )
    assert isinstance(of, UUID)
    return of
