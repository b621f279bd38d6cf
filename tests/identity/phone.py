"""A phone: device key, authenticator, session; speaks to the application without a network in between."""

from __future__ import annotations

import hmac
import json
import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

import httpx
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from focus.core import clock
from focus.core.identity import agreement, base64url
from focus.core.identity.device_keys import statement
from tests.identity.soft_authenticator import SoftAuthenticator

ORIGIN = "http://localhost:8500"
EMPTY: dict[str, Any] = {}


def sign(key: ec.EllipticCurvePrivateKey, octets: bytes) -> str:
    """ECDSA-SHA-256 as WebCrypto writes it, base64url."""
    r, s = decode_dss_signature(key.sign(octets, ec.ECDSA(hashes.SHA256())))
    return base64url.encode(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


@dataclass
class Phone:
    """Everything a person carries."""

    http: httpx.AsyncClient
    authenticator: SoftAuthenticator = field(default_factory=lambda: SoftAuthenticator(ORIGIN))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    opened: dict[str, Any] = field(default_factory=dict)
    proof_key: agreement.ProofKey | None = None
    device: UUID | None = None

    @property
    def token(self) -> str:
        """The session's token."""
        return str(self.opened["token"])

    @property
    def point(self) -> bytes:
        """The public device key, 65 octets."""
        return base64url.decode(agreement.public_half(self.key))

    @property
    def jwk(self) -> dict[str, str]:
        """The public device key, as WebCrypto exports it."""
        x, y = self.point[1:33], self.point[33:]
        return {
            "kty": "EC",
            "crv": "P-256",
            "x": base64url.encode(x),
            "y": base64url.encode(y),
            "ext": "true",
        }

    @property
    def thumbprint(self) -> str:
        """RFC 7638, of its own making."""
        members = {name: self.jwk[name] for name in ("crv", "kty", "x", "y")}
        return base64url.encode(sha256(json.dumps(members, separators=(",", ":")).encode()).digest())

    def stated(self, label: str, begun: dict[str, Any], agree: str | None) -> str:
        """The device's signature on a ceremony."""
        challenge = base64url.decode(begun["challenge"])
        ceremony = UUID(begun["ceremony"])
        octets = statement(label, ceremony=ceremony, challenge=challenge, device=self.thumbprint, agree=agree)
        return sign(self.key, octets)

    async def bare(self, path: str, content: dict[str, Any] | None = None) -> httpx.Response:
        """A call without any session."""
        if content is None:
            return await self.http.get(path)
        return await self.http.post(path, json=content)

    async def enrol(self, code: str, *, kind: str = "phone", expect: int = 200) -> httpx.Response:
        """Enrol with a code; the passkey goes to the authenticator."""
        begun = await self.bare("/api/identity/enrol/begin", {"code": code, "device_key": self.jwk})
        if begun.status_code != 200:
            assert begun.status_code == expect, begun.text
            return begun
        facts = begun.json()
        done = await self.bare(
            "/api/identity/enrol/finish",
            {
                "ceremony": facts["ceremony"],
                "credential": self.authenticator.create(facts["options"]),
                "signature": self.stated("focus-enrol-v1", facts, None),
                "name": "Test phone",
                "kind": kind,
            },
        )
        assert done.status_code == expect, done.text
        if done.status_code == 200:
            self.device = UUID(done.json()["device"])
        return done

    async def sign_in(self, *, expect: int = 200, **changed: Any) -> httpx.Response:
        """Sign in with the passkey; `changed` members replace those of the last request."""
        begun = (await self.bare("/api/identity/sign-in/begin", EMPTY)).json()
        half = ec.generate_private_key(ec.SECP256R1())
        agree = agreement.public_half(half)
        content = {
            "ceremony": begun["ceremony"],
            "device": self.thumbprint,
            "agree": agree,
            "signature": self.stated("focus-sign-in-v1", begun, agree),
            **changed,
        }
        if "credential" not in content:
            content["credential"] = self.authenticator.get(begun["options"])
        answer = await self.bare("/api/identity/sign-in/finish", content)
        assert answer.status_code == expect, answer.text
        if answer.status_code == 200 and "token" in answer.json():
            self.take(answer.json(), half, begun["challenge"])
        return answer

    def take(self, opened: dict[str, Any], half: ec.EllipticCurvePrivateKey, challenge: str) -> None:
        """Keep a session, and compute the proof key as the app does."""
        self.opened = {**self.opened, **opened}
        self.proof_key = self.derived(half, challenge)

    def derived(self, half: ec.EllipticCurvePrivateKey, challenge: str) -> agreement.ProofKey:
        """The proof key, from the app's side."""
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        server = str(self.opened["proof"]["agree"])
        ath = base64url.encode(sha256(self.token.encode()).digest())
        transcript = "\n".join(
            (
                "focus-proof-key-v1",
                challenge,
                self.thumbprint,
                agreement.public_half(half),
                server,
                ath,
            )
        ).encode()
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), base64url.decode(server))
        shared = half.exchange(ec.ECDH(), theirs)
        key = HKDF(hashes.SHA256(), 32, base64url.decode(challenge), transcript).derive(shared)
        kid = base64url.encode(sha256(transcript).digest()[:12])
        assert kid == self.opened["proof"]["kid"]
        return agreement.ProofKey(kid=kid, key=key, agree=server)

    def proof(self, method: str, path: str, body: bytes, *, symmetric: bool = False, **changed: Any) -> str:
        """A fresh proof; `changed` claims replace the true ones."""
        if symmetric:
            assert self.proof_key is not None
            header = {"typ": "dpop+jwt", "alg": "HS256", "kid": self.proof_key.kid}
        else:
            header = {"typ": "dpop+jwt", "alg": "ES256", "kid": self.thumbprint}
        claims = {
            "htm": method,
            "htu": path,
            "iat": int(clock.now().timestamp()),
            "jti": base64url.encode(os.urandom(16)),
            "ath": base64url.encode(sha256(self.token.encode()).digest()),
            "bh": base64url.encode(sha256(body).digest()),
            **changed,
        }
        return self.jws(header, claims)

    def jws(self, header: dict[str, Any], claims: dict[str, Any]) -> str:
        """Any header and claims, signed as the header says."""
        signed = ".".join(base64url.encode(json.dumps(part).encode()) for part in (header, claims))
        if header.get("alg") == "HS256" and self.proof_key:
            signature = base64url.encode(hmac.digest(self.proof_key.key, signed.encode(), "sha256"))
        else:
            signature = sign(self.key, signed.encode())
        return f"{signed}.{signature}"

    async def call(
        self,
        method: str,
        path: str,
        content: dict[str, Any] | None = None,
        *,
        proof: str | None = None,
        symmetric: bool = False,
        **claims: Any,
    ) -> httpx.Response:
        """A call with a proof."""
        body = b"" if content is None else json.dumps(content).encode()
        made = proof if proof is not None else self.proof(method, path, body, symmetric=symmetric, **claims)
        headers = {"Authorization": f"DPoP {self.token}", "DPoP": made, "Content-Type": "application/json"}
        return await self.http.request(method, path, content=body, headers=headers)

    async def locked(self, path: str, content: dict[str, Any] | None = None, **claims: Any) -> httpx.Response:
        """POST from a locked device, which knows no more of its token than the hash."""
        body = json.dumps(content if content is not None else EMPTY).encode()
        handle = base64url.encode(sha256(self.token.encode()).digest())
        made = self.proof("POST", path, body, **claims)
        headers = {"Authorization": f"DPoP-Locked {handle}", "DPoP": made, "Content-Type": "application/json"}
        return await self.http.request("POST", path, content=body, headers=headers)

    async def me(self, **options: Any) -> httpx.Response:
        """Who am I."""
        return await self.call("GET", "/api/identity/me", **options)

    async def post(self, path: str, content: dict[str, Any] | None = None, **options: Any) -> httpx.Response:
        """POST with a proof."""
        return await self.call("POST", path, content if content is not None else EMPTY, **options)

    async def unlock(self, *, expect: int = 200, **changed: Any) -> httpx.Response:
        """Unlock with the passkey."""
        begun = (await self.locked("/api/identity/unlock/begin")).json()
        content = {
            "ceremony": begun["ceremony"],
            "credential": self.authenticator.get(begun["options"]),
            "signature": self.stated("focus-unlock-v1", begun, None),
            **changed,
        }
        answer = await self.locked("/api/identity/unlock/finish", content)
        assert answer.status_code == expect, answer.text
        if answer.status_code == 200:
            await self.agree(answer.json()["agree"])
        return answer

    async def agree(self, begun: dict[str, Any], *, expect: int = 200) -> httpx.Response:
        """Agree on a new proof key."""
        half = ec.generate_private_key(ec.SECP256R1())
        public = agreement.public_half(half)
        signature = self.stated("focus-agree-v1", begun, public)
        content = {"ceremony": begun["ceremony"], "agree": public, "signature": signature}
        answer = await self.post("/api/identity/agree", content)
        assert answer.status_code == expect, answer.text
        if answer.status_code == 200:
            self.take({"proof": answer.json()}, half, begun["challenge"])
        return answer

    async def change_post(self, post: UUID, *, expect: int = 200, **changed: Any) -> httpx.Response:
        """Go over to another post; `changed` members replace those of the last request."""
        begun = (await self.post("/api/identity/change-post/begin")).json()
        half = ec.generate_private_key(ec.SECP256R1())
        agree = agreement.public_half(half)
        content = {
            "ceremony": begun["ceremony"],
            "post": str(post),
            "device": self.thumbprint,
            "agree": agree,
            "signature": self.stated("focus-change-post-v1", begun, agree),
            **changed,
        }
        answer = await self.post("/api/identity/change-post/finish", content)
        assert answer.status_code == expect, answer.text
        if answer.status_code == 200:
            self.take(answer.json(), half, begun["challenge"])
        return answer

    async def step_up(self, *, expect: int = 200) -> httpx.Response:
        """Verify again."""
        begun = (await self.post("/api/identity/step-up/begin")).json()
        content = {
            "ceremony": begun["ceremony"],
            "credential": self.authenticator.get(begun["options"]),
            "signature": self.stated("focus-step-up-v1", begun, None),
        }
        answer = await self.post("/api/identity/step-up/finish", content)
        assert answer.status_code == expect, answer.text
        return answer
