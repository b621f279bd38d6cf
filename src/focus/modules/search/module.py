"""Search declares itself."""

from __future__ import annotations

from focus.core.gate import Platform
from focus.core.registry import Module
from focus.modules.search.followup import changes, stops
from focus.modules.search.followup import views as followup
from focus.modules.search.followup.settings import SearchSettings
from focus.modules.search.health import views as health_views
from focus.modules.search.lookups import views
from focus.modules.search.lookups.routes import ROUTES
from focus.modules.search.scan.routes import ROUTES as SCAN


async def start(platform: Platform) -> None:
    """Read the source files and make ready to ask."""
    from focus.core.identity.identity import TOPIC, identity_of
    from focus.core.purposes.book import PurposeBook
    from focus.modules.search.engine import Engine
    from focus.modules.search.followup.keeping import StopKeeper
    from focus.modules.search.health.quotas import KeptQuotas
    from focus.modules.search.health.watch import Watch
    from focus.modules.search.hints.book import HintBook
    from focus.modules.search.lists.keeping import Keeper, environment_of, lists_of
    from focus.modules.search.lookups.choosing import Chooser
    from focus.modules.search.lookups.disclosures import Disclosures
    from focus.modules.search.lookups.inhand import InHand
    from focus.modules.search.lookups.service import Search
    from focus.modules.search.lookups.sessions import SessionWatch
    from focus.modules.search.rights.own import OwnRights
    from focus.modules.search.scan.reader import Reader
    from focus.modules.search.sources.loader import load_sources

    sources = tuple(load_sources(list(platform.settings.sources), home=platform.settings.home))
    lists = await lists_of(platform.database, sources)
    keeper = Keeper(platform.database, lists, environment=environment_of(platform.settings))
    health = Watch(platform.database)
    health.start()
    platform.extras["health"] = health
    inhand = InHand()
    watch = SessionWatch(inhand, identity_of(platform).authenticator.still_open)
    platform.bus.subscribe(TOPIC, watch.wake)
    platform.extras["lists"] = keeper
    keeper.start()
    platform.extras["stops"] = StopKeeper(platform)
    platform.extras["stops"].start()
    platform.extras["scan"] = Reader()
    platform.extras["search"] = Search(
        platform=platform,
        sources=sources,
        engine=Engine(quotas=KeptQuotas(platform.database), watch=health),
        chooser=Chooser(sources, platform.gate.policy),
        inhand=inhand,
        purposes=PurposeBook(platform),
        disclosures=Disclosures(platform.log),
        watch=watch,
        hints=HintBook(platform),
        rights=OwnRights(platform, SearchSettings),
        ranks={source.config.name: 0 for source in sources if getattr(source.config, "of_record", False)},
    )


async def stop(platform: Platform) -> None:
    """Let go of every source."""
    await platform.extras["lists"].stop()
    await platform.extras["stops"].stop()
    await platform.extras["scan"].close()
    await platform.extras["search"].close()
    await platform.extras["health"].stop()


module = Module(
    name="search",
    icon="search",
    requires=("purposes", "organisations", "identity"),
    permissions=(
        "search.ask",
        "search.intelligence",
        "search.dna",
        "search.health",
        "search.stop",
        "search.stop_figures",
    ),
    actions=(stops.record_stop, changes.correct_stop, changes.withdraw_stop),
    views=(
        views.understand,
        views.sources,
        views.my_lookups,
        views.question_box,
        followup.grounds,
        followup.stops,
        followup.stop_figures,
        health_views.health,
    ),
    routes=(*ROUTES, *SCAN),
    settings=SearchSettings,
    menu=True,
    start=start,
    stop=stop,
)
