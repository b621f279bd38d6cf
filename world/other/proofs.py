"""How a register knows who asks: a certificate, a token, a signature, a key in the address."""

from __future__ import annotations

import hmac
import re
import secrets
import time
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import Any

from aiohttp import web

from world.serving.keys import secret

client = "pz-lindevallei"
token_path = "/_login/token"  # noqa: S105 - an address
_life_s = 120
_drift_s = 300
_signed = re.compile(
    r'focus=(\((?P<parts>[^)]*)\);created=(?P<at>\d+);keyid="(?P<key>[^"]*)";alg="(?P<alg>[^"]*)".*)'
)


def certificate(request: web.Request, _: bytes) -> bool:
    """Came over TLS with a certificate of the world's authority, which the handshake has proved."""
    return bool(request.get_extra_info("peercert"))


def key_in_address(request: web.Request, _: bytes) -> bool:
    return hmac.compare_digest(request.query.get("key", ""), secret("WORLD_KEY_TOLL"))


def signature(request: web.Request, body: bytes) -> bool:
    """HTTP Message Signatures (RFC 9421) with a shared secret: method, authority, path, query and body."""
    given = _signed.fullmatch(request.headers.get("Signature-Input", ""))
    told = re.fullmatch(r"focus=:(.+):", request.headers.get("Signature", ""))
    if given is None or told is None or given["key"] != client or given["alg"] != "hmac-sha256":
        return False
    if abs(time.time() - int(given["at"])) > _drift_s or not _digest_fits(request, body):
        return False
    parts = [part.strip('"') for part in given["parts"].split()]
    values = _values(request)
    if not {"@method", "@authority", "@path", "@query"} <= set(parts) or not values.keys() >= set(parts):
        return False
    lines = [f'"{part}": {values[part]}' for part in parts] + [f'"@signature-params": {given[1]}']
    made = hmac.digest(b64decode(secret("WORLD_SIGNING")), "\n".join(lines).encode(), "sha256")
    return hmac.compare_digest(b64encode(made).decode(), told[1])


def _values(request: web.Request) -> dict[str, str]:
    path, _, query = request.raw_path.partition("?")
    return {
        "@method": request.method,
        "@authority": request.host.lower(),
        "@path": path,
        "@query": f"?{query}",
        "content-digest": request.headers.get("Content-Digest", ""),
        "content-type": request.headers.get("Content-Type", ""),
    }


def _digest_fits(request: web.Request, body: bytes) -> bool:
    digest = f"sha-256=:{b64encode(sha256(body).digest()).decode()}:"
    return not body or request.headers.get("Content-Digest") == digest


class Tokens:
    """A token server for client credentials (RFC 6749, 4.4), and the register that takes its tokens."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    async def serve(self, request: web.Request) -> web.Response:
        form = await request.post()
        login = b64encode(f"{client}:{secret('WORLD_CLIENT')}".encode()).decode()
        if not hmac.compare_digest(request.headers.get("Authorization", ""), f"Basic {login}"):
            return web.json_response({"error": "invalid_client"}, status=401)
        if form.get("grant_type") != "client_credentials" or form.get("scope") != "guests.read":
            return web.json_response({"error": "unsupported_grant_type"}, status=400)
        token = secrets.token_urlsafe(24)
        now = time.monotonic()
        self._until = {t: until for t, until in self._until.items() if until > now} | {token: now + _life_s}
        answer: dict[str, Any] = {"access_token": token, "token_type": "Bearer", "expires_in": _life_s}
        return web.json_response(answer, headers={"Cache-Control": "no-store"})

    def lets(self, request: web.Request, _: bytes) -> bool:
        kind, _space, token = request.headers.get("Authorization", "").partition(" ")
        return kind == "Bearer" and self._until.get(token, 0.0) > time.monotonic()
