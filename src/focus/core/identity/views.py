"""What a person may read about his own access, and a supervisor about another's devices."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from focus.core.database import Transaction
from focus.core.gate import Actor, view
from focus.core.identity.actions import MAY_REVOKE, home_of
from focus.core.identity.identity import identity_of
from focus.core.identity.problems import SignedOut
from focus.core.organisations.public import name_in, post_of


class Myself(msgspec.Struct, frozen=True):
    id: UUID
    name: str
    initials: str
    function: str
    rank: str | None


class MyOrganisation(msgspec.Struct, frozen=True):
    id: UUID
    code: str
    name: str
    kind: str


class MyModule(msgspec.Struct, frozen=True):
    name: str
    icon: str
    title: str


class MySession(msgspec.Struct, frozen=True):
    expires_at: datetime
    lock_after_s: int
    stepped_up_until: datetime | None


class Device(msgspec.Struct, frozen=True):
    id: UUID
    name: str
    kind: str
    enrolled_at: datetime
    revoked_at: datetime | None
    this: bool
    """The one that asks."""


class Session(msgspec.Struct, frozen=True):
    id: UUID
    device: UUID
    post: UUID
    method: str
    created_at: datetime
    active_at: datetime
    expires_at: datetime
    locked: bool
    this: bool


class Me(msgspec.Struct, frozen=True):
    """Everything the app's shell needs to know of its user."""

    person: Myself
    organisation: MyOrganisation
    post: UUID
    units: list[UUID]
    permissions: list[str]
    modules: list[MyModule]
    language: str
    session: MySession
    device: Device


@view(needs=None, consults=False)
async def me(actor: Actor) -> Me:
    """The person, his post, his organisation, what he may do and what is switched on."""
    post = await post_of(actor.tx, actor.principal.post_id)
    if post is None:
        raise SignedOut
    identity = identity_of(actor.platform)
    devices = await _devices_at_home(actor)
    device = next(one for one in devices if one.this)
    limits = await identity.limits.of(actor.organisation)
    name = name_in(post.organisation_names, actor.language)
    return Me(
        person=Myself(post.person_id, post.name, post.initials, post.function, post.rank),
        organisation=MyOrganisation(
            post.organisation_id, post.organisation_code, name, post.organisation_kind
        ),
        post=post.post_id,
        units=list(post.units),
        permissions=sorted(actor.principal.permissions),
        modules=await _modules(actor),
        language=actor.language,
        session=MySession(
            actor.principal.expires_at, limits.lock_s(device.kind), actor.principal.stepped_up_until
        ),
        device=device,
    )


@view(needs=None, consults=False)
async def my_devices(actor: Actor) -> list[Device]:
    """One's own devices, the newest first, the revoked ones included."""
    return await _devices_at_home(actor)


@view(needs=None, consults=False)
async def my_sessions(actor: Actor) -> list[Session]:
    """One's own open sessions in this organisation, the newest first."""
    rows = await actor.tx.fetch(
        """select s.id, s.device_id as device, s.post_id as post, s.method, s.created_at, s.active_at,
             s.expires_at, s.locked_at is not null as locked, s.id = $2 as this
           from identity.session s
           where s.organisation_id = focus.must_scope() and s.person_id = $1 and s.ended_at is null
             and s.expires_at > now() order by s.created_at desc limit 100""",
        actor.person,
        actor.principal.session_id,
    )
    return [Session(**row) for row in rows]


@view(needs=MAY_REVOKE, private=True)
async def devices_of(actor: Actor, *, person: UUID) -> list[Device]:
    """The devices of somebody whom one's organisation keeps: to revoke a lost one."""
    return await _devices(actor.tx, person, this=actor.principal.device_id)


async def _devices_at_home(actor: Actor) -> list[Device]:
    home = await home_of(actor)
    if home == actor.organisation:
        return await _devices(actor.tx, actor.person, this=actor.principal.device_id)
    async with identity_of(actor.platform).database.transaction(home) as tx:
        return await _devices(tx, actor.person, this=actor.principal.device_id)


async def _devices(tx: Transaction, person: UUID, *, this: UUID) -> list[Device]:
    rows = await tx.fetch(
        """select id, name, kind, enrolled_at, revoked_at, id = $2 as this from identity.device
           where organisation_id = focus.must_scope() and person_id = $1
           order by enrolled_at desc limit 100""",
        person,
        this,
    )
    return [Device(**row) for row in rows]


async def _modules(actor: Actor) -> list[MyModule]:
    platform = actor.platform
    on = await platform.gate.switches.modules_on(actor.organisation)
    return [
        MyModule(module.name, module.icon, platform.texts.get(actor.language, f"{module.name}-title"))
        for module in platform.registry
        if module.menu and module.name in on
    ]
