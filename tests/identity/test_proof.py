"""Requirement 8: a token without its device's key is worthless, and a proof serves one request, once."""

from __future__ import annotations

import os
from datetime import timedelta
from hashlib import sha256
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from focus.core import clock
from focus.core.identity import agreement, base64url
from tests.identity.house import House, Someone
from tests.identity.phone import EMPTY, Phone

ME = "/api/identity/me"


def refusal(answer: httpx.Response) -> tuple[int, str, Any]:
    """Status, code and reason of a refusal."""
    body = answer.json()
    return answer.status_code, body["code"], body.get("params", EMPTY).get("reason")


@pytest.fixture
async def phone(house: House, ann: Someone) -> Phone:
    return await house.signed_in(ann)


async def test_requirement_8_a_stolen_token_with_the_thiefs_own_key_gets_401(
    house: House, phone: Phone
) -> None:
    thief = Phone(house.http, opened=phone.opened)
    assert refusal(await thief.me()) == (401, "identity.proof_refused", "key")


async def test_a_stolen_token_with_the_thiefs_key_named_as_the_victims_gets_401(
    house: House, phone: Phone
) -> None:
    thief = Phone(house.http, opened=phone.opened)
    forged = thief.jws(
        {"typ": "dpop+jwt", "alg": "ES256", "kid": phone.thumbprint}, _claims(phone, "GET", ME, b"")
    )
    assert refusal(await thief.me(proof=forged)) == (401, "identity.proof_refused", "signature")


async def test_a_stolen_token_with_a_guessed_proof_key_gets_401(house: House, phone: Phone) -> None:
    assert phone.proof_key is not None
    guessed = agreement.ProofKey(kid=phone.proof_key.kid, key=os.urandom(32), agree="")
    thief = Phone(house.http, opened=phone.opened, proof_key=guessed)
    assert refusal(await thief.me(symmetric=True)) == (401, "identity.proof_refused", "signature")


async def test_requirement_8_a_stolen_token_alone_gets_401(house: House, phone: Phone) -> None:
    answer = await house.http.get(ME, headers={"Authorization": f"DPoP {phone.token}"})
    assert refusal(answer) == (401, "identity.proof_refused", "shape")


async def test_a_stolen_token_as_bearer_gets_401(house: House, phone: Phone) -> None:
    answer = await house.http.get(ME, headers={"Authorization": f"Bearer {phone.token}"})
    assert refusal(answer)[:2] == (401, "identity.signed_out")


async def test_a_proof_of_one_session_does_not_serve_another(
    house: House, phone: Phone, ann: Someone
) -> None:
    colleague = await house.signed_in(await house.someone(ann.organisation))
    proof = phone.proof("GET", ME, b"")
    assert refusal(await colleague.me(proof=proof)) == (401, "identity.proof_refused", "key")


@pytest.mark.parametrize("symmetric", [False, True])
@pytest.mark.parametrize(
    ("claim", "value", "reason"),
    [
        ("htm", "POST", "method"),
        ("htu", "/api/identity/my-devices", "path"),
        ("ath", base64url.encode(bytes(32)), "token"),
        ("bh", base64url.encode(sha256(b"{}").digest()), "body"),
        ("jti", "short", "shape"),
        ("jti", "x" * 65, "shape"),
        ("iat", "soon", "shape"),
        ("iat", 10**30, "shape"),
        ("iat", True, "shape"),
        ("exp", 1, "shape"),
    ],
)
async def test_a_claim_that_does_not_fit_is_refused(
    phone: Phone, claim: str, value: object, reason: str, symmetric: bool
) -> None:
    answer = await phone.me(symmetric=symmetric, **{claim: value})
    assert refusal(answer) == (401, "identity.proof_refused", reason)


async def test_a_body_that_was_changed_on_the_way_is_refused(phone: Phone) -> None:
    proof = phone.proof("POST", "/api/identity/change-language", b'{"language": "fr"}')
    answer = await phone.post("/api/identity/change-language", {"language": "de"}, proof=proof)
    assert refusal(answer) == (401, "identity.proof_refused", "body")


@pytest.mark.parametrize("offset", [-62, 62])
async def test_a_proof_outside_its_minute_is_refused_with_the_servers_time(phone: Phone, offset: int) -> None:
    now = int(clock.now().timestamp())
    answer = await phone.me(iat=now + offset)
    assert refusal(answer) == (401, "identity.proof_refused", "time")
    assert abs(answer.json()["params"]["server_time"] - now) <= 2


@pytest.mark.parametrize("offset", [-58, 58])
async def test_a_clock_that_is_almost_a_minute_off_is_no_obstacle(phone: Phone, offset: int) -> None:
    assert (await phone.me(iat=int(clock.now().timestamp()) + offset)).status_code == 200


@pytest.mark.parametrize("symmetric", [False, True])
async def test_a_proof_serves_once(phone: Phone, symmetric: bool) -> None:
    proof = phone.proof("GET", ME, b"", symmetric=symmetric)
    assert (await phone.me(proof=proof)).status_code == 200
    assert refusal(await phone.me(proof=proof))[:2] == (401, "identity.proof_replayed")


async def test_a_replay_is_still_found_at_the_end_of_its_minute(phone: Phone) -> None:
    now = clock.now()
    proof = phone.proof("GET", ME, b"", iat=int(now.timestamp()) + 59)
    assert (await phone.me(proof=proof)).status_code == 200
    with clock.fixed(now + timedelta(seconds=118)):
        assert refusal(await phone.me(proof=proof))[:2] == (401, "identity.proof_replayed")


@pytest.mark.parametrize(
    "header",
    [
        {"typ": "dpop+jwt", "alg": "none"},
        {"typ": "dpop+jwt", "alg": "RS256", "kid": "x"},
        {"typ": "JWT", "alg": "ES256", "kid": "x"},
        {"typ": "dpop+jwt", "alg": "ES256"},
        {"typ": "dpop+jwt", "alg": "ES256", "kid": "x", "crit": ["b64"]},
        {"typ": "dpop+jwt", "alg": "ES256", "jku": "https://evil.example/keys"},
        {"typ": "dpop+jwt", "alg": "ES256", "jwk": {"kty": "oct", "crv": "P-256", "x": "", "y": ""}},
        {"typ": "dpop+jwt", "alg": "ES256", "jwk": {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}},
    ],
)
async def test_a_header_that_says_anything_else_is_refused(phone: Phone, header: dict[str, Any]) -> None:
    proof = phone.jws(header, _claims(phone, "GET", ME, b""))
    assert refusal(await phone.me(proof=proof)) == (401, "identity.proof_refused", "shape")


async def test_the_public_device_key_is_no_secret_to_sign_with(phone: Phone) -> None:
    header = {"typ": "dpop+jwt", "alg": "HS256", "jwk": phone.jwk}
    proof = phone.jws(header, _claims(phone, "GET", ME, b""))
    assert refusal(await phone.me(proof=proof)) == (401, "identity.proof_refused", "shape")


async def test_a_header_may_carry_the_devices_key_itself(phone: Phone) -> None:
    jwk = {name: phone.jwk[name] for name in ("kty", "crv", "x", "y")}
    header = {"typ": "dpop+jwt", "alg": "ES256", "jwk": jwk}
    assert (await phone.me(proof=phone.jws(header, _claims(phone, "GET", ME, b"")))).status_code == 200


async def test_a_header_with_another_devices_key_is_refused(house: House, phone: Phone) -> None:
    thief = Phone(house.http, opened=phone.opened)
    jwk = {name: thief.jwk[name] for name in ("kty", "crv", "x", "y")}
    proof = thief.jws({"typ": "dpop+jwt", "alg": "ES256", "jwk": jwk}, _claims(phone, "GET", ME, b""))
    assert refusal(await thief.me(proof=proof)) == (401, "identity.proof_refused", "key")


@pytest.mark.parametrize("mangle", ["", "a.b", "a.b.c.d", "=.=.=", "é.é.é", "." * 3_000])
async def test_what_is_no_proof_is_refused(phone: Phone, mangle: str) -> None:
    headers = {b"Authorization": f"DPoP {phone.token}".encode(), b"DPoP": mangle.encode()}
    answer = await phone.http.get(ME, headers=headers)
    assert refusal(answer) == (401, "identity.proof_refused", "shape")


async def test_padding_or_foreign_characters_in_a_proof_are_refused(phone: Phone) -> None:
    proof = phone.proof("GET", ME, b"")
    for broken in (proof + "=", proof + "*", proof.replace(".", ".!", 1), "+" + proof, proof + "AAA/"):
        assert refusal(await phone.me(proof=broken)) == (401, "identity.proof_refused", "shape")
    assert (await phone.me(proof=proof)).status_code == 200


async def test_an_unknown_token_is_signed_out(phone: Phone) -> None:
    phone.opened = {**phone.opened, "token": base64url.encode(os.urandom(32))}
    assert refusal(await phone.me())[:2] == (401, "identity.signed_out")


class Pretender:
    """Shows the server's public half; agrees with a private half of its own with one of the two."""

    def __init__(self, shows: ec.EllipticCurvePrivateKey, agrees_with: ec.EllipticCurvePrivateKey) -> None:
        self.public_key = shows.public_key
        self._with = agrees_with.public_key()

    def exchange(self, algorithm: ec.ECDH, _: ec.EllipticCurvePublicKey) -> bytes:
        return ec.generate_private_key(ec.SECP256R1()).exchange(algorithm, self._with)


@pytest.mark.parametrize("with_whom", ["the device", "the server"])
async def test_the_proof_key_cannot_be_had_without_either_private_half(phone: Phone, with_whom: str) -> None:
    half, server = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    pretender = Pretender(server, half if with_whom == "the device" else server)
    made, other = (
        agreement.derive(
            mine,  # type: ignore[arg-type]
            theirs=agreement.public_half(half),
            challenge=bytes(32),
            device=phone.thumbprint,
            token_hash=sha256(phone.token.encode()).digest(),
        )
        for mine in (server, pretender)
    )
    assert made.kid == other.kid
    assert made.key != other.key


def _claims(phone: Phone, method: str, path: str, body: bytes) -> dict[str, Any]:
    return {
        "htm": method,
        "htu": path,
        "iat": int(clock.now().timestamp()),
        "jti": base64url.encode(os.urandom(16)),
        "ath": base64url.encode(sha256(phone.token.encode()).digest()),
        "bh": base64url.encode(sha256(body).digest()),
    }
