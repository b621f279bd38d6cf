"""WebAuthn, with user verification always required: registering a passkey, and asking for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import options_to_json_dict
from webauthn.helpers.cose import COSEAlgorithmIdentifier
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from focus.core.identity import base64url
from focus.core.identity.problems import VerificationRefused

_TIMEOUT_MS = 120_000
_ALGORITHMS = [
    COSEAlgorithmIdentifier.ECDSA_SHA_256,
    COSEAlgorithmIdentifier.EDDSA,
    COSEAlgorithmIdentifier.RSASSA_PKCS1_v1_5_SHA_256,
]


class Passkey(msgspec.Struct, frozen=True, kw_only=True):
    """What the server keeps of a passkey."""

    credential_id: bytes
    public_key: bytes
    """COSE."""
    sign_count: int
    aaguid: str = ""
    backed_up: bool = False


class RelyingParty(msgspec.Struct, frozen=True):
    """This installation, as authenticators know it."""

    origin: str
    """Scheme, host and port as in the browser's bar."""
    name: str = "FOCUS"

    @property
    def id(self) -> str:
        """The host: passkeys belong to it, so it can never change without enrolling everybody again."""
        return urlsplit(self.origin).hostname or ""

    def registration(self, *, challenge: bytes, device: UUID, person: str) -> dict[str, Any]:
        """Options for `navigator.credentials.create`.

        The user handle is the device's id: a passkey of another phone in the same keychain stays.
        """
        options = generate_registration_options(
            rp_id=self.id,
            rp_name=self.name,
            user_id=device.bytes,
            user_name=person,
            challenge=challenge,
            timeout=_TIMEOUT_MS,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            supported_pub_key_algs=_ALGORITHMS,
        )
        return options_to_json_dict(options)

    def registered(self, credential: dict[str, Any], *, challenge: bytes) -> Passkey:
        """The passkey that an authenticator made; `VerificationRefused` when anything does not hold."""
        try:
            made = verify_registration_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=self.id,
                expected_origin=self.origin,
                require_user_verification=True,
                supported_pub_key_algs=_ALGORITHMS,
            )
        except Exception as reason:  # the library meets garbage with whatever it stumbles over
            raise VerificationRefused from reason
        return Passkey(
            credential_id=made.credential_id,
            public_key=made.credential_public_key,
            sign_count=made.sign_count,
            aaguid=made.aaguid,
            backed_up=made.credential_backed_up,
        )

    def request(self, *, challenge: bytes, allowed: Sequence[bytes] = ()) -> dict[str, Any]:
        """Options for `navigator.credentials.get`; without `allowed` the authenticator shows what it has."""
        options = generate_authentication_options(
            rp_id=self.id,
            challenge=challenge,
            timeout=_TIMEOUT_MS,
            allow_credentials=[PublicKeyCredentialDescriptor(id=each) for each in allowed],
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return options_to_json_dict(options)

    def asserted(self, credential: dict[str, Any], *, challenge: bytes, passkey: Passkey) -> int:
        """The new sign count; `VerificationRefused` when the assertion or its user verification fails.

        A count that did not grow means a copied authenticator and is refused.
        """
        try:
            verified = verify_authentication_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=self.id,
                expected_origin=self.origin,
                credential_public_key=passkey.public_key,
                credential_current_sign_count=passkey.sign_count,
                require_user_verification=True,
            )
        except Exception as reason:  # the library meets garbage with whatever it stumbles over
            raise VerificationRefused from reason
        return verified.new_sign_count


def credential_id(credential: dict[str, Any]) -> bytes:
    """The id a credential claims; `VerificationRefused` when it has none."""
    try:
        return base64url.decode(credential["rawId"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise VerificationRefused from None
