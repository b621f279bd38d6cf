"""A device says where it may be woken; the app says so anew at each start."""

from __future__ import annotations

from typing import Annotated

import msgspec

from focus.core import clock
from focus.core.gate import Actor, Event, action, view
from focus.core.identity.public import base64url
from focus.core.push.problems import ServiceUnknown, SubscriptionBroken
from focus.core.push.settings import PushOperator


class DeviceWakeable(Event, frozen=True):
    """This device may be woken. Where, stands in the row; not in the log."""

    service: str
    """The host of the push service."""


class DeviceNotWakeable(Event, frozen=True):
    """This device is woken no more."""


class PushKey(msgspec.Struct, frozen=True):
    """To whom a browser subscribes: our public key, base64url; empty where no phone is woken."""

    key: str


@action(needs=None)
async def subscribe(
    actor: Actor,
    *,
    endpoint: Annotated[str, msgspec.Meta(max_length=1_000)],
    p256dh: Annotated[str, msgspec.Meta(max_length=120)],
    auth: Annotated[str, msgspec.Meta(max_length=40)],
) -> DeviceWakeable:
    """Let this device be woken, as its browser's PushSubscription says."""
    if not actor.platform.operator(PushOperator).allows(endpoint):
        raise ServiceUnknown
    try:
        point, secret = base64url.decode(p256dh), base64url.decode(auth)
    except ValueError:
        raise SubscriptionBroken from None
    if len(point) != 65 or point[0] != 4 or len(secret) != 16:
        raise SubscriptionBroken
    await actor.tx.execute(
        """insert into push.subscription as s
             (organisation_id, device_id, person_id, endpoint, point, secret, since, checked_at)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $6)
           on conflict (organisation_id, device_id) do update
             set person_id = excluded.person_id, endpoint = excluded.endpoint, point = excluded.point,
               secret = excluded.secret, checked_at = excluded.checked_at,
               failures = case when s.endpoint = excluded.endpoint then s.failures else 0 end""",
        actor.principal.device_id,
        actor.person,
        endpoint,
        point,
        secret,
        clock.now(),
    )
    return DeviceWakeable(service=endpoint.split("/")[2])


@action(needs=None)
async def unsubscribe(actor: Actor) -> DeviceNotWakeable:
    """Let this device sleep."""
    await actor.tx.execute("delete from push.subscription where device_id = $1", actor.principal.device_id)
    return DeviceNotWakeable()


@view(needs=None, consults=False)
async def push_key(actor: Actor) -> PushKey:
    """The key to subscribe with."""
    if not actor.platform.operator(PushOperator).on:
        return PushKey("")
    return PushKey(base64url.encode(await actor.platform.keys.push_key()))
