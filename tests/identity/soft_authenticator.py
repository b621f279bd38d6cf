"""An authenticator in software: discoverable ES256 passkeys, CBOR and COSE by hand.

It does what a phone does and, when told to, what a phone never does: skip the user verification, answer for
another origin, count backwards, sign something else.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from focus.core.identity import base64url

USER_PRESENT, USER_VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Resident:
    """One passkey in the authenticator."""

    credential_id: bytes
    user_handle: bytes
    key: ec.EllipticCurvePrivateKey
    count: int = 0


@dataclass
class SoftAuthenticator:
    """Answers `navigator.credentials` calls."""

    origin: str
    verifies_user: bool = True
    counts: bool = True
    residents: list[Resident] = field(default_factory=list)

    def create(self, options: dict[str, Any]) -> dict[str, Any]:
        """What `credential.toJSON()` gives after `navigator.credentials.create`."""
        resident = Resident(
            os.urandom(32),
            base64url.decode(options["user"]["id"]),
            ec.generate_private_key(ec.SECP256R1()),
        )
        self.residents.append(resident)
        client = self._client_data("webauthn.create", options["challenge"])
        numbers = resident.key.public_key().public_numbers()
        cose = cbor2.dumps(
            {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        )
        attested = bytes(16) + len(resident.credential_id).to_bytes(2, "big") + resident.credential_id + cose
        data = self._authenticator_data(options["rp"]["id"], ATTESTED, 0) + attested
        return {
            "id": base64url.encode(resident.credential_id),
            "rawId": base64url.encode(resident.credential_id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": base64url.encode(client),
                "attestationObject": base64url.encode(
                    cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
                ),
            },
        }

    def get(self, options: dict[str, Any], *, which: int = -1, origin: str | None = None) -> dict[str, Any]:
        """What `credential.toJSON()` gives after `navigator.credentials.get`."""
        resident = self.residents[which]
        if self.counts:
            resident.count += 1
        client = self._client_data("webauthn.get", options["challenge"], origin=origin)
        data = self._authenticator_data(options["rpId"], 0, resident.count)
        signature = resident.key.sign(data + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return {
            "id": base64url.encode(resident.credential_id),
            "rawId": base64url.encode(resident.credential_id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": base64url.encode(client),
                "authenticatorData": base64url.encode(data),
                "signature": base64url.encode(signature),
                "userHandle": base64url.encode(resident.user_handle),
            },
        }

    def _client_data(self, kind: str, challenge: str, *, origin: str | None = None) -> bytes:
        told = {"type": kind, "challenge": challenge, "origin": origin or self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _authenticator_data(self, rp_id: str, flags: int, count: int) -> bytes:
        flags |= USER_PRESENT | (USER_VERIFIED if self.verifies_user else 0)
        return sha256(rp_id.encode()).digest() + bytes([flags]) + count.to_bytes(4, "big")
