"""OAuth client credentials against a real token server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.connectors.credentials_token import EARLY, Tokens
from focus.modules.search.connectors.http import Address, Pool
from focus.modules.search.sources.access import Token
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.settings import Settings
from tests.identity.oidc_provider import SECRET, RunningProvider, provider_running
from tests.search.connectors.registers import Register, register_running
from tests.search.connectors.servers import ask, rest_file, source_of
from tests.search.connectors.test_credentials import secret

GIVEN_S = 3_600
"""How long the provider's tokens live."""


@pytest.fixture(scope="module")
async def provider() -> AsyncIterator[RunningProvider]:
    async with provider_running(return_to="http://localhost/back") as running:
        yield running


@pytest.fixture
async def register(provider: RunningProvider) -> AsyncIterator[Register]:
    """Lets in whoever has a token that it has not refused yet."""
    async with register_running() as running:
        running.lets = lambda request, _: request.headers["Authorization"].startswith("Bearer ")
        yield running


def source(register: Register, provider: RunningProvider, home: Path, **changed: Any) -> ConfiguredSource:
    secret(home, "S", changed.pop("secret", SECRET))
    token = {"address": f"{provider.issuer}/token", "client": "machine", "secret": "${secret:S}"}
    file = rest_file(register.base, access={"token": token | changed}, deadline_ms=4_000)
    return source_of(file, home)


def tokens(register: Register) -> list[str]:
    return [request.headers["Authorization"] for request in register.seen]


async def test_the_token_that_the_source_sees_is_one_of_the_token_server(
    register: Register, provider: RunningProvider, tmp_path: Path
) -> None:
    asked = source(register, provider, tmp_path)
    await ask(asked)
    await asked.close()
    async with httpx.AsyncClient(auth=("machine", "")) as http:
        form = {"token": tokens(register)[0].removeprefix("Bearer "), "client_id": "machine"}
        told = await http.post(f"{provider.issuer}/token/introspection", data=form, auth=_login())
    assert (told.json()["active"], told.json()["client_id"]) == (True, "machine")


def _login() -> httpx.BasicAuth:
    from urllib.parse import quote_plus

    return httpx.BasicAuth("machine", quote_plus(SECRET))


async def test_a_token_is_kept_for_the_next_question(
    register: Register, provider: RunningProvider, tmp_path: Path
) -> None:
    asked = source(register, provider, tmp_path)
    await asyncio.gather(*(ask(asked) for _ in range(5)))
    await ask(asked)
    await asked.close()
    assert len(set(tokens(register))) == 1


async def test_a_token_refused_in_the_middle_is_renewed_and_the_question_asked_again(
    register: Register, provider: RunningProvider, tmp_path: Path
) -> None:
    asked = source(register, provider, tmp_path)
    await ask(asked)
    old = tokens(register)[0]
    register.lets = lambda request, _: request.headers["Authorization"] != old
    assert len((await ask(asked)).records) == 1
    await asked.close()
    assert [token == old for token in tokens(register)] == [True, True, False]


async def test_a_source_that_refuses_every_token_is_asked_twice_and_no_more(
    register: Register, provider: RunningProvider, tmp_path: Path
) -> None:
    asked = source(register, provider, tmp_path)
    register.lets = lambda *_: False
    with pytest.raises(SourceFailed) as failed:
        await ask(asked)
    await asked.close()
    assert (failed.value.reason, len(register.seen)) == ("token", 2)


async def test_a_token_is_renewed_before_its_end(provider: RunningProvider, tmp_path: Path) -> None:
    secret(tmp_path, "S", SECRET)
    place = Address.of(f"{provider.issuer}/token")
    token = Token(address=place.shown + place.path, client="machine", secret="${secret:S}")
    now = 1_000.0
    tokens = Tokens(token, Settings(tmp_path), Pool(place, most=100_000), place, seconds=lambda: now)
    first = await tokens.value(_soon())
    now += GIVEN_S * (1 - EARLY) - 5
    assert await tokens.value(_soon()) == first
    now += 10
    assert await tokens.value(_soon()) != first
    tokens.close()


def _soon() -> float:
    return asyncio.get_running_loop().time() + 10


async def test_a_token_server_that_refuses_us_is_a_refused_login(
    register: Register, provider: RunningProvider, tmp_path: Path
) -> None:
    asked = source(register, provider, tmp_path, secret="another one")
    with pytest.raises(SourceFailed, match="token server: HTTP 401") as failed:
        await ask(asked)
    await asked.close()
    assert (failed.value.reason, register.seen) == ("refused_login", [])
