"""Who may let whom enrol: only the home organisation, never above one's own rights, administrators by two.

A code is as good as the person: whoever has one for somebody signs in as him. So nobody issues one for a
person with rights that he has not himself, unless he gives out rights (`organisations.rights`) and could take
them anyway; and a code for somebody who administers waits for a second person.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.errors import NotFound
from focus.core.gate import Actor, Call, Event, action, view
from focus.core.identity import enrolment, posts
from focus.core.identity.identity import event, identity_of
from focus.core.identity.problems import AboveYours, NoPost, NotYourOwn, SecondIsAnother
from focus.core.organisations.public import PostFacts
from focus.core.registry import Route

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform, Principal

MAY_ENROL: Final = "identity.enrol"
GIVES_RIGHTS: Final = "organisations.rights"
HARMLESS: Final = frozenset({"organisations.read"})

Told = Callable[["Platform", "Transaction", UUID], Awaitable[None]]
"""Called with a person for whom a code was issued, in that transaction: his devices are told."""


class IssueCode(msgspec.Struct, frozen=True):
    """For whom."""

    person: UUID


class CodeIssued(msgspec.Struct, frozen=True):
    """Shown once: the server keeps only a hash."""

    id: UUID
    code: str
    expires_at: datetime
    name: str
    needs_second: bool
    """Worth nothing until a second person agrees."""


class OpenCode(msgspec.Struct, frozen=True, kw_only=True):
    """A code that was issued and not used."""

    id: UUID
    person: UUID
    name: str
    issued_by: str
    issued_at: datetime
    expires_at: datetime
    needs_second: bool
    seconded: bool
    yours: bool
    """Issued by the one who asks."""


class CodeSeconded(Event, frozen=True):
    """A second person agreed to a code for somebody who administers."""

    code: UUID
    of: UUID


async def issue_code(call: Call) -> CodeIssued:
    """Issue an enrolment code to somebody of one's own organisation. His other devices are told.

    Raises NoPost, NotYourOwn, AboveYours.
    """
    identity, who, wanted = identity_of(call.platform), call.who, call.body
    limits = await identity.limits.of(who.organisation_id)
    async with identity.database.transaction(who.organisation_id) as tx:
        facts, two = await allowed(call.platform, tx, who, wanted.person)
        issued = await enrolment.issue(
            tx, person=wanted.person, by=who.person_id, seconds=limits.code_s, needs_second=two
        )
        logged = event(
            "CodeIssued",
            who.organisation_id,
            person=who.person_id,
            post_id=who.post_id,
            session_id=who.session_id,
            device_id=who.device_id,
            to=str(wanted.person),
            id=str(issued.id),
            needs_second=two,
        )
        await identity.log.append(tx, logged)
        for told in identity.told_of_codes:
            await told(call.platform, tx, wanted.person)
    return CodeIssued(issued.id, issued.code, issued.expires_at, facts.name, two)


async def allowed(
    platform: Platform, tx: Transaction, who: Principal, person: UUID
) -> tuple[PostFacts, bool]:
    """The person's facts, and whether a second one must agree. Raises NoPost, NotYourOwn, AboveYours."""
    facts = await posts.any_post(tx, person, organisation=who.organisation_id)
    if facts is None:
        raise NoPost
    if facts.person_organisation_id != who.organisation_id:
        raise NotYourOwn
    rights: set[str] = set()
    for post in await posts.held(tx, person):
        rights |= post.facts.permissions
    rights -= HARMLESS
    above = rights - who.permissions
    if above and GIVES_RIGHTS not in who.permissions:
        raise AboveYours
    return facts, bool(rights & administrative(platform)) and person != who.person_id


def administrative(platform: Platform) -> frozenset[str]:
    """What the modules that are always on permit: people, rights, codes, purposes."""
    return (
        frozenset(one for module in platform.registry if module.always_on for one in module.permissions)
        - HARMLESS
    )


@action(needs=MAY_ENROL, step_up=True)
async def second_code(actor: Actor, *, code: UUID) -> CodeSeconded:
    """Agree to a code that another issued for somebody who administers.

    Raises NotFound, SecondIsAnother for who issued it or is to enrol, AboveYours.
    """
    row = await actor.tx.fetchrow(
        """select person_id, issued_by from identity.enrol_code
           where organisation_id = focus.must_scope() and id = $1 and needs_second and seconded_by is null
             and used_at is null and expires_at > $2 for update""",
        code,
        clock.now(),
    )
    if row is None:
        raise NotFound
    if actor.person in (row["issued_by"], row["person_id"]):
        raise SecondIsAnother
    await allowed(actor.platform, actor.tx, actor.principal, row["person_id"])
    await actor.tx.execute(
        """update identity.enrol_code set seconded_by = $2
           where organisation_id = focus.must_scope() and id = $1""",
        code,
        actor.person,
    )
    return CodeSeconded(code=code, of=row["person_id"])


@view(needs=MAY_ENROL)
async def open_codes(actor: Actor) -> list[OpenCode]:
    """Codes of the organisation that can still be used, the newest first."""
    rows = await actor.tx.fetch(
        """select id, person_id, issued_by, issued_at, expires_at, needs_second, seconded_by
           from identity.enrol_code
           where organisation_id = focus.must_scope() and used_at is null and expires_at > $1
           order by issued_at desc, id""",
        clock.now(),
    )
    return [await _shown(actor, row) for row in rows]


async def _shown(actor: Actor, row: Any) -> OpenCode:
    return OpenCode(
        id=row["id"],
        person=row["person_id"],
        name=await _name(actor, row["person_id"]),
        issued_by=await _name(actor, row["issued_by"]),
        issued_at=row["issued_at"],
        expires_at=row["expires_at"],
        needs_second=row["needs_second"],
        seconded=row["seconded_by"] is not None,
        yours=row["issued_by"] == actor.person,
    )


async def _name(actor: Actor, person: UUID) -> str:
    facts = await posts.any_post(actor.tx, person, organisation=actor.organisation)
    return facts.name if facts else ""


ISSUE: Final = Route(
    "POST",
    "/api/identity/issue-code",
    issue_code,
    needs=MAY_ENROL,
    step_up=True,
    body=IssueCode,
    answer=CodeIssued,
)
