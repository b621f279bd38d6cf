"""Signatures of webhooks, as Standard Webhooks 1.0 lays them out.

Signed with HMAC-SHA-256 is `webhook-id`, a dot, `webhook-timestamp` (seconds since 1970), a dot, and the body
as it came. `webhook-signature` holds `v1,` and the code in base64; several stand apart by a space while a
secret changes.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

TOLERANCE: Final = timedelta(minutes=5)
"""How far from our clock a signature's time may lie, either way."""
_PREFIX: Final = "whsec_"
_LEAST: Final = 24
"""Octets of a secret, by the standard."""
_MADE: Final = 32


class NotSigned(Exception):
    """A delivery whose signature does not hold. `detail` repeats nothing of what came."""

    def __init__(
        self,
        code: Literal["unsigned", "wrong_signature", "too_old", "from_the_future"],
        detail: str = "",
    ) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


def new_secret() -> str:
    """A secret for a new sender or receiver, written as `whsec_` and base64."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_MADE)).decode()


def secret_of(text: str) -> bytes:
    """The key of a secret, written as `whsec_` and base64. Raises `ValueError` for one that is none."""
    try:
        key = base64.b64decode(text.removeprefix(_PREFIX), validate=True)
    except binascii.Error:
        raise ValueError("a secret is whsec_ and base64") from None
    if len(key) < _LEAST:
        raise ValueError(f"a secret has at least {_LEAST} octets")
    return key


def sign(secret: bytes, *, message_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """The three headers of a delivery at that time."""
    seconds = str(int(at.timestamp()))
    code = base64.b64encode(_code(secret, message_id, seconds, body)).decode()
    return {"webhook-id": message_id, "webhook-timestamp": seconds, "webhook-signature": f"v1,{code}"}


def verify(keys: Sequence[bytes], headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
    """The message's id, where one of these keys signed it. Header names are in small letters.

    Raises `NotSigned`. The time is told only of what is
    rightly signed.
    """
    message_id, seconds, given = (
        headers.get(name, "") for name in ("webhook-id", "webhook-timestamp", "webhook-signature")
    )
    if not (message_id and seconds and given):
        raise NotSigned("unsigned", "webhook-id, webhook-timestamp and webhook-signature are expected")
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= 11):
        raise NotSigned("unsigned", "webhook-timestamp is in seconds since 1970")
    codes = [_code(secret, message_id, seconds, body) for secret in keys]
    matches = [hmac.compare_digest(code, one) for code in codes for one in _signatures(given)]
    if not any(matches):
        raise NotSigned("wrong_signature")
    age = now - datetime.fromtimestamp(int(seconds), UTC)
    if age > TOLERANCE:
        raise NotSigned("too_old", f"signed {int(age.total_seconds())} s ago")
    if age < -TOLERANCE:
        raise NotSigned("from_the_future", f"signed {int(-age.total_seconds())} s ahead")
    return message_id


def _code(secret: bytes, message_id: str, seconds: str, body: bytes) -> bytes:
    return hmac.digest(secret, f"{message_id}.{seconds}.".encode() + body, "sha256")


def _signatures(given: str) -> list[bytes]:
    """The codes of our version; what is no base64 cannot match and is left out."""
    found = []
    for one in given.split(" ")[:16]:
        version, _, code = one.partition(",")
        if version == "v1":
            try:
                found.append(base64.b64decode(code, validate=True))
            except (binascii.Error, ValueError):
                continue
    return found
