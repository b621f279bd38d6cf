"""What is added to a question so that the source knows who asks."""

from __future__ import annotations

import ssl
from urllib.parse import urlencode

from focus.modules.search.connectors.credentials_signing import Signer
from focus.modules.search.connectors.credentials_token import Tokens
from focus.modules.search.connectors.http import Address, Pool, Reply
from focus.modules.search.connectors.http.address import written
from focus.modules.search.connectors.http.times import skew_of
from focus.modules.search.sources.access import Access, Tls
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.settings import SettingMissing, Settings

_TOKEN_BYTES = 100_000
SKEW_S = 30.0
"""From this difference on clocks are the likely reason why a signature is refused."""


def tls_of(tls: Tls | None, settings: Settings) -> ssl.SSLContext | None:
    """None: what the machine trusts. Raises `SettingMissing` naming the file that cannot be used."""
    if tls is None:
        return None
    authority = settings.secret_file(tls.authority, private=False) if tls.authority else None
    try:
        context = ssl.create_default_context(cafile=str(authority) if authority else None)
    except (ssl.SSLError, OSError) as problem:
        raise SettingMissing(f"the file {authority} holds no certificate: {problem}") from None
    if tls.certificate:
        certificate = settings.secret_file(tls.certificate, private=False)
        key = settings.secret_file(tls.key)
        try:
            context.load_cert_chain(certificate, key, password=_no_password)
        except (ssl.SSLError, OSError, ValueError) as problem:
            raise SettingMissing(f"the files {certificate} and {key} are no pair: {problem}") from None
    return context


def _no_password() -> str:
    raise ValueError("the key is locked with a password")


class Credentials:
    """Of one source; nothing of it is ever logged or shown."""

    def __init__(self, access: Access, settings: Settings, address: Address) -> None:
        self._address = address
        self.tls = tls_of(access.tls, settings)
        self.shows = bool(access.tls and access.tls.certificate)
        """Whether a certificate of ours is shown."""
        self._tokens: Tokens | None = None
        if access.token:
            place = Address.of(settings.fill(access.token.address))
            self._tokens = Tokens(
                access.token, settings, Pool(place, most=_TOKEN_BYTES, tls=self.tls, shows=self.shows), place
            )
        self._signer = Signer(access.signature, settings) if access.signature else None
        key = settings.fill(access.key.value) if access.key else ""
        self._fixed = {access.key.header: key} if access.key and access.key.header else {}
        self._query = urlencode({access.key.query: key}) if access.key and access.key.query else ""
        if self._query:
            settings.told(self._query.partition("=")[2])
        self._none = not (access.token or access.signature or access.key)

    async def applied(
        self, method: str, target: str, body: bytes | None, kind: str, deadline: float
    ) -> tuple[str, bytes, str]:
        """(target, headers to add, token used); `kind`: the body's Content-Type. Raises `SourceFailed`."""
        if self._none:
            return target, b"", ""
        if self._query:
            target += ("&" if "?" in target else "?") + self._query
        headers, token = dict(self._fixed), ""
        if self._tokens:
            token = await self._tokens.value(deadline)
            headers["Authorization"] = f"Bearer {token}"
        if self._signer:
            headers |= self._signer.headers(self._address, method, target, body, kind)
        return target, written(headers), token

    def renewable(self, token: str) -> bool:
        """The source refused: whether a new token may help; the old one is not used again."""
        if self._tokens is None or not token:
            return False
        self._tokens.refused(token)
        return True

    def check_clock(self, reply: Reply) -> None:
        """Raises `SourceFailed` when a signature is refused and our clocks differ: the key is all right."""
        if self._signer is None or reply.status not in (400, 401, 403):
            return
        skew = skew_of(reply.date)
        if abs(skew) >= SKEW_S:
            raise SourceFailed("clock", f"HTTP {reply.status}; its clock differs by {skew:+.0f} s")

    def close(self) -> None:
        """Hang up on the token server."""
        if self._tokens:
            self._tokens.close()
