"""Cameras declare themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focus.core.registry import Module
from focus.modules.cameras import feeds, field, history, incoming, keeping, pictures
from focus.modules.cameras.kinds import HIT, buckets
from focus.modules.cameras.settings import CamerasOperator, CamerasSettings
from focus.modules.webhooks.public import WEBHOOKS

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """The owner of a list may be told how its hits end."""
    platform.service(WEBHOOKS).kinds.add(field.OUTCOME)


module = Module(
    name="cameras",
    icon="camera",
    requires=("organisations", "purposes", "sync", "push", "duty", "webhooks"),
    permissions=("cameras.read", "cameras.act", "cameras.feeds", "cameras.history"),
    actions=(
        field.confirm,
        field.not_same,
        field.outcome,
        feeds.end_feed,
        feeds.resend,
        feeds.drop_message,
    ),
    views=(feeds.feeds, feeds.quarantine, history.history),
    routes=(incoming.ROUTE, feeds.ADD_FEED, pictures.ROUTE),
    synced=(HIT,),
    buckets=(buckets,),
    jobs=(keeping.LEAVE_PHONES,),
    retention=keeping.RETENTION,
    settings=CamerasSettings,
    operator=CamerasOperator,
    menu=True,
    start=start,
)
