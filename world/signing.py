"""Deliveries signed as Standard Webhooks 1.0 says; written apart from the product: both must agree."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time


def signed(secret: str, message_id: str, body: bytes) -> dict[str, str]:
    """The headers of a delivery now; `secret` as it was given, `whsec_…`."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    seconds = str(int(time.time()))
    code = hmac.new(key, f"{message_id}.{seconds}.".encode() + body, hashlib.sha256).digest()
    return {
        "webhook-id": message_id,
        "webhook-timestamp": seconds,
        "webhook-signature": "v1," + base64.b64encode(code).decode(),
        "content-type": "application/json",
    }
