"""Search declares itself."""

from __future__ import annotations

from focus.core.gate import Platform
from focus.core.registry import Module
from focus.modules.search.lookups import views
from focus.modules.search.lookups.routes import ROUTES


async def start(platform: Platform) -> None:
    """Read the source files and make ready to ask."""
    from focus.core.identity.identity import TOPIC, identity_of
    from focus.core.purposes.book import PurposeBook
    from focus.modules.search.engine import Engine
    from focus.modules.search.lookups.choosing import Chooser
    from focus.modules.search.lookups.disclosures import Disclosures
    from focus.modules.search.lookups.inhand import InHand
    from focus.modules.search.lookups.service import Search
    from focus.modules.search.lookups.sessions import SessionWatch
    from focus.modules.search.sources.loader import load_sources

    sources = tuple(load_sources(list(platform.settings.sources), home=platform.settings.home))
    inhand = InHand()
    watch = SessionWatch(inhand, identity_of(platform).authenticator.still_open)
    platform.bus.subscribe(TOPIC, watch.wake)
    platform.extras["search"] = Search(
        platform=platform,
        sources=sources,
        engine=Engine(),
        chooser=Chooser(sources, platform.gate.policy),
        inhand=inhand,
        purposes=PurposeBook(platform),
        disclosures=Disclosures(platform.log),
        watch=watch,
        ranks={source.config.name: 0 for source in sources if getattr(source.config, "of_record", False)},
    )


async def stop(platform: Platform) -> None:
    """Let go of every source."""
    await platform.extras["search"].close()


module = Module(
    name="search",
    icon="search",
    requires=("purposes", "organisations", "identity"),
    permissions=("search.ask", "search.intelligence", "search.dna"),
    views=(views.understand, views.sources, views.my_lookups),
    routes=ROUTES,
    menu=True,
    start=start,
    stop=stop,
)
