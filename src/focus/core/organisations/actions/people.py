"""People of the own organisation, and posts in it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, action
from focus.core.organisations import events, rules
from focus.core.organisations.actions.structure import today
from focus.core.organisations.public import posts_held
from focus.core.organisations.records import Language
from focus.core.organisations.store import people as store
from focus.core.organisations.wake import changed


@action(needs="organisations.people", step_up=True)
async def add_person(
    actor: Actor,
    *,
    personnel_number: str,
    family_name: str,
    given_names: str,
    language: Language,
    title: str | None = None,
    rank: str | None = None,
    languages: list[Language] = [],  # noqa: B006 - the request's default
    email: str | None = None,
    phone: str | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> events.PersonAdded:
    """Add a person whom the organisation employs; he can do nothing before he has a post."""
    draft = store.PersonDraft(
        personnel_number=personnel_number,
        family_name=family_name,
        given_names=given_names,
        language=language,
        title=title,
        rank=rank,
        languages=tuple(languages),
        email=email,
        phone=phone,
        valid_from=valid_from or today(),
        valid_to=valid_to,
    )
    return events.PersonAdded(person=await store.add_person(actor.tx, draft))


@action(needs="organisations.people", step_up=True)
async def edit_person(
    actor: Actor,
    *,
    person: UUID,
    personnel_number: str,
    family_name: str,
    given_names: str,
    language: Language,
    valid_from: date,
    title: str | None = None,
    rank: str | None = None,
    languages: list[Language] = [],  # noqa: B006
    email: str | None = None,
    phone: str | None = None,
    valid_to: date | None = None,
) -> events.PersonEdited:
    """Replace what is known of a person."""
    draft = store.PersonDraft(
        personnel_number=personnel_number,
        family_name=family_name,
        given_names=given_names,
        language=language,
        title=title,
        rank=rank,
        languages=tuple(languages),
        email=email,
        phone=phone,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    await store.change_person(actor.tx, person, draft)
    await _wake_wherever_he_works(actor, person)
    return events.PersonEdited(person=person)


@action(needs="organisations.people", step_up=True)
async def close_person(actor: Actor, *, person: UUID, last_day: date) -> events.PersonLeft:
    """The person leaves; all his posts, elsewhere too, stop counting after that day."""
    await _wake_wherever_he_works(actor, person)
    await store.close_person(actor.tx, person, last_day=last_day)
    return events.PersonLeft(person=person, last_day=last_day)


async def _wake_wherever_he_works(actor: Actor, person: UUID) -> None:
    changed(actor, *{post.organisation_id for post in await posts_held(actor.tx, person)})


@action(needs="organisations.rights", step_up=True)
async def create_post(
    actor: Actor,
    *,
    person: UUID,
    function: str,
    home: UUID | None = None,
    units: list[UUID] = [],  # noqa: B006
    wards: list[UUID] = [],  # noqa: B006
    added: list[str] = [],  # noqa: B006
    withdrawn: list[str] = [],  # noqa: B006
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> events.PostGiven:
    """Give a person a function here, for a time. `home` employs him; another one must lend him by a grant."""
    declared = actor.platform.registry.permissions
    more, less = rules.known_permissions(added, declared), rules.known_permissions(withdrawn, declared)
    begins = starts_at or clock.now()
    post = await store.add_post(
        actor.tx,
        person=person,
        home=home or actor.organisation,
        function=function,
        starts_at=begins,
        ends_at=ends_at,
        units=units,
        wards=wards,
        added=more,
        withdrawn=less,
    )
    changed(actor)
    return events.PostGiven(
        post=post,
        person=person,
        function=function,
        added=more,
        withdrawn=less,
        starts_at=begins,
        ends_at=ends_at,
    )


@action(needs="organisations.rights", step_up=True)
async def edit_post(
    actor: Actor,
    *,
    post: UUID,
    units: list[UUID],
    wards: list[UUID],
    added: list[str],
    withdrawn: list[str],
) -> events.PostEdited:
    """Change units, wards and own permissions of a post, from now on; what it permitted stays known."""
    declared = actor.platform.registry.permissions
    more, less = rules.known_permissions(added, declared), rules.known_permissions(withdrawn, declared)
    starts_at, _ = await store.period_of(actor.tx, post)
    await store.place_post(actor.tx, post, units=units, wards=wards)
    await store.permit_post(actor.tx, post, added=more, withdrawn=less, since=max(starts_at, clock.now()))
    changed(actor)
    return events.PostEdited(post=post, units=units, wards=wards, added=more, withdrawn=less)


@action(needs="organisations.rights", step_up=True)
async def end_post(actor: Actor, *, post: UUID, at: datetime | None = None) -> events.PostEnded:
    """End a post now or at a later moment."""
    moment = at or clock.now()
    await store.end_post(actor.tx, post, at=moment)
    changed(actor)
    return events.PostEnded(post=post, at=moment)
