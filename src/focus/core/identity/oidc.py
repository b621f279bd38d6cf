"""An organisation's identity provider: authorization code with PKCE and nonce, and how it was proven.

Strict where providers are lax: exact issuer, our own list of algorithms, no redirects followed, and an
attestation of phishing-resistant multi-factor without which nothing else counts.
"""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from focus.core import clock
from focus.core.identity import base64url
from focus.core.identity.problems import FactorTooWeak, ProviderRefused, ProviderSilent
from focus.core.identity.settings import OidcProvider
from focus.core.outside import NotAllowed, NotReached, Outside

ALGORITHMS = ["RS256", "PS256", "ES256", "ES384", "EdDSA"]
LEEWAY_S = 60
_PATIENCE_S = 8.0
_LONGEST = 1_000_000
_KEEP_S = 3_600.0
_RETRY_S = 60.0
_WEAK = frozenset({"pwd", "otp", "sms", "tel", "kba", "pin", "mca", "mfa", "rba", "geo", "user", "wia"})


class Discovery(msgspec.Struct, frozen=True):
    """What we need of a provider's discovery document."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    authorization_response_iss_parameter_supported: bool = False


class Attested(msgspec.Struct, frozen=True):
    """Whom the provider vouches for; `email` only when it is verified."""

    issuer: str
    subject: str
    email: str | None


class Provider:
    """One organisation's provider, with its keys."""

    def __init__(self, settings: OidcProvider, *, secret: str, outside: Outside, redirect_uri: str) -> None:
        """`secret`: of our client there, "" for a public one; `outside`: where it may be."""
        self.settings = settings
        self.secret = secret
        self._outside = outside
        self._redirect_uri = redirect_uri
        self._discovery: Discovery | None = None
        self._keys: KeySet | None = None
        self._read = 0.0

    async def url(self, *, state: str, nonce: str, verifier: str) -> str:
        """Where to send the browser."""
        discovery = await self._discover()
        query = {
            "response_type": "code",
            "client_id": self.settings.client_id,
            "redirect_uri": self._redirect_uri,
            "scope": " ".join(self.settings.scopes),
            "state": state,
            "nonce": nonce,
            "code_challenge": base64url.encode(sha256(verifier.encode()).digest()),
            "code_challenge_method": "S256",
            "acr_values": " ".join(self.settings.accepted_acr),
        }
        joint = "&" if "?" in discovery.authorization_endpoint else "?"
        return f"{discovery.authorization_endpoint}{joint}{urlencode(query)}"

    async def redeem(self, code: str, *, iss: str | None, nonce: str, verifier: str) -> Attested:
        """Whom the code stands for; `FactorTooWeak` without phishing-resistant multi-factor.

        `iss`: who says that he answered (RFC 9207). A code that another provider gave goes to nobody; only a
        provider that does not name itself in its answers may leave it out.
        """
        discovery = await self._discover()
        silent = iss is None and not discovery.authorization_response_iss_parameter_supported
        if not silent and iss != self.settings.issuer:
            raise ProviderRefused
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._redirect_uri,
            "code_verifier": verifier,
            "client_id": self.settings.client_id,
        }
        answer = await self._ask("POST", discovery.token_endpoint, form=form)
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise ProviderRefused
        claims = await self._claims(token, discovery)
        self._check(claims, nonce=nonce)
        if not strong(claims, self.settings):
            raise FactorTooWeak
        email = claims.get("email") if claims.get("email_verified") is True else None
        return Attested(self.settings.issuer, str(claims["sub"]), email)

    async def _claims(self, token: str, discovery: Discovery) -> dict[str, Any]:
        for again in (False, True):
            if self._keys is None or (again and time.monotonic() - self._read > _RETRY_S):
                self._keys = await self._fetch_keys(discovery)
            try:
                return dict(jwt.decode(token, self._keys, algorithms=ALGORITHMS).claims)
            except (JoseError, ValueError, TypeError, KeyError):
                continue
        raise ProviderRefused

    async def _fetch_keys(self, discovery: Discovery) -> KeySet:
        self._read = time.monotonic()
        answer = await self._ask("GET", discovery.jwks_uri)
        try:
            return KeySet.import_key_set(answer)  # type: ignore[arg-type]
        except (JoseError, ValueError, TypeError, KeyError):
            raise ProviderRefused from None

    def _check(self, claims: Mapping[str, Any], *, nonce: str) -> None:
        """Raises `ProviderRefused` unless the token is from this provider, for us, now, for this ceremony."""
        now, audience = clock.now().timestamp(), claims.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        times = [claims.get(name) for name in ("exp", "iat")]
        good = (
            claims.get("iss") == self.settings.issuer
            and self.settings.client_id in audiences
            and claims.get("azp", self.settings.client_id) == self.settings.client_id
            and (len(audiences) == 1 or "azp" in claims)
            and all(isinstance(moment, int | float) for moment in times)
            and claims["exp"] > now - LEEWAY_S
            and abs(now - claims["iat"]) < 600
            and claims.get("nonce") == nonce
            and isinstance(claims.get("sub"), str)
            and 0 < len(claims["sub"]) <= 255
        )
        if not good:
            raise ProviderRefused

    async def _discover(self) -> Discovery:
        if self._discovery is None or time.monotonic() - self._read > _KEEP_S:
            answer = await self._ask(
                "GET", f"{self.settings.issuer.rstrip('/')}/.well-known/openid-configuration"
            )
            try:
                found = msgspec.convert(answer, Discovery)
            except msgspec.ValidationError:
                raise ProviderRefused from None
            if found.issuer != self.settings.issuer:
                raise ProviderRefused
            self._discovery, self._keys = found, None
            self._read = time.monotonic()
        return self._discovery

    async def _ask(self, method: str, url: str, *, form: Mapping[str, str] | None = None) -> dict[str, Any]:
        headers, form = {"Accept": "application/json"}, dict(form or {})
        if form and self.secret:
            user, password = quote(form.pop("client_id"), safe=""), quote(self.secret, safe="")
            headers["Authorization"] = f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        sent = urlencode(form).encode() if form else None
        try:
            status, body = await self._outside.ask(
                method, url, headers, body=sent, most=_LONGEST, seconds=_PATIENCE_S
            )
        except NotAllowed:
            raise ProviderRefused from None
        except NotReached:
            raise ProviderSilent from None
        if status >= 500:
            raise ProviderSilent
        try:
            found = msgspec.json.decode(body)
        except msgspec.DecodeError:
            raise ProviderRefused from None
        if status != 200 or not isinstance(found, dict):
            raise ProviderRefused
        return found


def strong(claims: Mapping[str, Any], settings: OidcProvider) -> bool:
    """Whether the provider attests phishing-resistant multi-factor; a password never is, whatever is set."""
    given = claims.get("amr")
    amr = (
        frozenset(item for item in given if isinstance(item, str)) if isinstance(given, list) else frozenset()
    )
    if amr and amr <= _WEAK:
        return False
    acr = claims.get("acr")
    if isinstance(acr, str) and acr in settings.accepted_acr and _names_more_than_a_password(acr):
        return True
    sets = (frozenset(entry.split()) for entry in settings.accepted_amr)
    return any(needed <= amr and not needed <= _WEAK for needed in sets)


def _names_more_than_a_password(acr: str) -> bool:
    return acr not in {"", "0", "1"} and "password" not in acr.lower() and "pwd" not in acr.lower()
