"""Outgoing messages declare themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focus.core.registry import Module, Retention
from focus.modules.webhooks import receivers
from focus.modules.webhooks.public import CATCH_UP, DELIVER, WEBHOOKS, Webhooks
from focus.modules.webhooks.settings import WebhooksOperator, WebhooksSettings

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """Modules that start later say what they tell of."""
    platform.offer(WEBHOOKS, Webhooks())


module = Module(
    name="webhooks",
    icon="send",
    requires=("organisations",),
    permissions=("webhooks.manage", "webhooks.board"),
    actions=(receivers.end_receiver, receivers.revive, receivers.drop_delivery),
    views=(receivers.kinds, receivers.receivers, receivers.dead, receivers.delivery),
    routes=(receivers.ADD_RECEIVER,),
    jobs=(DELIVER, CATCH_UP),
    retention=(
        Retention(
            "webhooks.delivery", "ended_at", "delivery_days", "messages to other systems, once they ended"
        ),
    ),
    settings=WebhooksSettings,
    operator=WebhooksOperator,
    menu=True,
    start=start,
)
