"""The app's files, held in memory and compressed once: shell, scripts, icons."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)

SECURITY_HEADERS = [
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(self), geolocation=(self), microphone=()"),
]

COMPRESSED = {"text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"}


@dataclass(frozen=True)
class File:
    """One file as it is sent."""

    plain: bytes
    compressed: bytes | None
    media_type: str
    tag: bytes
    immutable: bool


class Pages:
    """Serves the built app; any path without a dot is the app's own route and gets its shell."""

    def __init__(self, folder: Path) -> None:
        self.files = {
            f"/{p.relative_to(folder).as_posix()}": _load(p) for p in folder.rglob("*") if p.is_file()
        }

    async def __call__(
        self,
        scope: Mapping[str, Any],
        receive: Callable[[], Awaitable[Any]],
        send: Callable[[Any], Awaitable[None]],
    ) -> None:
        """Answer GET and HEAD."""
        path = scope["path"]
        if scope["method"] not in {"GET", "HEAD"}:
            await _send(send, 405, b"", [(b"allow", b"GET, HEAD")])
            return
        file = self.files.get(path)
        if file is None and "." not in path.rpartition("/")[2] and not path.startswith("/api/"):
            file = self.files.get("/index.html")
        if file is None:
            await _send(send, 404, b"", [])
            return
        headers = dict(scope["headers"])
        if _knows(headers.get(b"if-none-match", b""), file.tag):
            await _send(send, 304, b"", _headers(file))
            return
        body, extra = file.plain, _headers(file)
        if file.compressed and b"gzip" in headers.get(b"accept-encoding", b""):
            body, extra = file.compressed, [*extra, (b"content-encoding", b"gzip")]
        extra.append((b"content-length", str(len(body)).encode()))
        await _send(send, 200, b"" if scope["method"] == "HEAD" else body, extra)


def _knows(condition: bytes, tag: bytes) -> bool:
    """Whether If-None-Match names the tag; a proxy that compresses makes tags weak."""
    named = {part.strip().removeprefix(b"W/") for part in condition.split(b",")}
    return tag in named or b"*" in named


def _load(path: Path) -> File:
    plain = path.read_bytes()
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    compressible = media_type in COMPRESSED or media_type.endswith("+json")
    compressed = gzip.compress(plain, 9) if compressible and len(plain) > 500 else None
    # The bundler puts a hash of the content into the names below assets/.
    immutable = path.parent.name == "assets"
    tag = f'"{sha256(plain).hexdigest()[:24]}"'.encode()
    return File(plain, compressed, media_type, tag, immutable)


def _headers(file: File) -> list[tuple[bytes, bytes]]:
    keep = b"public, max-age=31536000, immutable" if file.immutable else b"no-cache"
    kind = file.media_type + ("; charset=utf-8" if file.media_type.startswith("text/") else "")
    return [
        (b"content-type", kind.encode()),
        (b"cache-control", keep),
        (b"etag", file.tag),
        (b"vary", b"accept-encoding"),
    ]


async def _send(
    send: Callable[[Any], Awaitable[None]], status: int, body: bytes, headers: list[tuple[bytes, bytes]]
) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *SECURITY_HEADERS]})
    await send({"type": "http.response.body", "body": body})
