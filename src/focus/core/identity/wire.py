"""What travels between app and server before and around a session; docs/developer/sign-in.md."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec

from focus.core.identity.device_keys import PublicJwk
from focus.core.identity.settings import Kind

Thumbprint = Annotated[str, msgspec.Meta(min_length=43, max_length=43, pattern="^[A-Za-z0-9_-]*$")]
Signature = Annotated[str, msgspec.Meta(min_length=86, max_length=86, pattern="^[A-Za-z0-9_-]*$")]
Agree = Annotated[str, msgspec.Meta(min_length=87, max_length=87, pattern="^[A-Za-z0-9_-]*$")]
DeviceName = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]


class Challenge(msgspec.Struct, frozen=True):
    """A ceremony to be signed by the device only."""

    ceremony: UUID
    challenge: str


class Options(msgspec.Struct, frozen=True):
    """A ceremony with what the browser hands to the authenticator."""

    ceremony: UUID
    challenge: str
    options: dict[str, Any]


class EnrolBegin(msgspec.Struct, frozen=True):
    code: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    device_key: PublicJwk


class EnrolPerson(msgspec.Struct, frozen=True):
    name: str


class EnrolOptions(msgspec.Struct, frozen=True):
    ceremony: UUID
    challenge: str
    person: EnrolPerson
    options: dict[str, Any]


class EnrolFinish(msgspec.Struct, frozen=True):
    ceremony: UUID
    credential: dict[str, Any]
    signature: Signature
    name: DeviceName
    kind: Kind = "phone"


class Enrolled(msgspec.Struct, frozen=True):
    device: UUID
    person: UUID
    thumbprint: str


class SignInFinish(msgspec.Struct, frozen=True):
    ceremony: UUID
    credential: dict[str, Any]
    device: Thumbprint
    agree: Agree
    signature: Signature
    post: UUID | None = None


class Choose(msgspec.Struct, frozen=True):
    ceremony: UUID
    post: UUID
    device: Thumbprint
    agree: Agree
    signature: Signature


class ChoicePost(msgspec.Struct, frozen=True):
    post: UUID
    title: str
    organisation: str
    function: str


class Choice(msgspec.Struct, frozen=True):
    """The person holds several posts."""

    choose: list[ChoicePost]
    ceremony: UUID
    challenge: str


class ServerProof(msgspec.Struct, frozen=True):
    kid: str
    agree: str


class Store(msgspec.Struct, frozen=True):
    """What opens, after a user verification, what the device holds."""

    share: str
    """32 octets, base64url; shares.py."""
    lease_h: int
    pin: bool
    """Whether a PIN may open it without network."""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A session; `server_time` in seconds since 1970."""

    token: str
    session: UUID
    person: UUID
    post: UUID
    organisation: UUID
    expires_at: datetime
    lock_after_s: int
    server_time: int
    proof: ServerProof
    store: Store


class PostChanged(msgspec.Struct, frozen=True, kw_only=True):
    """A session in another post, as `Opened`; nobody was verified, so nothing opens the device's store."""

    token: str
    session: UUID
    person: UUID
    post: UUID
    organisation: UUID
    expires_at: datetime
    lock_after_s: int
    server_time: int
    proof: ServerProof


class UnlockFinish(msgspec.Struct, frozen=True):
    ceremony: UUID
    credential: dict[str, Any]
    signature: Signature


class Unlocked(msgspec.Struct, frozen=True, kw_only=True):
    """The session open again; `agree` is a ceremony for a new proof key, as the old one is gone."""

    session: UUID
    expires_at: datetime
    lock_after_s: int
    server_time: int
    store: Store
    agree: Challenge


class AgreeFinish(msgspec.Struct, frozen=True):
    ceremony: UUID
    agree: Agree
    signature: Signature


class StepUpFinish(msgspec.Struct, frozen=True):
    ceremony: UUID
    credential: dict[str, Any]
    signature: Signature


class SteppedUp(msgspec.Struct, frozen=True):
    stepped_up_until: datetime
    store: Store


class OidcBegin(msgspec.Struct, frozen=True):
    organisation: Annotated[str, msgspec.Meta(min_length=1, max_length=24)]
    device: Thumbprint


class OidcRedirect(msgspec.Struct, frozen=True):
    ceremony: UUID
    challenge: str
    url: str


class OidcFinish(msgspec.Struct, frozen=True):
    ceremony: UUID
    code: Annotated[str, msgspec.Meta(min_length=1, max_length=2_048)]
    device: Thumbprint
    agree: Agree
    signature: Signature
    post: UUID | None = None
    iss: Annotated[str, msgspec.Meta(max_length=2_048)] | None = None
    """The issuer as the provider named itself in its answer (RFC 9207)."""


class DemoPerson(msgspec.Struct, frozen=True):
    person: UUID
    name: str
    initials: str
    function: str
    """As the organisation calls it."""
    post: UUID
    organisation: str


class DemoSignIn(msgspec.Struct, frozen=True):
    ceremony: UUID
    person: UUID
    device_key: PublicJwk
    agree: Agree
    signature: Signature
    post: UUID | None = None
    kind: Kind = "phone"


class DemoVerify(msgspec.Struct, frozen=True):
    ceremony: UUID
    signature: Signature


class Nothing(msgspec.Struct, frozen=True):
    """An empty body."""
