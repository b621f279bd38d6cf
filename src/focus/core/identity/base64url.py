"""Base64url without padding, as JWS and WebAuthn write it, read strictly."""

from __future__ import annotations

from binascii import Error, a2b_base64, b2a_base64

_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_+/=", b"+/!!!")  # what belongs to plain base64 becomes what belongs to none
_PADDING = (b"", None, b"==", b"=")


def encode(octets: bytes) -> str:
    """The text of `octets`, without padding."""
    return b2a_base64(octets, newline=False).translate(_TO_URL).rstrip(b"=").decode("ascii")


def decode(text: str | bytes) -> bytes:
    """The octets of `text`; ValueError on padding, foreign characters or an impossible length."""
    raw = text.encode("ascii") if isinstance(text, str) else text
    padding = _PADDING[len(raw) % 4]
    if padding is None:
        raise ValueError("not base64url")
    try:
        return a2b_base64(raw.translate(_FROM_URL) + padding, strict_mode=True)
    except Error:
        raise ValueError("not base64url") from None
