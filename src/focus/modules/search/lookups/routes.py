"""The routes of search that are no plain view or action: streams, and what belongs to a running lookup."""

from __future__ import annotations

from focus.core.gate import Call, Lines
from focus.core.registry import Route
from focus.modules.search.cards import Line
from focus.modules.search.lookups.again import ask_again
from focus.modules.search.lookups.details import ask_details
from focus.modules.search.lookups.requests import Ask, AskDetails, Retry, Split, SplitDone, Stop, Stopped
from focus.modules.search.lookups.residents import ask_residents
from focus.modules.search.lookups.service import SEARCH, Search
from focus.modules.search.lookups.splitting import rejoin_record, split_record


def search_of(call: Call) -> Search:
    """This process's search."""
    return call.platform.service(SEARCH)


async def ask(call: Call) -> Lines:
    """Ask one question of all sources; answers stream in as lines."""
    return Lines(await search_of(call).ask(call.who, call.body))


async def retry(call: Call) -> Lines:
    """Ask some sources of a lookup once more."""
    return Lines(await ask_again(search_of(call), call.who, call.parameters["lookup"], call.body))


async def residents(call: Call) -> Lines:
    """Check everybody who lives at an address, where they were too many to be checked unasked."""
    return Lines(await ask_residents(search_of(call), call.who, call.parameters["lookup"]))


async def details(call: Call) -> Lines:
    """Ask one source what it has, after its hit."""
    return Lines(await ask_details(search_of(call), call.who, call.parameters["lookup"], call.body))


async def split(call: Call) -> SplitDone:
    """Say that a record is not about the same person or thing."""
    return await split_record(search_of(call), call.who, call.body)


async def rejoin(call: Call) -> SplitDone:
    """Say that what a colleague held apart is the same after all."""
    return await rejoin_record(search_of(call), call.who, call.body)


async def stop(call: Call) -> Stopped:
    """Ask no further."""
    found = search_of(call).lookups.find(call.body.lookup, call.who)
    return Stopped(stopped=found.stop("stopped"))


ROUTES = (
    Route("POST", "/api/search/lookups", ask, needs="search.ask", body=Ask, lines=Line),
    Route(
        "POST", "/api/search/lookups/{lookup:uuid}/retry", retry, needs="search.ask", body=Retry, lines=Line
    ),
    Route("POST", "/api/search/lookups/{lookup:uuid}/residents", residents, needs="search.ask", lines=Line),
    Route(
        "POST",
        "/api/search/lookups/{lookup:uuid}/details",
        details,
        needs="search.ask",
        body=AskDetails,
        lines=Line,
    ),
    Route("POST", "/api/search/split", split, needs="search.ask", body=Split, answer=SplitDone),
    Route("POST", "/api/search/rejoin", rejoin, needs="search.ask", body=Split, answer=SplitDone),
    Route("POST", "/api/search/stop", stop, needs="search.ask", body=Stop, answer=Stopped),
)
