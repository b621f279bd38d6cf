"""Demo mode: continue as one of the synthetic people. The routes exist only with FOCUS_DEMO=1 on loopback.

A device key is enrolled and proven as always; what is missing is the passkey, so nothing here may ever be
reachable from another machine: the peer must be loopback too, and no proxy may stand in between. Who comes
through one that hides where he is does not know the token, which is printed where the server was started; the
address with it leaves it in the browser.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import urlsplit
from uuid import UUID

import asyncpg

from focus.core import clock
from focus.core.errors import NotFound
from focus.core.gate import Call, Reply
from focus.core.identity import base64url, ceremonies, posts, store
from focus.core.identity.device_keys import DeviceKey
from focus.core.identity.enrolment import add_device
from focus.core.identity.identity import Identity
from focus.core.identity.locking import reopen
from focus.core.identity.problems import NoPost, VerificationRefused
from focus.core.identity.sessions import Known, check_signature, open_or_choose, own_device
from focus.core.identity.wire import Challenge, Choice, DemoPerson, DemoSignIn, DemoVerify, Opened, Unlocked
from focus.core.ids import new_id
from focus.core.organisations.public import directory, functions, name_in, post_of
from focus.core.organisations.records import PostFacts

PER_ORGANISATION = 200
COOKIE = "focus_demo"
OPEN = "/api/demo/open"
_NAMES = ("localhost", "127.0.0.1", "::1")
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


def opened(call: Call) -> Reply:
    """Leave the token of this address in the browser, and go to the app. `NotFound` with another."""
    _only_here(call, call.query.get("token", ""))
    kept = f"{COOKIE}={call.platform.settings.demo_token}; Path=/api/demo; HttpOnly; SameSite=Strict"
    return Reply(content=b"", status=303, headers={"Location": "/", "Set-Cookie": kept})


def only_here(call: Call) -> None:
    """`NotFound` unless the call comes from this very machine, through nothing, with the printed token."""
    try:
        kept = SimpleCookie(call.headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        kept = None
    _only_here(call, kept.value if kept else "")


def _only_here(call: Call, token: str) -> None:
    try:
        here = ip_address(call.client).is_loopback
    except ValueError:
        here = False
    # No page may rebind its name to us, and no page from elsewhere may ask.
    named = all(_is_ours(address) for address in _addresses(call.headers))
    forwarded = any(name in call.headers for name in _FORWARDED)
    wanted = call.platform.settings.demo_token
    known = bool(wanted) and hmac.compare_digest(token.encode(), wanted.encode())
    if not (here and named and known and call.platform.settings.demo) or forwarded:
        raise NotFound


def _addresses(headers: Mapping[str, str]) -> Iterator[str]:
    """Where the caller thinks that we are; a browser says where its page comes from too."""
    yield f"//{headers.get('host', '')}"
    if "origin" in headers:
        yield headers["origin"]


def _is_ours(address: str) -> bool:
    try:
        return urlsplit(address).hostname in _NAMES
    except ValueError:
        return False


async def people(identity: Identity) -> list[DemoPerson]:
    """Who may be continued as: the posts that count now, the organisation with most of them first."""
    found: list[list[DemoPerson]] = []
    async with identity.database.unscoped() as tx:
        organisations = await directory(tx)
    for organisation in organisations:
        async with identity.database.transaction(organisation.id) as tx:
            rows = await tx.fetch(
                """select id from organisations.post
                   where organisation_id = focus.must_scope() and starts_at <= $1
                     and (ends_at is null or ends_at > $1) order by id limit $2""",
                clock.now(),
                PER_ORGANISATION,
            )
            called = {function.code: function.names for function in await functions(tx)}
            held = [facts for row in rows if (facts := await post_of(tx, row["id"])) is not None]
        found.append([_person(facts, called) for facts in held])
    return [person for some in sorted(found, key=len, reverse=True) for person in some]


def _person(facts: PostFacts, called: Mapping[str, Mapping[str, str]]) -> DemoPerson:
    function = name_in(dict(called.get(facts.function, {})), facts.language) or facts.function
    organisation = name_in(facts.organisation_names, facts.language)
    return DemoPerson(facts.person_id, facts.name, facts.initials, function, facts.post_id, organisation)


async def begin(identity: Identity) -> Challenge:
    """A challenge for the device."""
    ceremony = await ceremonies.begin(identity.database, "demo")
    return Challenge(ceremony.id, base64url.encode(ceremony.challenge))


async def sign_in(identity: Identity, given: DemoSignIn) -> Opened | Choice:
    """A session as the person asked for, on a device key enrolled with it."""
    ceremony = await ceremonies.take(identity.database, "demo", given.ceremony)
    try:
        key = DeviceKey.of(given.device_key)
    except ValueError:
        raise VerificationRefused from None
    check_signature(key, "focus-demo-v1", ceremony, agree=given.agree, signature=given.signature)
    async with identity.database.unscoped() as tx:
        post = await posts.any_post(tx, given.person)
        is_new = await store.device_of(tx, key.thumbprint) is None
    if post is None:
        raise NoPost
    if is_new:
        await _enrol(identity, key, person=given.person, home=post.person_organisation_id, kind=given.kind)
    device = await own_device(identity, key.thumbprint, person=given.person, method="demo")
    known = Known(person=given.person, device=device, method="demo", verified_at=None)
    return await open_or_choose(identity, known, ceremony, agree=given.agree, post=given.post)


async def verify(identity: Identity, given: DemoVerify, call: Call) -> Unlocked:
    """In a demo session, what a passkey does elsewhere: unlock and step up."""
    live = identity.authenticator.known(call.headers)
    if live.method != "demo":
        raise VerificationRefused
    ceremony = await ceremonies.take(identity.database, "demo", given.ceremony)
    check_signature(live.keys.device, "focus-demo-v1", ceremony, agree=None, signature=given.signature)
    return await reopen(identity, live)


async def _enrol(identity: Identity, key: DeviceKey, *, person: UUID, home: UUID, kind: str) -> None:
    try:
        async with identity.database.transaction(home) as tx:
            await add_device(tx, new_id(), key, person=person, name="Demo", kind=kind, by=None)
    except asyncpg.UniqueViolationError:
        return
