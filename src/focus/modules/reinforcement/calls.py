"""What the phones of those who help are told: at home and where they help."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from focus.core.feed import Saves
from focus.modules.reinforcement import store
from focus.modules.reinforcement.kinds import CALL
from focus.modules.reinforcement.records import Call
from focus.modules.reinforcement.store import Guest, Row


async def say(saves: Saves, row: Row, guests: Sequence[Guest], *, host: UUID, home: UUID) -> None:
    """Each of them holds that he is asked to help, in the organisation in scope."""
    called = await store.names(saves.tx)
    await saves.hold(CALL, *(guest.post for guest in guests))
    for guest in guests:
        call = Call(
            id=guest.post,
            person=guest.person,
            host=host,
            host_name=called.get(host, ""),
            home=home,
            home_name=called.get(home, ""),
            home_post=guest.home_post,
            crew=guest.crew,
            until=row.until,
        )
        saves.save(CALL, call)


async def take_away(saves: Saves, posts: Sequence[UUID]) -> None:
    """None of these is asked any more, in the organisation in scope."""
    for post in await saves.hold(CALL, *posts):
        saves.gone(CALL, post)
