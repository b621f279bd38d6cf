"""Whoever follows incidents is told of what phones are given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from focus.core.gate import Service

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves
    from focus.core.gate import Platform

Kind = Literal["incident", "crew", "position"]
Outcome = Literal["shown", "older", "off"]
"""Of a position. `older`: what stands is newer, or a colleague of the crew said it better just before."""
Follower = Callable[["Platform", "Transaction", Kind, Any], Awaitable[None]]
"""Called with the record whenever one is given to phones, in that transaction: what it raises undoes that.
One that changes twice in a transaction is told twice. The platform is the one that incidents see."""


@dataclass(slots=True)
class Told:
    """Who follows incidents, crews and positions."""

    followers: list[Follower] = field(default_factory=list)

    async def put(self, platform: Platform, tx: Transaction, kind: Kind, record: Any) -> None:
        """Tell them all, in their order."""
        for follower in self.followers:
            await follower(platform, tx, kind, record)


INCIDENTS: Final = Service("incidents", Told)


async def tell(platform: Platform | None, saves: Saves, kind: Kind, record: Any) -> None:
    """Tell the followers; without a platform (the demo's evening) there are none."""
    if platform is not None:
        ours = platform.seen_by("incidents")
        await ours.service(INCIDENTS).put(ours, saves.tx, kind, record)
