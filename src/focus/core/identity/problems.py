"""Everything that identity refuses. Codes and what the app does with them: docs/developer/sign-in.md."""

from __future__ import annotations

from focus.core.errors import Problem


class SignedOut(Problem):
    """No session under this token: unknown, ended, or (`reason` is `revoked`) its device was revoked."""

    code = "identity.signed_out"
    status = 401

    def __init__(self, *, revoked: bool = False) -> None:
        # A lost phone that comes back on the network empties itself, whatever the app does.
        clear = {"Clear-Site-Data": '"*"'} if revoked else None
        super().__init__(params={"reason": "revoked"} if revoked else None, headers=clear)


class ProofRefused(Problem):
    """The proof does not hold for this request; `reason` says which part."""

    code = "identity.proof_refused"
    status = 401

    def __init__(self, reason: str, *, server_time: int | None = None) -> None:
        params: dict[str, str | int] = {"reason": reason}
        if server_time is not None:
            params["server_time"] = server_time
        super().__init__(params=params)


class ProofReplayed(Problem):
    """The proof was used before, here or at another worker."""

    code = "identity.proof_replayed"
    status = 401


class ProofUnavailable(Problem):
    """Whether a proof was used before cannot be told just now, so nothing is let in."""

    code = "identity.proof_unavailable"
    status = 503


class Locked(Problem):
    """The session was idle too long or locked by its person."""

    code = "identity.locked"
    status = 423


class CeremonyOver(Problem):
    """The challenge is unknown, used or expired."""

    code = "identity.ceremony_over"
    status = 403


class VerificationRefused(Problem):
    """Passkey or device signature does not hold. Which one stays unsaid."""

    code = "identity.verification_refused"
    status = 403


class CodeRefused(Problem):
    """The enrolment code is unknown, wrong, used, expired or dead. Which one stays unsaid."""

    code = "identity.code_refused"
    status = 403


class DeviceKnown(Problem):
    """This device key or passkey is enrolled already."""

    code = "identity.device_known"
    status = 409


class DeviceUnknown(Problem):
    """The device is not enrolled for this person, or was revoked."""

    code = "identity.device_unknown"
    status = 403


class NoPost(Problem):
    """The person holds no such post today."""

    code = "identity.no_post"
    status = 403


class FactorTooWeak(Problem):
    """The identity provider did not attest phishing-resistant multi-factor authentication."""

    code = "identity.factor_too_weak"
    status = 403


class ProviderRefused(Problem):
    """The identity provider refused, or its answer does not hold."""

    code = "identity.provider_refused"
    status = 403


class ProviderSilent(Problem):
    """The identity provider cannot be reached."""

    code = "identity.provider_silent"
    status = 503


class ProviderNone(Problem):
    """The organisation has no identity provider."""

    code = "identity.provider_none"
    status = 404


class NotYourOwn(Problem):
    """Another organisation keeps this person: only it lets him enrol."""

    code = "identity.not_your_own"
    status = 403


class AboveYours(Problem):
    """The person may do what oneself may not."""

    code = "identity.above_yours"
    status = 403


class SecondIsAnother(Problem):
    """Who issued a code, or is to enrol with it, cannot be the second person."""

    code = "identity.second_is_another"
    status = 409


class TooManySteps(Problem):
    """From this address too often in this minute; `params.retry_after` in seconds."""

    code = "identity.too_many_steps"
    status = 429
