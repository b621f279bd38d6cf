"""The published vectors, by which anybody may check an app of his own, hold here."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from focus.core.identity import agreement, base64url, proof
from focus.core.identity.device_keys import DeviceKey, PublicJwk, statement

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))


def private(jwk: dict[str, str]) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(base64url.decode(jwk["d"]), "big"), ec.SECP256R1())


@pytest.fixture
def device() -> DeviceKey:
    jwk = VECTORS["device"]
    return DeviceKey.of(PublicJwk(jwk["kty"], jwk["crv"], jwk["x"], jwk["y"]))


def test_the_thumbprint_is_that_of_rfc_7638(device: DeviceKey) -> None:
    assert device.thumbprint == VECTORS["thumbprint"]


def test_the_statement_is_these_octets_and_its_signature_holds(device: DeviceKey) -> None:
    given = VECTORS["statement"]
    octets = statement(
        given["label"],
        ceremony=UUID(given["ceremony"]),
        challenge=base64url.decode(given["challenge"]),
        device=device.thumbprint,
        agree=given["agree"],
    )
    assert octets == given["text"].encode()
    assert device.holds(base64url.decode(given["signature"]), octets)


def test_both_sides_agree_on_the_key(device: DeviceKey) -> None:
    given = VECTORS["proof_key"]
    made = agreement.derive(
        private(given["server"]),
        theirs=agreement.public_half(private(given["app"])),
        challenge=base64url.decode(VECTORS["statement"]["challenge"]),
        device=device.thumbprint,
        token_hash=sha256(given["token"].encode()).digest(),
    )
    assert (base64url.encode(made.key), made.kid, made.agree) == (
        given["key"],
        given["kid"],
        given["server_agree"],
    )


@pytest.mark.parametrize("algorithm", ["hs256", "es256"])
def test_the_proofs_hold(device: DeviceKey, algorithm: str) -> None:
    request, key = VECTORS["request"], VECTORS["proof_key"]
    given = proof.presented({"authorization": f"DPoP {key['token']}", "dpop": request[algorithm]})
    claims = proof.verify(
        given,
        keys=proof.Keys(device, key["kid"], base64url.decode(key["key"])),
        method=request["method"],
        path=request["path"],
        body=request["body"].encode(),
        now=request["claims"]["iat"],
    )
    assert claims.jti == request["claims"]["jti"]


@pytest.mark.parametrize("text", ["a", "aa==", "a+b_", "a/b_", "a b_", "ab\n", "é"])
def test_base64url_is_read_strictly(text: str) -> None:
    with pytest.raises(ValueError, match=r"base64url|ascii"):
        base64url.decode(text)
