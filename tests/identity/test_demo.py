"""Demo mode opens doors on this machine only; without it they do not exist."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from focus.core.identity import agreement
from focus.core.identity.authenticator import SessionAuthenticator
from focus.core.identity.demo import COOKIE, OPEN
from focus.core.identity.nonces import NonceFile
from tests.identity.house import House, Someone, house_at
from tests.identity.phone import EMPTY, Phone
from tests.support.demo import KEPT, TOKEN

PATHS = [("GET", "people"), ("POST", "begin"), ("POST", "sign-in"), ("POST", "verify")]


async def continue_as(phone: Phone, person: Someone, **changed: Any) -> httpx.Response:
    """The app's page "continue as …"."""
    begun = (await phone.bare("/api/demo/begin", EMPTY)).json()
    half = ec.generate_private_key(ec.SECP256R1())
    agree = agreement.public_half(half)
    content = {
        "ceremony": begun["ceremony"],
        "person": str(person.id),
        "device_key": phone.jwk,
        "agree": agree,
        "signature": phone.stated("focus-demo-v1", begun, agree),
        **changed,
    }
    answer = await phone.bare("/api/demo/sign-in", content)
    if answer.status_code == 200 and "token" in answer.json():
        phone.take(answer.json(), half, begun["challenge"])
    return answer


async def verify(phone: Phone) -> httpx.Response:
    """What takes the passkey's place in a demo session."""
    begun = (await phone.bare("/api/demo/begin", EMPTY)).json()
    signature = phone.stated("focus-demo-v1", begun, None)
    answer = await phone.locked("/api/demo/verify", {"ceremony": begun["ceremony"], "signature": signature})
    if answer.status_code == 200:
        await phone.agree(answer.json()["agree"])
    return answer


@pytest.mark.parametrize(("method", "name"), PATHS)
async def test_without_demo_mode_the_routes_are_like_any_unknown_path(
    house: House, method: str, name: str
) -> None:
    demo = await house.http.request(method, f"/api/demo/{name}", json=EMPTY)
    unknown = await house.http.request(method, "/api/demo/no-such-path", json=EMPTY)
    assert (demo.status_code, demo.content) == (unknown.status_code, unknown.content)


async def test_in_demo_mode_one_continues_as_somebody_locks_and_verifies(tmp_path: Path) -> None:
    async with house_at(tmp_path, demo=True) as house:
        ann = await house.someone(await house.organisation(), function="shift_leader")
        listed = (await house.http.get("/api/demo/people")).json()
        assert str(ann.id) in {one["person"] for one in listed}
        phone = house.phone()
        assert (await continue_as(phone, ann)).status_code == 200
        assert (await phone.me(symmetric=True)).json()["person"]["id"] == str(ann.id)
        wanted = {"person": str(ann.id)}
        assert (await phone.post("/api/identity/issue-code", wanted)).status_code == 403
        await phone.post("/api/identity/lock")
        assert (await phone.me()).status_code == 423
        assert (await verify(phone)).status_code == 200
        assert (await phone.me(symmetric=True)).status_code == 200
        assert (await phone.post("/api/identity/issue-code", wanted)).status_code == 200
        await _only_from_this_machine(house)
        await _only_with_what_was_printed(house)
        await _the_key_must_be_held(house, ann)
        await _a_real_device_is_not_overtaken(house, ann)
        await _worth_nothing_without_demo_mode(house, phone, tmp_path)


async def _only_with_what_was_printed(house: House) -> None:
    """Door 8: who is at the machine but not at its terminal is not let in, whatever a proxy hides."""
    for kept in ("", f"{COOKIE}=", f"{COOKIE}=another", f"other={TOKEN}", f'{COOKIE}="'):
        answer = await house.http.get("/api/demo/people", headers={"cookie": kept})
        assert answer.status_code == 404, kept
    for token in ("", "another"):
        assert (await house.http.get(OPEN, params={"token": token})).status_code == 404
    told = await house.http.get(OPEN, params={"token": TOKEN}, headers={"cookie": ""})
    assert (told.status_code, told.headers["location"]) == (303, "/")
    assert told.headers["set-cookie"] == f"{COOKIE}={TOKEN}; Path=/api/demo; HttpOnly; SameSite=Strict"
    forwarded = await house.http.get(OPEN, params={"token": TOKEN}, headers={"x-forwarded-for": "10.0.0.1"})
    assert forwarded.status_code == 404


async def _only_from_this_machine(house: House) -> None:
    for name in ("x-forwarded-for", "forwarded", "via"):
        assert (await house.http.get("/api/demo/people", headers={name: "10.0.0.1"})).status_code == 404
    rebound = await house.http.get("/api/demo/people", headers={"host": "focus.attacker.example:8500"})
    assert rebound.status_code == 404
    for origin in ("https://focus.zone.example", "null", "http://[", "http://localhost.attacker.example"):
        through = await house.http.get("/api/demo/people", headers={"origin": origin})
        assert through.status_code == 404, origin
    assert (
        await house.http.get("/api/demo/people", headers={"origin": "http://localhost:8500"})
    ).status_code == 200
    transport = httpx.ASGITransport(app=cast("Any", house.app), client=("192.0.2.7", 5))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://localhost:8500", headers=KEPT
    ) as outside:
        assert (await outside.get("/api/demo/people")).status_code == 404


async def _the_key_must_be_held(house: House, ann: Someone) -> None:
    phone, other = house.phone(), house.phone()
    refused = await continue_as(phone, ann, device_key=other.jwk)
    assert refused.json()["code"] == "identity.verification_refused"


async def _a_real_device_is_not_overtaken(house: House, ann: Someone) -> None:
    enrolled = await house.enrolled(ann)
    refused = await continue_as(enrolled, ann)
    assert refused.json()["code"] == "identity.device_unknown"


async def _worth_nothing_without_demo_mode(house: House, phone: Phone, home: Path) -> None:
    serious = SessionAuthenticator(
        house.platform.database, nonces=NonceFile(home / "other"), limits=house.identity.limits
    )
    path = "/api/identity/me"
    headers = {"authorization": f"DPoP {phone.token}", "dpop": phone.proof("GET", path, b"")}
    with pytest.raises(Exception, match=r"identity\.signed_out"):
        await serious.authenticate(method="GET", path=path, headers=headers, body=b"")
    await serious.close()
