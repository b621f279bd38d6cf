"""A message to a browser: sealed to it (RFC 8291), vouched for by us (RFC 8292), always of one size.

It names a module and whether it is urgent; what it is about the app asks for itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

import http_ece
import msgspec
from cryptography.hazmat.primitives.asymmetric import ec

from focus.core.identity.public import base64url

SIZE: Final = 128
"""Octets of every body before it is sealed."""
LONGEST: Final = timedelta(hours=12)
"""So long a token of ours is good; push services take at most a day."""

Sign = Callable[[bytes], Awaitable[bytes]]
"""Octets → r ‖ s, ECDSA P-256 with SHA-256."""


class Subscription(msgspec.Struct, frozen=True):
    """Where a browser lets itself be woken."""

    endpoint: str
    point: bytes
    secret: bytes


def body_of(module: str, *, urgent: bool) -> bytes:
    """What the app's worker reads: `{"v": 1, "m": module, "u": urgent}` and blanks up to the size."""
    text = json.dumps({"v": 1, "m": module, "u": urgent}, separators=(",", ":")).encode()
    if len(text) > SIZE:
        raise ValueError("the name of the module is too long")
    return text.ljust(SIZE)


def sealed(subscription: Subscription, body: bytes) -> bytes:
    """The body for this browser alone; the same length for every body."""
    octets: bytes = http_ece.encrypt(
        body,
        salt=os.urandom(16),
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=subscription.point,
        auth_secret=subscription.secret,
        version="aes128gcm",
    )
    return octets


async def headers_of(
    subscription: Subscription,
    *,
    sign: Sign,
    point: bytes,
    contact: str,
    now: datetime,
    urgent: bool,
    ttl_s: int,
) -> dict[str, str]:
    """With our token for the service; `point`: our public key, `contact`: mailto: or https:."""
    address = urlsplit(subscription.endpoint)
    claims = {
        "aud": f"{address.scheme}://{address.netloc}",
        "exp": int((now + LONGEST).timestamp()),
        "sub": contact,
    }
    parts = [_part({"typ": "JWT", "alg": "ES256"}), _part(claims)]
    signature = base64url.encode(await sign(".".join(parts).encode()))
    return {
        "authorization": f"vapid t={'.'.join([*parts, signature])}, k={base64url.encode(point)}",
        "content-encoding": "aes128gcm",
        "content-type": "application/octet-stream",
        "ttl": str(max(0, ttl_s)),
        "urgency": "high" if urgent else "normal",
    }


def _part(content: dict[str, object]) -> str:
    return base64url.encode(json.dumps(content, separators=(",", ":")).encode())
