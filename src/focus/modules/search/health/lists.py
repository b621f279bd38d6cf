"""How a loaded list stands: how old it is and what of it could not be read."""

from __future__ import annotations

from datetime import timedelta

from focus.core import clock
from focus.core.gate import Actor
from focus.modules.search.health.shown import ListSeen
from focus.modules.search.lists import store
from focus.modules.search.lists.source import ListSource
from focus.modules.search.sources.durations import duration
from focus.modules.search.sources.protocol import Source


async def list_seen(actor: Actor, source: Source) -> ListSeen | None:
    """None: it is no list."""
    if not isinstance(source, ListSource):
        return None
    database, name = actor.platform.database, source.config.name
    here = await store.current(database, source.scope, name)
    last = next(iter(await store.loads(database, source.scope, name)), None)
    bad, load, why = (last.bad, last.state, last.reason) if last else (0, "", "")
    if here is None:
        return ListSeen(bad=bad, load=load, why=why)
    longest = duration(source.place.max_age)
    return ListSeen(
        entries=here.entries,
        at=here.at,
        fresh_at=here.fresh_at,
        old=longest > timedelta() and clock.now() - here.fresh_at > longest,
        bad=bad,
        load=load,
        why=why,
    )
