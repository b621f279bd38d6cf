"""Enrolling a device: a supervisor's single-use code, then passkey and device key, both proven at once."""

from __future__ import annotations

import asyncio
import hmac
import os
import secrets
from datetime import datetime, timedelta
from hashlib import scrypt
from uuid import UUID

import asyncpg
import msgspec

from focus.core import clock
from focus.core.database import Transaction
from focus.core.identity import base64url, ceremonies, posts, store
from focus.core.identity.device_keys import DeviceKey
from focus.core.identity.identity import Identity, event
from focus.core.identity.passkeys import Passkey
from focus.core.identity.problems import CodeRefused, DeviceKnown, NoPost, VerificationRefused
from focus.core.identity.sessions import check_signature
from focus.core.identity.wire import EnrolBegin, EnrolFinish, Enrolled, EnrolOptions, EnrolPerson
from focus.core.ids import new_id

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: nothing in it is misread for something else."""
SELECTOR = 4
SECRET = 8
TRIES = 5
_READ_AS = str.maketrans("OIL", "011")


class IssuedCode(msgspec.Struct, frozen=True):
    """A code as it is shown, once."""

    id: UUID
    code: str
    expires_at: datetime


async def issue(
    tx: Transaction, *, person: UUID, by: UUID, seconds: int, needs_second: bool = False
) -> IssuedCode:
    """A new code for the person, in the scope of the supervisor's organisation; older ones die.

    The first four characters find the row, the other eight (40 bits) are kept as scrypt only.
    """
    now = clock.now()
    await tx.execute(
        """update identity.enrol_code set used_at = $2
           where organisation_id = focus.must_scope() and used_at is null
             and (person_id = $1 or expires_at < $2)""",
        person,
        now,
    )
    secret, salt, code = _characters(SECRET), os.urandom(16), new_id()
    expires = now + timedelta(seconds=seconds)
    hashed = await _hashed(secret, salt)
    while True:
        selector = _characters(SELECTOR)
        status = await tx.execute(
            """insert into identity.enrol_code
                 (organisation_id, id, person_id, selector, salt, hash, issued_by, issued_at, expires_at,
                  needs_second)
               values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
               on conflict (selector) where used_at is null do nothing""",
            code,
            person,
            selector,
            salt,
            hashed,
            by,
            now,
            expires,
            needs_second,
        )
        if status == "INSERT 0 1":
            return IssuedCode(code, f"{selector}-{secret[:4]}-{secret[4:]}", expires)


def _characters(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(count))


async def begin(identity: Identity, wanted: EnrolBegin) -> EnrolOptions:
    """Options for the authenticator, against a code that holds; the code is used up only at the end."""
    try:
        key = DeviceKey.of(wanted.device_key)
    except ValueError:
        raise VerificationRefused from None
    organisation, code, person = await _checked(identity, wanted.code)
    async with identity.database.unscoped() as tx:
        if await store.device_of(tx, key.thumbprint):
            raise DeviceKnown
        post = await posts.any_post(tx, person)
    if post is None:
        raise NoPost
    device = new_id()
    ceremony = await ceremonies.begin(
        identity.database,
        "enrol",
        lasts=ceremonies.LONG,
        organisation=organisation,
        code=code,
        person=person,
        home=post.person_organisation_id,
        device=device,
        point=base64url.encode(key.point),
    )
    options = identity.party.registration(challenge=ceremony.challenge, device=device, person=post.name)
    return EnrolOptions(ceremony.id, base64url.encode(ceremony.challenge), EnrolPerson(post.name), options)


async def finish(identity: Identity, given: EnrolFinish) -> Enrolled:
    """The device, enrolled with its passkey; the code is used up."""
    ceremony = await ceremonies.take(identity.database, "enrol", given.ceremony)
    key = DeviceKey(base64url.decode(ceremony.facts["point"]))
    check_signature(key, "focus-enrol-v1", ceremony, agree=None, signature=given.signature)
    passkey = identity.party.registered(given.credential, challenge=ceremony.challenge)
    facts = {
        name: UUID(ceremony.facts[name]) for name in ("organisation", "code", "person", "home", "device")
    }
    issued_by = await _use(identity, facts["organisation"], facts["code"])
    try:
        async with identity.database.transaction(facts["home"]) as tx:
            await add_device(
                tx,
                facts["device"],
                key,
                person=facts["person"],
                name=given.name,
                kind=given.kind,
                by=issued_by,
            )
            await _add_passkey(tx, passkey, person=facts["person"], device=facts["device"])
            enrolled = event(
                "DeviceEnrolled",
                facts["home"],
                person=facts["person"],
                device_id=facts["device"],
                kind_of_device=given.kind,
                issued_by=issued_by,
            )
            await identity.log.append(tx, enrolled)
    except asyncpg.UniqueViolationError:
        raise DeviceKnown from None
    return Enrolled(facts["device"], facts["person"], key.thumbprint)


async def add_device(
    tx: Transaction, device: UUID, key: DeviceKey, *, person: UUID, name: str, kind: str, by: UUID | None
) -> None:
    """Keep a device key, in the scope of the organisation that keeps the person; `by` nobody: demo."""
    await tx.execute(
        """insert into identity.device
             (organisation_id, id, person_id, name, kind, thumbprint, point, enrolled_at, enrolled_by, demo)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8::uuid, $8::uuid is null)""",
        device,
        person,
        name,
        kind,
        key.thumbprint,
        key.point,
        clock.now(),
        by,
    )


async def _add_passkey(tx: Transaction, passkey: Passkey, *, person: UUID, device: UUID) -> None:
    await tx.execute(
        """insert into identity.credential
             (organisation_id, id, person_id, device_id, credential_id, public_key, sign_count, aaguid,
              backed_up, created_at)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9)""",
        new_id(),
        person,
        device,
        passkey.credential_id,
        passkey.public_key,
        passkey.sign_count,
        passkey.aaguid,
        passkey.backed_up,
        clock.now(),
    )


async def _checked(identity: Identity, text: str) -> tuple[UUID, UUID, UUID]:
    """(organisation, code, person) of a code that holds.

    A try is counted, and the count committed, before the secret is looked at: tries side by side
    cannot outrun it.
    """
    code = "".join(character for character in text.upper() if character not in " -").translate(_READ_AS)
    if len(code) != SELECTOR + SECRET:
        raise CodeRefused
    async with identity.database.unscoped() as tx:
        place = await tx.fetchrow("select * from identity.code_by_selector($1)", code[:SELECTOR])
    if place is None:
        raise CodeRefused
    organisation, found = place["organisation_id"], place["id"]
    async with identity.database.transaction(organisation) as tx:
        row = await tx.fetchrow(
            """update identity.enrol_code set tries = tries + 1
               where organisation_id = focus.must_scope() and id = $1 and tries < $2 and used_at is null
                 and expires_at > $3 and (seconded_by is not null or not needs_second)
               returning salt, hash, person_id""",
            found,
            TRIES,
            clock.now(),
        )
    if row is None or not hmac.compare_digest(await _hashed(code[SELECTOR:], row["salt"]), row["hash"]):
        raise CodeRefused
    async with identity.database.transaction(organisation) as tx:
        await tx.execute(
            """update identity.enrol_code set tries = tries - 1
               where organisation_id = focus.must_scope() and id = $1""",
            found,
        )
    return organisation, found, row["person_id"]


async def _use(identity: Identity, organisation: UUID, code: UUID) -> UUID:
    """Use the code up; who issued it. `CodeRefused` when it was used or died since."""
    now = clock.now()
    async with identity.database.transaction(organisation) as tx:
        issued_by = await tx.fetchval(
            """update identity.enrol_code set used_at = $2
               where organisation_id = focus.must_scope() and id = $1 and used_at is null and tries < $3
                 and expires_at > $2 and (seconded_by is not null or not needs_second)
               returning issued_by""",
            code,
            now,
            TRIES,
        )
    if issued_by is None:
        raise CodeRefused
    assert isinstance(issued_by, UUID)
    return issued_by


async def _hashed(secret: str, salt: bytes) -> bytes:
    return await asyncio.to_thread(scrypt, secret.encode(), salt=salt, n=2**14, r=8, p=1)
