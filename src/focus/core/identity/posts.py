"""What identity asks of organisations: who holds which post, and how the person wants to be spoken to."""

from __future__ import annotations

from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.database import Database, Transaction
from focus.core.organisations.public import PostFacts, directory, name_in, post_of, posts_held


class HeldPost(msgspec.Struct, frozen=True, kw_only=True):
    """A post to choose from after signing in; the titles are in the person's language."""

    facts: PostFacts
    title: str
    organisation: str


async def held(tx: Transaction, person: UUID) -> list[HeldPost]:
    """The posts that count now, in all organisations, his own organisation's first."""
    found = []
    for post in await posts_held(tx, person):
        facts = await post_of(tx, post.post_id)
        if facts is not None:
            title = name_in(post.function_names, facts.language)
            organisation = name_in(facts.organisation_names, facts.language)
            found.append(HeldPost(facts=facts, title=title, organisation=organisation))
    return found


async def any_post(tx: Transaction, person: UUID, *, organisation: UUID | None = None) -> PostFacts | None:
    """One post that the person holds now (in one organisation), for his name and who keeps him."""
    for post in await posts_held(tx, person):
        if organisation in (None, post.organisation_id):
            return await post_of(tx, post.post_id)
    return None


async def person_with_email(database: Database, organisation: UUID, email: str) -> UUID | None:
    """The one person whom the organisation keeps today under this address of the service."""
    async with database.transaction(organisation) as tx:
        rows = await tx.fetch(
            """select id from organisations.person
               where organisation_id = focus.must_scope() and lower(email) = lower($1)
                 and valid_from <= $2 and (valid_to is null or valid_to >= $2)""",
            email,
            clock.now().astimezone(clock.BRUSSELS).date(),
        )
    return rows[0]["id"] if len(rows) == 1 else None


async def speak(tx: Transaction, person: UUID, *, language: str) -> None:
    """Remember the language in which the person works; in the scope of the organisation that keeps him."""
    await tx.execute(
        """update organisations.person set language = $2
           where organisation_id = focus.must_scope() and id = $1""",
        person,
        language,
    )


async def organisation_with_code(tx: Transaction, code: str) -> UUID | None:
    """The organisation that stands under this code today, if there is just one."""
    today = clock.now().astimezone(clock.BRUSSELS).date()
    found = [
        entry.id
        for entry in await directory(tx)
        if entry.code == code.strip().upper()
        and entry.valid_from <= today
        and (entry.valid_to is None or entry.valid_to >= today)
    ]
    return found[0] if len(found) == 1 else None
