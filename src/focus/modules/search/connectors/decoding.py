"""Bytes of an answer → values, strictly."""

from __future__ import annotations

import codecs
from typing import Any

import msgspec

from focus.modules.search.sources.protocol import SourceFailed

_decode = msgspec.json.Decoder().decode
_BOM = codecs.BOM_UTF8


def as_browsers(charset: str | None) -> str | None:
    """Windows-1252 where Latin-1 is declared, which is what those mean who declare it (WHATWG Encoding)."""
    try:
        latin = charset is not None and codecs.lookup(charset).name == "iso8859-1"
    except LookupError:
        return charset
    return "windows-1252" if latin else charset


def decode_json(body: bytes, charset: str | None) -> Any:
    """Raises `SourceFailed` charset or garbage."""
    if charset and charset.lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
        body = _declared(body, charset)
    if body.startswith(_BOM):
        body = body[3:]
    try:
        return _decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise _why(body, problem) from None


def _declared(body: bytes, charset: str) -> bytes:
    try:
        return body.decode(as_browsers(charset) or charset).encode()
    except (LookupError, UnicodeError):
        raise SourceFailed("charset", f"not in {charset[:20]}") from None


def _why(body: bytes, problem: Exception) -> SourceFailed:
    """JSON in another character set than it says, or no JSON at all."""
    try:
        body.decode()
    except UnicodeDecodeError:
        try:
            _decode(body.decode("latin-1").encode())
        except msgspec.DecodeError:
            return SourceFailed("garbage", str(problem))
        return SourceFailed("charset", "JSON, but not in UTF-8")
    return SourceFailed("garbage", str(problem))
