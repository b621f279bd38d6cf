"""The app's files, held in memory, compressed once or when the app was built: shell, scripts, icons."""

from __future__ import annotations

import gzip
import mimetypes
import re
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

BARCODES = "/assets/barcodes"
"""The worker that reads barcodes: the one script that may compile WebAssembly. It has no page, no session,
and may fetch from this server only; the page's own policy does not allow what it allows."""
WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

POLICY = b"content-security-policy"
SECURITY_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(self), geolocation=(self), microphone=()"),
]

COMPRESSED = {
    "text/html",
    "text/css",
    "text/javascript",
    "application/json",
    "application/wasm",
    "image/svg+xml",
}
BROTLI = ".br"
"""The build writes `x.js.br` beside `x.js`; it is the same file in another coding, never one of its own."""
_REFUSED = re.compile(rb"q=0(\.0*)?").fullmatch


@dataclass(frozen=True)
class File:
    """One file as it is sent."""

    plain: bytes
    compressed: tuple[tuple[bytes, bytes], ...]
    """(coding, body), the smallest first."""
    media_type: str
    tag: bytes
    immutable: bool

    def as_taken(self, accepted: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
        """The body in the best coding that Accept-Encoding names, and the headers that say so."""
        taken = _codings(accepted)
        for coding, body in self.compressed:
            if coding in taken:
                return body, [(b"content-encoding", coding)]
        return self.plain, []


class Pages:
    """Serves the built app; any path without a dot is the app's own route and gets its shell."""

    def __init__(self, folder: Path) -> None:
        self.files = {
            f"/{p.relative_to(folder).as_posix()}": _load(p)
            for p in folder.rglob("*")
            if p.is_file() and p.suffix != BROTLI
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
        policy = WORKER_POLICY if path.startswith(BARCODES) else CONTENT_SECURITY_POLICY
        if _knows(headers.get(b"if-none-match", b""), file.tag):
            await _send(send, 304, b"", _headers(file), policy)
            return
        body, coding = file.as_taken(headers.get(b"accept-encoding", b""))
        extra = [*_headers(file), *coding, (b"content-length", str(len(body)).encode())]
        await _send(send, 200, b"" if scope["method"] == "HEAD" else body, extra, policy)


def _codings(accepted: bytes) -> set[bytes]:
    """The codings named by Accept-Encoding, without those it refuses with a weight of nothing."""
    named = (part.partition(b";") for part in accepted.lower().split(b","))
    return {name.strip() for name, _, weight in named if not _REFUSED(weight.replace(b" ", b""))}


def _knows(condition: bytes, tag: bytes) -> bool:
    """Whether If-None-Match names the tag; a proxy that compresses makes tags weak."""
    named = {part.strip().removeprefix(b"W/") for part in condition.split(b",")}
    return tag in named or b"*" in named


def _load(path: Path) -> File:
    plain = path.read_bytes()
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    compressible = media_type in COMPRESSED or media_type.endswith("+json")
    compressed = []
    if compressible and len(plain) > 500:
        built = path.with_name(path.name + BROTLI)
        if built.is_file():
            compressed.append((b"br", built.read_bytes()))
        compressed.append((b"gzip", gzip.compress(plain, 9)))
    # The bundler puts a hash of the content into the names below assets/.
    immutable = path.parent.name == "assets"
    tag = f'"{sha256(plain).hexdigest()[:24]}"'.encode()
    return File(plain, tuple(compressed), media_type, tag, immutable)


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
    send: Callable[[Any], Awaitable[None]],
    status: int,
    body: bytes,
    headers: list[tuple[bytes, bytes]],
    policy: str = CONTENT_SECURITY_POLICY,
) -> None:
    headers = [*headers, (POLICY, policy.encode()), *SECURITY_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
