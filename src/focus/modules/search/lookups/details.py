"""The details behind a hit: asked of one source, under the lookup's purpose, with an entry of its own."""

from __future__ import annotations

from uuid import UUID

from focus.core.errors import Problem
from focus.core.gate import Principal
from focus.modules.search.lookups import log_entries
from focus.modules.search.lookups.again import choice_now
from focus.modules.search.lookups.problems import NoSources, NoSuchHit
from focus.modules.search.lookups.requests import AskDetails
from focus.modules.search.lookups.run import LookupRun
from focus.modules.search.lookups.service import Search
from focus.modules.search.lookups.stream import LookupStream
from focus.modules.search.rights.hits import Details
from focus.modules.search.sources.protocol import Source


async def ask_details(search: Search, principal: Principal, lookup: UUID, ask: AskDetails) -> LookupStream:
    """The lines from then on. Permission is as it is now; nothing is asked before its entry is committed."""
    found = search.lookups.find(lookup, principal)
    what = {"lookup": str(found.id), "card": ask.card[:80], "source": ask.source[:80]}
    try:
        source = await _source(search, principal, found, ask)
    except Problem as refusal:
        await search.refused(principal, refusal, {"details": what})
        raise
    async with found.retrying:
        start = len(found.lines)
        if ask.source not in found.out and not found.forgotten:
            entry = log_entries.entry(principal, log_entries.DETAILS, what, purpose=found.purpose)
            await search.platform.log.commit_now(entry)
            search.lookups.again(found)
            found.intake.detailed.add(ask.source)
            search.begin(found, [Details(source)])  # type: ignore[arg-type]  # it has a hit: it has details
    return found.listen(start)


async def _source(search: Search, principal: Principal, found: LookupRun, ask: AskDetails) -> Source:
    cards = [card for card in found.merger.cards() if card.id == ask.card]
    if not any(hit.source == ask.source for card in cards for hit in card.hits):
        raise NoSuchHit
    choice = await choice_now(search, principal, found)
    for source in choice.asked:
        if source.config.name == ask.source:
            return source
    raise NoSources(params={"kind": found.reading.kind}, extra={"closed": [ask.source]})
