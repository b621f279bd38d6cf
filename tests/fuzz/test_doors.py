"""What stands in front of every request: proofs, signatures, bodies, queries, addresses. Taken or refused."""

from __future__ import annotations

import ipaddress
import json
from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from focus.core.errors import Problem
from focus.core.identity import base64url
from focus.core.identity.device_keys import DeviceKey, PublicJwk
from focus.core.identity.proof import Keys, Presented, presented, verify
from focus.core.log.notes import BadNote, open_checkpoint
from focus.core.outside import Outside
from focus.core.registry.registry import discover
from focus.core.webhooks import signing
from focus.server.reading import from_json, from_query
from tests.fuzz.damage import changed_json, damaged
from tests.matrices.filling import fill, octets
from tests.matrices.targets import targets_of

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
KEY = b"k" * 32
SIGNED = signing.sign(KEY, message_id="one", at=NOW, body=b"{}")
TAKING = [target for target in targets_of(discover()) if target.parameters is not None]
FILLED = {
    str(target): fill(target, pick=lambda _: UUID(int=7), word="Merkteken")[1] for target in TAKING
}  # fmt: skip
BODIES = [target for target in TAKING if not target.reads_query]
QUERIES = [target for target in TAKING if target.reads_query]


@given(
    damaged(*(value.encode() for value in SIGNED.values())), st.sampled_from(sorted(SIGNED)), st.booleans()
)
def test_the_signature_of_a_webhook(changed: bytes, header: str, same: bool) -> None:
    """Nothing but what was signed is taken, whatever stands in one of the headers."""
    headers = SIGNED | ({} if same else {header: changed.decode("latin-1")})
    try:
        signing.verify([KEY], headers, b"{}", now=NOW)
    except signing.NotSigned:
        assert headers != SIGNED
        return
    assert headers["webhook-id"] == "one"


DEVICE = ec.derive_private_key(7, ec.SECP256R1()).public_key().public_numbers()
JWK = PublicJwk(kty="EC", crv="P-256", x=base64url.encode(DEVICE.x.to_bytes(32, "big")),
                y=base64url.encode(DEVICE.y.to_bytes(32, "big")))  # fmt: skip
CLAIMS = {
    "htm": "GET",
    "htu": "/",
    "iat": int(NOW.timestamp()),
    "jti": "a" * 22,
    "ath": "b" * 43,
    "bh": "c" * 43,
}
HEADER = {"typ": "dpop+jwt", "alg": "ES256", "kid": DeviceKey.of(JWK).thumbprint}


@given(changed_json(HEADER), changed_json(CLAIMS), st.binary(max_size=70))
def test_a_proof_without_the_key(header: bytes, claims: bytes, signature: bytes) -> None:
    """Without the device's key there is no proof that holds."""
    proof = ".".join(base64url.encode(part) for part in (header, claims, signature))
    keys = Keys(device=DeviceKey.of(JWK))
    given_ = Presented("t" * 43, bytes(32), proof)
    try:
        verify(given_, keys=keys, method="GET", path="/", body=b"", now=NOW.timestamp())
    except Problem as refused:
        assert refused.status in (400, 401)
        return
    raise AssertionError("a proof was taken that nobody signed")


@given(damaged(b"DPoP " + b"t" * 43, b"DPoP-Locked " + b"t" * 43), damaged(b"e30.e30.e30"))
def test_the_headers_of_a_proof(authorization: bytes, proof: bytes) -> None:
    with suppress(Problem):
        presented({"authorization": authorization.decode("latin-1"), "dpop": proof.decode("latin-1")})


@st.composite
def bodies(draw: st.DrawFn) -> tuple[int, bytes]:
    """(number of a door, a body that nearly fits it)"""
    at = draw(st.integers(0, len(BODIES) - 1))
    return at, draw(changed_json(FILLED[str(BODIES[at])]))


@given(bodies())
def test_a_body(said: tuple[int, bytes]) -> None:
    target, body = BODIES[said[0]], said[1]
    try:
        from_json(body, target.parameters)
    except Problem as refused:
        assert 400 <= refused.status < 500


@st.composite
def queries(draw: st.DrawFn) -> tuple[int, bytes]:
    """(number of a view, a query that nearly fits it)"""
    at = draw(st.integers(0, len(QUERIES) - 1))
    query, _ = octets(QUERIES[at], FILLED[str(QUERIES[at])])
    return at, draw(damaged(query.removeprefix("?").encode()))


@given(queries())
def test_a_query(said: tuple[int, bytes]) -> None:
    target, query = QUERIES[said[0]], said[1]
    try:
        from_query(query, target.parameters)
    except Problem as refused:
        assert 400 <= refused.status < 500


PRIVATE = (
    "https://127.0.0.1/",
    "https://10.0.0.1/x",
    "https://[::1]/",
    "https://169.254.169.254/latest",
    "https://0x7f.1/",
    "https://2130706433/",
    "https://localhost/",
    "https://a@10.0.0.1:443/",
)
GOOD = ("https://push.example/x", "http://push.example/", "https://8.8.8.8/")


@given(damaged(*(one.encode() for one in (*PRIVATE, *GOOD))))
def test_an_address_that_a_zone_gives(address: bytes) -> None:
    """What may be called is reached by https, and where its host is a number, on the internet."""
    written = address.decode("utf-8", "replace")
    if not Outside().allows(written):
        return
    place = urlsplit(written)
    assert place.scheme == "https" and place.hostname
    with suppress(ValueError):
        assert ipaddress.ip_address(place.hostname).is_global


def test_addresses_inside_are_refused_and_others_are_not() -> None:
    assert [one for one in (*PRIVATE, *GOOD) if Outside().allows(one)] == [GOOD[0], GOOD[2]]


NOTE = "focus/log/0\n7\n" + "A" * 43 + "=\n\n\u2014 focus/log/0 " + "A" * 92 + "\n"


@given(damaged(NOTE.encode()))
def test_a_checkpoint(note: bytes) -> None:
    """None is taken that the log's key did not sign."""
    try:
        open_checkpoint(note.decode("utf-8", "replace"), origin="focus/log/0", public_key=bytes(32))
    except BadNote:
        return
    raise AssertionError(f"a checkpoint was taken that nobody signed: {json.dumps(note.decode('latin-1'))}")
