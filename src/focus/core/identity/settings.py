"""The limits of identity, per organisation."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Kind = Literal["phone", "desk"]

LockSeconds = Annotated[int, msgspec.Meta(ge=60, le=1_800)]


class OidcProvider(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An organisation's identity provider (OpenID Connect)."""

    issuer: str
    """As in its discovery document, `https://…`; on the internet, or a host that the operator lists."""
    client_id: str
    """Its secret stands in no setting: `set-provider-secret` writes it. Without one the client is public."""
    accepted_acr: tuple[str, ...] = ("phr", "phrh")
    """Values of `acr` that stand for phishing-resistant multi-factor (`phr`, `phrh`: OpenID EAP)."""
    accepted_amr: tuple[str, ...] = ("hwk mfa", "fido mfa", "sc mfa", "pop mfa")
    """Sets of `amr` values (RFC 8176), all of which must be there; only passwords and codes never count."""
    scopes: tuple[str, ...] = ("openid", "email")
    match_email: bool = True
    """Whether a verified e-mail address finds the person at the first sign-in."""


class IdentitySettings(msgspec.Struct, frozen=True, kw_only=True):
    """What an organisation may set; seconds everywhere."""

    lock_phone_s: LockSeconds = 300
    """Seconds without a touch after which a phone locks."""
    lock_desk_s: LockSeconds = 900
    """The same for a desk."""
    session_s: Annotated[int, msgspec.Meta(ge=600, le=43_200)] = 43_200
    """A session ends this long after sign-in, whatever happens."""
    step_up_s: Annotated[int, msgspec.Meta(ge=30, le=300)] = 300
    """How long a user verification counts as fresh."""
    lease_h: Annotated[int, msgspec.Meta(ge=1, le=72)] = 72
    """Hours after its last contact for which a device keeps what it holds."""
    offline_pin: bool = False
    """Whether a PIN opens a device without network when its authenticator gives no key of its own (PRF).

    Whoever copies the device's storage can try all PINs elsewhere: off unless the devices are managed.
    """
    code_s: Annotated[int, msgspec.Meta(ge=60, le=600)] = 600
    """How long an enrolment code may be used."""
    provider: OidcProvider | None = None
    """An identity provider of the organisation's own."""

    def lock_s(self, kind: str) -> int:
        """The idle limit of a kind of device."""
        return self.lock_desk_s if kind == "desk" else self.lock_phone_s


class IdentityOperator(msgspec.Struct, frozen=True, kw_only=True):
    """Of the installation."""

    provider_hosts: str = ""
    """Hosts of identity providers in private networks, asked by https, separated by commas. A whole origin
    (`http://localhost:9000`) is for tests."""

    sign_ins_a_minute: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 600
    """From one address so many steps of signing in and enrolling each minute, in each process."""
