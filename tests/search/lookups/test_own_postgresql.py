"""A lookup where the operator brings PostgreSQL and a role that owns one database and may make roles."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import pytest

from focus.core.database.credentials import Login
from focus.core.database.roles import with_login
from tests.database.postgresql import system_binaries, system_server
from tests.search.lookups.desk import CAR, Desk, desk_at


@pytest.fixture(scope="module")
async def owned(whole_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    binaries = system_binaries()
    if binaries is None:
        pytest.skip("this machine has no PostgreSQL of its own")
    with system_server(binaries) as server:
        superuser = await asyncpg.connect(urlunsplit(urlsplit(server.url)._replace(path="/postgres")))
        await superuser.execute("create role dba login createrole password 'x'")
        await superuser.execute("create database focus owner dba")
        await superuser.close()
        url = with_login(server.url, Login("dba", "x"))
        async with desk_at(tmp_path_factory.mktemp("owned"), whole_desk.world, url=url) as desk:
            yield desk


async def test_it_is_answered_and_logged_there_as_anywhere(owned: Desk) -> None:
    lotte = await owned.officer()
    lookup = await lotte.ask(CAR)
    assert lookup.lines[-1]["kind"] == "closed"
    assert {lookup.states[name]["state"] for name in lookup.asked} <= {"answered", "empty"}
    await owned.quiet()
    assert await owned.kinds(lotte) == ["LookupOpened", "LookupClosed"]


async def test_with_its_log_down_it_is_503_there_too(owned: Desk) -> None:
    lotte, before = await owned.officer(), owned.started()
    await owned.station.owner.execute("set role focus_owner")
    async with owned.station.without_log():
        answer = await lotte.refused(CAR)
    assert (answer.status, answer.code) == (503, "log.unavailable")
    assert owned.started() == before


async def test_the_owner_of_the_tables_sees_no_organisations_row(owned: Desk) -> None:
    await owned.station.owner.execute("set role focus_owner")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await owned.station.owner.fetch("select * from log.event")
