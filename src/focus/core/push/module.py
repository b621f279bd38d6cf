"""Push declares itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import aiohttp

from focus.core import clock
from focus.core.identity.public import identity_of
from focus.core.push.calling import PUSH, SEND, Push
from focus.core.push.settings import PushOperator
from focus.core.push.subscribing import push_key, subscribe, unsubscribe
from focus.core.registry import Module, Retention

if TYPE_CHECKING:
    from uuid import UUID

    from focus.core.database import Transaction
    from focus.core.gate import Platform

CODE_MATTERS: Final = timedelta(minutes=15)


async def start(platform: Platform) -> None:
    """Connections to push services, opened when they are needed."""
    platform.offer(PUSH, Push(platform, aiohttp.ClientSession(trust_env=False)))
    identity_of(platform).told_of_codes.append(tell_of_code)


async def tell_of_code(platform: Platform, tx: Transaction, person: UUID) -> None:
    """Somebody is about to enrol under this person's name: the devices that he has are woken."""
    ours = platform.seen_by("push")
    until = clock.now() + CODE_MATTERS
    await ours.service(PUSH).wake(tx, "identity", [person], urgent=True, until=until)


async def stop(platform: Platform) -> None:
    """Let go of them."""
    await platform.service(PUSH).http.close()


module = Module(
    name="push",
    icon="bell",
    requires=("identity",),
    actions=(subscribe, unsubscribe),
    views=(push_key,),
    jobs=(SEND,),
    retention=(Retention("push.call", "at", 1, "whom to wake; sent or too late by then"),),
    operator=PushOperator,
    always_on=True,
    start=start,
    stop=stop,
)
