"""The route by which a source is tested. No action: its question must not hold a transaction open."""

from __future__ import annotations

from focus.core.gate import Call
from focus.core.registry import Route
from focus.modules.search.health.tested import SourceTest, SourceTested
from focus.modules.search.health.testing import run_test
from focus.modules.search.lookups.service import SEARCH


async def test_source(call: Call) -> SourceTested:
    """Ask one source one question, to see how it fares: counts and names of fields, never what it says."""
    return await run_test(call.platform.service(SEARCH), call.who, call.body)


ROUTES = (
    Route(
        "POST",
        "/api/search/test-source",
        test_source,
        needs="search.health",
        body=SourceTest,
        answer=SourceTested,
    ),
)
