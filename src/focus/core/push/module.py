"""Push declares itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp

from focus.core.push.calling import PUSH, SEND, Push
from focus.core.push.settings import PushOperator
from focus.core.push.subscribing import push_key, subscribe, unsubscribe
from focus.core.registry import Module, Retention

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """Connections to push services, opened when they are needed."""
    platform.offer(PUSH, Push(platform, aiohttp.ClientSession(trust_env=False)))


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
