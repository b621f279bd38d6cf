"""Asking some sources of a lookup once more, with the permission that there is by now."""

from __future__ import annotations

from uuid import UUID

from focus.core.errors import Problem
from focus.core.gate import Principal
from focus.core.purposes.public import PurposeNotAllowed, PurposeUnknown, purpose_of
from focus.modules.search.lookups import log_entries
from focus.modules.search.lookups.problems import NoSources
from focus.modules.search.lookups.requests import Retry
from focus.modules.search.lookups.run import LookupRun
from focus.modules.search.lookups.selection import Choice
from focus.modules.search.lookups.service import Search
from focus.modules.search.lookups.stream import LookupStream
from focus.modules.search.lookups.ways import joined


async def ask_again(search: Search, principal: Principal, lookup: UUID, retry: Retry) -> LookupStream:
    """Ask some sources once more; the lines from then on.

    Permission is as it is now: a source that has closed meanwhile is refused.
    """
    found = search.lookups.find(lookup, principal)
    wanted = frozenset(retry.sources)
    names = wanted & {source.config.name for source in found.choice.asked}
    checks = found.owing.lost(found, wanted) if found.owing else []
    try:
        choice = await choice_now(search, principal, found)
        if not checks and not names.intersection(source.config.name for source in choice.asked):
            raise NoSources(params={"kind": found.reading.kind}, extra={"closed": sorted(names)})
    except Problem as refusal:
        await search.refused(principal, refusal, {"lookup": str(found.id), "retry": sorted(names)})
        raise
    async with found.retrying:
        again = [s for s in choice.asked if s.config.name in names - found.out]
        if again:
            what = {"lookup": str(found.id), "sources": [source.config.name for source in again]}
            await search.platform.log.commit_now(
                log_entries.entry(principal, log_entries.RETRIED, what, purpose=found.purpose)
            )
        start = len(found.lines)
        for source in choice.shown:
            if source.name in names and source.state == "closed":
                found.refuse(source.name, source.reason or "purpose")
        if (again or checks) and not found.forgotten:
            search.lookups.again(found)
            found.resume()
            if found.owing:
                found.owing.again(found, checks)
            search.begin(found, again)
    return found.listen(start)


async def choice_now(search: Search, principal: Principal, lookup: LookupRun) -> Choice:
    """Who may be asked, and what of it may be seen, as it is by now."""
    async with search.platform.database.transaction(principal.organisation_id) as tx:
        purpose = await purpose_of(tx, lookup.purpose.code)
    if purpose is None or not purpose.active:
        raise PurposeUnknown
    if not purpose.open_to(principal.function):
        raise PurposeNotAllowed
    lookup.intake.hidden = await search.hidden(purpose, principal)
    if lookup.owing is not None:
        lookup.owing.purpose = purpose
    choices = [await search.selection.choose(way.reading, purpose, principal) for way in lookup.ways]
    return joined([choices[0], *(choice.of_those_that_count() for choice in choices[1:])])
