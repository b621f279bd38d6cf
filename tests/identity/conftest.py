"""One house for all tests of identity, with a real database under it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from tests.identity.house import House, Someone, house_at


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """Opened and closed by one task, as its lifespan asks for; fixtures begin and end in different ones."""
    ready: asyncio.Future[House] = asyncio.get_running_loop().create_future()
    over = asyncio.Event()

    async def live() -> None:
        async with house_at(tmp_path_factory.mktemp("focus")) as running:
            ready.set_result(running)
            await over.wait()

    living = asyncio.create_task(live())

    def failed(task: asyncio.Task[None]) -> None:
        if not ready.done():
            ready.set_exception(task.exception() or EOFError())

    living.add_done_callback(failed)
    yield await ready
    over.set()
    await living


@pytest.fixture(autouse=True)
def same_clock(request: pytest.FixtureRequest) -> Iterator[None]:
    """What one test did to the clock keeps no other waiting."""
    yield
    if "house" in request.fixturenames:
        request.getfixturevalue("house").forget_proofs()


@pytest.fixture
async def ann(house: House) -> Someone:
    return await house.someone(await house.organisation())
