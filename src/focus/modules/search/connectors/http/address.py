"""Where a source is, and a question to it as octets."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit

import msgspec

_PLAIN = re.compile(r"[!-~]+").fullmatch
_SPLITS = re.compile(r"[\r\n\0]").search
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
_KEPT = "%/:?[]@!$&'()*+,;=~-._"


class Address(msgspec.Struct, frozen=True):
    """The beginning of all of a source's addresses."""

    encrypted: bool
    host: str
    port: int
    path: str
    """What stands before the path of each question."""
    shown: str
    """Without name and password."""
    login: str = ""
    """The value of `Authorization` when name and password stand in the address."""

    @classmethod
    def of(cls, base: str) -> Address:
        """Raises ValueError when it is none."""
        parts = urlsplit(base)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("no address: http://… or https://…")
        encrypted = parts.scheme == "https"
        host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
        place = f"[{host}]" if ":" in host else host
        port = parts.port or (443 if encrypted else 80)
        shown = place if port == (443 if encrypted else 80) else f"{place}:{port}"
        login = ""
        if parts.username is not None:
            pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            login = f"Basic {b64encode(pair.encode()).decode()}"
        return cls(encrypted, host, port, parts.path.rstrip("/"), f"{parts.scheme}://{shown}", login)

    def beginning(self, headers: Mapping[str, str]) -> bytes:
        """The headers that every question to this address carries; those given take the place of ours."""
        ours = {
            "Host": self.shown.partition("://")[2],
            "User-Agent": "FOCUS",
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
        }
        if self.login:
            ours["Authorization"] = self.login
        given = {name.lower() for name in headers}
        kept = {name: value for name, value in ours.items() if name.lower() not in given}
        return written({**kept, **headers})


def written(headers: Mapping[str, str]) -> bytes:
    """Headers as octets. Raises ValueError when one would be taken for two."""
    for name, value in headers.items():
        if not _NAME(name) or _SPLITS(value):
            raise ValueError(f"header {name!r} cannot be sent")
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode()


def request(method: str, target: str, headers: bytes, body: bytes | None) -> bytes:
    """A question as it goes out."""
    if not _PLAIN(target):
        target = quote(target, safe=_KEPT)
    if body is None:
        return b"%b %b HTTP/1.1\r\n%b\r\n" % (method.encode(), target.encode(), headers)
    return b"%b %b HTTP/1.1\r\n%bContent-Length: %d\r\n\r\n%b" % (
        method.encode(),
        target.encode(),
        headers,
        len(body),
        body,
    )
