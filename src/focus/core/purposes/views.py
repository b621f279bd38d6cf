"""Purposes and one's own task."""

from __future__ import annotations

from focus.core.gate import Actor, view
from focus.core.purposes import public, store
from focus.core.purposes.records import Purpose, PurposeChoice, Task


@view(needs=None, consults=False)
async def purposes(actor: Actor) -> list[PurposeChoice]:
    """The purposes that one's function may use, in one's language."""
    return await public.possible_purposes(actor.tx, actor.principal)


@view(needs="purposes.manage", consults=False)
async def all_purposes(actor: Actor) -> list[Purpose]:
    """Every purpose of the organisation, those out of use and not yet confirmed included."""
    return await store.purposes(actor.tx)


@view(needs=None, consults=False)
async def my_task(actor: Actor) -> Task | None:
    """What one works on now."""
    return await store.active_task(actor.tx, actor.person, language=actor.language)
