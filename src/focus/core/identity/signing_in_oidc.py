"""Signing in through the organisation's identity provider: it vouches, the person's device still signs."""

from __future__ import annotations

import os
from uuid import UUID

from focus.core import clock
from focus.core.identity import base64url, ceremonies, posts, store
from focus.core.identity.device_keys import DeviceKey
from focus.core.identity.identity import Identity, event
from focus.core.identity.oidc import Attested, Provider
from focus.core.identity.problems import (
    DeviceUnknown,
    FactorTooWeak,
    ProviderNone,
    VerificationRefused,
)
from focus.core.identity.providing import secret_for
from focus.core.identity.sessions import Known, check_signature, open_or_choose, own_device
from focus.core.identity.store import DeviceRow
from focus.core.identity.wire import Choice, OidcBegin, OidcFinish, OidcRedirect, Opened


async def begin(identity: Identity, wanted: OidcBegin) -> OidcRedirect:
    """Where to send the browser, for an enrolled device."""
    async with identity.database.unscoped() as tx:
        organisation = await posts.organisation_with_code(tx, wanted.organisation)
        device = await store.device_of(tx, wanted.device)
    if organisation is None:
        raise ProviderNone
    provider = await _provider(identity, organisation)
    if device is None or device.revoked_at is not None or device.demo:
        raise DeviceUnknown
    verifier = base64url.encode(os.urandom(32))
    ceremony = await ceremonies.begin(
        identity.database,
        "oidc",
        lasts=ceremonies.LONG,
        organisation=organisation,
        device=wanted.device,
        person=device.person_id,
        verifier=verifier,
    )
    challenge = base64url.encode(ceremony.challenge)
    url = await provider.url(state=str(ceremony.id), nonce=challenge, verifier=verifier)
    return OidcRedirect(ceremony.id, challenge, url)


async def finish(identity: Identity, given: OidcFinish) -> Opened | Choice:
    """A session, when provider and device agree on the person."""
    ceremony = await ceremonies.take(identity.database, "oidc", given.ceremony)
    if given.device != ceremony.facts["device"]:
        raise DeviceUnknown
    device = await own_device(identity, given.device, person=UUID(ceremony.facts["person"]), method="oidc")
    check_signature(
        DeviceKey(device.point), "focus-oidc-v1", ceremony, agree=given.agree, signature=given.signature
    )
    organisation = UUID(ceremony.facts["organisation"])
    provider = await _provider(identity, organisation)
    try:
        attested = await provider.redeem(
            given.code,
            iss=given.iss,
            nonce=base64url.encode(ceremony.challenge),
            verifier=ceremony.facts["verifier"],
        )
    except FactorTooWeak:
        refused = event("FactorTooWeak", organisation, person=device.person_id, device_id=device.id)
        await identity.log.commit_now(refused)
        raise
    await _same_person(identity, organisation, attested, device, by_email=provider.settings.match_email)
    known = Known(
        person=device.person_id, device=device, method="oidc", verified_at=None, only_in=organisation
    )
    return await open_or_choose(identity, known, ceremony, agree=given.agree, post=given.post)


async def _provider(identity: Identity, organisation: UUID) -> Provider:
    settings = (await identity.limits.of(organisation)).provider
    if settings is None:
        raise ProviderNone
    kept, secret = (
        identity.providers.get(organisation),
        await secret_for(identity, organisation, settings),
    )
    if kept is None or kept.settings != settings or kept.secret != secret:
        redirect_uri = f"{identity.party.origin}/sign-in/return"
        kept = Provider(settings, secret=secret, outside=identity.outside, redirect_uri=redirect_uri)
        identity.providers[organisation] = kept
    return kept


async def _same_person(
    identity: Identity, organisation: UUID, attested: Attested, device: DeviceRow, *, by_email: bool
) -> None:
    """`VerificationRefused` unless the subject is the device's person; linked at its first sign-in."""
    async with identity.database.transaction(organisation) as tx:
        person = await tx.fetchval(
            """select person_id from identity.subject
               where organisation_id = focus.must_scope() and issuer = $1 and subject = $2""",
            attested.issuer,
            attested.subject,
        )
    if person is None and by_email and attested.email:
        person = await posts.person_with_email(identity.database, organisation, attested.email)
        if person == device.person_id:
            await _link(identity, organisation, attested, device.person_id)
    if person != device.person_id:
        raise VerificationRefused


async def _link(identity: Identity, organisation: UUID, attested: Attested, person: UUID) -> None:
    async with identity.database.transaction(organisation) as tx:
        status = await tx.execute(
            """insert into identity.subject (organisation_id, issuer, subject, person_id, linked_at)
               values (focus.must_scope(), $1, $2, $3, $4) on conflict do nothing""",
            attested.issuer,
            attested.subject,
            person,
            clock.now(),
        )
        if status != "INSERT 0 1":  # the person is somebody else there: an address that was given on
            raise VerificationRefused
        await identity.log.append(tx, event("SubjectLinked", organisation, person=person))
