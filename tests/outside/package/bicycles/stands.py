"""Phones hold the bicycles that stand here: one can be handed back where there is no network."""

from __future__ import annotations

from uuid import UUID

import msgspec

from bicycles.records import BicycleHandedBack, NotHere
from focus.core.feed import WHOLE
from focus.core.gate import Actor, action
from focus.core.registry import Synced


class Stand(msgspec.Struct, frozen=True):
    """A bicycle as phones hold it."""

    id: UUID
    frame: str
    place: str


STAND = Synced("bicycles.stand", Stand, buckets=lambda _: (WHOLE,), needs="bicycles.keep")


@action(needs="bicycles.keep", offline=True)
async def hand_back(actor: Actor, *, bicycle: UUID) -> BicycleHandedBack:
    """Hand a bicycle back to its owner."""
    if not await actor.hold(STAND, bicycle):
        raise NotHere
    await actor.tx.execute("delete from bicycles.bicycle where id = $1", bicycle)
    actor.gone(STAND, bicycle)
    return BicycleHandedBack(bicycle=bicycle)
