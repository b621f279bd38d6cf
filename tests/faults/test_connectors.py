"""Whatever a SOAP register and a directory do wrong, they are named and nobody else is kept waiting."""

from __future__ import annotations

import pytest

from focus.modules.search.engine import Engine, Outcome
from focus.modules.search.questions import Reading
from tests.search.connectors.broken import (
    beside,
    broken,
    directory_running,
    ldap_file,
    soap_file,
    soap_running,
)
from tests.search.connectors.servers import Server, rest_file, source_of

MODES = {
    "hang": "timeout", "drip": "timeout", "garbage": "garbage", "wrong-schema": "wrong_schema",
    "huge": "too_large", "wrong-charset": "charset", "reset": "reset",
}  # fmt: skip
ASKED = Reading(
    kind="plate",
    normal="1-ABC-123",
    facts={"plate": "1ABC123", "country": "B", "name": "Peeters"},
    country="B",
)


@pytest.mark.parametrize(("mode", "reason"), MODES.items())
async def test_a_register_that_is_broken_is_named_and_the_others_answer(
    registers: Server, mode: str, reason: str
) -> None:
    async with soap_running() as (address, soap), directory_running() as directory:
        people = ldap_file(directory.port, name="people")
        people["ask"] = [
            {"for": ["plate"], "filter": "(sn={name})", "attributes": ["sn", "givenName", "uid"]}
        ]
        people["map"][0]["person"]["given"] = "givenName"
        sources = [
            beside(soap_file(address, name="abroad", deadline_ms=1_500)),
            beside(people),
            source_of(rest_file(f"{registers.base}/found", name="good", deadline_ms=2_000)),
        ]
        for condition in (soap, directory.condition):
            broken(condition, mode)
        last: dict[str, Outcome] = {}
        async for outcome in Engine().run(ASKED, sources, deadline_s=3.0):
            last[outcome.source] = outcome
        for source in sources:
            await source.close()
    assert {name: one.reason for name, one in last.items()} == {
        "abroad": reason,
        "people": reason,
        "good": "",
    }
    assert last["good"].records
