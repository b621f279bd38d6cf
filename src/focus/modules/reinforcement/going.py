"""Those who helped go: their posts end, their shifts here, and what their phones were told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core.feed import Saves
from focus.core.organisations.public import TOPIC, end_post, post_of
from focus.modules.duty.public import end_for
from focus.modules.reinforcement import calls, store
from focus.modules.reinforcement.jobs import TELL
from focus.modules.reinforcement.records import Why
from focus.modules.reinforcement.store import Row

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform


async def send_home(platform: Platform, saves: Saves, row: Row, *, at: datetime, why: Why, by: str) -> None:
    """End one that was received, in the scope of who received it; the other side is told after the commit.

    The caller holds the row and writes what was saved.
    """
    tx, guests = saves.tx, await store.guests(saves.tx, row.id)
    for guest in guests:
        if await post_of(tx, guest.post, at=at) is not None:
            await end_post(tx, guest.post, at=at)
        await end_for(platform, saves, person=guest.person, post=guest.post, at=at)
    await calls.take_away(saves, [guest.post for guest in guests])
    await store.end(tx, row.id, at=at, why=why, by=by)
    assert tx.organisation is not None
    rights_changed(platform, tx, tx.organisation)
    await platform.jobs.put(tx, TELL, {"reinforcement": row.id}, key=row.id)


def rights_changed(platform: Platform, tx: Transaction, organisation: UUID) -> None:
    """After the commit: nobody goes on with a post of this organisation that he no longer has."""
    tx.after_commit(lambda: platform.bus.publish(TOPIC, str(organisation)))
