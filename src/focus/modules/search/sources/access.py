"""How a source knows who asks: `[access]` of its file. Secrets are only named here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from focus.modules.search.sources.checking import Fault
from focus.modules.search.sources.settings import SettingMissing, Settings, unfilled

Part = Literal["@method", "@target-uri", "@authority", "@path", "@query", "content-digest", "content-type"]
_SECRET = re.compile(r"\$\{secret:[A-Za-z][A-Za-z0-9_]*\}")


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; an unknown field is a fault."""


class Tls(_Table, frozen=True, kw_only=True):
    """Names of PEM files in FOCUS_HOME/secrets."""

    authority: str = ""
    """Who vouches for the source, in place of those that the machine trusts."""
    certificate: str = ""
    key: str = ""


class Token(_Table, frozen=True, kw_only=True):
    """OAuth 2 client credentials (RFC 6749, 4.4)."""

    address: str
    client: str
    secret: str
    scope: str = ""
    parameters: dict[str, str] = {}
    """What else the token server wants, such as `audience` or `resource`."""
    login: Literal["basic", "post"] = "basic"


class Key(_Table, frozen=True, kw_only=True):
    """A key in the header or the parameter of that name."""

    value: str
    header: str = ""
    query: str = ""


class Signature(_Table, frozen=True, kw_only=True):
    """HTTP Message Signatures (RFC 9421)."""

    key_id: str
    algorithm: Literal["ed25519", "hmac-sha256"]
    secret: str
    """Ed25519: a private key in PEM; HMAC: base64."""
    parts: tuple[Part, ...] = ("@method", "@authority", "@path", "@query")
    """With a body, `content-digest` (RFC 9530) and `content-type` are signed too."""


class Access(_Table, frozen=True, kw_only=True):
    """All that is given is used."""

    tls: Tls | None = None
    token: Token | None = None
    key: Key | None = None
    signature: Signature | None = None

    def secrets(self) -> Iterator[tuple[str, str]]:
        """(path, text) of every field that must name a secret."""
        if self.token:
            yield "access.token.secret", self.token.secret
        if self.key:
            yield "access.key.value", self.key.value
        if self.signature:
            yield "access.signature.secret", self.signature.secret


def faults_of_access(access: Access) -> Iterator[Fault]:
    """What must hold between its fields."""
    for path, text in access.secrets():
        if not _SECRET.fullmatch(text):
            yield Fault(path, 'must name a secret: "${secret:NAME}"')
    if access.tls and bool(access.tls.certificate) != bool(access.tls.key):
        yield Fault("access.tls", "certificate and key go together")
    if access.key and bool(access.key.header) == bool(access.key.query):
        yield Fault("access.key", "one of header and query is needed")
    if access.token and not re.match(r"https?://|\$\{", access.token.address):
        yield Fault("access.token.address", f'"{access.token.address}" is no address: https://…')
    if access.token and access.key and access.key.header.lower() == "authorization":
        yield Fault("access.key.header", "the token is in Authorization already")


def unfilled_access(access: Access, settings: Settings) -> Iterator[Fault]:
    """What it takes from outside and is not there."""
    for path, text in access.secrets():
        yield from unfilled(path, text, settings)
    if access.token:
        yield from unfilled("access.token.address", access.token.address, settings)
        yield from unfilled("access.token.client", access.token.client, settings)
    if access.tls:
        for field in ("authority", "certificate", "key"):
            name = getattr(access.tls, field)
            try:
                if name:
                    settings.secret_file(name, private=field == "key")
            except (SettingMissing, OSError) as problem:
                yield Fault(f"access.tls.{field}", str(problem))
