"""A phone in Python: a device key, a session, and a proof on each request."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.support.demo import KEPT


def b64u(content: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def un_b64u(text: str) -> bytes:
    """The bytes of base64url without padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _public(key: ec.EllipticCurvePrivateKey) -> str:
    return b64u(key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


@dataclass
class Answer:
    """Status and decoded JSON of one answer."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def code(self) -> str:
        """The problem's code, or ''."""
        return self.body.get("code", "") if isinstance(self.body, dict) else ""


def kept_briefly() -> aiohttp.TCPConnector:
    """Connections that are dropped before the server drops them: idle, it keeps one for five seconds."""
    return aiohttp.TCPConnector(limit=0, keepalive_timeout=2)


class Device:
    """A device key and, once signed in, a session."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.token = ""
        self.session: dict[str, Any] = {}
        self.proof_key: tuple[str, bytes] | None = None
        self.skew = 0
        self.http = aiohttp.ClientSession(connector=kept_briefly())

    def renew(self) -> None:
        """Become a new device: another key, no session."""
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.token, self.proof_key = "", None

    async def close(self) -> None:
        """Close its connections."""
        await self.http.close()

    @property
    def jwk(self) -> dict[str, str]:
        """The public device key."""
        numbers = self.key.public_key().public_numbers()
        return {
            "kty": "EC",
            "crv": "P-256",
            "x": b64u(numbers.x.to_bytes(32, "big")),
            "y": b64u(numbers.y.to_bytes(32, "big")),
        }

    @property
    def thumbprint(self) -> str:
        """RFC 7638."""
        canonical = json.dumps(
            {name: self.jwk[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":")
        )
        return b64u(hashlib.sha256(canonical.encode()).digest())

    def sign(self, message: bytes) -> str:
        """ECDSA-SHA-256 as r ‖ s."""
        r, s = decode_dss_signature(self.key.sign(message, ec.ECDSA(hashes.SHA256())))
        return b64u(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def proof(
        self, method: str, path: str, body: bytes, *, header: dict[str, Any] | None = None, **changed: Any
    ) -> str:
        """A fresh proof; `header` and `changed` claims are for tests of refusals."""
        if header is not None:
            pass
        elif self.proof_key:
            header = {"typ": "dpop+jwt", "alg": "HS256", "kid": self.proof_key[0]}
        else:
            header = {"typ": "dpop+jwt", "alg": "ES256", "kid": self.thumbprint}
        claims = {
            "htm": method,
            "htu": path,
            "iat": int(time.time()) + self.skew,
            "jti": b64u(os.urandom(16)),
            "ath": b64u(hashlib.sha256(self.token.encode()).digest()),
            "bh": b64u(hashlib.sha256(body).digest()),
            **changed,
        }
        signed = ".".join(b64u(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims))
        if self.proof_key:
            signature = b64u(hmac.digest(self.proof_key[1], signed.encode(), "sha256"))
        else:
            signature = self.sign(signed.encode())
        return f"{signed}.{signature}"

    def headers(self, method: str, path: str, body: bytes, **changed: Any) -> dict[str, str]:
        """Authorisation and proof of one request; `changed` as in `proof`."""
        return {
            "authorization": f"DPoP {self.token}",
            "dpop": self.proof(method, path, body, **changed),
            "content-type": "application/json",
        }

    async def call(
        self, method: str, path: str, content: Any = None, *, headers: dict[str, str] | None = None
    ) -> Answer:
        """One request with proof, or with exactly these headers."""
        body = b"" if content is None else json.dumps(content).encode()
        bare = path.partition("?")[0]
        sent = headers if headers is not None else self.headers(method, bare, body)
        sent = {**sent, **KEPT} if bare.startswith("/api/demo/") else sent
        async with self.http.request(method, self.base + path, data=body or None, headers=sent) as answer:
            raw = await answer.read()
            kind = answer.headers.get("content-type", "")
            decoded = json.loads(raw) if raw and "json" in kind and "ndjson" not in kind else raw
            return Answer(answer.status, decoded, dict(answer.headers))

    async def get(self, path: str) -> Answer:
        """GET with proof."""
        return await self.call("GET", path)

    async def post(self, path: str, content: Any = None) -> Answer:
        """POST JSON with proof."""
        return await self.call("POST", path, {} if content is None else content)

    async def lines(self, path: str, content: Any) -> AsyncIterator[dict[str, Any]]:
        """POST, and the lines of the NDJSON answer as they come; a problem is raised as AssertionError."""
        body = json.dumps(content).encode()
        timeout = aiohttp.ClientTimeout(total=60)
        async with self.http.post(
            self.base + path, data=body, headers=self.headers("POST", path, body), timeout=timeout
        ) as answer:
            if answer.status != 200:
                raise AssertionError(f"{answer.status}: {await answer.text()}")
            async for line in answer.content:
                yield json.loads(line)

    async def continue_as(self, person: str, *, post: str | None = None, agree: bool = False) -> Device:
        """Sign in as a synthetic person in demo mode; with `agree`, use the proof key from then on."""
        begun, own = await self._begin_demo(), ec.generate_private_key(ec.SECP256R1())
        content = {**self._statement(begun, own), "person": person, "device_key": self.jwk}
        if post:
            content["post"] = post
        answer = await self.call("POST", "/api/demo/sign-in", content, headers={})
        assert answer.status == 200, answer
        self.session, self.token = answer.body, answer.body["token"]
        self.proof_key = self._agreed(own, begun["challenge"]) if agree else None
        return self

    async def verify(self, *, agree: bool = False) -> Device:
        """What a passkey does elsewhere: unlock this demo session and step up for five minutes."""
        begun = await self._begin_demo()
        stated = self._stated("focus-demo-v1", begun, "-")
        answer = await self.post("/api/demo/verify", {"ceremony": begun["ceremony"], "signature": stated})
        assert answer.status == 200, answer
        self.proof_key = None
        if agree:
            await self._agree(answer.body["agree"])
        return self

    async def _agree(self, begun: dict[str, str]) -> None:
        own = ec.generate_private_key(ec.SECP256R1())
        content = {"ceremony": begun["ceremony"], "agree": _public(own)}
        content["signature"] = self._stated("focus-agree-v1", begun, content["agree"])
        answer = await self.post("/api/identity/agree", content)
        assert answer.status == 200, answer
        self.session = {**self.session, "proof": answer.body}
        self.proof_key = self._agreed(own, begun["challenge"])

    async def _begin_demo(self) -> dict[str, str]:
        begun: dict[str, str] = (await self.call("POST", "/api/demo/begin", {}, headers={})).body
        return begun

    def _statement(self, begun: dict[str, str], own: ec.EllipticCurvePrivateKey) -> dict[str, str]:
        agree = _public(own)
        signature = self._stated("focus-demo-v1", begun, agree)
        return {"ceremony": begun["ceremony"], "agree": agree, "signature": signature}

    def _stated(self, label: str, begun: dict[str, str], agree: str) -> str:
        signed = "\n".join([label, begun["ceremony"], begun["challenge"], self.thumbprint, agree])
        return self.sign(signed.encode())

    def _agreed(self, own: ec.EllipticCurvePrivateKey, challenge: str) -> tuple[str, bytes]:
        server = self.session["proof"]["agree"]
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), un_b64u(server))
        ath = b64u(hashlib.sha256(self.token.encode()).digest())
        transcript = "\n".join(
            ["focus-proof-key-v1", challenge, self.thumbprint, _public(own), server, ath]
        ).encode()
        key = HKDF(hashes.SHA256(), 32, un_b64u(challenge), transcript).derive(
            own.exchange(ec.ECDH(), theirs)
        )
        kid = b64u(hashlib.sha256(transcript).digest()[:12])
        assert kid == self.session["proof"]["kid"]
        return kid, key
