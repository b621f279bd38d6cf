"""Requirement 10, the server's part: what opens a device's store goes to its verified person only."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest

from focus.core.identity import base64url
from tests.identity.house import House, Someone, limits
from tests.identity.phone import EMPTY, Phone


async def _shares(phone: Phone) -> tuple[str, str]:
    """Of an unlock and of a step-up."""
    unlocked, stepped = await phone.unlock(), await phone.step_up()
    return unlocked.json()["store"]["share"], stepped.json()["store"]["share"]


async def test_a_device_has_one_share_and_each_verification_brings_it(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    first = phone.opened["store"]["share"]
    assert len(base64url.decode(first)) == 32
    assert await _shares(phone) == (first, first)
    again = await phone.sign_in()
    assert again.json()["store"]["share"] == first


async def test_no_two_devices_share_one(house: House, ann: Someone) -> None:
    shares = {(await house.signed_in(ann)).opened["store"]["share"] for _ in range(3)}
    assert len(shares) == 3


async def test_a_revoked_device_gets_it_never_again(house: House, ann: Someone) -> None:
    phone, other = await house.signed_in(ann), await house.signed_in(ann)
    await phone.unlock()
    revoked = await other.post("/api/identity/revoke-device", {"device": str(phone.device)})
    assert revoked.status_code == 200, revoked.text
    async with house.platform.database.transaction(ann.organisation) as tx:
        kept = await tx.fetchval(
            "select share from identity.device where organisation_id = focus.must_scope() and id = $1",
            phone.device,
        )
    assert kept is None
    refused = await phone.locked("/api/identity/unlock/begin")
    assert (refused.status_code, refused.json()["params"]["reason"]) == (401, "revoked")
    assert (await phone.sign_in(expect=403)).status_code == 403


async def test_the_database_alone_does_not_yield_it(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    async with house.platform.database.transaction(ann.organisation) as tx:
        kept = await tx.fetchval(
            "select share from identity.device where organisation_id = focus.must_scope() and id = $1",
            phone.device,
        )
    assert base64url.decode(phone.opened["store"]["share"]) not in kept


async def test_the_organisations_limits_travel_with_it(house: House, ann: Someone) -> None:
    await house.change(ann.organisation, limits(lease_h=12, offline_pin=True))
    phone = await house.signed_in(ann)
    store = phone.opened["store"]
    assert (store["lease_h"], store["pin"]) == (12, True)


async def test_what_a_locked_device_knows_opens_nothing_but_the_door(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    handle = base64url.encode(sha256(phone.token.encode()).digest())
    for scheme in ("DPoP", "DPoP-Locked"):
        proof = phone.proof("GET", "/api/identity/me", b"")
        headers = {"Authorization": f"{scheme} {handle}", "DPoP": proof}
        refused = await phone.http.get("/api/identity/me", headers=headers)
        assert refused.status_code in (401, 423)
    assert (await phone.me()).status_code == 200


async def test_the_handle_without_the_device_key_begins_nothing(house: House, ann: Someone) -> None:
    phone, thief = await house.signed_in(ann), house.phone()
    thief.opened = phone.opened
    refused = await thief.locked("/api/identity/unlock/begin")
    assert refused.json()["code"] == "identity.proof_refused"


async def test_a_locked_device_signs_out_by_its_handle(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    await phone.post("/api/identity/lock")
    assert (await phone.locked("/api/identity/sign-out")).status_code == 204
    assert (await phone.me()).json()["code"] == "identity.signed_out"


async def test_a_proof_key_is_agreed_by_the_session_that_was_unlocked(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    colleague = await house.signed_in(await house.someone(ann.organisation))
    begun = await _unlocked_without_agreeing(phone)
    other = await _unlocked_without_agreeing(colleague)
    await phone.agree(other, expect=403)
    await phone.agree(begun)
    assert (await phone.me(symmetric=True)).status_code == 200
    await phone.agree(begun, expect=403)


async def test_until_then_the_device_signs(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    await _unlocked_without_agreeing(phone)
    assert (await phone.me()).status_code == 200
    assert (await phone.me(symmetric=True)).json()["params"]["reason"] == "key"


async def _unlocked_without_agreeing(phone: Phone) -> dict[str, Any]:
    begun = (await phone.locked("/api/identity/unlock/begin", EMPTY)).json()
    content = {
        "ceremony": begun["ceremony"],
        "credential": phone.authenticator.get(begun["options"]),
        "signature": phone.stated("focus-unlock-v1", begun, None),
    }
    answer = await phone.locked("/api/identity/unlock/finish", content)
    assert answer.status_code == 200, answer.text
    agree: dict[str, Any] = answer.json()["agree"]
    return agree


@pytest.mark.parametrize("given", ["short", "é" * 43, "A" * 42 + "="])
async def test_a_handle_that_is_none_is_refused(house: House, ann: Someone, given: str) -> None:
    phone = await house.signed_in(ann)
    proof = phone.proof("POST", "/api/identity/unlock/begin", b"{}")
    headers = {b"Authorization": f"DPoP-Locked {given}".encode(), b"DPoP": proof.encode()}
    refused = await phone.http.post("/api/identity/unlock/begin", content=b"{}", headers=headers)
    assert refused.json()["code"] == "identity.signed_out"
