"""Checking everybody who lives at an address, where they were too many to be checked unasked."""

from __future__ import annotations

from uuid import UUID

from focus.core.errors import Problem
from focus.core.gate import Principal
from focus.modules.search.lookups import log_entries
from focus.modules.search.lookups.again import choice_now
from focus.modules.search.lookups.run import LookupRun
from focus.modules.search.lookups.service import Search
from focus.modules.search.lookups.stream import LookupStream


async def ask_residents(search: Search, principal: Principal, lookup: UUID) -> LookupStream:
    """Check them all, with the permission that there is by now; the lines from then on.

    Where nobody waits, because they run already or are more than may be asked at once, nothing is begun.
    """
    found = search.lookups.find(lookup, principal)
    async with found.retrying:
        start = len(found.lines)
        if _wait(found):
            await _permitted(search, principal, found)
            what = {"lookup": str(found.id), "sources": [], "residents": True}
            await search.platform.log.commit_now(
                log_entries.entry(principal, log_entries.RETRIED, what, purpose=found.purpose)
            )
            if _wait(found) and found.owing:
                search.lookups.again(found)
                found.resume()
                found.owing.all_residents(found)
    return found.listen(start)


def _wait(lookup: LookupRun) -> bool:
    stopping = lookup.running and lookup.ending
    return bool(lookup.owing and lookup.owing.residents_wait(lookup)) and not (stopping or lookup.forgotten)


async def _permitted(search: Search, principal: Principal, lookup: LookupRun) -> None:
    """Renew what may be asked and seen; a refusal is in the log too."""
    try:
        await choice_now(search, principal, lookup)
    except Problem as refusal:
        await search.refused(principal, refusal, {"lookup": str(lookup.id), "residents": True})
        raise
