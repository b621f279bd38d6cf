"""The proof on each request: a JWS in the layout of RFC 9449, read by hand because it is read each time.

`Authorization: DPoP <token>` is worth nothing without it: method, path, body, time and token are signed by
the device's key (ES256) or by the session's proof key (HS256), and each proof is good once.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import blake2b, sha256
from typing import Annotated, Literal

import msgspec

from focus.core.identity import base64url
from focus.core.identity.device_keys import DeviceKey, PublicJwk
from focus.core.identity.problems import ProofRefused, SignedOut

WINDOW_S = 60
"""How far a proof's time may lie from ours, in seconds, either way."""
_LONGEST = 2_048
_TOKEN_LENGTH = 43
_HEADERS_KEPT = 8_192


class Keys(msgspec.Struct, frozen=True):
    """What a session's proofs may be made with."""

    device: DeviceKey
    kid: str | None = None
    key: bytes | None = None


class Presented(msgspec.Struct, frozen=True):
    """Token and proof as they stand in the headers."""

    token: str | None
    """None: only its hash was given (`DPoP-Locked`), by a locked device, which cannot read its token."""
    token_hash: bytes
    proof: str


class Claims(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a proof says of its request."""

    htm: str
    htu: str
    iat: Annotated[int, msgspec.Meta(ge=0, le=2**40)]
    jti: str
    ath: str
    bh: str
    bg: bool = False


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    typ: Literal["dpop+jwt"]
    alg: Literal["ES256", "HS256"]
    kid: str | None = None
    jwk: PublicJwk | None = None


_read_header = msgspec.json.Decoder(_Header).decode
_read_claims = msgspec.json.Decoder(Claims).decode
_headers: dict[str, tuple[bool, str]] = {}


def presented(headers: Mapping[str, str]) -> Presented:
    """The token and proof of a request; `SignedOut` without a token, `ProofRefused` without a proof."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    locked = scheme.lower() == "dpop-locked"
    if not (locked or scheme.lower() == "dpop") or len(token) != _TOKEN_LENGTH or not token.isascii():
        raise SignedOut
    proof = headers.get("dpop", "")
    if not proof or len(proof) > _LONGEST or not proof.isascii():
        raise ProofRefused("shape")
    if not locked:
        return Presented(token, sha256(token.encode("ascii")).digest(), proof)
    try:
        return Presented(None, base64url.decode(token), proof)
    except ValueError:
        raise SignedOut from None


def verify(given: Presented, *, keys: Keys, method: str, path: str, body: bytes, now: float) -> Claims:
    """The claims of a proof that holds for this request; `ProofRefused` says what does not.

    Whether it was used before is asked afterwards, of the nonce store, with `nonce_of`.
    """
    parts = given.proof.split(".")
    if len(parts) != 3:
        raise ProofRefused("shape")
    try:
        symmetric, kid = _headers.get(parts[0]) or _header(parts[0])
        claims = _read_claims(base64url.decode(parts[1]))
        signature = base64url.decode(parts[2])
    except ValueError:
        raise ProofRefused("shape") from None
    if kid != (keys.kid if symmetric else keys.device.thumbprint):
        raise ProofRefused("key")
    signed = given.proof[: -len(parts[2]) - 1].encode("ascii")
    if symmetric:
        good = keys.key is not None and hmac.compare_digest(
            hmac.digest(keys.key, signed, "sha256"), signature
        )
    else:
        good = keys.device.holds(signature, signed)
    if not good:
        raise ProofRefused("signature")
    _fit(claims, given, method=method, path=path, body=body, now=now)
    return claims


def nonce_of(claims: Claims) -> bytes:
    """Sixteen octets that name this proof among those of all sessions."""
    return blake2b(f"{claims.ath} {claims.jti}".encode(), digest_size=16).digest()


def _fit(claims: Claims, given: Presented, *, method: str, path: str, body: bytes, now: float) -> None:
    if claims.htm != method:
        raise ProofRefused("method")
    if claims.htu != path:
        raise ProofRefused("path")
    if claims.ath != base64url.encode(given.token_hash):
        raise ProofRefused("token")
    if claims.bh != base64url.encode(sha256(body).digest()):
        raise ProofRefused("body")
    if not 16 <= len(claims.jti) <= 64:
        raise ProofRefused("shape")
    if abs(claims.iat - now) > WINDOW_S:
        raise ProofRefused("time", server_time=int(now))


def _header(text: str) -> tuple[bool, str]:
    """(HS256?, key id) of a header, kept because an app sends the same one each time."""
    header = _read_header(base64url.decode(text))
    if (header.kid is None) == (header.jwk is None):
        raise ValueError("one of kid and jwk")
    symmetric = header.alg == "HS256"
    if header.jwk is not None:
        if symmetric:
            raise ValueError("a public key proves nothing under HS256")
        kid = DeviceKey.of(header.jwk).thumbprint
    else:
        kid = str(header.kid)
    if len(_headers) >= _HEADERS_KEPT:
        _headers.clear()
    found = _headers[text] = symmetric, kid
    return found
