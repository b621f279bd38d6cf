"""Search declares itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

from focus.core.gate import Platform
from focus.core.registry import Module
from focus.modules.search.health import views as health_views
from focus.modules.search.health.routes import ROUTES as HEALTH
from focus.modules.search.keeping import JOBS, RETENTION
from focus.modules.search.lookups import views
from focus.modules.search.lookups.routes import ROUTES
from focus.modules.search.operating import SearchOperator, known_of
from focus.modules.search.scan.routes import ROUTES as SCAN
from focus.modules.search.settings import SearchSettings, own_rights

if TYPE_CHECKING:
    from focus.modules.search.lookups.service import Search
    from focus.modules.search.sources.protocol import Source
    from focus.modules.search.understanding.known import Known


async def start(platform: Platform) -> None:
    """Read the source files and make ready to ask."""
    from focus.modules.search.configuration.loader import load_sources
    from focus.modules.search.health.watch import WATCH, Watch
    from focus.modules.search.lists.keeping import KEEPER, Keeper, environment_of, lists_of
    from focus.modules.search.lookups.service import SEARCH
    from focus.modules.search.scan.reader import READER, Reader

    files = load_sources(list(platform.operator(SearchOperator).sources), home=platform.settings.home)
    sources = (*files, *_offered(platform))
    lists = await lists_of(platform.database, sources)
    platform.offer(WATCH, Watch(platform.database))
    platform.offer(KEEPER, Keeper(platform.database, lists, environment=environment_of(platform.settings)))
    platform.offer(READER, Reader())
    known = await asyncio.to_thread(known_of, platform.operator(SearchOperator))
    platform.offer(SEARCH, _search(platform, sources, known))


def _offered(platform: Platform) -> Iterator[Source]:
    """What the other modules offer, each source seeing the platform as its module does."""
    for module in platform.registry:
        for make in module.sources:
            yield make(platform.seen_by(module.name))


def _search(platform: Platform, sources: tuple[Source, ...], known: Known) -> Search:
    from focus.core.identity.public import TOPIC, identity_of
    from focus.core.purposes.public import PurposeBook
    from focus.modules.search.engine import Engine
    from focus.modules.search.health.quotas import KeptQuotas
    from focus.modules.search.health.watch import WATCH
    from focus.modules.search.hints.merge_hints import MergeHints
    from focus.modules.search.lookups.disclosures import Disclosures
    from focus.modules.search.lookups.making import Maker
    from focus.modules.search.lookups.registry import LookupRegistry
    from focus.modules.search.lookups.selection import SourceSelection
    from focus.modules.search.lookups.service import Search
    from focus.modules.search.lookups.sessions import SessionWatch
    from focus.modules.search.rights.own import OwnRights
    from focus.modules.search.sources.own_words import many_of

    lookups = LookupRegistry()
    watch = SessionWatch(lookups, identity_of(platform).authenticator.still_open)
    platform.bus.subscribe(TOPIC, watch.wake)
    engine = Engine(quotas=KeptQuotas(platform.database), watch=platform.service(WATCH))
    ranks = {source.config.name: 0 for source in sources if getattr(source.config, "of_record", False)}
    return Search(
        platform=platform,
        sources=sources,
        engine=engine,
        selection=SourceSelection(sources, platform.gate.policy, platform.gate.switches),
        lookups=lookups,
        purposes=PurposeBook(platform),
        disclosures=Disclosures(platform.log),
        watch=watch,
        hints=MergeHints(platform),
        rights=OwnRights(platform, own_rights),
        known=known,
        maker=Maker(engine, ranks, many_of(sources)),
    )


async def stop(platform: Platform) -> None:
    """Let go of every source, and write down what was heard of them."""
    from focus.modules.search.health.watch import WATCH
    from focus.modules.search.lookups.service import SEARCH
    from focus.modules.search.scan.reader import READER

    await platform.service(READER).close()
    await platform.service(SEARCH).close()
    await platform.service(WATCH).try_to_write()


module = Module(
    name="search",
    icon="search",
    requires=("purposes", "organisations", "identity"),
    permissions=("search.ask", "search.intelligence", "search.dna", "search.health"),
    views=(
        views.understand,
        views.sources,
        views.my_lookups,
        views.question_box,
        health_views.health,
    ),
    routes=(*ROUTES, *SCAN, *HEALTH),
    jobs=JOBS,
    retention=RETENTION,
    settings=SearchSettings,
    operator=SearchOperator,
    menu=True,
    check="focus.modules.search.checking:usable",
    start=start,
    stop=stop,
)
