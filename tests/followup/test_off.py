"""A zone that switches it off has no stops; Search goes on, and what was registered comes back afterwards."""

from __future__ import annotations

from focus.core.organisations.public import TOPIC
from tests.followup.stopping import own, record
from tests.search.lookups.desk import CAR, Desk, Officer
from tests.support.waiting import until


async def switched(desk: Desk, officer: Officer, *, on: bool) -> None:
    """Let the zone have it on or off, and wait until the server knows."""
    await desk.station.owner.execute(
        """update organisations.module_switch set is_on = $2
           where organisation_id = $1 and module = 'followup'""",
        officer.organisation,
        on,
    )
    desk.station.platform.bus.publish(TOPIC, "*")

    async def known() -> bool:
        return bool((await officer.get("/api/followup/grounds")).status == (200 if on else 404))

    await until(known)


async def names_of_modules(officer: Officer) -> list[str]:
    return [one["name"] for one in (await officer.get("/api/identity/me")).body["modules"]]


async def test_where_it_is_off_nothing_of_it_answers_and_search_goes_on(desk: Desk) -> None:
    lotte = await desk.officer()
    stop = (await record(lotte)).body["stop"]
    assert "followup" in await names_of_modules(lotte)
    await switched(desk, lotte, on=False)
    try:
        answer = await record(lotte)
        assert (answer.status, answer.code) == (404, "gate.module_off")
        assert "followup" not in await names_of_modules(lotte)
        assert (await lotte.ask(CAR)).verdict["level"] == "red"
    finally:
        await switched(desk, lotte, on=True)
    assert [one["id"] for one in await own(lotte)] == [stop]
