"""What the rest of the platform may ask about organisations and people."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.organisations import rules
from focus.core.organisations.records import Grant, OrganisationEntry, PostFacts, PostHeld
from focus.core.organisations.rules import name_in
from focus.core.organisations.store.organisations import directory
from focus.core.organisations.store.people import add_post, end_post
from focus.core.organisations.store.rows import record
from focus.core.organisations.store.sharing import grants_received
from focus.core.organisations.store.structure import functions, units, wards, wards_at
from focus.core.organisations.store.switches import setting, switched_on
from focus.core.organisations.wake import TOPIC

if TYPE_CHECKING:
    from focus.core.database import Transaction

S = TypeVar("S", bound=msgspec.Struct)


async def post_of(tx: Transaction, post: UUID, *, at: datetime | None = None) -> PostFacts | None:
    """Everything a principal needs, in one query that works in any scope and in none.

    None when the post does not count at the moment (default now): not begun, ended, function out of use,
    person gone or no longer lent, organisation closed.
    """
    row = await tx.fetchrow(
        """select organisation_id, kind as organisation_kind, code as organisation_code,
             names::text as organisation_names, post_id, person_id, person_organisation_id, family_name,
             given_names, rank, language, function_code as function, permissions, units, wards, ends_at
           from organisations.principal_of($1, $2)""",
        post,
        at or clock.now(),
    )
    if row is None:
        return None
    values = dict(row)
    given, family = values.pop("given_names"), values.pop("family_name")
    values |= {"name": rules.full_name(given, family), "initials": rules.initials(given, family)}
    values |= {"permissions": frozenset(row["permissions"])}
    values |= {"units": tuple(row["units"]), "wards": tuple(row["wards"])}
    return record(PostFacts, values)


async def permissions_of(tx: Transaction, post: UUID, *, at: datetime | None = None) -> frozenset[str]:
    """What a post permits at a moment, past ones included; empty when it does not count then."""
    facts = await post_of(tx, post, at=at)
    return facts.permissions if facts else frozenset()


async def posts_held(tx: Transaction, person: UUID, *, at: datetime | None = None) -> list[PostHeld]:
    """The posts a person holds, in all organisations, his own first; works without a scope."""
    rows = await tx.fetch(
        """select organisation_id, code as organisation_code, names::text as organisation_names, post_id,
             function_code as function, function_names::text as function_names, ends_at
           from organisations.posts_held($1, $2)""",
        person,
        at or clock.now(),
    )
    return [record(PostHeld, row) for row in rows]


async def module_on(tx: Transaction, module: str, *, units: tuple[UUID, ...] = ()) -> bool:
    """Whether the organisation in scope has a module on, for one of these units when it is a pilot.

    A module that is always on is not looked up here: the gate knows those.
    """
    on = await switched_on(tx)
    return module in on and (not on[module] or bool(set(on[module]) & set(units)))


async def settings_of(tx: Transaction, module: str, kind: type[S]) -> S:
    """A module's settings in the organisation in scope, with defaults for what was not changed."""
    return msgspec.convert(await setting(tx, module), kind)


async def granted(
    tx: Transaction, *, owner: UUID, what: str, subject: UUID | None = None, at: datetime | None = None
) -> Grant | None:
    """The grant by which the organisation in scope may use something of `owner` at a moment, if there is one.

    One for this record alone goes before one for all records.
    """
    moment = at or clock.now()
    fitting = [
        grant
        for grant in await grants_received(tx)
        if grant.owner_id == owner
        and grant.what == what
        and grant.subject_id in {None, subject}
        and grant.in_force(moment)
    ]
    return min(fitting, key=lambda grant: grant.subject_id is None, default=None)


__all__ = [
    "TOPIC",
    "Grant",
    "OrganisationEntry",
    "PostFacts",
    "PostHeld",
    "add_post",
    "directory",
    "end_post",
    "functions",
    "granted",
    "module_on",
    "name_in",
    "permissions_of",
    "post_of",
    "posts_held",
    "settings_of",
    "units",
    "wards",
    "wards_at",
]
