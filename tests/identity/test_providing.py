"""A zone's administrator gets at no secret but his own, and at nothing inside: door 1 of the review."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest
from aiohttp import web

from focus.core.identity.settings import IdentitySettings, OidcProvider
from focus.core.outside import Outside
from tests.identity.house import House, write_secret


class Listening:
    """An issuer that an administrator chose: it keeps what it is sent."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[tuple[str, dict[str, str]]] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append((request.path, dict(request.headers)))
        return web.json_response({
            "issuer": self.address, "authorization_endpoint": f"{self.address}/auth",
            "token_endpoint": f"{self.address}/token", "jwks_uri": f"{self.address}/keys",
        })  # fmt: skip


@pytest.fixture
async def issuer() -> AsyncIterator[Listening]:
    found, app = Listening(), web.Application()
    app.router.add_route("*", "/{rest:.*}", found.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield found
    await runner.cleanup()


async def begin(house: House, zone: Any) -> Any:
    phone = await house.enrolled(await house.someone(zone))
    async with house.platform.database.unscoped() as tx:
        code = await tx.fetchval(
            "select code from organisations.directory() where organisation_id = $1", zone
        )
    return await phone.bare("/api/identity/oidc/begin", {"organisation": code, "device": phone.thumbprint})


@pytest.mark.parametrize("reference", ["file:database.password", "env:FOCUS_DATABASE_URL", "anything"])
async def test_a_setting_cannot_name_a_secret(house: House, reference: str) -> None:
    zone = await house.organisation()
    admin = await house.signed_in(await house.someone(zone, function="zone_administrator"))
    provider = {"issuer": "https://id.zone.example", "client_id": "focus", "client_secret": reference}
    answer = await admin.post(
        "/api/organisations/change-setting", {"name": "identity", "values": {"provider": provider}}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "organisations.setting_invalid")


async def test_an_issuer_inside_is_not_called_unless_the_operator_lists_it(
    house: House, issuer: Listening
) -> None:
    zone = await house.organisation(
        IdentitySettings(provider=OidcProvider(issuer=issuer.address, client_id="focus"))
    )
    house.identity.outside = Outside()
    refused = await begin(house, zone)
    assert (refused.status_code, refused.json()["code"]) == (403, "identity.provider_refused")
    assert issuer.asked == []
    house.identity.outside = Outside.of(issuer.address)
    house.identity.providers.clear()
    assert (await begin(house, zone)).status_code == 200
    assert [path for path, _ in issuer.asked] == ["/.well-known/openid-configuration"]


async def test_a_secret_goes_to_the_issuer_for_which_it_was_written_alone(
    house: House, issuer: Listening
) -> None:
    from focus.core.identity.providing import secret_for

    zone = await house.organisation(
        IdentitySettings(provider=OidcProvider(issuer="https://id.zone.example", client_id="focus"))
    )
    await write_secret(house, zone, "a-secret-of-the-zone")
    ours = OidcProvider(issuer="https://id.zone.example", client_id="focus")
    assert await secret_for(house.identity, zone, ours) == "a-secret-of-the-zone"
    for changed in ({"issuer": issuer.address}, {"client_id": "other"}):
        assert await secret_for(house.identity, zone, msgspec.structs.replace(ours, **changed)) == ""
    async with house.platform.database.transaction(zone) as tx:
        kept = await tx.fetchval("select secret from identity.provider_secret")
        events = await house.platform.log.events_of(tx, limit=20)
    assert b"a-secret" not in kept
    assert not any("a-secret" in str(one.what) for one in events)
