"""Crews of another organisation come to help, for some hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, Event, action
from focus.core.organisations.public import add_post, post_of
from focus.modules.duty.public import begin_for, in_crews
from focus.modules.reinforcement import calls, store
from focus.modules.reinforcement.jobs import FINISH, TELL
from focus.modules.reinforcement.kinds import FUNCTION
from focus.modules.reinforcement.problems import (
    CrewHelpsAlready,
    CrewUnknown,
    ReinforcementKnown,
)
from focus.modules.reinforcement.records import CallSigns, CrewHere, Hours
from focus.modules.reinforcement.store import Guest, Member, Row

if TYPE_CHECKING:
    from focus.core.database import Transaction

LONGEST_SIGN = 20


class Reinforced(Event, frozen=True):
    """Crews of another organisation help here until then. `posts`: what their people got for it."""

    reinforcement: UUID
    organisation: UUID
    crews: tuple[CrewHere, ...]
    posts: tuple[UUID, ...]
    until: datetime


@action(needs="incidents.dispatch")
async def reinforce(
    actor: Actor,
    *,
    id: UUID,  # noqa: A002
    organisation: UUID,
    crews: CallSigns,
    hours: Hours = 4,
) -> Reinforced:
    """Have crews of an organisation that lends its people work here, from now on, for so many hours.

    Raises CrewUnknown for one that is not on duty or not lent, CrewHelpsAlready, ReinforcementKnown.
    """
    tx, now = actor.tx, clock.now()
    await store.lock(tx)
    if await store.found(tx, id):
        raise ReinforcementKnown
    members = await _asked(tx, organisation, {" ".join(sign.split()) for sign in crews}, now)
    if await store.helping(tx, [one.person for one in members], now):
        raise CrewHelpsAlready
    here = await _signs(tx, organisation, members)
    facts = await post_of(tx, actor.principal.post_id)
    # Not later than this transaction: what it asks of posts it asks of its own beginning.
    since = min(now, await tx.fetchval("select now()"))
    row = Row(
        id, "received", organisation, _counted(members, here), since, now + timedelta(hours=hours),
        facts.name if facts else "",
    )  # fmt: skip
    await store.add(tx, row)
    guests = [await _welcome(actor, row, one, here[one.call_sign.casefold()]) for one in members]
    await calls.say(actor.saves, row, guests, host=actor.organisation, home=organisation)
    await actor.platform.jobs.put(actor, TELL, {"reinforcement": id}, key=id)
    await actor.platform.jobs.put(actor, FINISH, {"reinforcement": id}, not_before=row.until)
    posts = tuple(guest.post for guest in guests)
    return Reinforced(
        reinforcement=id, organisation=organisation, crews=row.crews, posts=posts, until=row.until
    )


async def _asked(tx: Transaction, home: UUID, signs: set[str], at: datetime) -> list[Member]:
    members = await store.members(tx, home, {sign.lower() for sign in signs}, at)
    there = {one.call_sign.lower() for one in members}
    for sign in sorted(signs):
        if sign.lower() not in there:
            raise CrewUnknown(params={"crew": sign})
    return members


async def _signs(tx: Transaction, home: UUID, members: Sequence[Member]) -> dict[str, str]:
    """The call sign here of each crew, by its own in small letters: made distinct where it is taken."""
    taken = {one.crew.casefold() for one in await in_crews(tx)}
    code, here = await store.code_of(tx, home), dict[str, str]()
    for one in members:
        if one.call_sign.casefold() in here:
            continue
        made = next(sign for sign in _forms(one.call_sign, code) if sign.casefold() not in taken)
        taken.add(made.casefold())
        here[one.call_sign.casefold()] = made
    return here


def _forms(sign: str, code: str) -> Iterable[str]:
    yield sign
    number = 1
    while True:
        mark = f" {code[:12]}" if number == 1 else f" {code[:12]}/{number}"
        yield sign[: LONGEST_SIGN - len(mark)] + mark
        number += 1


def _counted(members: Sequence[Member], here: dict[str, str]) -> tuple[CrewHere, ...]:
    signs = [one.call_sign.casefold() for one in members]
    own = {one.call_sign.casefold(): one.call_sign for one in members}
    return tuple(CrewHere(own[sign], crew, signs.count(sign)) for sign, crew in here.items())


async def _welcome(actor: Actor, row: Row, member: Member, crew: str) -> Guest:
    """His post and his shift here."""
    post = await add_post(
        actor.tx,
        person=member.person,
        home=row.other_id,
        function=FUNCTION,
        starts_at=row.since,
        ends_at=row.until,
    )
    guest = Guest(post, member.person, member.post, crew)
    await store.add_guest(actor.tx, row.id, guest)
    await begin_for(
        actor.platform,
        actor.saves,
        person=member.person,
        post=post,
        crew=crew,
        since=row.since,
        until=row.until,
    )
    return guest
