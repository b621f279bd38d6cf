"""HTTP Message Signatures (RFC 9421): what is signed, and how it stands in the headers."""

from __future__ import annotations

import hmac
import secrets
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from focus.modules.search.connectors.http import Address
from focus.modules.search.sources.access import Signature
from focus.modules.search.sources.settings import SettingMissing, Settings

_LABEL = "focus"


class Signer:
    """Signs questions with one key. Raises `SettingMissing` when the secret is no key of its algorithm."""

    def __init__(self, signature: Signature, settings: Settings) -> None:
        self._how = signature
        try:
            self._sign = _signing(signature.algorithm, settings.fill(signature.secret))
        except (ValueError, TypeError):
            raise SettingMissing(f"the secret of access.signature is no {signature.algorithm} key") from None

    def headers(
        self, address: Address, method: str, target: str, body: bytes | None, kind: str
    ) -> dict[str, str]:
        """`target`: path and query; `kind`: the body's Content-Type."""
        path, _, query = target.partition("?")
        authority = address.shown.partition("://")[2].lower()
        values = {
            "@method": method, "@authority": authority, "@path": path or "/", "@query": f"?{query}",
            "@target-uri": address.shown + target,
        }  # fmt: skip
        parts, made = [str(part) for part in self._how.parts], {}
        if body is not None:
            made["Content-Digest"] = f"sha-256=:{b64encode(sha256(body).digest()).decode()}:"
            values |= {"content-digest": made["Content-Digest"], "content-type": kind}
            parts += [part for part in ("content-digest", "content-type") if part not in parts]
        covered = [part for part in parts if part in values]
        parameters = _parameters(covered, self._how)
        signed = b64encode(self._sign(base_of(covered, values, parameters))).decode()
        return made | {"Signature-Input": f"{_LABEL}={parameters}", "Signature": f"{_LABEL}=:{signed}:"}


def _signing(algorithm: str, secret: str) -> Callable[[bytes], bytes]:
    """Raises ValueError, TypeError when the secret is no key."""
    if algorithm == "hmac-sha256":
        shared = b64decode(secret, validate=True)
        return lambda base: hmac.digest(shared, base, "sha256")
    key = load_pem_private_key(secret.encode(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(algorithm)
    return key.sign


def _parameters(covered: list[str], how: Signature) -> str:
    named = " ".join(f'"{part}"' for part in covered)
    made = f'created={int(time.time())};keyid="{how.key_id}";alg="{how.algorithm}"'
    return f'({named});{made};nonce="{secrets.token_urlsafe(12)}"'


def base_of(covered: list[str], values: Mapping[str, str], parameters: str) -> bytes:
    """The signature base (RFC 9421, 2.5)."""
    lines = [f'"{part}": {values[part]}' for part in covered]
    return "\n".join([*lines, f'"@signature-params": {parameters}']).encode()
